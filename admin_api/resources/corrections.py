"""What was misunderstood, and whether the model is to learn it."""

from datetime import datetime

from fastapi import APIRouter, Response
from pydantic import Field

from admin_api import access, editions, errors, numbers
from admin_api.access import Work, Writing
from admin_api.editions import IfMatch
from admin_api.paging import Page, Pages
from admin_api.repeats import RepeatableRoute
from admin_api.resources.wording import Form, Message, Short, View
from handoff import audit, corrections
from handoff.corrections import CorrectionNotFound, Lesson
from handoff.rules import catalogue
from handoff.store.models import Correction, CorrectionState, Corrector

router = APIRouter(
    prefix="/corrections",
    tags=["Aprendizaje"],
    route_class=RepeatableRoute,
    dependencies=[access.supervisors],
)


class Corrected(View):
    by: Corrector
    name: str | None = Field(description="De quien la atiende.", examples=["Elena Ruiz"])


class CorrectionView(View):
    id: str
    state: CorrectionState
    believed: str = Field(description="Lo que se entendió.", examples=["alumbrado"])
    believed_name: str = Field(examples=["Alumbrado público"])
    confidence: float = Field(description="De 0 a 1.", examples=[0.61])
    meant: str | None = Field(
        description="Lo correcto; nulo si la persona solo dijo que no era eso.",
        examples=["energia_electrica"],
    )
    meant_name: str | None
    said: Corrected
    at: datetime
    text: str = Field(
        description="Lo que se aprendería o se aprende. Teléfonos, correos, CURP y folios se "
        "cambian solos por inventados; los nombres no: quíteselos antes de aprobar.",
        examples=["no tengo luz, mi teléfono es 6620000000"],
    )
    conversation: str
    exchange: str
    decided_by: str | None = Field(examples=["Sofía Soto"])
    decided_at: datetime | None


class Approval(Form):
    text: Message | None = Field(
        None,
        description="El mensaje sin nombres ni otros datos personales; si falta, el propuesto.",
    )
    category: Short | None = Field(
        None, description="La categoría correcta, si falta o es otra.", examples=["alumbrado"]
    )


@router.get(
    "",
    summary="Malentendidos, el más nuevo primero",
    description="Supervisión y administración. Cada lectura queda en la bitácora de accesos.",
    responses=errors.documented(),
)
def list_corrections(
    pages: Pages, work: Writing, state: CorrectionState | None = None
) -> Page[CorrectionView]:
    audit.write(work.session, work.person, "read", "corrections", work.now)
    rows = corrections.listed(work.session, state, pages.after, pages.rows, work.person)
    return pages.page(rows, key=lambda row: row.id, show=_show)


@router.get("/{id}", summary="Un malentendido", responses=errors.documented(404))
def get_correction(id: str, work: Writing, response: Response) -> CorrectionView:
    correction = corrections.lock(work.session, _number(id), work.person)
    return _done(work, correction, "read", response)


@router.post(
    "/{id}/approval",
    status_code=201,
    summary="Aprobar que se aprenda",
    description="Antes de aprobar lea el texto y quítele los nombres: de lo aprobado aprende el "
    "modelo.",
    responses=errors.documented(404, 409, 412),
)
def approve_correction(
    id: str, body: Approval, work: Writing, response: Response, if_match: IfMatch = None
) -> CorrectionView:
    correction = _locked(work, id, if_match)
    corrections.approve(correction, Lesson(body.text, body.category), work.person, work.now)
    return _done(work, correction, "approve", response)


@router.post(
    "/{id}/rejection",
    status_code=201,
    summary="Rechazarlo, o retirar lo aprobado",
    responses=errors.documented(404, 409, 412),
)
def reject_correction(
    id: str, work: Writing, response: Response, if_match: IfMatch = None
) -> CorrectionView:
    correction = _locked(work, id, if_match)
    corrections.reject(correction, work.person, work.now)
    return _done(work, correction, "reject", response)


def _locked(work: Work, id: str, if_match: str | None) -> Correction:
    correction = corrections.lock(work.session, _number(id), work.person)
    editions.must_be(_show(correction), if_match)
    return correction


def _done(work: Work, correction: Correction, action: str, response: Response) -> CorrectionView:
    audit.write(work.session, work.person, action, f"correction:{correction.id}", work.now)
    view = _show(correction)
    editions.mark(response, view)
    return view


def _number(id: str) -> int:
    """Raises CorrectionNotFound."""
    number = numbers.read(id)
    if number is None:
        raise CorrectionNotFound
    return number


def _show(correction: Correction) -> CorrectionView:
    names, exchange = catalogue.load(), correction.exchange
    meant, decider = correction.meant, correction.decided_by
    person = correction.person
    return CorrectionView(
        id=str(correction.id),
        state=correction.state,
        believed=correction.believed,
        believed_name=names.name(correction.believed),
        confidence=correction.confidence,
        meant=meant,
        meant_name=names.name(meant) if meant else None,
        said=Corrected(by=correction.said_by, name=person.name if person else None),
        at=correction.at,
        text=corrections.proposed(correction),
        conversation=exchange.conversation.key,
        exchange=str(exchange.id),
        decided_by=decider.name if decider else None,
        decided_at=correction.decided_at,
    )
