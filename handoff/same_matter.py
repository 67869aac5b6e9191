"""The same matter told again: by one citizen, or by many of one place at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff import events, mass_events
from handoff.events import Change
from handoff.rules import catalogue, colonias
from handoff.rules.case_states import FINAL
from handoff.rules.desk import Desk
from handoff.store.models import Case, Conversation, MassEvent

MOST_RECENT = 500  # cases of one category and municipality that are looked through


def of_citizen(
    session: Session, conversation: Conversation, asked: "Asked", desk: Desk, now: datetime
) -> Case | None:
    """The open case of this citizen about the same matter and place, if it is recent."""
    if catalogue.category(asked[0]).is_confidential:
        return None
    mine = select(Conversation.id).where(
        Conversation.channel == conversation.channel,
        Conversation.address == conversation.address,
    )
    ids = set(session.scalars(mine))
    found = _recent(session, asked, desk, now)
    ours = (each for each in found if each.conversation_id in ids and each.state not in FINAL)
    return next(ours, None)


@dataclass(frozen=True, slots=True)
class Known:
    """An event of the same matter and place. `first`: its first case; `words`: what who supervises
    says of it, None where only the cases tell that there is one."""

    first: Case | None
    words: str | None = None


def event(session: Session, asked: "Asked", desk: Desk, now: datetime) -> Known | None:
    """The event that was marked for this matter and place; failing that, the one that is told from
    one place by as many as the desk's rules say. None if there is none, or what is confidential."""
    category, facts = asked
    if catalogue.category(category).is_confidential:
        return None
    if marked := mass_events.covering(session, category, facts, now):
        return Known(_first_of(session, marked), marked.words)
    found = _recent(session, asked, desk, now)
    return Known(found[0]) if len(found) >= desk.mass_event.cases else None


def link(session: Session, case: Case, first: Case, now: datetime) -> None:
    """Never merged: each keeps its folio and its course."""
    case.same_as_id = first.id
    events.of_case(session, case, Change("link", why=first.folio), "bot", now)


Asked = tuple[str, Mapping[str, str]]  # a category, and the facts that were told


def _first_of(session: Session, event: MassEvent) -> Case | None:
    rows = select(Case).where(
        Case.category == event.category,
        Case.municipality == event.municipality,
        Case.opened_at >= event.since,
    )
    found = session.scalars(rows.order_by(Case.id).limit(MOST_RECENT))
    return next((each for each in found if mass_events.is_there(event, each.facts)), None)


def _recent(session: Session, asked: Asked, desk: Desk, now: datetime) -> Sequence[Case]:
    """The oldest first. Without a municipality nothing is known to be of one place."""
    category, facts = asked
    if not facts.get("municipio"):
        return ()
    rows = select(Case).where(
        Case.category == category,
        Case.municipality == facts["municipio"],
        Case.opened_at > now - desk.mass_event.within,
    )
    found = session.scalars(rows.order_by(Case.id).limit(MOST_RECENT)).all()
    colonia = _colonia(facts)
    return [each for each in found if _colonia(each.facts) == colonia]


def _colonia(facts: Mapping[str, str]) -> str:
    return colonias.bare(facts.get("colonia", ""))
