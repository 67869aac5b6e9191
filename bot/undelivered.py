"""A message that did not reach the citizen, or may not have, ends at a person with the reason."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from handoff import conversations, exchanges, queue
from handoff.exchanges import Outcome
from handoff.rules import desk
from handoff.rules.reasons import Reason
from handoff.store.models import Author, Conversation, Delivery, Exchange, Owner

NOTES = {
    Delivery.unknown: "No se sabe si llegó el mensaje anterior: el canal no respondió a tiempo.",
    Delivery.refused: "El canal rechazó el mensaje anterior; pudo bloquear el chat.",
}


def attend(session: Session, outcomes: Iterable[Outcome], now: datetime) -> None:
    """Annotate the conversations of what failed; a bot that cannot be heard asks for a person, or
    ends the conversation of a citizen who closed the door."""
    for outcome in sorted(outcomes, key=lambda each: each.exchange_id):
        if outcome.delivery in NOTES:
            exchange = session.get_one(Exchange, outcome.exchange_id)
            conversation = conversations.lock_id(session, exchange.conversation_id)
            exchanges.note(session, conversation, NOTES[outcome.delivery], now, None)
            _move_on(session, conversation, exchange, outcome.delivery, now)


def _move_on(
    session: Session,
    conversation: Conversation,
    exchange: Exchange,
    became: Delivery,
    now: datetime,
) -> None:
    if conversation.owner is not Owner.bot or exchange.author is Author.analyst:
        return
    if became is Delivery.refused:
        conversations.close(session, conversation, "clock", "abandoned", now)
    else:
        need = queue.need(Reason.undelivered, 3, desk.load(), now)
        conversations.hand_over(session, conversation, need, now)
