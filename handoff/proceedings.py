"""What the desk does with a case: validate, refer, ask the citizen, record the answer, end it.

Every step takes the case locked (`cases.lock`), and the conversation of its citizen before it:
nobody else changes them until the commit.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff import cases, events, sight
from handoff.events import Change
from handoff.rules import calendar, directory
from handoff.rules.case_states import REFERRED, TO_CONFIRM, CaseState
from handoff.rules.desk import Desk
from handoff.store.models import Case, Person

AT_ONCE = 100  # cases concluded in one transaction
INSIDE = ("estatal", "propio")  # levels of the agencies of this government


class UnknownAgency(LookupError):  # noqa: N818
    def __init__(self, key: str) -> None:
        super().__init__(f"El directorio no tiene una dependencia {key}.")


class NotOfThisLevel(ValueError):  # noqa: N818
    """Turnar is inside the own government, canalizar is to another one."""

    def __init__(self, agency: directory.Agency) -> None:
        verb = "turna" if agency.level in INSIDE else "canaliza"
        super().__init__(f"A {agency.name} se {verb}.")


class Incomplete(ValueError):  # noqa: N818
    def __init__(self, what: str) -> None:
        super().__init__(f"Falta {what}.")


class SameCase(ValueError):  # noqa: N818
    def __init__(self, case: Case) -> None:
        super().__init__(f"El folio {case.folio} no se puede vincular consigo mismo.")


@dataclass(frozen=True, slots=True)
class Step:
    """`words` are the reason, the answer of the agency, or what the citizen is asked to add;
    `agency` gets the case; `folio` is the one that it repeats; `verb` and `where` as in Change,
    when a citizen takes it."""

    to: CaseState
    words: str | None = None
    agency: str | None = None
    folio: str | None = None
    verb: str | None = None
    where: int | None = None


VERBS = {
    CaseState.en_validacion: "validate",
    CaseState.turnado: "refer_inside",
    CaseState.canalizado: "refer_outside",
    CaseState.en_tramite: "process",
    CaseState.contestado: "answer",
    CaseState.notificado: "notify",
    CaseState.concluido: "close",
    CaseState.prevenido: "prevent",
    CaseState.improcedente: "decline",
    CaseState.duplicado: "link",
    CaseState.reabierto: "reopen",
    CaseState.cancelado: "cancel",
}


def take(  # noqa: PLR0913
    session: Session, case: Case, step: Step, by: Person | str, desk: Desk, now: datetime
) -> None:
    """Bring a case to another state, with what that state needs. Raises CaseClosed, CaseOpen,
    StepNotAllowed, Incomplete, UnknownAgency, NotOfThisLevel, SameCase, CaseNotFound."""
    verb = step.verb or VERBS[step.to]
    change = Change(verb, None, step.to.value, step.words, step.where)
    if step.to in REFERRED:
        agency = _agency(case, step, desk, now)
        cases.move(session, case, _told(change, agency.name), by, now)
        case.destination = agency.key
        return
    if step.to in _WORDS_NEEDED and not step.words:
        raise Incomplete(_WORDS_NEEDED[step.to])
    first = _first(session, case, step, by) if step.to is CaseState.duplicado else None
    cases.move(session, case, change, by, now)
    match step.to:
        case CaseState.contestado | CaseState.improcedente:
            case.answer, case.answered_at, case.read_at = step.words, now, None
        case CaseState.notificado:
            case.read_at = now
        case CaseState.prevenido:
            case.missing = step.words
        case CaseState.duplicado if first:
            case.same_as_id = first.id
        case _:
            pass
    if step.to in TO_CONFIRM:
        case.confirm_by = calendar.due(now, desk.aftercare.confirm_within, desk)


_WORDS_NEEDED = {
    CaseState.contestado: "la respuesta de la dependencia",
    CaseState.prevenido: "decir qué dato se pide",
    CaseState.improcedente: "el motivo",
}


def referral(key: str, words: str | None) -> Step:
    """To give a case to this agency: turnado or canalizado, whichever it calls for. Raises
    UnknownAgency."""
    agency = _known(key)
    to = CaseState.turnado if agency.level in INSIDE else CaseState.canalizado
    return Step(to, words, agency.key)


def add(session: Session, case: Case, words: str, where: int, now: datetime) -> None:
    """The citizen tells more about a case, in this conversation: it is kept with the case."""
    events.of_case(session, case, Change("tell", why=words, where=where), "citizen", now)


def may_reopen(case: Case, desk: Desk, now: datetime) -> bool:
    """Whether the citizen is in time to say that it is not solved."""
    since = case.closed_at or case.answered_at
    return since is None or now <= calendar.due(since, desk.aftercare.reopen_within, desk)


def conclude_unanswered(session: Session, now: datetime) -> int:
    """Cases whose citizen was told the answer and said nothing in time are solved; how many."""
    due = select(Case).where(
        Case.confirm_by <= now, Case.state.in_(TO_CONFIRM), Case.untold_at.is_(None)
    )
    due = due.order_by(Case.id).limit(AT_ONCE).with_for_update(skip_locked=True)
    found = session.scalars(due).all()
    for case in found:
        change = Change("lapse", None, CaseState.concluido.value)
        cases.move(session, case, change, "clock", now)
    return len(found)


def _agency(case: Case, step: Step, desk: Desk, now: datetime) -> directory.Agency:
    """The one named, or the one that the category is for, as it is called today."""
    on = now.astimezone(desk.zone).date()
    agency = directory.today(_known(step.agency or case.destination).key, on)
    is_inside = agency.level in INSIDE
    if is_inside is not (step.to is CaseState.turnado):
        raise NotOfThisLevel(agency)
    return agency


def _known(key: str | None) -> directory.Agency:
    found = directory.load().get(key or "")
    if found is None:
        raise UnknownAgency(key or "")
    return found


def _told(change: Change, agency: str) -> Change:
    why = f"{agency}. {change.why}" if change.why else agency
    return replace(change, why=why)


def _first(session: Session, case: Case, step: Step, by: Person | str) -> Case:
    """The case that this one repeats; of a case that repeats another, the other."""
    if not step.folio:
        raise Incomplete("el folio del que ya se había recibido")
    found = (
        sight.case(session, step.folio, by)
        if isinstance(by, Person)
        else cases.by_folio(session, step.folio)
    )
    first = session.get_one(Case, found.same_as_id) if found.same_as_id else found
    if first.id == case.id:
        raise SameCase(case)
    return first
