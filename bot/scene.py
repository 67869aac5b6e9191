"""Where acts are carried out, and how a case stands there."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.dialogue import request
from bot.dialogue.reading import agencies
from bot.outcomes import StatusFound
from handoff.rules import catalogue, directory
from handoff.rules.case_states import FINAL, TO_CONFIRM, CaseState
from handoff.rules.desk import Desk
from handoff.store.models import Case, Conversation

UNSEEN = (CaseState.recibido, CaseState.en_validacion)
ANSWERED = (*TO_CONFIRM, CaseState.concluido, CaseState.improcedente)
OF_THIS_STATE = ("estatal", "propio")


@dataclass(frozen=True, slots=True)
class Scene:
    """One conversation, locked, in one transaction."""

    session: Session
    conversation: Conversation
    desk: Desk
    now: datetime


def status_of(scene: Scene, case: Case) -> StatusFound:
    """Until somebody has looked at it, it is this department that has it."""
    key = directory.OWN if case.state in UNSEEN else case.destination
    return StatusFound(
        folio=case.folio,
        state=case.state.value,
        category=case.category,
        agency=key,
        municipality=case.municipality,
        opened=case.opened_at,
        due=open_term(case),
        is_closed=case.closed_at is not None,
        answer=case.answer if case.state in ANSWERED else None,
        missing=case.missing if case.state is CaseState.prevenido else None,
    )


def open_term(case: Case) -> datetime | None:
    """Until when an answer has to come; None where none has, or has any more."""
    is_open = has_term(case) and case.state not in (*ANSWERED, *FINAL)
    return case.due_at if is_open else None


def has_term(case: Case) -> bool:
    """Other governments have terms of their own, and nobody has to answer a congratulation. Of
    several that may take it, one of this State may be named."""
    named = named_in(case) if case.level == "mixto" else None
    level = directory.load()[named].level if named else case.level
    return level in OF_THIS_STATE and case.category not in request.NO_PERSON


def named_in(case: Case) -> str | None:
    """The agency that the words tell has to answer it, of several."""
    words = f"{case.request}\n{case.facts.get('institucion', '')}"
    return agencies.taker(catalogue.category(case.category), words)
