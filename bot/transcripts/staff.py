"""What the people of the desk do in a transcript."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot import notices
from bot.transcripts.reading import DoesNotHold
from handoff import cases, conversations, logins, mass_events, people, proceedings, queue
from handoff.mass_events import Told
from handoff.proceedings import Step
from handoff.rules.desk import Desk
from handoff.store.models import CaseState, Conversation, Person, Role, StaffSession

NAME = "Analista de Chat"
USERNAME = "analista"
SHIFT = timedelta(days=3650)  # as long as any transcript


def arrive(session: Session, now: datetime) -> None:
    """Somebody of the desk is at their screen from now on, at whatever they do there."""
    ends = now + SHIFT
    person_id = analyst(session, now).id
    session.merge(
        StaffSession(
            token_digest=USERNAME,
            person_id=person_id,
            created_at=now,
            seen_at=ends,
            expires_at=ends,
            revoked_at=None,
        )
    )


def leave(session: Session, now: datetime) -> None:
    logins.end_all(session, analyst(session, now), now)


def attend(
    session: Session, conversation: Conversation, what: Any, desk: Desk, now: datetime
) -> None:
    """One step of an analyst in a locked conversation. Raises DoesNotHold if there is no such
    step."""
    person = analyst(session, now)
    match what:
        case "claim":
            conversations.claim(session, conversation, person, now)
        case "return":
            conversations.give_back(session, conversation, person, now)
            notices.tell_withheld(session, conversation, desk, now)
        case "close":
            notices.tell_withheld(session, conversation, desk, now)
            notices.ask_rating(session, conversation, desk, now)
            conversations.close(session, conversation, person, "attended", now)
        case {"says": text}:
            conversations.answer(session, conversation, person, str(text), now)
        case {"note": text}:
            conversations.note(session, conversation, person, str(text), now)
        case _:
            raise DoesNotHold(f"una analista no puede {what!r}")


def proceed(session: Session, folio: str, what: dict[str, str], desk: Desk, now: datetime) -> None:
    """One step with a case, and the citizen is told."""
    case = cases.by_folio(session, folio)
    cases.lock_conversations(session, case)
    case = cases.lock(session, case.folio)
    proceedings.take(session, case, _step(what), analyst(session, now), desk, now)
    notices.tell(session, case, desk, now)


def mark(session: Session, what: dict[str, str], now: datetime) -> None:
    """A mass event that goes on from now."""
    place = what["municipality"], what.get("colonia")
    told = Told(what["category"], *place, since=now, until=None, words=what["words"])
    mass_events.mark(session, told, analyst(session, now), now)


def take_first(session: Session, count: int, now: datetime) -> None:
    """The first in the queue are attended."""
    for handoff in list(queue.waiting(session))[:count]:
        conversation = conversations.lock(session, handoff.conversation.key)
        conversations.claim(session, conversation, analyst(session, now), now)


def analyst(session: Session, now: datetime) -> Person:
    try:
        return people.named(session, USERNAME)
    except LookupError:
        person = Person(username=USERNAME, name=NAME, role=Role.analyst, created_at=now)
        person.password_hash = ""  # nobody logs in with it
        session.add(person)
        session.flush()
        return person


def _step(what: dict[str, str]) -> Step:
    match what:
        case {"answer": text}:
            return Step(CaseState.contestado, text)
        case {"close": why}:
            return Step(CaseState.concluido, why)
        case {"reopen": why}:
            return Step(CaseState.reabierto, why)
        case _:
            words, same = what.get("why"), what.get("same_as")
            return Step(CaseState(what["state"]), words, what.get("agency"), same)
