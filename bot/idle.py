"""When the citizen falls silent: a reminder, a pause, and in the end the conversation closes.

The next deadline is a row of the conversation, so it survives a restart. Never for somebody in
danger, and never while a person attends or the citizen waits for one.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import replies
from bot.dialogue import AT_EASE, State, from_json, pending
from bot.replies.asking import typed_answer
from handoff import conversations, exchanges
from handoff.exchanges import Words
from handoff.rules.desk import Desk
from handoff.store.models import Conversation, Direction, Exchange, Owner

AT_ONCE = 50  # conversations attended in one transaction


def expect_answer(conversation: Conversation, state: State, desk: Desk, now: datetime) -> None:
    """Set the next deadline after a turn of the bot."""
    if conversation.owner is not Owner.bot or state.danger_at is not None:
        conversation.idle_at = conversation.idle_step = None
    elif state.stage in AT_EASE and not state.held:
        conversation.idle_at, conversation.idle_step = now + desk.inactivity.end, "end"
    else:
        conversation.idle_at, conversation.idle_step = now + desk.inactivity.remind, "remind"


def attend(session: Session, desk: Desk, now: datetime) -> int:
    """Do what is due for conversations that fell silent; how many."""
    due = select(Conversation.id).where(Conversation.idle_at <= now).limit(AT_ONCE)
    count = 0
    for conversation_id in sorted(session.scalars(due)):
        conversation = conversations.lock_free(session, conversation_id)
        if conversation and conversation.idle_at and conversation.idle_at <= now:
            _step(session, conversation, desk, now)
            count += 1
    return count


def _step(session: Session, conversation: Conversation, desk: Desk, now: datetime) -> None:
    if conversation.owner is not Owner.bot:
        conversation.idle_at = conversation.idle_step = None
        return
    if _has_unhandled(session, conversation):
        return  # the citizen has written: the desk takes it first
    match conversation.idle_step:
        case "remind":
            _say(session, conversation, "remind", desk, now)
            left = desk.inactivity.pause - desk.inactivity.remind
            conversation.idle_at, conversation.idle_step = now + left, "pause"
        case "pause":
            _say(session, conversation, "pause", desk, now)
            conversation.idle_at, conversation.idle_step = now + desk.inactivity.abandon, "abandon"
        case _:
            unfinished = from_json(conversation.dialogue).stage not in AT_EASE
            closing = "abandoned" if unfinished else "attended"
            conversations.close(session, conversation, "clock", closing, now)


def _has_unhandled(session: Session, conversation: Conversation) -> bool:
    written = select(Exchange.id).where(
        Exchange.conversation_id == conversation.id,
        Exchange.direction == Direction.inbound,
        Exchange.handled_at.is_(None),
    )
    return session.scalar(written.limit(1)) is not None


def _say(
    session: Session, conversation: Conversation, what: str, desk: Desk, now: datetime
) -> None:
    state = from_json(conversation.dialogue)
    asks = next(map(typed_answer, pending.question(state)), None)
    what = "go_on" if state.held and what == "remind" else what
    with replies.speaking(state.language or replies.LANGUAGES[0]):
        text = replies.WORDS["idle"][what].format(days=desk.inactivity.abandon.days)
        words = Words(text, asks=asks)
    exchanges.queue(session, conversation, words, now)
