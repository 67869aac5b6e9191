"""Up to which id the log can be followed without missing a row that is still being written.

PostgreSQL gives ids before it commits, so a higher id may be visible while a lower one is not.
Each writing transaction therefore holds a shared advisory lock, under the last id that had been
given when it began to write; whatever it writes gets higher ids. A follower reads up to the lowest
of these. SQLite has one writer at a time and needs nothing.
"""

from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from handoff.store.models import Exchange

_LOCKS = 0x4558  # the class of our advisory locks
_ANNOUNCE = text(
    "SELECT pg_advisory_xact_lock_shared(:locks, (last_value % 2147483647)::int)"
    " FROM exchange_id_seq"
)
_GIVEN = text("SELECT last_value FROM exchange_id_seq")
_ANNOUNCED = text(
    "SELECT min(objid::bigint) FROM pg_locks WHERE locktype = 'advisory' AND classid = :locks"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def announce(connection: Connection) -> None:
    """Say that this transaction will write to the log. Call before it takes an id."""
    if connection.dialect.name == "sqlite":
        return
    transaction = connection.get_transaction()
    if connection.info.get("announced") is not transaction:
        connection.info["announced"] = transaction
        connection.execute(_ANNOUNCE, {"locks": _LOCKS})


def settled(session: Session) -> Any:
    """True for the rows before which no unfinished transaction can still write a lower id."""
    if _is_sqlite(session):
        return text("1 = 1")
    # In this order: an id given after the first question belongs to no row of the answer.
    given = session.scalar(_GIVEN)
    announced = session.scalar(_ANNOUNCED, {"locks": _LOCKS})
    return Exchange.id <= (given if announced is None else min(given, announced))


def _is_sqlite(session: Session) -> bool:
    return bool(session.get_bind().dialect.name == "sqlite")
