"""Whom of the desk a case concerns, put right by who supervises."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import Field

from admin_api import access, errors
from admin_api.access import Writing
from admin_api.editions import IfMatch
from admin_api.resources.cases import CaseView, locked, marked
from admin_api.resources.people import Username
from admin_api.resources.wording import Form
from handoff import concerns
from handoff.cases import CaseNotFound

MOST = 100  # accounts

router = APIRouter(prefix="/cases/{folio}/concerns", tags=["Folios"])


class Concerned(Form):
    people: Annotated[list[Username], Field(max_length=MOST)] = Field(
        description="Usuarios de todas las personas de quienes trata; ninguno, si de nadie.",
        examples=[["eruiz"]],
    )


@router.put(
    "",
    summary="Decir de quién de la mesa trata un folio",
    description="Esas personas dejan de ver el folio y su conversación, también si supervisan. Si "
    "una la atiende, pasa a quien hace el cambio. Queda en la bitácora de accesos.",
    dependencies=[access.supervisors],
    responses=errors.documented(404, 409, 412),
)
def change_concerns(
    folio: str, body: Concerned, work: Writing, response: Response, if_match: IfMatch = None
) -> CaseView:
    case = locked(work, folio, if_match)
    if concerns.is_about(work.session, case, work.person):
        raise CaseNotFound(folio)
    concerns.change(work.session, case, body.people, work.person, work.now)
    return marked(work, case, response)
