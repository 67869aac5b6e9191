"""The queue: conversations that wait for a person, by priority and then by waiting time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, joinedload

from handoff.rules import calendar
from handoff.rules.desk import Desk
from handoff.rules.reasons import REVIEWS, Reason
from handoff.store import touch
from handoff.store.models import Conversation, Handoff, Person

DANGER = 0  # the priority of danger to life
RECENT = 20  # claims from which the waiting time is estimated


@dataclass(frozen=True, slots=True)
class Need:
    """Why a person is needed, how urgent it is (0 to 3), and when it alarms if nobody comes."""

    reason: Reason
    priority: int
    alarm_at: datetime


def need(reason: Reason, priority: int, desk: Desk, now: datetime) -> Need:
    """Danger to life alarms at any hour; the rest counts from the next opening of the office."""
    start = now if priority == DANGER else calendar.next_opening(now, desk)
    return Need(reason, priority, start + desk.alarm_after[priority])


def ask(session: Session, conversation: Conversation, need: Need, now: datetime) -> None:
    """Put the conversation in the queue, or move it up if it waits already."""
    handoff = open_handoff(session, conversation)
    if handoff is None:
        session.add(
            Handoff(
                conversation_id=conversation.id,
                reason=need.reason,
                priority=need.priority,
                requested_at=now,
                alarm_at=need.alarm_at,
            )
        )
    elif need.priority < handoff.priority or _waits_now(handoff, need):
        handoff.priority = min(handoff.priority, need.priority)
        handoff.reason = need.reason
        handoff.alarm_at = min(handoff.alarm_at, need.alarm_at)


def _waits_now(handoff: Handoff, need: Need) -> bool:
    """Only the case was to be looked at; now the citizen waits. A complaint stays one."""
    was_review = handoff.reason in REVIEWS and handoff.reason != Reason.complaint
    return was_review and need.reason not in REVIEWS


def open_handoff(session: Session, conversation: Conversation) -> Handoff | None:
    return session.scalar(
        select(Handoff).where(
            Handoff.conversation_id == conversation.id, Handoff.ended_at.is_(None)
        )
    )


def taken(session: Session, conversation: Conversation, person: Person, now: datetime) -> None:
    """A person took the conversation, out of the queue or straight from the bot."""
    handoff = open_handoff(session, conversation)
    if handoff is None:
        handoff = Handoff(
            conversation_id=conversation.id,
            reason=Reason.taken,
            priority=2,
            requested_at=now,
            alarm_at=now,
        )
        session.add(handoff)
    handoff.claimed_by, handoff.claimed_at = person.id, handoff.claimed_at or now


def answered(session: Session, conversation: Conversation, now: datetime) -> None:
    handoff = open_handoff(session, conversation)
    if handoff is not None and handoff.answered_at is None:
        handoff.answered_at = now


def end(session: Session, conversation: Conversation, outcome: str, now: datetime) -> None:
    handoff = open_handoff(session, conversation)
    if handoff is not None:
        handoff.ended_at, handoff.outcome = now, outcome


def waiting(session: Session, *only: ColumnElement[bool]) -> Sequence[Handoff]:
    """Who waits, in the order in which they are to be taken, with the conversation loaded."""
    rows = _waiting().where(*only).options(joinedload(Handoff.conversation))
    return session.scalars(rows).all()


def position(session: Session, conversation: Conversation) -> int | None:
    """How many citizens who wait are to be taken before this one; None if it does not wait, or is
    in danger, where no line is told. Cases that only wait for somebody's eyes keep nobody
    waiting."""
    mine = open_handoff(session, conversation)
    if mine is None or mine.claimed_at is not None or mine.priority == DANGER:
        return None
    ahead = (Handoff.priority < mine.priority) | (
        (Handoff.priority == mine.priority) & (Handoff.id < mine.id)
    )
    people = _waiting().where(ahead, Handoff.reason.not_in(REVIEWS))
    return session.scalar(select(func.count()).select_from(people.subquery()))


def is_review(session: Session, conversation: Conversation) -> bool:
    """Whether only the case waits for somebody's eyes, and the citizen need not."""
    mine = open_handoff(session, conversation)
    return mine is not None and mine.reason in REVIEWS


def is_danger(session: Session, conversation: Conversation) -> bool:
    mine = open_handoff(session, conversation)
    return mine is not None and mine.priority == DANGER


def is_for_supervision(session: Session, conversation: Conversation) -> bool:
    """Whether only who supervises takes it: it is reserved, or waits because of a complaint about
    this desk. Danger to life is for everybody."""
    mine = open_handoff(session, conversation)
    if mine is None:
        return conversation.is_reserved
    is_complaint = conversation.is_reserved or mine.reason == Reason.complaint
    return is_complaint and mine.priority != DANGER


def expected_wait(session: Session, now: datetime) -> timedelta | None:
    """The median wait of the last claims of these four hours; None if there are too few to tell."""
    recent = (
        select(Handoff.requested_at, Handoff.claimed_at)
        .where(Handoff.claimed_at > now - timedelta(hours=4), Handoff.reason != Reason.taken)
        .order_by(Handoff.claimed_at.desc())
        .limit(RECENT)
    )
    waits = sorted(claimed - asked for asked, claimed in session.execute(recent) if claimed)
    return waits[len(waits) // 2] if len(waits) >= RECENT // 4 else None


def alarm(session: Session, now: datetime) -> Sequence[Handoff]:
    """Handoffs that nobody took in time and that have not alarmed yet; they have now."""
    late = session.scalars(
        _waiting()
        .where(Handoff.alarm_at <= now, Handoff.alarmed_at.is_(None))
        .options(joinedload(Handoff.conversation))
    ).all()
    for handoff in late:
        handoff.alarmed_at = now
        touch(session, handoff.conversation.channel, handoff.conversation.address)
    return late


def _waiting() -> Select[Handoff]:
    return (
        select(Handoff)
        .where(Handoff.ended_at.is_(None), Handoff.claimed_at.is_(None))
        .order_by(Handoff.priority, Handoff.id)
    )


def last_attended(session: Session, conversation_ids: Collection[int]) -> dict[int, Person]:
    """By conversation, who attended it last, now or before it was closed."""
    rows = (
        select(Handoff)
        .where(Handoff.conversation_id.in_(conversation_ids), Handoff.claimed_by.is_not(None))
        .options(joinedload(Handoff.analyst))
        .order_by(Handoff.id)
    )
    return {each.conversation_id: each.analyst for each in session.scalars(rows) if each.analyst}
