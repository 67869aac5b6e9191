"""What each person of the desk may see.

Complaints about public servants and about this desk are reserved (`catalogue.yml`): they are seen
by who supervises, and by the analyst who attends the conversation; while one waits because of
danger to life, by everybody. A conversation stays reserved whatever else is told in it, unless
its matter was misread.

Whom a case concerns (`handoff.concerns`) sees nothing of it, whoever they are, and also while they
attend: except danger to life that waits, or that they came to.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, literal, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from handoff import cases, concerns, conversations, events, queue
from handoff.cases import CaseNotFound
from handoff.concerns import NotForThem
from handoff.conversations import ConversationNotFound
from handoff.events import Change
from handoff.rules import catalogue, folio
from handoff.store.models import (
    Attachment,
    Audit,
    Case,
    Conversation,
    Correction,
    Direction,
    Event,
    Exchange,
    Handoff,
    Person,
)


def of_conversations(reader: Person) -> ColumnElement[bool]:
    """Which conversations this person may see: a condition on Conversation."""
    others = _concerns_others(reader)
    if reader.supervises:
        return others
    return or_(Conversation.is_reserved.is_(False), _entrusted(reader)) & others


def of_cases(reader: Person) -> ColumnElement[bool]:
    """Which cases: a condition on Case. One may be reserved where its conversation is not."""
    others = _concerns_others(reader)
    if reader.supervises:
        return _conversation(Case.conversation_id, others)
    is_open = Conversation.is_reserved.is_(False) & ~_is_reserved()
    return _conversation(Case.conversation_id, or_(is_open, _entrusted(reader)) & others)


def of_exchanges(reader: Person) -> ColumnElement[bool]:
    """Which messages: a condition on Exchange. Until one is understood nobody knows what it is
    about: only who may see what is reserved there reads it before."""
    others = _concerns_others(reader)
    if reader.supervises:
        return _conversation(Exchange.conversation_id, others)
    is_understood = (Exchange.direction != Direction.inbound) | Exchange.handled_at.is_not(None)
    read = or_(
        is_understood & Conversation.is_reserved.is_(False),
        _entrusted(reader),
    )
    return _conversation(Exchange.conversation_id, read & others)


def of_handoffs(reader: Person) -> ColumnElement[bool]:
    """Who is seen to wait: a condition on Handoff."""
    return _conversation(Handoff.conversation_id, of_conversations(reader))


def of_events(reader: Person) -> ColumnElement[bool]:
    """Which events of a case in sight: a condition on Event. What is told of it in a reserved
    conversation stays there."""
    return _conversation(Event.conversation_id, of_conversations(reader))


def of_audits(reader: Person) -> ColumnElement[bool]:
    """Which entries of the audit: a condition on Audit. That others looked at what is kept from
    one would tell of it."""
    kept = concerns.conversations_about(reader)
    said = select(Exchange.id).where(Exchange.conversation_id.in_(kept))
    subjects = union_all(
        select(literal("conversation:") + Conversation.key).where(Conversation.id.in_(kept)),
        select(literal("case:") + Case.folio).where(Case.conversation_id.in_(kept)),
        select(literal("attachment:") + Attachment.key).where(Attachment.exchange_id.in_(said)),
        select(literal("correction:") + cast(Correction.id, String)).where(
            Correction.exchange_id.in_(said)
        ),
    )
    return Audit.subject.not_in(subjects)


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
    if not found:
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


def must_reach(session: Session, conversation: Conversation, to: Person) -> None:
    """Raises NotForThem if who is to attend it would not see it."""
    if not _matches(session, Conversation.id, conversation.id, _concerns_others(to)):
        raise NotForThem(to)


def speaks_of(
    session: Session, conversation: Conversation, texts: Iterable[str], now: datetime
) -> None:
    """What names the folio of something reserved is reserved, and kept from whom that concerns."""
    named = {number for text in texts for number in folio.named(text)}
    if not named:
        return
    rows = select(Case).join(Conversation, Conversation.id == Case.conversation_id)
    rows = rows.where(Case.folio.in_(named), or_(_is_reserved(), Conversation.is_reserved))
    known = select(Event.case_id).where(Event.conversation_id == conversation.id)
    for each in session.scalars(rows).all():
        conversation.is_reserved = True
        if session.scalar(known.where(Event.case_id == each.id).limit(1)) is None:
            change = Change("mention", where=conversation.id)
            events.of_case(session, each, change, "bot", now)


def lift(session: Session, conversation: Conversation, by: Person) -> None:
    """Who supervises has said what the conversation is about: it is reserved no longer, if neither
    that is nor any case of it."""
    if by.supervises and not catalogue.is_reserved(conversation.category):
        conversation.is_reserved = _has_reserved(session, conversation)


def misread(session: Session, conversation: Conversation) -> None:
    """The citizen has said that it is not about what the bot took it for: that reserves nothing."""
    if catalogue.is_reserved(conversation.category):
        conversation.category = None
        conversation.is_reserved = _has_reserved(session, conversation)


def _has_reserved(session: Session, conversation: Conversation) -> bool:
    """A case of it, or one that is named in it."""
    named = select(Event.case_id).where(Event.conversation_id == conversation.id)
    is_here = or_(Case.conversation_id == conversation.id, Case.id.in_(named))
    return session.scalar(select(Case.id).where(is_here, _is_reserved()).limit(1)) is not None


def _seen(session: Session, conversation: Conversation, reader: Person) -> Conversation:
    if not _matches(session, Conversation.id, conversation.id, of_conversations(reader)):
        raise ConversationNotFound(conversation.key)
    return conversation


def _matches(session: Session, column: Any, row_id: int, condition: ColumnElement[bool]) -> bool:
    return session.scalar(select(column).where(column == row_id, condition)) is not None


def _conversation(conversation_id: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    row = select(Conversation.id).where(Conversation.id == conversation_id, condition)
    return row.correlate_except(Conversation).exists()


def _entrusted(reader: Person) -> ColumnElement[bool]:
    """Whoever attends it; or anybody, while it waits because of danger to life."""
    return or_(Conversation.analyst_id == reader.id, _is_in_danger(reader))


def _is_in_danger(reader: Person) -> ColumnElement[bool]:
    """Whether it waits because of danger to life, or this person has come to it."""
    danger = aliased(Handoff)
    row = select(danger.id).where(
        danger.conversation_id == Conversation.id,
        danger.ended_at.is_(None),
        or_(danger.claimed_at.is_(None), danger.claimed_by == reader.id),
        danger.priority == queue.DANGER,
    )
    return row.correlate_except(danger).exists()


def _concerns_others(reader: Person) -> ColumnElement[bool]:
    kept = concerns.conversations_about(reader)
    return or_(Conversation.id.not_in(kept), _is_in_danger(reader))


def _is_reserved() -> ColumnElement[bool]:
    keys = catalogue.reserved()
    return or_(Case.category.in_(keys), func.coalesce(Case.also, "").in_(keys))
