"""Every change of state is written down: who, when, from, to, why."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from handoff.store.models import Case, Conversation, Event, Person


@dataclass(frozen=True, slots=True)
class Change:
    """A change of state. `actor` is bot, citizen, clock, or the username of a person."""

    verb: str
    before: str | None = None
    after: str | None = None
    why: str | None = None


def of_conversation(
    session: Session, conversation: Conversation, change: Change, by: Person | str, now: datetime
) -> None:
    session.add(_event(change, by, now, conversation_id=conversation.id))


def of_case(session: Session, case: Case, change: Change, by: Person | str, now: datetime) -> None:
    session.add(_event(change, by, now, conversation_id=case.conversation_id, case_id=case.id))


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
