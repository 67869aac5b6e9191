"""Mass events: what many citizens tell at once, marked and ended by who supervises."""

from datetime import UTC, date, datetime, time, timedelta

from fastapi import APIRouter
from pydantic import Field

from admin_api import access, errors, numbers
from admin_api.access import Reading, Work, Writing
from admin_api.days import Day
from admin_api.paging import Page, Pages
from admin_api.repeats import RepeatableRoute
from admin_api.resources.wording import Form, Short, View
from handoff import mass_events
from handoff.mass_events import EventNotFound, Told
from handoff.store.models import MassEvent

router = APIRouter(
    prefix="/mass-events",
    tags=["Eventos"],
    route_class=RepeatableRoute,
    dependencies=[access.supervisors],
)


class MassEventView(View):
    id: str
    category: str = Field(examples=["agua_potable"])
    municipality: str = Field(examples=["Hermosillo"])
    colonia: str | None = Field(description="Nulo: todo el municipio.", examples=["Sahuaro"])
    since: datetime
    until: datetime | None = Field(description="Nulo: hasta que se termine.")
    words: str = Field(description="Lo que se dice a las personas.")
    marked_by: str = Field(examples=["Sofía Soto"])
    marked_at: datetime
    ended_at: datetime | None
    is_over: bool


class Marked(Form):
    """A new event. Days are of the desk, both included."""

    category: Short = Field(description="Clave de /catalogue.", examples=["agua_potable"])
    municipality: Short = Field(examples=["Hermosillo"])
    colonia: Short | None = Field(None, description="Si falta, todo el municipio.")
    from_: Day = Field(alias="from", description="Desde este día.")
    to: Day | None = Field(None, description="Hasta este día; si falta, hasta que se termine.")
    words: Short = Field(
        description="Una frase para las personas, sin promesas.",
        examples=["El organismo de agua repara una fuga en la zona."],
    )

    def told(self, work: Work) -> Told:
        def midnight(day: date) -> datetime:
            return datetime.combine(day, time(), work.staff.desk.zone).astimezone(UTC)

        return Told(
            self.category,
            self.municipality,
            self.colonia,
            midnight(self.from_),
            midnight(self.to + timedelta(days=1)) if self.to else None,
            self.words,
        )


@router.get("", summary="Eventos masivos, el más nuevo primero", responses=errors.documented())
def list_events(pages: Pages, work: Reading) -> Page[MassEventView]:
    rows = mass_events.listed(work.session, pages.after, pages.rows)
    return pages.page(rows, key=lambda row: row.id, show=lambda row: _show(work, row))


@router.post(
    "",
    status_code=201,
    summary="Marcar un evento",
    description="A quien cuente lo mismo del mismo lugar se le dice la frase y su folio se vincula "
    "al primero; ninguno se une a otro. Los asuntos confidenciales no se marcan. Queda en la "
    "bitácora.",
    responses=errors.documented(),
)
def mark_event(body: Marked, work: Writing) -> MassEventView:
    return _show(work, mass_events.mark(work.session, body.told(work), work.person, work.now))


@router.post(
    "/{id}/end",
    status_code=201,
    summary="Terminar un evento",
    description="Desde entonces no se dice más. Queda en la bitácora.",
    responses=errors.documented(404, 409),
)
def end_event(id: str, work: Writing) -> MassEventView:
    return _show(work, mass_events.end(work.session, _number(id), work.person, work.now))


def _number(id: str) -> int:
    """Raises EventNotFound."""
    number = numbers.read(id)
    if number is None:
        raise EventNotFound
    return number


def _show(work: Work, event: MassEvent) -> MassEventView:
    names = ("category", "municipality", "colonia", "since", "until", "words")
    return MassEventView(
        **{name: getattr(event, name) for name in (*names, "marked_at", "ended_at")},
        id=str(event.id),
        marked_by=event.marked_by.name,
        is_over=mass_events.is_over(event, work.now),
    )
