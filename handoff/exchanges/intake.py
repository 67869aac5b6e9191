"""Writing what citizens send, in groups: one transaction for everything that waits."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Text,
    any_,
    bindparam,
    func,
    insert,
    literal_column,
    null,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from handoff.exchanges.chain import CHAINED, digest
from handoff.exchanges.horizon import announce
from handoff.files import owing
from handoff.files.owing import Logged
from handoff.store import keys, touch
from handoff.store.models import Author, Conversation, Direction, Exchange, Owner
from handoff.store.prepared import Prepared


class Inbound(Struct, frozen=True):
    """One message of a citizen, as a channel received it.

    `received_key` is unique over all channels (`telegram:u123`): the same key again is the same
    message. `content` holds what is not text, each key only when present: `payload` of a button,
    `attachments` [{kind, name?, type?, size?, id?, duration?}], `location` {lat, lon},
    `contact` {phone, name}, `edit_of` (message id), `album`, `message_id`; `reaction` or `deletes`
    (message id of ours or theirs), `system` (a channel's notice), which ask for no answer.
    """

    channel: str
    address: str
    received_key: str
    text: str
    received_at: datetime
    name: str | None = None
    content: dict[str, Any] | None = None


class Recorded(Struct, frozen=True):
    """Where a message stands in the log. `is_repeat`: it had been recorded before."""

    exchange_id: int
    is_repeat: bool


class _Head(Struct):
    """The open conversation of an address, and where its chain ends."""

    id: int
    key: str
    length: int
    head: str


_Heads = dict[tuple[str, str], _Head]


def record(session: Session, group: Sequence[Inbound], now: datetime) -> list[Recorded]:
    """Log a group of received messages, in order. A repeat is recognised and not written again."""
    connection = session.connection()
    heads = _locked_heads(connection, group, now)
    known = _known(connection, [each.received_key for each in group])
    for each in group:
        touch(session, each.channel, each.address)
    new = {each.received_key: each for each in group if each.received_key not in known}
    ids = {**known, **_append(connection, list(new.values()), heads, now)}
    return [Recorded(ids[each.received_key], each.received_key in known) for each in group]


def write(connection: Connection, group: Sequence[Inbound], now: datetime) -> list[Recorded]:
    """The same for messages that all seem new, at a lower cost: nobody looks first whether they
    are. Raises IntegrityError if one is not: then nothing holds, and `record` is to be called in
    another transaction. Whoever calls tells the followers of these addresses.

    Everything that waits goes in one call: the cost of a commit is then shared by the group.
    """
    heads = _locked_heads(connection, group, now)
    new = {each.received_key: each for each in group}
    ids = _append(connection, list(new.values()), heads, now)
    return [Recorded(ids[each.received_key], False) for each in group]


def open_conversation(session: Session, channel: str, address: str, now: datetime) -> str:
    """Make sure that this address has an open conversation; its opaque key."""
    empty = Inbound(channel, address, "", "", now)
    return _locked_heads(session.connection(), [empty], now)[channel, address].key


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


def _heads_of(addresses: ColumnElement[bool]) -> Prepared:
    found = select(
        Conversation.channel,
        Conversation.address,
        Conversation.id,
        Conversation.key,
        Conversation.length,
        Conversation.head,
    ).where(addresses, Conversation.closed_at.is_(None))
    return Prepared(found.order_by(Conversation.id).with_for_update(), ("addresses",))


# All addresses in one parameter, so that the statement is the same for groups of any size.
_HEADS = {
    "sqlite": _heads_of(
        Conversation.address.in_(
            select(func.json_each(bindparam("addresses", type_=JSON)).table_valued("value").c.value)
        )
    ),
    "postgresql": _heads_of(
        Conversation.address == any_(bindparam("addresses", type_=postgresql.ARRAY(Text)))
    ),
}


def _locked_heads(connection: Connection, group: Sequence[Inbound], now: datetime) -> _Heads:
    """The open conversation of each address, locked until the end of the transaction."""
    wanted = {(each.channel, each.address): each for each in group}
    heads = _open_heads(connection, wanted)
    if missing := [each for address, each in wanted.items() if address not in heads]:
        _open(connection, missing, now)
        heads = _open_heads(connection, wanted)
    return heads


def _open_heads(connection: Connection, wanted: Iterable[tuple[str, str]]) -> _Heads:
    addresses = sorted({address for _, address in wanted})
    rows = _HEADS[connection.dialect.name].all(connection, addresses)
    return {(channel, address): _Head(*head) for channel, address, *head in rows}


def _open(connection: Connection, first: Iterable[Inbound], now: datetime) -> None:
    # Another process may open the same conversation at the same time: the unique index decides.
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    rows = [
        {
            "key": keys.opaque(),
            "channel": each.channel,
            "address": each.address,
            "name": _storable(each.name) if each.name else None,
            "owner": Owner.bot,
            "opened_at": now,
            "last_at": now,
            "length": 0,
            "head": "",
        }
        for each in first
    ]
    connection.execute(dialect.insert(Conversation).on_conflict_do_nothing(), rows)


def _append(
    connection: Connection, new: Sequence[Inbound], heads: _Heads, now: datetime
) -> dict[str, int]:
    """Write them at the end of their chains; the id of each key."""
    if not new:
        return {}
    announce(connection)
    ids = _new_ids(connection, len(new))
    rows = [
        _row(each, heads[each.channel, each.address], exchange_id, now)
        for each, exchange_id in zip(new, ids, strict=True)
    ]
    _INSERT.run(connection, rows)
    moved = {head.id: head for each in new for head in (heads[each.channel, each.address],)}
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


def _row(inbound: Inbound, head: _Head, exchange_id: int, now: datetime) -> tuple[Any, ...]:
    """In the order of _INSERT."""
    head.length += 1
    said = (
        _storable(inbound.name) if inbound.name else None,
        inbound.received_key,
        _storable(inbound.text),
        inbound.content,
        inbound.received_at,
        now,
    )
    before = (head.length, Direction.inbound, Author.citizen, None)
    head.head = digest(head.head, head.key, before + said)
    return (exchange_id, head.id, head.length, *said, head.head)


def _storable(text: str) -> str:
    """Without what no database keeps: NUL, and halves of characters."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
