"""What happened with each chat: the facts that reports about chats are made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session, aliased

from admin_api.reports.shape import Named, Period
from handoff import sight
from handoff.rules import catalogue, desk
from handoff.store.models import Conversation, Direction, Exchange, Handoff, Person

CHANNELS = {
    "console": "Terminal",
    "phone": "Teléfono",
    "telegram": "Telegram",
    "webchat": "Chat web",
    "whatsapp": "WhatsApp",
}
NO_CATEGORY = Named(None, "Sin categoría")
NO_ANALYST = Named(None, "Sin analista")
TAKEN_UNASKED = "taken"  # the reason of a handoff that nobody waited for; handoff.queue
RATING = "califica:"  # begins the payload of a button of the survey; bot.dialogue.aftercare


class Outcome(StrEnum):
    """What became of a chat: exactly one of these."""

    attended = "attended"
    bot_alone = "bot_alone"
    abandoned = "abandoned"
    unanswered = "unanswered"
    open = "open"


@dataclass(frozen=True, slots=True)
class Chat:
    """`waited`: from asking for a person until one took it. `answered`: until one wrote."""

    day: date
    channel: Named
    category: Named
    analyst: Named
    outcome: Outcome
    waited: timedelta | None
    answered: timedelta | None


def received(session: Session, period: Period, reader: Person | None) -> list[Chat]:
    """The chats whose first message was logged in the period, of those that this reader may see.
    Who only answers the survey about a chat that is closed begins no other."""
    zone = desk.load().zone
    begins, ends = period.bounds(zone)
    found = _chats_between(begins, ends)
    rows = session.execute(found.where(sight.of_conversations(reader)) if reader else found)
    chats = (list(chat) for _, chat in groupby(rows, key=lambda row: row.id))
    return [
        _chat(chat, chat[0].first_at.astimezone(zone).date())
        for chat in chats
        if chat[0].first_at and begins <= chat[0].first_at < ends and not _only_rates(chat[0])
    ]


def _only_rates(chat: Row[Any]) -> bool:
    has_matter = chat.category or chat.reason
    return not has_matter and (chat.pressed or "").startswith(RATING)


def _chats_between(begins: datetime, ends: datetime) -> Select[*tuple[Any, ...]]:
    """A row for each handoff of a chat, or one for a chat without any. One statement, so that
    everything is of the same instant. It may give a chat too many at the edges of the period: a
    web chat can be opened before its first message."""
    written = aliased(Exchange)
    first = (
        select(written.id)
        .where(written.conversation_id == Conversation.id, written.direction == Direction.inbound)
        .order_by(written.seq)
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            Conversation.id,
            Conversation.channel,
            Conversation.category,
            Conversation.closed_at,
            Conversation.closing,
            Exchange.at.label("first_at"),
            Exchange.content["payload"].as_string().label("pressed"),
            Handoff.reason,
            Handoff.requested_at,
            Handoff.claimed_at,
            Handoff.answered_at,
            Handoff.outcome,
            Person.username,
            Person.name,
        )
        .select_from(Conversation)
        .outerjoin(Exchange, Exchange.id == first)
        .outerjoin(Handoff, Handoff.conversation_id == Conversation.id)
        .outerjoin(Person, Person.id == Handoff.claimed_by)
        .where(Conversation.last_at >= begins, Conversation.opened_at < ends)
        .order_by(Conversation.id, Handoff.id)
    )


def _chat(handoffs: Sequence[Row[Any]], day: date) -> Chat:
    chat = handoffs[0]
    return Chat(
        day=day,
        channel=Named(chat.channel, CHANNELS.get(chat.channel, chat.channel)),
        category=_category(chat.category),
        analyst=_analyst(handoffs),
        outcome=_outcome(handoffs),
        waited=_first(
            each.claimed_at - each.requested_at
            for each in handoffs
            if each.claimed_at and each.reason != TAKEN_UNASKED
        ),
        answered=_first(
            each.answered_at - each.requested_at for each in handoffs if each.answered_at
        ),
    )


def _category(key: str | None) -> Named:
    return Named(key, catalogue.load().name(key)) if key else NO_CATEGORY


def _analyst(handoffs: Sequence[Row[Any]]) -> Named:
    """Who had the chat last, of those under whom it was answered if there are any."""
    answered = [each for each in handoffs if each.answered_at]
    taken = [each for each in answered or handoffs if each.username]
    return Named(taken[-1].username, taken[-1].name) if taken else NO_ANALYST


def _outcome(handoffs: Sequence[Row[Any]]) -> Outcome:
    last = handoffs[-1]
    if any(each.answered_at for each in handoffs):
        return Outcome.attended
    if last.closed_at is None:
        return Outcome.open
    if last.closing != "attended":
        return Outcome.abandoned
    # The chat was closed while a person had it, or while it waited for one.
    return Outcome.unanswered if last.outcome == "closed" else Outcome.bot_alone


def _first(durations: Iterable[timedelta]) -> timedelta | None:
    return next(iter(durations), None)
