"""What people do with a case: refer, ask, answer, end, reopen. The citizen is told of it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import Field

from admin_api import errors
from admin_api.access import Writing
from admin_api.editions import IfMatch
from admin_api.repeats import RepeatableRoute
from admin_api.resources.cases import CaseView, locked, marked
from admin_api.resources.wording import Form, Message, Short
from handoff import proceedings
from handoff.proceedings import Step
from handoff.rules.case_states import CaseState

router = APIRouter(prefix="/cases/{folio}", tags=["Folios"], route_class=RepeatableRoute)

TOLD = "Se avisa a la persona por el canal en que escribió, sin el contenido de su petición."


@dataclass
class Asked:
    """A case that something is to be done with."""

    folio: str
    work: Writing
    response: Response
    if_match: IfMatch = None

    def take(self, step: Step) -> CaseView:
        """In one transaction: the step, its event, and what the citizen is told of it."""
        work = self.work
        case = locked(work, self.folio, self.if_match)
        proceedings.take(work.session, case, step, work.person, work.staff.desk, work.now)
        work.staff.tell(work.session, case, work.now)
        return marked(work, case, self.response)


AskedCase = Annotated[Asked, Depends()]


class Move(Form):
    to: CaseState
    why: Message = Field(
        description="El motivo; la respuesta, si pasa a contestado; lo que se pide, si pasa a "
        "prevenido.",
        examples=["Turnado a la dependencia por oficio."],
    )
    agency: Short | None = Field(
        None, description="Clave de /agencies, si se turna o canaliza.", examples=["sidur"]
    )
    same_as: Short | None = Field(None, description="El folio que repite, si es un duplicado.")


class Referral(Form):
    agency: Short = Field(description="Clave de /agencies.", examples=["sidur"])
    why: Message | None = Field(None, examples=["Oficio 114/2026."])


class Reply(Form):
    text: Message = Field(examples=["La cuadrilla repuso la lámpara el 20 de noviembre."])


class Why(Form):
    why: Message = Field(examples=["La persona confirma que quedó resuelto."])


@router.post(
    "/state",
    status_code=201,
    summary="Cambiar el estado de un folio",
    description=f"«next» del folio dice a cuáles puede pasar. {TOLD}",
    responses=errors.documented(404, 409, 412),
)
def move_case(body: Move, case: AskedCase) -> CaseView:
    return case.take(Step(body.to, body.why, body.agency, body.same_as))


@router.post(
    "/referrals",
    status_code=201,
    summary="Turnar un folio, o canalizarlo",
    description=f"Se turna a una dependencia del Estado; se canaliza a otro gobierno. {TOLD}",
    responses=errors.documented(404, 409, 412),
)
def refer_case(body: Referral, case: AskedCase) -> CaseView:
    return case.take(proceedings.referral(body.agency, body.why))


@router.post(
    "/answers",
    status_code=201,
    summary="Registrar la respuesta de la dependencia",
    description=f"La persona la lee con su folio y su clave, o donde abrió el folio. {TOLD}",
    responses=errors.documented(404, 409, 412),
)
def answer_case(body: Reply, case: AskedCase) -> CaseView:
    return case.take(Step(CaseState.contestado, body.text))


@router.post(
    "/closure",
    status_code=201,
    summary="Concluir un folio",
    description=TOLD,
    responses=errors.documented(404, 409, 412),
)
def close_case(body: Why, case: AskedCase) -> CaseView:
    return case.take(Step(CaseState.concluido, body.why))


@router.post(
    "/reopening",
    status_code=201,
    summary="Reabrir un folio",
    description=TOLD,
    responses=errors.documented(404, 409, 412),
)
def reopen_case(body: Why, case: AskedCase) -> CaseView:
    return case.take(Step(CaseState.reabierto, body.why))
