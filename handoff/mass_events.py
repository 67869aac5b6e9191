"""Events that many citizens tell of at once, marked by who supervises: citizens with the same
matter are told, and their folios are linked, from the first day of the event to its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from handoff import audit
from handoff.rules import catalogue, colonias
from handoff.store.models import MassEvent, Person
from nlu.gazetteer import municipalities


class EventNotFound(LookupError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("No existe el evento.")


class EventEnded(RuntimeError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("El evento ya terminó.")


class NotForEvents(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("De un asunto confidencial no se avisa a otras personas.")


class UnknownMunicipality(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("No es un municipio del estado; escríbalo como en la lista.")


class EndsBeforeItBegins(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("El evento no puede terminar antes de empezar.")


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be marked. `words`: the sentence for citizens; `until`: None if nobody knows."""

    category: str
    municipality: str
    colonia: str | None
    since: datetime
    until: datetime | None
    words: str


def mark(session: Session, told: Told, by: Person, now: datetime) -> MassEvent:
    """Raises UnknownCategory, NotForEvents, UnknownMunicipality, EndsBeforeItBegins."""
    if catalogue.category(told.category).is_confidential or catalogue.is_reserved(told.category):
        raise NotForEvents
    if told.municipality not in municipalities():
        raise UnknownMunicipality
    if told.until is not None and told.until <= told.since:
        raise EndsBeforeItBegins
    event = MassEvent(
        category=told.category,
        municipality=told.municipality,
        colonia=told.colonia,
        since=told.since,
        until=told.until,
        words=told.words,
        marked_at=now,
        marked_by=by,
    )
    session.add(event)
    session.flush()
    audit.write(session, by, "mark", f"event:{event.id}", now)
    return event


def end(session: Session, event_id: int, by: Person, now: datetime) -> MassEvent:
    """Raises EventNotFound, EventEnded."""
    rows = select(MassEvent).where(MassEvent.id == event_id).with_for_update()
    event = session.scalar(rows.options(selectinload(MassEvent.marked_by)))
    if event is None:
        raise EventNotFound
    if is_over(event, now):
        raise EventEnded
    event.ended_at, event.ended_by_id = now, by.id
    audit.write(session, by, "end", f"event:{event.id}", now)
    return event


def is_over(event: MassEvent, now: datetime) -> bool:
    return event.ended_at is not None or (event.until is not None and event.until <= now)


def listed(session: Session, before: int | None, limit: int) -> Sequence[MassEvent]:
    """The newest first, with who marked them."""
    rows = select(MassEvent).options(joinedload(MassEvent.marked_by))
    if before is not None:
        rows = rows.where(MassEvent.id < before)
    return session.scalars(rows.order_by(MassEvent.id.desc()).limit(limit)).all()


def covering(
    session: Session, category: str, facts: Mapping[str, str], now: datetime
) -> MassEvent | None:
    """The event that goes on and that this is told of; of one colonia before the whole place."""
    rows = select(MassEvent).where(
        MassEvent.category == category,
        MassEvent.municipality == facts.get("municipio"),
        MassEvent.since <= now,
        MassEvent.ended_at.is_(None),
        or_(MassEvent.until.is_(None), MassEvent.until > now),
    )
    found = session.scalars(rows.order_by(MassEvent.colonia.is_(None), MassEvent.id)).all()
    return next((event for event in found if is_there(event, facts)), None)


def is_there(event: MassEvent, facts: Mapping[str, str]) -> bool:
    """Whether the colonia is that of the event; any is, of a whole municipality."""
    if event.colonia is None:
        return True
    return colonias.bare(event.colonia) == colonias.bare(facts.get("colonia", ""))
