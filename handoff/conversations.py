"""What the desk does with conversations: take, answer, note, transfer, return, close.

Every verb takes the conversation locked (`lock`): nobody else changes it until the commit.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from handoff import events, exchanges, queue
from handoff.events import Change
from handoff.exchanges import Words
from handoff.store import touch
from handoff.store.models import Author, Conversation, Exchange, Owner, Person


class ConversationNotFound(LookupError):  # noqa: N818
    def __init__(self, key: str) -> None:
        super().__init__(f"No hay una conversación {key}.")


class AlreadyTaken(ValueError):  # noqa: N818
    """Somebody else attends this conversation. `by` is their name."""

    def __init__(self, by: str) -> None:
        super().__init__(f"La conversación ya la atiende {by}.")
        self.by = by


class NotYours(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("Tome la conversación antes de hacer esto.")


class ForSupervision(ValueError):  # noqa: N818
    """What is reserved is not attended by whom it may be about."""

    def __init__(self) -> None:
        super().__init__("Es un asunto reservado: lo da quien supervisa.")


class ConversationClosed(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("La conversación ya está cerrada.")


def get(session: Session, key: str) -> Conversation:
    """The conversation with its analyst loaded. Raises ConversationNotFound."""
    return _one(session, key, for_update=False)


def lock(session: Session, key: str) -> Conversation:
    """The same, locked until the end of the transaction."""
    return _one(session, key, for_update=True)


def lock_free(session: Session, conversation_id: int) -> Conversation | None:
    """The conversation, locked; None if another process is working on it now."""
    row = select(Conversation).where(Conversation.id == conversation_id)
    return session.scalar(
        row.with_for_update(skip_locked=True, of=Conversation).execution_options(
            populate_existing=True
        )
    )


def lock_all_free(session: Session, ids: Collection[int]) -> Sequence[Conversation]:
    """Those of these conversations that no other process is working on now, locked."""
    rows = select(Conversation).where(Conversation.id.in_(ids)).order_by(Conversation.id)
    rows = rows.with_for_update(skip_locked=True, of=Conversation)
    return session.scalars(rows.execution_options(populate_existing=True)).all()


def lock_id(session: Session, conversation_id: int) -> Conversation:
    """The conversation of this id, locked, when its row is known to exist."""
    row = select(Conversation).where(Conversation.id == conversation_id)
    row = row.with_for_update(of=Conversation).execution_options(populate_existing=True)
    return session.scalars(row).one()


def open_of(session: Session, channel: str, address: str) -> Conversation | None:
    """The open conversation of an address, locked, if there is one."""
    row = select(Conversation).where(
        Conversation.channel == channel,
        Conversation.address == address,
        Conversation.closed_at.is_(None),
    )
    return session.scalar(
        row.with_for_update(of=Conversation).execution_options(populate_existing=True)
    )


def current(session: Session, conversation: Conversation, now: datetime) -> Conversation:
    """Where to act on a message of this conversation: itself; or, if it was closed before the
    message was handled, the one that the citizen has opened since; or itself, reopened."""
    if conversation.owner is not Owner.closed:
        return conversation
    since = select(Conversation.id).where(
        Conversation.channel == conversation.channel,
        Conversation.address == conversation.address,
        Conversation.closed_at.is_(None),
    )
    if (opened := session.scalar(since)) is not None:
        return lock_id(session, opened)
    _move(session, conversation, Owner.bot, Change("reopen"), "citizen", now)
    conversation.closed_at = conversation.closing = None
    return conversation


def claim(session: Session, conversation: Conversation, person: Person, now: datetime) -> None:
    """A person takes the conversation over: from here on the bot is silent, and what it had still
    to say is dropped. Claiming what is already one's own changes nothing. Raises AlreadyTaken,
    ConversationClosed, ForSupervision."""
    if conversation.owner is Owner.closed:
        raise ConversationClosed
    if conversation.analyst_id == person.id:
        return
    if not person.supervises and queue.is_for_supervision(session, conversation):
        raise ForSupervision
    if conversation.analyst is not None:
        raise AlreadyTaken(conversation.analyst.name)
    _move(session, conversation, Owner.analyst, Change("claim"), person, now)
    conversation.analyst_id, conversation.analyst = person.id, person
    conversation.idle_at = None
    queue.taken(session, conversation, person, now)
    exchanges.drop_replies(session, conversation)


def answer(
    session: Session, conversation: Conversation, person: Person, text: str, now: datetime
) -> Exchange:
    """Words of the analyst who attends, owed to the citizen. Raises NotYours."""
    _must_attend(conversation, person)
    queue.answered(session, conversation, now)
    return exchanges.queue(session, conversation, Words(text, Author.analyst, person), now)


def note(
    session: Session, conversation: Conversation, person: Person, text: str, now: datetime
) -> Exchange:
    """Words among staff: everybody who may read the conversation may annotate it."""
    return exchanges.note(session, conversation, text, now, person)


def transfer(
    session: Session, conversation: Conversation, by: Person, to: Person, now: datetime
) -> None:
    """Give the conversation to a colleague. Raises NotYours unless one attends or supervises;
    ForSupervision if it is reserved, unless either of both supervises."""
    must_answer_for(conversation, by)
    if conversation.is_reserved and not (by.supervises or to.supervises):
        raise ForSupervision
    if conversation.owner is Owner.closed:
        raise ConversationClosed
    before = conversation.analyst.username if conversation.analyst else None
    change = Change("transfer", before, to.username)
    _move(session, conversation, Owner.analyst, change, by, now)
    conversation.analyst_id, conversation.analyst = to.id, to
    queue.taken(session, conversation, to, now)
    exchanges.drop_replies(session, conversation)


def give_back(session: Session, conversation: Conversation, person: Person, now: datetime) -> None:
    """Return the conversation to the bot, which starts afresh with the next message."""
    _must_attend(conversation, person)
    queue.end(session, conversation, "returned", now)
    _move(session, conversation, Owner.bot, Change("return"), person, now)
    conversation.analyst_id = conversation.analyst = None
    conversation.dialogue = None


def hand_over(
    session: Session, conversation: Conversation, need: queue.Need, now: datetime
) -> None:
    """The bot asks for a person. A conversation that waits already keeps its place; it moves up if
    the new reason is more urgent."""
    queue.ask(session, conversation, need, now)
    if conversation.owner is Owner.bot:
        _move(session, conversation, Owner.queue, Change("hand_over", why=need.reason), "bot", now)
    conversation.idle_at = None


def leave_queue(session: Session, conversation: Conversation, now: datetime) -> None:
    """The citizen no longer wants to wait for a person."""
    queue.end(session, conversation, "cancelled", now)
    _move(session, conversation, Owner.bot, Change("leave_queue"), "citizen", now)


def close(
    session: Session, conversation: Conversation, by: Person | str, closing: str, now: datetime
) -> None:
    """End the conversation; the citizen's next message opens another. `closing` is attended,
    abandoned or cancelled. Raises ConversationClosed, NotYours."""
    if conversation.owner is Owner.closed:
        raise ConversationClosed
    if isinstance(by, Person):
        must_answer_for(conversation, by)
    queue.end(session, conversation, "closed", now)
    _move(session, conversation, Owner.closed, Change("close", why=closing), by, now)
    conversation.analyst_id = conversation.analyst = None
    conversation.closed_at, conversation.closing = now, closing
    conversation.dialogue = None
    conversation.idle_at = None


def must_answer_for(conversation: Conversation, person: Person) -> None:
    """Raises NotYours, ConversationClosed unless the person attends it, or supervises."""
    if not person.supervises:
        _must_attend(conversation, person)


def _one(session: Session, key: str, *, for_update: bool) -> Conversation:
    # The analyst comes with a query of its own: PostgreSQL, after waiting for a lock, brings the
    # new conversation beside the old row of a join.
    row = select(Conversation).where(Conversation.key == key)
    row = row.options(selectinload(Conversation.analyst))
    if for_update:
        row = row.with_for_update().execution_options(populate_existing=True)
    conversation = session.scalar(row)
    if conversation is None:
        raise ConversationNotFound(key)
    return conversation


def _must_attend(conversation: Conversation, person: Person) -> None:
    if conversation.owner is Owner.closed:
        raise ConversationClosed
    if conversation.analyst_id != person.id:
        raise NotYours


def _move(  # noqa: PLR0913
    session: Session,
    conversation: Conversation,
    to: Owner,
    change: Change,
    by: Person | str,
    now: datetime,
) -> None:
    before = change.before or conversation.owner.value
    after = change.after or to.value
    conversation.owner = to
    events.of_conversation(
        session, conversation, Change(change.verb, before, after, change.why), by, now
    )
    touch(session, conversation.channel, conversation.address)
