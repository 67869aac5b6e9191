"""Cases, by their folio."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from admin_api import editions, errors
from admin_api.access import Reading, Work, Writing
from admin_api.editions import IfMatch
from admin_api.paging import Page, Pages
from admin_api.repeats import RepeatableRoute
from admin_api.resources.conversations import Analyst
from admin_api.resources.period import Period
from admin_api.resources.wording import Form, Message, Short, View
from handoff import audit, concerns, listing, reclassification, sight
from handoff.events import Change
from handoff.rules import catalogue
from handoff.rules.case_states import CaseState, may_follow
from handoff.store.models import Case, Conversation, Event, Person

router = APIRouter(prefix="/cases", tags=["Folios"], route_class=RepeatableRoute)


class CaseView(View):
    folio: str = Field(examples=["CS-2026-004512-6"])
    conversation: str = Field(description="Id de la conversación en que se abrió.")
    channel: str = Field(examples=["webchat"])
    category: str = Field(examples=["alumbrado"])
    category_name: str = Field(examples=["Alumbrado público"])
    level: str = Field(examples=["municipal"])
    destination: str = Field(examples=["ayuntamiento"])
    priority: int = Field(examples=[3])
    state: CaseState
    request: str = Field(examples=["No sirve la lámpara de mi calle"])
    facts: dict[str, Any]
    municipality: str | None = Field(examples=["Hermosillo"])
    opened_at: datetime
    due_at: datetime
    closed_at: datetime | None
    answer: str | None = Field(description="La respuesta, como la lee la persona.")
    answered_at: datetime | None
    missing: str | None = Field(description="Lo que se le pidió completar.")
    confirm_by: datetime | None = Field(
        description="Hasta cuándo puede decir si quedó resuelto; si calla, se concluye."
    )
    next: list[CaseState] = Field(description="Los estados a los que puede pasar.")
    same_as: str | None = Field(description="Folio que se recibió antes por lo mismo.")
    linked: int = Field(description="Cuántos folios repiten este.")
    concerns: list[Analyst] = Field(
        description="De quién de la mesa trata: no lo ve. Vacío para quien no supervisa."
    )


_AS_KEPT = set(CaseView.model_fields) - {
    "conversation", "category_name", "next", "same_as", "linked", "concerns",
}  # fmt: skip


class EventView(View):
    id: str
    at: datetime
    actor: str = Field(description="bot, citizen, clock, o el usuario de una persona.")
    verb: str = Field(examples=["open"])
    before: str | None
    after: str | None
    why: str | None


class Filters(Period):
    state: CaseState | None = None
    channel: Short | None = None
    category: Short | None = Field(None, examples=["alumbrado"])
    destination: Short | None = Field(None, examples=["ayuntamiento"])
    municipality: Short | None = Field(None, examples=["Hermosillo"])
    overdue: bool = Field(False, description="Solo los abiertos cuyo término venció.")

    def wanted(self, work: Work) -> listing.Cases:
        zone = work.staff.desk.zone
        return listing.Cases(
            **self.model_dump(exclude={"from_", "to", "overdue"}),
            since=self.since(zone),
            until=self.until(zone),
            overdue_at=work.now if self.overdue else None,
        )


class CaseEdit(Form):
    category: Short = Field(description="Clave de /catalogue.", examples=["energia_electrica"])
    reason: Message | None = Field(None, examples=["Es la luz de su casa, no la de la calle."])


@router.get("", summary="Folios, el más nuevo primero", responses=errors.documented())
def list_cases(filters: Annotated[Filters, Query()], pages: Pages, work: Reading) -> Page[CaseView]:
    rows = listing.cases(work.session, work.person, filters.wanted(work), pages.after, pages.rows)
    views = _show_all(work, [(row, row.conversation) for row in rows])
    shown = dict(zip((row.id for row in rows), views, strict=True))
    return pages.page(rows, key=lambda row: row.id, show=lambda row: shown[row.id])


@router.get(
    "/{folio}",
    summary="Un folio",
    description="Cada lectura queda en la bitácora de accesos.",
    responses=errors.documented(404),
)
def get_case(folio: str, work: Writing, response: Response) -> CaseView:
    case = sight.case(work.session, folio, work.person)
    audit.write(work.session, work.person, "read", f"case:{case.folio}", work.now)
    return marked(work, case, response)


@router.get(
    "/{folio}/events",
    summary="Lo que ha pasado con un folio, lo más antiguo primero",
    responses=errors.documented(404),
)
def list_case_events(folio: str, pages: Pages, work: Reading) -> Page[EventView]:
    case = sight.case(work.session, folio, work.person)
    rows = listing.events(work.session, work.person, case, pages.after or 0, pages.rows)
    return pages.page(rows, key=lambda row: row.id, show=_show_event)


@router.patch(
    "/{folio}",
    summary="Cambiar la categoría de un folio",
    description="Quien atiende la conversación, o supervisión. Cambian con ella la dependencia, la "
    "competencia, la prioridad y el término, que sigue contando desde que se recibió; y se anota "
    "el malentendido.",
    responses=errors.documented(404, 409, 412),
)
def edit_case(
    folio: str, body: CaseEdit, work: Writing, response: Response, if_match: IfMatch = None
) -> CaseView:
    case = locked(work, folio, if_match)
    change = Change("reclassify", None, body.category, body.reason)
    reclassification.of_case(work.session, case, change, work.person, work.staff.desk, work.now)
    return marked(work, case, response)


def locked(work: Work, folio: str, if_match: str | None) -> Case:
    """The case, and where its citizen may be told of it, locked. Raises CaseNotFound,
    EditedMeanwhile."""
    case = sight.lock_case(work.session, folio, work.person)
    editions.must_be(_shown(work, case), if_match)
    return case


def marked(work: Work, case: Case, response: Response) -> CaseView:
    view = _shown(work, case)
    editions.mark(response, view)
    return view


def _shown(work: Work, case: Case) -> CaseView:
    return _show_all(work, [(case, work.session.get_one(Conversation, case.conversation_id))])[0]


def _show_all(work: Work, rows: Sequence[tuple[Case, Conversation]]) -> list[CaseView]:
    links = listing.links(work.session, work.person, [case for case, _ in rows])
    about = concerns.known_to(work.session, work.person, [case for case, _ in rows])
    return [_show(case, conversation, links, about.get(case.id, [])) for case, conversation in rows]


def _show(
    case: Case, conversation: Conversation, links: listing.Links, about: Sequence[Person]
) -> CaseView:
    return CaseView(
        **{name: getattr(case, name) for name in _AS_KEPT},
        conversation=conversation.key,
        category_name=catalogue.load().name(case.category),
        next=list(may_follow(case.state)),
        same_as=links.first.get(case.id),
        linked=links.count.get(case.id, 0),
        concerns=[Analyst.model_validate(each) for each in about],
    )


def _show_event(event: Event) -> EventView:
    return EventView.model_validate({**_columns(event), "id": str(event.id)})


def _columns(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in EventView.model_fields}
