"""What we say: written down as owed first, sent by bot.delivery, marked with its outcome."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update
from sqlalchemy.orm import Session

from handoff.exchanges.chain import digest
from handoff.store import touch
from handoff.store.models import Author, Conversation, Delivery, Direction, Exchange, Person

UNDELIVERED = (Delivery.owed, Delivery.sending)


@dataclass(frozen=True, slots=True)
class Outbound:
    """A message we owe. `buttons` are rows of (label, payload) shown below the text."""

    exchange_id: int
    conversation_id: int
    channel: str
    address: str
    author: Author
    author_name: str | None
    text: str
    buttons: tuple[tuple[str, str], ...]
    attempts: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one attempt to send."""

    exchange_id: int
    delivery: Delivery
    at: datetime
    channel_message_id: str | None = None
    reason: str | None = None
    try_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be said to the citizen, and by whom."""

    text: str
    author: Author = Author.bot
    person: Person | None = None
    buttons: tuple[tuple[str, str], ...] = ()


def queue(session: Session, conversation: Conversation, words: Words, now: datetime) -> Exchange:
    """Log a message we owe. The conversation must be locked (`conversations.lock`)."""
    exchange = _append(session, conversation, Direction.outbound, words, now)
    exchange.delivery = Delivery.owed
    return exchange


def note(
    session: Session, conversation: Conversation, text: str, now: datetime, person: Person | None
) -> Exchange:
    """Log words among staff, never sent. The conversation must be locked."""
    author = Author.analyst if person else Author.system
    return _append(session, conversation, Direction.note, Words(text, author, person), now)


def _append(
    session: Session,
    conversation: Conversation,
    direction: Direction,
    words: Words,
    now: datetime,
) -> Exchange:
    conversation.length += 1
    row = {
        "seq": conversation.length,
        "direction": direction,
        "author": words.author,
        "person_id": words.person.id if words.person else None,
        "author_name": words.person.name if words.person else None,
        "received_key": None,
        "text": words.text,
        "content": {"buttons": [list(each) for each in words.buttons]} if words.buttons else None,
        "received_at": now,
        "at": now,
    }
    row["digest"] = conversation.head = digest(conversation.head, conversation.key, row)
    conversation.last_at = now
    exchange = Exchange(**row, conversation=conversation, handled_at=now)
    session.add(exchange)
    # Flushed one by one: ids must rise with seq, since readers follow ids.
    session.flush()
    touch(session, conversation.channel, conversation.address)
    return exchange


def owed(
    session: Session, channels: Collection[str], now: datetime, limit: int = 100
) -> list[Outbound]:
    """The oldest undelivered message of each conversation, if it may be tried now. In order: a
    message waits until the one before it in its conversation has an outcome."""
    first = (
        select(func.min(Exchange.id))
        .where(Exchange.delivery.in_(UNDELIVERED))
        .group_by(Exchange.conversation_id)
    )
    rows = (
        select(
            Exchange.id,
            Exchange.conversation_id,
            Conversation.channel,
            Conversation.address,
            Exchange.author,
            Exchange.author_name,
            Exchange.text,
            Exchange.content,
            Exchange.attempts,
        )
        .join(Exchange.conversation)
        .where(
            Exchange.id.in_(first),
            Exchange.delivery == Delivery.owed,
            Conversation.channel.in_(channels),
            (Exchange.try_at.is_(None)) | (Exchange.try_at <= now),
        )
        .order_by(Exchange.id)
        .limit(limit)
    )
    return [_outbound(row) for row in session.execute(rows)]


def _outbound(row: Row[Any]) -> Outbound:
    buttons = tuple((label, payload) for label, payload in (row.content or {}).get("buttons", ()))
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
    )


def next_try(session: Session, channels: Collection[str]) -> datetime | None:
    """When the next postponed message may be tried."""
    postponed = (
        select(func.min(Exchange.try_at))
        .join(Exchange.conversation)
        .where(Exchange.delivery == Delivery.owed, Conversation.channel.in_(channels))
    )
    return session.scalar(postponed)


def start_sending(session: Session, exchange_ids: Iterable[int], now: datetime) -> set[int]:
    """Claim messages for sending; those that are still ours to send. What a crash leaves in this
    state becomes `unknown` and is not sent again (`leave_unknown`)."""
    ids = list(exchange_ids)
    claimed = (
        update(Exchange)
        .where(Exchange.id.in_(ids), Exchange.delivery == Delivery.owed)
        .values(delivery=Delivery.sending, attempts=Exchange.attempts + 1, try_at=now)
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
    )
)


def _settled(outcome: Outcome) -> Mapping[str, Any]:
    return {
        "of": outcome.exchange_id,
        "became": outcome.delivery,
        "reached": outcome.at if outcome.delivery is Delivery.delivered else None,
        "message": outcome.channel_message_id,
        "why": outcome.reason,
        "again": outcome.try_at,
    }


def leave_unknown(session: Session, started_before: datetime) -> int:
    """Messages whose sending was cut short: nobody knows if they arrived, so never twice."""
    cut = (
        update(Exchange)
        .where(Exchange.delivery == Delivery.sending, Exchange.try_at < started_before)
        .values(delivery=Delivery.unknown, delivery_reason="interrupted", try_at=None)
        .returning(Exchange.id)
        .execution_options(synchronize_session=False)
    )
    return len(session.scalars(cut).all())


def drop_replies(session: Session, conversation: Conversation) -> None:
    """What the bot had still to say when a person takes over is not said."""
    session.execute(
        update(Exchange)
        .where(
            Exchange.conversation_id == conversation.id,
            Exchange.author == Author.bot,
            Exchange.delivery == Delivery.owed,
        )
        .values(delivery=Delivery.dropped, delivery_reason="taken over", try_at=None)
    )


def collected(session: Session, channel: str, address: str, until_id: int, now: datetime) -> int:
    """Mark what a client that fetches its own messages has in its hands, up to `until_id`."""
    taken = (
        update(Exchange)
        .where(
            Exchange.conversation_id.in_(_conversations_of(channel, address)),
            Exchange.id <= until_id,
            Exchange.delivery == Delivery.owed,
        )
        .values(delivery=Delivery.delivered, delivered_at=now, try_at=None)
        .returning(Exchange.id)
        .execution_options(synchronize_session=False)
    )
    return len(session.scalars(taken).all())


def has_uncollected(session: Session, channel: str, address: str, until_id: int) -> bool:
    """Whether `collected` would mark anything: asked first, so that reading seldom writes."""
    waiting = select(Exchange.id).where(
        Exchange.conversation_id.in_(_conversations_of(channel, address)),
        Exchange.id <= until_id,
        Exchange.delivery == Delivery.owed,
    )
    return session.scalar(waiting.limit(1)) is not None


def _conversations_of(channel: str, address: str) -> Any:
    return select(Conversation.id).where(
        Conversation.channel == channel, Conversation.address == address
    )
