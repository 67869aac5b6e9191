"""What each person of the desk may see.

Complaints about public servants and about this desk are reserved (`catalogue.yml`): they are seen
by who supervises, and by the analyst who attends the conversation; while one waits because of
danger to life, by everybody. A conversation stays reserved whatever else is told in it.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from handoff import cases, conversations, queue
from handoff.cases import CaseNotFound
from handoff.conversations import ConversationNotFound
from handoff.rules import catalogue, folio
from handoff.store.models import Case, Conversation, Direction, Event, Exchange, Handoff, Person


def of_conversations(reader: Person) -> ColumnElement[bool]:
    """Which conversations this person may see: a condition on Conversation."""
    if reader.supervises:
        return true()
    return or_(Conversation.is_reserved.is_(False), _entrusted(reader))


def of_cases(reader: Person) -> ColumnElement[bool]:
    """Which cases: a condition on Case. One may be reserved where its conversation is not."""
    if reader.supervises:
        return true()
    is_open = Conversation.is_reserved.is_(False) & ~_is_reserved()
    return _conversation(Case.conversation_id, or_(is_open, _entrusted(reader)))


def of_exchanges(reader: Person) -> ColumnElement[bool]:
    """Which messages: a condition on Exchange. Until one is understood nobody knows what it is
    about: only who may see what is reserved there reads it before."""
    if reader.supervises:
        return true()
    is_understood = (Exchange.direction != Direction.inbound) | Exchange.handled_at.is_not(None)
    read = or_(
        is_understood & Conversation.is_reserved.is_(False),
        _entrusted(reader),
    )
    return _conversation(Exchange.conversation_id, read)


def of_handoffs(reader: Person) -> ColumnElement[bool]:
    """Who is seen to wait: a condition on Handoff."""
    return _in_sight(Handoff.conversation_id, reader)


def of_events(reader: Person) -> ColumnElement[bool]:
    """Which events of a case in sight: a condition on Event. What is told of it in a reserved
    conversation stays there."""
    return _in_sight(Event.conversation_id, reader)


def conversation(session: Session, key: str, reader: Person) -> Conversation:
    """With its analyst loaded. Raises ConversationNotFound, also for what is out of sight."""
    return _seen(session, conversations.get(session, key), reader)


def lock_conversation(session: Session, key: str, reader: Person) -> Conversation:
    """The same, locked until the end of the transaction."""
    return _seen(session, conversations.lock(session, key), reader)


def case(session: Session, written: str, reader: Person) -> Case:
    """The case of this folio. Raises CaseNotFound, also for what is out of sight."""
    found = cases.by_folio(session, written)
    if not _matches(session, Case.id, found.id, of_cases(reader)):
        raise CaseNotFound(written)
    return found


def lock_case(session: Session, written: str, reader: Person) -> Case:
    """The same, locked after the conversations that its citizen may be told in: the bot locks
    conversations before their cases, and so must we."""
    cases.lock_conversations(session, case(session, written, reader))
    cases.lock(session, written)
    return case(session, written, reader)


def rows(session: Session, found: Iterable[Exchange], reader: Person) -> list[Exchange]:
    """Those of these messages that this person may read now."""
    found = list(found)
    if reader.supervises or not found:
        return found
    ids = [each.id for each in found]
    read = set(
        session.scalars(select(Exchange.id).where(Exchange.id.in_(ids), of_exchanges(reader)))
    )
    return [each for each in found if each.id in read]


def reads(session: Session, exchange_id: int | None, reader: Person) -> bool:
    """Whether this person may read the message now."""
    row = select(Exchange.id).where(Exchange.id == exchange_id, of_exchanges(reader))
    return session.scalar(row) is not None


def speaks_of(session: Session, conversation: Conversation, texts: Iterable[str]) -> None:
    """What names the folio of something reserved is reserved."""
    named = {number for text in texts for number in folio.named(text)}
    if not named or conversation.is_reserved:
        return
    row = select(Case.id).join(Conversation, Conversation.id == Case.conversation_id)
    row = row.where(Case.folio.in_(named), or_(_is_reserved(), Conversation.is_reserved))
    if session.scalar(row.limit(1)) is not None:
        conversation.is_reserved = True


def lift(session: Session, conversation: Conversation, by: Person) -> None:
    """Who supervises has said what the conversation is about: it is reserved no longer, if neither
    that is nor any case of it."""
    if not by.supervises or catalogue.is_reserved(conversation.category):
        return
    row = select(Case.id).where(Case.conversation_id == conversation.id, _is_reserved())
    conversation.is_reserved = session.scalar(row.limit(1)) is not None


def _seen(session: Session, conversation: Conversation, reader: Person) -> Conversation:
    if not _matches(session, Conversation.id, conversation.id, of_conversations(reader)):
        raise ConversationNotFound(conversation.key)
    return conversation


def _matches(session: Session, column: Any, row_id: int, condition: ColumnElement[bool]) -> bool:
    return session.scalar(select(column).where(column == row_id, condition)) is not None


def _in_sight(conversation_id: Any, reader: Person) -> ColumnElement[bool]:
    if reader.supervises:
        return true()
    return _conversation(conversation_id, of_conversations(reader))


def _conversation(conversation_id: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    row = select(Conversation.id).where(Conversation.id == conversation_id, condition)
    return row.correlate_except(Conversation).exists()


def _entrusted(reader: Person) -> ColumnElement[bool]:
    """Whoever attends it; or anybody, while it waits because of danger to life."""
    waits = aliased(Handoff)
    in_danger = select(waits.id).where(
        waits.conversation_id == Conversation.id,
        waits.ended_at.is_(None),
        waits.claimed_at.is_(None),
        waits.priority == queue.DANGER,
    )
    return or_(Conversation.analyst_id == reader.id, in_danger.correlate_except(waits).exists())


def _is_reserved() -> ColumnElement[bool]:
    keys = catalogue.reserved()
    return or_(Case.category.in_(keys), func.coalesce(Case.also, "").in_(keys))
