"""Who is writing at this moment, for whoever looks on. Nothing of it is kept: a hint from socket to
socket, while the conversation goes on."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff import sight
from handoff.conversations import ConversationNotFound
from handoff.store import topic
from handoff.store.models import Conversation, Owner, Person

EVERY = 2.0  # seconds between two hints of one screen; what comes in between is not passed on


def of_citizen(channel: str, address: str) -> str:
    """The topic of the hint that this citizen writes."""
    return f"citizen {topic(channel, address)}"


def of_analyst(channel: str, address: str) -> str:
    """The topic of the hint that who attends this citizen writes."""
    return f"analyst {topic(channel, address)}"


def is_open(session: Session, channel: str, address: str) -> bool:
    """Whether this citizen has a conversation that goes on."""
    row = select(Conversation.id).where(
        Conversation.channel == channel,
        Conversation.address == address,
        Conversation.closed_at.is_(None),
    )
    return session.scalar(row) is not None


def attended(session: Session, key: str, analyst: Person) -> Conversation | None:
    """The conversation, if this person attends it now."""
    found = seen(session, key, analyst)
    return found if found and found.analyst_id == analyst.id else None


def seen(session: Session, key: str, reader: Person) -> Conversation | None:
    """The conversation, if it goes on and this person may see it."""
    try:
        found = sight.conversation(session, key, reader)
    except ConversationNotFound:
        return None
    return None if found.owner is Owner.closed else found
