"""Cases, by their folio."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from admin_api import editions, errors
from admin_api.access import Reading, Work, Writing
from admin_api.editions import IfMatch
from admin_api.paging import Page, Pages
from admin_api.repeats import RepeatableRoute
from admin_api.resources.period import Period
from admin_api.resources.wording import Form, Message, Short, View
from handoff import audit, cases, conversations, listing
from handoff.events import Change
from handoff.rules import catalogue
from handoff.store.models import Case, CaseState, Conversation, Event

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


class Move(Form):
    to: CaseState
    why: Message = Field(examples=["Turnado a la dependencia por oficio."])


class CaseEdit(Form):
    category: Short = Field(description="Clave de /catalogue.", examples=["energia_electrica"])
    reason: Message | None = Field(None, examples=["Es la luz de su casa, no la de la calle."])


class Why(Form):
    why: Message = Field(examples=["La persona confirma que quedó resuelto."])


@router.get("", summary="Folios, el más nuevo primero", responses=errors.documented())
def list_cases(filters: Annotated[Filters, Query()], pages: Pages, work: Reading) -> Page[CaseView]:
    rows = listing.cases(work.session, filters.wanted(work), pages.after, pages.rows)
    return pages.page(rows, key=lambda row: row.id, show=lambda row: _show(row, row.conversation))


@router.get(
    "/{folio}",
    summary="Un folio",
    description="Cada lectura queda en la bitácora de accesos.",
    responses=errors.documented(404),
)
def get_case(folio: str, work: Writing, response: Response) -> CaseView:
    case = cases.by_folio(work.session, folio)
    audit.write(work.session, work.person, "read", f"case:{case.folio}", work.now)
    return _marked(work, case, response)


@router.get(
    "/{folio}/events",
    summary="Lo que ha pasado con un folio, lo más antiguo primero",
    responses=errors.documented(404),
)
def list_case_events(folio: str, pages: Pages, work: Reading) -> Page[EventView]:
    case = cases.by_folio(work.session, folio)
    rows = listing.events(work.session, case, pages.after or 0, pages.rows)
    return pages.page(rows, key=lambda row: row.id, show=_show_event)


@router.post(
    "/{folio}/state",
    status_code=201,
    summary="Cambiar el estado de un folio",
    responses=errors.documented(404, 409, 412),
)
def move_case(
    folio: str, body: Move, work: Writing, response: Response, if_match: IfMatch = None
) -> CaseView:
    case = _locked(work, folio, if_match)
    change = Change("move", None, body.to.value, body.why)
    cases.move(work.session, case, change, work.person, work.now)
    return _marked(work, case, response)


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
    # The bot locks conversations before their cases: so must we.
    conversations.lock_id(work.session, cases.by_folio(work.session, folio).conversation_id)
    case = _locked(work, folio, if_match)
    change = Change("reclassify", None, body.category, body.reason)
    cases.reclassify(work.session, case, change, work.person, work.staff.desk, work.now)
    return _marked(work, case, response)


@router.post(
    "/{folio}/closure",
    status_code=201,
    summary="Concluir un folio",
    responses=errors.documented(404, 409, 412),
)
def close_case(
    folio: str, body: Why, work: Writing, response: Response, if_match: IfMatch = None
) -> CaseView:
    case = _locked(work, folio, if_match)
    change = Change("close", None, CaseState.concluido.value, body.why)
    cases.move(work.session, case, change, work.person, work.now)
    return _marked(work, case, response)


@router.post(
    "/{folio}/reopening",
    status_code=201,
    summary="Reabrir un folio",
    responses=errors.documented(404, 409, 412),
)
def reopen_case(
    folio: str, body: Why, work: Writing, response: Response, if_match: IfMatch = None
) -> CaseView:
    case = _locked(work, folio, if_match)
    change = Change("reopen", None, CaseState.reabierto.value, body.why)
    cases.move(work.session, case, change, work.person, work.now)
    return _marked(work, case, response)


def _locked(work: Work, folio: str, if_match: str | None) -> Case:
    case = cases.lock(work.session, folio)
    editions.must_be(_shown(work, case), if_match)
    return case


def _marked(work: Work, case: Case, response: Response) -> CaseView:
    view = _shown(work, case)
    editions.mark(response, view)
    return view


def _shown(work: Work, case: Case) -> CaseView:
    return _show(case, work.session.get_one(Conversation, case.conversation_id))


def _show(case: Case, conversation: Conversation) -> CaseView:
    return CaseView(
        folio=case.folio,
        conversation=conversation.key,
        channel=case.channel,
        category=case.category,
        category_name=catalogue.load().name(case.category),
        level=case.level,
        destination=case.destination,
        priority=case.priority,
        state=case.state,
        request=case.request,
        facts=case.facts,
        municipality=case.municipality,
        opened_at=case.opened_at,
        due_at=case.due_at,
        closed_at=case.closed_at,
    )


def _show_event(event: Event) -> EventView:
    return EventView.model_validate({**_columns(event), "id": str(event.id)})


def _columns(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in EventView.model_fields}
