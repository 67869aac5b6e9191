"""What we say: written down as owed first, and only then sent by bot.delivery."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from handoff.exchanges.chain import CHAINED, digest
from handoff.exchanges.horizon import announce
from handoff.store import touch
from handoff.store.models import Author, Conversation, Delivery, Direction, Exchange, Person


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be said to the citizen, and by whom. `asks` says that the answer is to be typed,
    and what a channel may offer beside typing: "location", "contact", or just "words"; then the
    buttons are words that may be typed as well. `kind` is for screens that set it apart: "welcome",
    "danger", "case" (a new folio with its key). `language` is said if it is not Spanish."""

    text: str
    author: Author = Author.bot
    person: Person | None = None
    buttons: tuple[tuple[str, str], ...] = ()
    asks: str | None = None
    kind: str | None = None
    language: str | None = None

    @property
    def content(self) -> dict[str, Any] | None:
        """What is logged besides the text."""
        content: dict[str, Any] = {}
        if self.buttons:
            content["buttons"] = [list(each) for each in self.buttons]
        if self.asks:
            content["asks"] = self.asks
        if self.kind:
            content["kind"] = self.kind
        if self.language:
            content["language"] = self.language
        return content or None


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
        "content": words.content,
        "received_at": now,
        "at": now,
    }
    said = [row[name] for name in CHAINED]
    row["digest"] = conversation.head = digest(conversation.head, conversation.key, said)
    conversation.last_at = now
    announce(session.connection())
    exchange = Exchange(**row, conversation=conversation, handled_at=now)
    session.add(exchange)
    # Flushed one by one: ids must rise with seq, since readers follow ids.
    session.flush()
    touch(session, conversation.channel, conversation.address)
    return exchange


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


def refuse_owed(session: Session, channel: str, address: str, reason: str) -> None:
    """Nothing that waits can reach this address."""
    session.execute(
        update(Exchange)
        .where(
            Exchange.conversation_id.in_(_conversations_of(channel, address)),
            Exchange.delivery == Delivery.owed,
        )
        .values(delivery=Delivery.refused, delivery_reason=reason, try_at=None)
        .execution_options(synchronize_session=False)
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
