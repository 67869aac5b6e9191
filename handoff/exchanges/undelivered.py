"""Which messages are still to be sent."""

from sqlalchemy import String, literal_column

from handoff.store.models import Delivery

# Said in the statement, as the index of what is owed says it: with parameters it is not used.
UNDELIVERED = [literal_column(f"'{each}'", String) for each in (Delivery.owed, Delivery.sending)]
