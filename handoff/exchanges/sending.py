"""What delivery asks of the log: what is owed now, and what became of each attempt to send it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    bindparam,
    exists,
    func,
    select,
    update,
)
from sqlalchemy.orm import Session, aliased

from handoff.exchanges.holding import written_since
from handoff.exchanges.undelivered import UNDELIVERED
from handoff.store.models import Author, Conversation, Delivery, Exchange

CUT_SHORT = "interrupted"


@dataclass(frozen=True, slots=True)
class Outbound:
    """A message we owe. `buttons` are rows of (label, payload) shown below the text; `asks` and
    `language` as in Words. `after_asking`: the message before it asked, and what was offered for
    it is done with."""

    exchange_id: int
    conversation_id: int
    channel: str
    address: str
    author: Author
    author_name: str | None
    text: str
    buttons: tuple[tuple[str, str], ...]
    attempts: int
    asks: str | None = None
    after_asking: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one attempt to send. `arrived`: with the citizen, and not only taken by the
    channel. `held_after`: it waits for a message of the citizen after this one (an exchange id)."""

    exchange_id: int
    delivery: Delivery
    at: datetime
    channel_message_id: str | None = None
    reason: str | None = None
    try_at: datetime | None = None
    arrived: bool = True
    held_after: int | None = None


_Earlier = aliased(Exchange)
# What the last message that went out before, in the same conversation, holds besides its text.
_BEFORE = (
    select(_Earlier.content)
    .where(
        _Earlier.conversation_id == Exchange.conversation_id,
        _Earlier.id < Exchange.id,
        _Earlier.delivery.in_((Delivery.delivered, Delivery.unknown)),
    )
    .order_by(_Earlier.id.desc())
    .limit(1)
    .correlate(Exchange)
    .scalar_subquery()
)

_COLUMNS = (
    Exchange.id,
    Exchange.conversation_id,
    Conversation.channel,
    Conversation.address,
    Exchange.author,
    Exchange.author_name,
    Exchange.text,
    Exchange.content,
    Exchange.attempts,
    _BEFORE.label("before"),
)


def owed(
    session: Session, channels: Collection[str], now: datetime, limit: int = 100
) -> list[Outbound]:
    """The oldest undelivered message to each address, if it may be tried now. In order: a message
    waits until the one before it has an outcome, also one of an earlier conversation."""
    first = (
        select(func.min(Exchange.id))
        .where(Exchange.delivery.in_(UNDELIVERED))
        .group_by(Exchange.conversation_id)
    )
    rows = (
        select(*_COLUMNS)
        .join(Exchange.conversation)
        .where(
            Exchange.id.in_(first),
            Exchange.delivery == Delivery.owed,
            Conversation.channel.in_(channels),
            _may_be_tried(now),
            ~_undelivered_before(),
        )
        .order_by(Exchange.id)
        .limit(limit)
    )
    return [_outbound(row) for row in session.execute(rows)]


def _may_be_tried(now: datetime) -> ColumnElement[bool]:
    in_time = Exchange.try_at.is_(None) | (Exchange.try_at <= now)
    is_held = Exchange.held_after.is_not(None)
    return (~is_held & in_time) | (is_held & written_since())


def _undelivered_before() -> ColumnElement[bool]:
    """Whether something older is still to be sent to the same address."""
    older, its = aliased(Exchange), aliased(Conversation)
    return (
        exists()
        .where(
            its.channel == Conversation.channel,
            its.address == Conversation.address,
            older.conversation_id == its.id,
            older.delivery.in_(UNDELIVERED),
            older.id < Exchange.id,
        )
        .correlate(Exchange, Conversation)
    )


def _outbound(row: Row[Any]) -> Outbound:
    content = row.content or {}
    buttons = tuple((label, payload) for label, payload in content.get("buttons", ()))
    return Outbound(
        exchange_id=row.id,
        conversation_id=row.conversation_id,
        channel=row.channel,
        address=row.address,
        author=row.author,
        author_name=row.author_name,
        text=row.text,
        buttons=buttons,
        attempts=row.attempts,
        asks=content.get("asks"),
        after_asking="asks" in (row.before or {}),
        language=content.get("language"),
    )


def sent(session: Session, exchange_id: int) -> Outbound:
    """A message of ours as it went out."""
    row = select(*_COLUMNS).join(Exchange.conversation).where(Exchange.id == exchange_id)
    return _outbound(session.execute(row).one())


def start_sending(session: Session, exchange_ids: Iterable[int], now: datetime) -> set[int]:
    """Claim messages for sending; those that are still ours to send. What a crash leaves in this
    state becomes `unknown` and is not sent again (`leave_unknown`)."""
    ids = list(exchange_ids)
    claimed = (
        update(Exchange)
        .where(Exchange.id.in_(ids), Exchange.delivery == Delivery.owed)
        .values(
            delivery=Delivery.sending,
            attempts=Exchange.attempts + 1,
            try_at=now,
            channel_message_id=None,
        )
        .returning(Exchange.id)
        .execution_options(synchronize_session=False)
    )
    return set(session.scalars(claimed))


def settle(session: Session, outcomes: Sequence[Outcome]) -> None:
    """Write down what became of a group of attempts."""
    if outcomes:
        session.connection().execute(_SETTLE, [_settled(outcome) for outcome in outcomes])


_SETTLE = (
    update(Exchange)
    .where(
        Exchange.id == bindparam("of"),
        (Exchange.delivery == Delivery.owed) | (Exchange.delivery == Delivery.sending),
    )
    .values(
        delivery=bindparam("became"),
        delivered_at=bindparam("reached"),
        channel_message_id=bindparam("message"),
        delivery_reason=bindparam("why"),
        try_at=bindparam("again"),
        held_after=bindparam("held"),
    )
)


def _settled(outcome: Outcome) -> Mapping[str, Any]:
    return {
        "of": outcome.exchange_id,
        "became": outcome.delivery,
        "reached": outcome.at if _has_arrived(outcome) else None,
        "message": outcome.channel_message_id,
        "why": outcome.reason,
        "again": outcome.try_at,
        "held": outcome.held_after,
    }


def _has_arrived(outcome: Outcome) -> bool:
    return outcome.delivery is Delivery.delivered and outcome.arrived


def leave_unknown(session: Session, started_before: datetime, now: datetime) -> list[Outcome]:
    """Messages whose sending was cut short: nobody knows if they arrived, so never twice."""
    cut = (
        update(Exchange)
        .where(
            Exchange.delivery.in_(UNDELIVERED),
            Exchange.delivery == Delivery.sending,
            Exchange.try_at < started_before,
        )
        .values(delivery=Delivery.unknown, delivery_reason=CUT_SHORT, try_at=None)
        .returning(Exchange.id)
        .execution_options(synchronize_session=False)
    )
    ids = session.scalars(cut).all()
    return [Outcome(each, Delivery.unknown, now, reason=CUT_SHORT) for each in ids]
