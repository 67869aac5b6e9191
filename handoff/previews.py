"""The first words of the matter, for lists: what a conversation is about, in one line."""

from collections.abc import Collection

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from handoff import sight
from handoff.rules import catalogue
from handoff.store.models import Conversation, Direction, Exchange, Person

LONGEST = 90  # characters
EARLY = 60  # lines of a conversation in which its matter is looked for


def of_conversations(session: Session, reader: Person, ids: Collection[int]) -> dict[int, str]:
    """By conversation, in one line: the first words of danger; failing that, the message that its
    category was understood from; failing that, the first with a matter; failing that, the first
    with words. Those of which this person may read nothing yet are left out."""
    intent = Exchange.understanding["intent"]["name"].as_string()
    has_words = Exchange.text != ""
    is_danger = Exchange.understanding["urgent"]["value"].as_boolean()
    told = func.coalesce(
        func.min(case((has_words & is_danger, Exchange.id))),
        func.min(case((has_words & (intent == Conversation.category), Exchange.id))),
        func.min(case((has_words & intent.in_(catalogue.load().categories), Exchange.id))),
        func.min(case((has_words, Exchange.id))),
        func.min(Exchange.id),
    )
    chosen = (
        select(told)
        .join(Exchange.conversation)
        .where(
            Exchange.conversation_id.in_(ids),
            Exchange.seq <= EARLY,
            Exchange.direction == Direction.inbound,
            sight.of_exchanges(reader),
        )
        .group_by(Exchange.conversation_id)
    )
    rows = select(Exchange.conversation_id, Exchange.text).where(Exchange.id.in_(chosen))
    return {key: first_words(text) for key, text in session.execute(rows)}


def first_words(text: str) -> str:
    """One line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    cut = line[: LONGEST - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
