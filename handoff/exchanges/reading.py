"""Reading the log after a cursor, and what waits to be handled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session, joinedload, selectinload

from handoff.exchanges.horizon import settled
from handoff.exchanges.undelivered import UNDELIVERED
from handoff.store.models import Author, Conversation, Direction, Exchange, Owner


@dataclass(frozen=True, slots=True)
class Unhandled:
    """A received message that nothing was done about yet."""

    exchange_id: int
    conversation_id: int
    text: str
    content: dict[str, Any] | None
    failures: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Heard:
    """The last message of a citizen: its exchange, and when they wrote it."""

    exchange_id: int
    at: datetime
    content: dict[str, Any] | None


def last_heard(session: Session, channel: str, address: str) -> Heard | None:
    """None if nobody ever wrote from this address."""
    row = (
        select(Exchange.id, Exchange.received_at, Exchange.content)
        .join(Exchange.conversation)
        .where(
            Conversation.channel == channel,
            Conversation.address == address,
            Exchange.direction == Direction.inbound,
        )
        .order_by(Exchange.id.desc())
        .limit(1)
    )
    found = session.execute(row).first()
    return Heard(*found) if found else None


def after(
    session: Session, cursor: int, channel: str, address: str, limit: int = 200
) -> Sequence[Exchange]:
    """What a citizen's client has not seen: everything said on this address, notes apart."""
    rows = (
        select(Exchange)
        .join(Exchange.conversation)
        .where(
            Conversation.channel == channel,
            Conversation.address == address,
            Exchange.id > cursor,
            Exchange.direction != Direction.note,
        )
        .order_by(Exchange.id)
        .limit(limit)
    )
    return session.scalars(rows).all()


def after_anywhere(session: Session, cursor: int, limit: int = 200) -> Sequence[Exchange]:
    """What staff has not seen, of every conversation, with the conversation and files
    loaded."""
    rows = (
        select(Exchange)
        .options(joinedload(Exchange.conversation), selectinload(Exchange.files))
        .where(Exchange.id > cursor, settled(session))
        .order_by(Exchange.id)
        .limit(limit)
    )
    return session.scalars(rows).all()


def last_id(session: Session) -> int:
    return session.scalar(select(func.max(Exchange.id)).where(settled(session))) or 0


def language(session: Session, conversation_id: int) -> str | None:
    """That of our last words there: "en", None Spanish."""
    ours = (Exchange.conversation_id == conversation_id) & (Exchange.author == Author.bot)
    row = select(Exchange.content).where(ours).order_by(Exchange.id.desc()).limit(1)
    return (session.scalar(row) or {}).get("language")


def transcript(
    session: Session, conversation: Conversation, cursor: int = 0, limit: int = 200
) -> Sequence[Exchange]:
    """The exchanges of one conversation after `cursor`, oldest first, notes included, with their
    files."""
    rows = select(Exchange).where(Exchange.conversation_id == conversation.id, Exchange.id > cursor)
    rows = rows.options(selectinload(Exchange.files)).order_by(Exchange.id).limit(limit)
    return session.scalars(rows).all()


def before_edit(
    session: Session, conversation: Conversation, message_id: str, edit_id: int
) -> str | None:
    """How a message of the citizen read before this edit of it, in whatever conversation."""
    ids = (Exchange.content[each].as_string() for each in ("message_id", "edit_of"))
    row = (
        select(Exchange.text)
        .join(Exchange.conversation)
        .where(
            Conversation.channel == conversation.channel,
            Conversation.address == conversation.address,
            Exchange.direction == Direction.inbound,
            Exchange.id < edit_id,
            or_(*(each == message_id for each in ids)),
        )
        .order_by(Exchange.id.desc())
        .limit(1)
    )
    return session.scalar(row)


_UNHANDLED = (Exchange.direction == Direction.inbound) & Exchange.handled_at.is_(None)


def unhandled(session: Session, now: datetime, limit: int = 100) -> list[Unhandled]:
    """Received messages that wait for the desk, oldest first; those that were put off only when
    they come due, or with another one of their conversation."""
    due = Exchange.try_at.is_(None) | (Exchange.try_at <= now)
    found = _unhandled(session, due, limit)
    theirs = {each.conversation_id for each in found}
    late = (Exchange.try_at > now) & Exchange.conversation_id.in_(theirs)
    return sorted([*found, *_unhandled(session, late)], key=lambda each: each.exchange_id)


def _unhandled(
    session: Session, which: ColumnElement[bool], limit: int | None = None
) -> list[Unhandled]:
    waiting = (
        select(
            Exchange.id,
            Exchange.conversation_id,
            Exchange.text,
            Exchange.content,
            Exchange.failures,
            Exchange.at,
        )
        .where(_UNHANDLED, which)
        .order_by(Exchange.id)
        .limit(limit)
    )
    return [Unhandled(*row) for row in session.execute(waiting)]


def put_off(session: Session, ids: Sequence[int], until: datetime) -> None:
    """More may come that belongs to these messages: the desk takes them then."""
    waiting = update(Exchange).where(Exchange.id.in_(ids), Exchange.handled_at.is_(None))
    session.execute(waiting.values(try_at=until).execution_options(synchronize_session=False))


def has_put_off(session: Session, conversation: Conversation) -> bool:
    """Whether messages of it are to be answered in a moment."""
    of_it = Exchange.conversation_id == conversation.id
    waiting = select(Exchange.id).where(_UNHANDLED, of_it, Exchange.try_at.is_not(None))
    return session.scalar(waiting.limit(1)) is not None


def next_due(session: Session, after: datetime) -> datetime | None:
    """When the first of the messages comes due that are put off until later than `after`."""
    return session.scalar(
        select(func.min(Exchange.try_at)).where(_UNHANDLED, Exchange.try_at > after)
    )


_SILENT = {"edit_of", "reaction", "deletes", "system"}


def awaiting_bot(session: Session, channels: Collection[str], limit: int) -> list[tuple[str, str]]:
    """Channel and address of citizens whose last words the bot is about to answer, longest waiting
    first. An edit may need no answer, and some things never do."""
    rows = (
        select(Conversation.channel, Conversation.address, Exchange.content)
        .join(Exchange.conversation)
        .where(
            Exchange.direction == Direction.inbound,
            Exchange.handled_at.is_(None),
            Conversation.owner.in_((Owner.bot, Owner.queue)),
            Conversation.channel.in_(channels),
        )
        .order_by(Exchange.id)
        .limit(limit)
    )
    waiting = (row for row in session.execute(rows) if not _SILENT & set(row.content or ()))
    return list(dict.fromkeys((row.channel, row.address) for row in waiting))


def lock_waiting(session: Session, ids: Sequence[int]) -> Sequence[Exchange]:
    """Those of these messages that still wait, locked, oldest first."""
    rows = select(Exchange).where(Exchange.id.in_(ids)).order_by(Exchange.id)
    rows = rows.with_for_update(of=Exchange).execution_options(populate_existing=True)
    return [each for each in session.scalars(rows) if each.handled_at is None]


def count_unhandled(session: Session) -> int:
    return session.scalar(select(func.count()).where(_UNHANDLED)) or 0


def count_owed(session: Session) -> int:
    return session.scalar(select(func.count()).where(Exchange.delivery.in_(UNDELIVERED))) or 0


def handled(exchange: Exchange, understanding: dict[str, Any] | None, now: datetime) -> None:
    exchange.understanding = understanding
    exchange.handled_at = now


def failed(session: Session, exchange_id: int) -> int:
    """Count a failure to handle; how many there were."""
    counted = (
        update(Exchange)
        .where(Exchange.id == exchange_id)
        .values(failures=Exchange.failures + 1)
        .returning(Exchange.failures)
        .execution_options(synchronize_session=False)
    )
    return session.scalars(counted).one()
