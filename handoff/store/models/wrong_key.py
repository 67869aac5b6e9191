"""Query keys that did not belong to the folio they were told with."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from handoff.store.models.base import Base, BigId


class WrongKey(Base):
    """One try, from one address of a channel. Whether there is such a folio makes no difference."""

    __tablename__ = "wrong_key"
    __table_args__ = (
        Index("wrong_key_of_address", "address", "channel"),
        Index("wrong_key_of_folio", "folio"),
        Index("wrong_key_by_time", "at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    channel: Mapped[str]
    address: Mapped[str]
    folio: Mapped[str]
    at: Mapped[datetime]
