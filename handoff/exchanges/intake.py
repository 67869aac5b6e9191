"""Writing what citizens send, in groups: one transaction for everything that waits."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, literal_column, null, select, update
from sqlalchemy.orm import Session

from handoff.exchanges import heads
from handoff.exchanges.chain import CHAINED, digest
from handoff.exchanges.heads import Head, Heads
from handoff.exchanges.horizon import announce
from handoff.exchanges.inbound import Inbound, Recorded, storable
from handoff.files import owing
from handoff.files.owing import Logged
from handoff.store import touch
from handoff.store.models import Author, Conversation, Direction, Exchange
from handoff.store.prepared import Prepared


def record(session: Session, group: Sequence[Inbound], now: datetime) -> list[Recorded]:
    """Log a group of received messages, in order. A repeat is recognised and not written again."""
    connection = session.connection()
    ends = heads.locked(connection, group, now)
    known = _known(connection, [each.received_key for each in group])
    for each in group:
        touch(session, each.channel, each.address)
    new = {each.received_key: each for each in group if each.received_key not in known}
    ids = {**known, **_append(connection, list(new.values()), ends, now)}
    return [Recorded(ids[each.received_key], each.received_key in known) for each in group]


def write(connection: Connection, group: Sequence[Inbound], now: datetime) -> list[Recorded]:
    """The same for messages that all seem new, at a lower cost: nobody looks first whether they
    are. Raises IntegrityError if one is not: then nothing holds, and `record` is to be called in
    another transaction. Whoever calls tells the followers of these addresses.

    Everything that waits goes in one call: the cost of a commit is then shared by the group.
    """
    ends = heads.locked(connection, group, now)
    new = {each.received_key: each for each in group}
    ids = _append(connection, list(new.values()), ends, now)
    return [Recorded(ids[each.received_key], False) for each in group]


def open_conversation(session: Session, channel: str, address: str, now: datetime) -> str:
    """Make sure that this address has an open conversation; its opaque key."""
    empty = Inbound(channel, address, "", "", now)
    return heads.locked(session.connection(), [empty], now)[channel, address].key


_ALIKE = {  # in every received message
    "direction": literal_column("'in'"),
    "author": literal_column("'citizen'"),
    "person_id": null(),
    "failures": literal_column("0"),
    "attempts": literal_column("0"),
}
_INSERT = Prepared(
    insert(Exchange).values(_ALIKE),
    ("id", "conversation_id", *(each for each in CHAINED if each not in _ALIKE), "digest"),
)
_MOVE = Prepared(
    update(Conversation)
    .where(Conversation.id == bindparam("of"))
    .values(length=bindparam("new_length"), head=bindparam("new_head"), last_at=bindparam("moved")),
    ("new_length", "new_head", "moved", "of"),
)
_LAST = Prepared(select(func.max(Exchange.id)), ())
_KNOWN = select(Exchange.received_key, Exchange.id).where(
    Exchange.received_key.in_(bindparam("received", expanding=True))
)


def _append(
    connection: Connection, new: Sequence[Inbound], ends: Heads, now: datetime
) -> dict[str, int]:
    """Write them at the end of their chains; the id of each key."""
    if not new:
        return {}
    announce(connection)
    ids = _new_ids(connection, len(new))
    rows = [
        _row(each, ends[each.channel, each.address], exchange_id, now)
        for each, exchange_id in zip(new, ids, strict=True)
    ]
    _INSERT.run(connection, rows)
    moved = {head.id: head for each in new for head in (ends[each.channel, each.address],)}
    _MOVE.run(connection, [(moved[key].length, moved[key].head, now, key) for key in sorted(moved)])
    if with_files := [
        Logged(exchange_id, each.channel, each.address, each.content["attachments"])
        for each, exchange_id in zip(new, ids, strict=True)
        if each.content and each.content.get("attachments")
    ]:
        owing.log(connection, with_files, now)
    return {each.received_key: exchange_id for each, exchange_id in zip(new, ids, strict=True)}


def _known(connection: Connection, received: Sequence[str]) -> dict[str, int]:
    rows = connection.execute(_KNOWN, {"received": received})
    return {row.received_key: row.id for row in rows}


def _new_ids(connection: Connection, count: int) -> list[int]:
    """Ids in rising order. They are taken while the conversations are locked, so that inside a
    conversation a higher id is never visible before a lower one."""
    if connection.dialect.name == "sqlite":
        ((last,),) = _LAST.all(connection)
        last = last or 0
        return list(range(last + 1, last + 1 + count))
    sequence = func.pg_get_serial_sequence("exchange", "id")
    numbers = select(func.nextval(sequence)).select_from(func.generate_series(1, count))
    return sorted(connection.scalars(numbers))


def _row(inbound: Inbound, head: Head, exchange_id: int, now: datetime) -> tuple[Any, ...]:
    """In the order of _INSERT."""
    head.length += 1
    said = (
        storable(inbound.name) if inbound.name else None,
        inbound.received_key,
        storable(inbound.text),
        inbound.content,
        inbound.received_at,
        now,
    )
    before = (head.length, Direction.inbound, Author.citizen, None)
    head.head = digest(head.head, head.key, before + said)
    return (exchange_id, head.id, head.length, *said, head.head)
