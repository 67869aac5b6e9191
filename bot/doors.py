"""A citizen closes the chat to us, or opens it again: what is owed, and what the analyst sees."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.channels import Door
from bot.intake import NotRecorded
from bot.replies import FOR_STAFF
from handoff import conversations, exchanges
from handoff.store import Store
from handoff.store.models import Conversation, Direction, Exchange, Owner

BLOCKED = "blocked"
CLOSED, OPENED = FOR_STAFF["door_closed"], FOR_STAFF["door_opened"]


class Doors:
    """Writes down what the channels tell; the same news twice changes nothing."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    async def note(self, door: Door) -> None:
        """Returns once it is durably written. Raises NotRecorded."""
        try:
            await asyncio.to_thread(self._note, door)
        except OperationalError as error:
            raise NotRecorded(type(error).__name__) from None

    def _note(self, door: Door) -> None:
        with self._store.transaction() as session:
            note(session, door, self._now())


def note(session: Session, door: Door, now: datetime) -> None:
    """Behind a closed door everything owed is refused, and a conversation that only the bot holds
    ends. Later messages are tried as ever: the channel knows best."""
    if not door.is_open:
        exchanges.refuse_owed(session, door.channel, door.address, BLOCKED)
    conversation = conversations.open_of(session, door.channel, door.address)
    if conversation is None or door.is_open is not _seems_closed(session, conversation):
        return
    exchanges.note(session, conversation, OPENED if door.is_open else CLOSED, now, None)
    if not door.is_open and conversation.owner is Owner.bot:
        conversations.close(session, conversation, "citizen", "abandoned", now)


def _seems_closed(session: Session, conversation: Conversation) -> bool:
    """By the last news of its door that the conversation holds."""
    news = (
        select(Exchange.text)
        .where(
            Exchange.conversation_id == conversation.id,
            Exchange.direction == Direction.note,
            Exchange.text.in_((CLOSED, OPENED)),
        )
        .order_by(Exchange.id.desc())
    )
    return session.scalar(news.limit(1)) == CLOSED
