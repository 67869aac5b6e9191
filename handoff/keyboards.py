"""Buttons that are done with: which messages are to be shown without them.

Owed like messages are, in the transaction that answers the citizen, but apart from them: an edit
holds no message up, and may be repeated, since twice is the same as once.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from handoff import exchanges
from handoff.exchanges import Outbound
from handoff.exchanges.undelivered import UNDELIVERED
from handoff.store.models import Conversation, Direction, Exchange, Keyboard

EDITED = ("telegram",)  # channels where a message that was sent can be shown otherwise
FARTHEST_BACK = 10  # messages among which the buttons of a conversation are looked for


@dataclass(frozen=True, slots=True)
class Answer:
    """What the citizen chose, as the payload of a button has it, and the channel's id of the
    message whose button was pressed; none if it was typed."""

    payload: str | None
    message_id: str | None = None


@dataclass(frozen=True, slots=True)
class Spent:
    """A message whose buttons are to be taken away."""

    outbound: Outbound
    message_id: str | None
    chosen: str | None
    attempts: int


def spend(session: Session, conversation: Conversation, answer: Answer, now: datetime) -> None:
    """The buttons shown so far in this conversation are done with. The one that was pressed, too,
    if it is older: its message could not be edited, or the conversation was another."""
    if conversation.channel not in EDITED:
        return
    shown = _shown(session, conversation)
    for exchange in shown:
        is_meant = answer.message_id in (None, exchange.channel_message_id)
        chosen = _label(exchange, answer.payload) if is_meant else None
        session.add(Keyboard(exchange_id=exchange.id, chosen=chosen, spent_at=now, try_at=now))
    if answer.message_id not in (None, *(each.channel_message_id for each in shown)):
        _again(session, conversation, answer.message_id, now)


def due(session: Session, channels: Collection[str], now: datetime, limit: int) -> list[Spent]:
    """What may be edited now, oldest first."""
    rows = (
        select(Keyboard, Exchange.channel_message_id)
        .join(Exchange, Exchange.id == Keyboard.exchange_id)
        .join(Exchange.conversation)
        .where(
            Keyboard.try_at <= now,
            Exchange.delivery.not_in(UNDELIVERED),
            Conversation.channel.in_(channels),
        )
        .order_by(Keyboard.try_at)
        .limit(limit)
    )
    return [
        Spent(exchanges.sent(session, row.exchange_id), message_id, row.chosen, row.attempts)
        for row, message_id in session.execute(rows).all()
    ]


def settle(session: Session, exchange_id: int, try_at: datetime | None) -> None:
    """It was tried: once more then, or never again."""
    tried = update(Keyboard).where(Keyboard.exchange_id == exchange_id)
    session.execute(tried.values(attempts=Keyboard.attempts + 1, try_at=try_at))


def _shown(session: Session, conversation: Conversation) -> list[Exchange]:
    """Messages with buttons since those that are done with already."""
    done = (
        select(func.max(Keyboard.exchange_id))
        .join(Exchange, Exchange.id == Keyboard.exchange_id)
        .where(Exchange.conversation_id == conversation.id)
    )
    last = (
        select(Exchange)
        .where(
            Exchange.conversation_id == conversation.id,
            Exchange.direction == Direction.outbound,
            Exchange.id > func.coalesce(done.scalar_subquery(), 0),
        )
        .order_by(Exchange.id.desc())
        .limit(FARTHEST_BACK)
    )
    return [each for each in session.scalars(last) if _has_buttons(each)]


def _has_buttons(exchange: Exchange) -> bool:
    """Where the answer is typed, the buttons are words to type (see Words.asks)."""
    content = exchange.content or {}
    return "asks" not in content and any(
        not payload.startswith("tel:") for _, payload in content.get("buttons", ())
    )


def _label(exchange: Exchange, payload: str | None) -> str | None:
    buttons = (exchange.content or {}).get("buttons", ())
    return next((label for label, behind in buttons if behind == payload), None)


def _again(
    session: Session, conversation: Conversation, message_id: str | None, now: datetime
) -> None:
    pressed = (
        select(Exchange)
        .join(Exchange.conversation)
        .where(
            Conversation.channel == conversation.channel,
            Conversation.address == conversation.address,
            Exchange.direction == Direction.outbound,
            Exchange.channel_message_id == message_id,
        )
    )
    for exchange in session.scalars(pressed.order_by(Exchange.id.desc()).limit(1)):
        keyboard = session.get(Keyboard, exchange.id)
        if keyboard is None:
            session.add(Keyboard(exchange_id=exchange.id, chosen=None, spent_at=now, try_at=now))
        else:
            keyboard.attempts, keyboard.try_at = 0, now
