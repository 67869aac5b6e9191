"""A message that did not reach the citizen, or may not have, ends at a person with the reason."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.replies import FOR_STAFF
from handoff import conversations, exchanges, queue
from handoff.exchanges import Outcome
from handoff.rules import desk
from handoff.rules.reasons import Reason
from handoff.store.models import Author, Conversation, Delivery, Exchange, Owner

NOTES = {
    Delivery.unknown: FOR_STAFF["unknown"],
    Delivery.refused: FOR_STAFF["refused"],
}
REFUSALS = {
    exchanges.WINDOW_CLOSED: FOR_STAFF["window_closed"],
    "undeliverable": FOR_STAFF["undeliverable"],
}
HELD = FOR_STAFF["held"]
# The citizen has closed the door: there is nobody to speak to.
GONE = ("blocked", "deactivated", "not started", "chat not found", "forbidden")


def attend(session: Session, outcomes: Iterable[Outcome], now: datetime) -> None:
    """Annotate the conversations of what failed or must wait; a bot that cannot be heard asks for a
    person, or ends the conversation of a citizen who closed the door."""
    for outcome in sorted(outcomes, key=lambda each: each.exchange_id):
        if note := _note(outcome):
            exchange = session.get_one(Exchange, outcome.exchange_id)
            conversation = conversations.lock_id(session, exchange.conversation_id)
            exchanges.note(session, conversation, note, now, None)
            _move_on(session, conversation, exchange, outcome, now)


def _note(outcome: Outcome) -> str | None:
    """What the staff reads about it; None if there is nothing to tell."""
    if outcome.held_after is not None:
        return HELD
    known = REFUSALS.get(outcome.reason or "") if outcome.delivery is Delivery.refused else None
    return known or NOTES.get(outcome.delivery)


def _move_on(
    session: Session,
    conversation: Conversation,
    exchange: Exchange,
    outcome: Outcome,
    now: datetime,
) -> None:
    if outcome.delivery not in NOTES:
        return
    if conversation.owner is not Owner.bot or exchange.author is Author.analyst:
        return
    if outcome.delivery is Delivery.refused and outcome.reason in GONE:
        conversations.close(session, conversation, "clock", "abandoned", now)
    else:
        need = queue.need(Reason.undelivered, 3, desk.load(), now)
        conversations.hand_over(session, conversation, need, now)
