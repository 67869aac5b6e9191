"""Writing what citizens send, in groups: one transaction for everything that waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from handoff.exchanges.chain import CHAINED, digest
from handoff.exchanges.horizon import announce
from handoff.store import keys, touch
from handoff.store.models import Author, Conversation, Direction, Exchange, Owner
from handoff.store.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message of a citizen, as a channel received it.

    `received_key` is unique over all channels (`telegram:u123`): the same key again is the same
    message. `content` holds what is not text, each key only when present: `payload` of a button,
    `attachments` [{kind, name?, type?, size?, id?, duration?}], `location` {lat, lon},
    `contact` {phone, name}, `edit_of` (message id), `album`, `message_id`.
    """

    channel: str
    address: str
    received_key: str
    text: str
    received_at: datetime
    name: str | None = None
    content: dict[str, Any] | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Recorded:
    """Where a message stands in the log. `is_repeat`: it had been recorded before."""

    exchange_id: int
    is_repeat: bool


@dataclass(slots=True)
class _Head:
    id: int
    key: str
    length: int
    head: str


def record(session: Session, group: Sequence[Inbound], now: datetime) -> list[Recorded]:
    """Log a group of received messages, in order. A repeat is recognised and not written again.

    Everything that waits goes in one call: the cost of a commit is then shared by the group.
    """
    heads = _locked_heads(session, group, now)
    announce(session)
    known = _known(session, [inbound.received_key for inbound in group])
    fresh = list(
        {each.received_key: each for each in group if each.received_key not in known}.values()
    )
    ids = dict(
        zip((each.received_key for each in fresh), _new_ids(session, len(fresh)), strict=True)
    )
    if fresh:
        rows = [
            _row(each, heads[each.channel, each.address], ids[each.received_key], now)
            for each in fresh
        ]
        _INSERT.run(session.connection(), rows)
        touched = {(each.channel, each.address) for each in fresh}
        _move_heads(session, (heads[address] for address in touched), now)
        for channel, address in touched:
            touch(session, channel, address)
    return [
        Recorded(known.get(each.received_key) or ids[each.received_key], each.received_key in known)
        for each in group
    ]


def open_conversation(session: Session, channel: str, address: str, now: datetime) -> str:
    """Make sure that this address has an open conversation; its opaque key."""
    empty = Inbound(channel, address, "", "", now)
    return _locked_heads(session, [empty], now)[channel, address].key


_COLUMNS = ("id", "conversation_id", *CHAINED, "digest", "failures", "attempts")
_INSERT = Prepared(insert(Exchange), _COLUMNS)
_HEADS = (
    select(
        Conversation.channel,
        Conversation.address,
        Conversation.id,
        Conversation.key,
        Conversation.length,
        Conversation.head,
    )
    .where(
        Conversation.address.in_(bindparam("addresses", expanding=True)),
        Conversation.closed_at.is_(None),
    )
    .order_by(Conversation.id)
    .with_for_update()
)
_KNOWN = select(Exchange.received_key, Exchange.id).where(
    Exchange.received_key.in_(bindparam("received", expanding=True))
)
_MOVE = Prepared(
    update(Conversation)
    .where(Conversation.id == bindparam("of"))
    .values(length=bindparam("new_length"), head=bindparam("new_head"), last_at=bindparam("moved")),
    (),
)


def _locked_heads(
    session: Session, group: Sequence[Inbound], now: datetime
) -> dict[tuple[str, str], _Head]:
    """The open conversation of each address, locked until the end of the transaction."""
    wanted = {(each.channel, each.address): each for each in group}
    heads = _open_heads(session, wanted)
    if missing := [each for address, each in wanted.items() if address not in heads]:
        _open(session, missing, now)
        heads = _open_heads(session, wanted)
    return heads


def _open_heads(
    session: Session, wanted: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], _Head]:
    addresses = sorted({address for _, address in wanted})
    rows = session.connection().execute(_HEADS, {"addresses": addresses})
    return {(row.channel, row.address): _Head(*row[2:]) for row in rows}


def _open(session: Session, first: Iterable[Inbound], now: datetime) -> None:
    # Another process may open the same conversation at the same time: the unique index decides.
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
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
    session.execute(dialect.insert(Conversation).on_conflict_do_nothing(), rows)


def _known(session: Session, received: Sequence[str]) -> dict[str, int]:
    rows = session.connection().execute(_KNOWN, {"received": received})
    return {row.received_key: row.id for row in rows}


def _new_ids(session: Session, count: int) -> list[int]:
    """Ids in rising order. They are taken while the conversations are locked, so that inside a
    conversation a higher id is never visible before a lower one."""
    if session.get_bind().dialect.name == "sqlite":
        last = session.scalar(select(func.max(Exchange.id))) or 0
        return list(range(last + 1, last + 1 + count))
    sequence = func.pg_get_serial_sequence("exchange", "id")
    numbers = select(func.nextval(sequence)).select_from(func.generate_series(1, count))
    return sorted(session.scalars(numbers))


def _row(inbound: Inbound, head: _Head, exchange_id: int, now: datetime) -> dict[str, Any]:
    head.length += 1
    row = {
        "id": exchange_id,
        "conversation_id": head.id,
        "seq": head.length,
        "direction": Direction.inbound,
        "author": Author.citizen,
        "person_id": None,
        "author_name": _storable(inbound.name) if inbound.name else None,
        "received_key": inbound.received_key,
        "text": _storable(inbound.text),
        "content": inbound.content,
        "received_at": inbound.received_at,
        "at": now,
        "failures": 0,
        "attempts": 0,
    }
    row["digest"] = head.head = digest(head.head, head.key, row)
    return row


def _storable(text: str) -> str:
    """Without what no database keeps: NUL, and halves of characters."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _move_heads(session: Session, heads: Iterable[_Head], now: datetime) -> None:
    _MOVE.run(
        session.connection(),
        [
            {"of": head.id, "new_length": head.length, "new_head": head.head, "moved": now}
            for head in sorted(heads, key=lambda head: head.id)
        ],
    )
