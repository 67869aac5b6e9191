"""Every change of state is written down: who, when, from, to, why."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from handoff.store.models import Case, Conversation, Event, Person


@dataclass(frozen=True, slots=True)
class Change:
    """A change of state. `where` is the conversation that it was said in, if that is not the one
    that opened the case."""

    verb: str
    before: str | None = None
    after: str | None = None
    why: str | None = None
    where: int | None = None


def of_conversation(
    session: Session, conversation: Conversation, change: Change, by: Person | str, now: datetime
) -> None:
    """`by` is a person, or bot, citizen, clock."""
    session.add(_event(change, by, now, conversation_id=conversation.id))


def of_case(session: Session, case: Case, change: Change, by: Person | str, now: datetime) -> None:
    where = change.where or case.conversation_id
    session.add(_event(change, by, now, conversation_id=where, case_id=case.id))


def _event(change: Change, by: Person | str, now: datetime, **subject: int) -> Event:
    person = by if isinstance(by, Person) else None
    return Event(
        at=now,
        person_id=person.id if person else None,
        actor=person.username if person else by,
        verb=change.verb,
        before=change.before,
        after=change.after,
        why=change.why,
        **subject,
    )
