"""Where a message goes in the log: the conversation of its address, and the end of its chain."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import JSON, ColumnElement, Connection, Text, any_, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite

from handoff import surveys
from handoff.exchanges.inbound import Inbound, storable
from handoff.store import keys
from handoff.store.models import Conversation, Owner, Survey
from handoff.store.prepared import Prepared


class Head(Struct):
    """A conversation, and where its chain ends."""

    id: int
    key: str
    length: int
    head: str


Heads = dict[tuple[str, str], Head]  # by channel and address

_COLUMNS = (
    Conversation.channel,
    Conversation.address,
    Conversation.id,
    Conversation.key,
    Conversation.length,
    Conversation.head,
)


def _heads_of(addresses: ColumnElement[bool]) -> Prepared:
    found = select(*_COLUMNS).where(addresses, Conversation.closed_at.is_(None))
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


def locked(connection: Connection, group: Sequence[Inbound], now: datetime) -> Heads:
    """The open conversation of each address, locked until the end of the transaction. Who does
    nothing but answer the survey of one that has ended opens no other."""
    wanted = {_address(each): each for each in group}
    heads = _open_heads(connection, wanted)
    if len(heads) < len(wanted):
        heads |= _ended(connection, [each for each in group if _address(each) not in heads])
    if missing := [each for address, each in wanted.items() if address not in heads]:
        _open(connection, missing, now)
        heads |= _open_heads(connection, wanted)
    return heads


def _open_heads(connection: Connection, wanted: Iterable[tuple[str, str]]) -> Heads:
    addresses = sorted({address for _, address in wanted})
    rows = _HEADS[connection.dialect.name].all(connection, addresses)
    return _by_address(rows)


def _ended(connection: Connection, group: Sequence[Inbound]) -> Heads:
    """The conversations whose surveys are answered, of addresses that say nothing else."""
    rated = {_address(each): surveys.pressed(each.content) for each in group}
    more = {_address(each) for each in group if not surveys.pressed(each.content)}
    asked = {found[0]: address for address, found in rated.items() if found and address not in more}
    if not asked:
        return {}
    ended = select(Survey.id, *_COLUMNS).join(Survey, Survey.conversation_id == Conversation.id)
    ended = ended.where(Survey.id.in_(asked), Conversation.closed_at.is_not(None))
    rows = connection.execute(ended.order_by(Conversation.id).with_for_update(of=Conversation))
    return _by_address([row for survey, *row in rows if asked[survey] == (row[0], row[1])])


def _by_address(rows: Iterable[Sequence[Any]]) -> Heads:
    return {(channel, address): Head(*head) for channel, address, *head in rows}


def _address(inbound: Inbound) -> tuple[str, str]:
    return inbound.channel, inbound.address


def _open(connection: Connection, first: Iterable[Inbound], now: datetime) -> None:
    # Another process may open the same conversation at the same time: the unique index decides.
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    rows = [
        {
            "key": keys.opaque(),
            "channel": each.channel,
            "address": each.address,
            "name": storable(each.name) if each.name else None,
            "owner": Owner.bot,
            "opened_at": now,
            "last_at": now,
            "length": 0,
            "head": "",
        }
        for each in first
    ]
    connection.execute(dialect.insert(Conversation).on_conflict_do_nothing(), rows)
