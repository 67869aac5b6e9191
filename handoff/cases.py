"""Cases: opened with a folio and a query key, read with both, moved by people."""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from handoff import concerns, events
from handoff.events import Change
from handoff.rules import calendar, catalogue, folio
from handoff.rules.case_states import FINAL, TO_CONFIRM, CaseState, may_follow
from handoff.rules.catalogue import Category
from handoff.rules.desk import Desk
from handoff.store import keys
from handoff.store.models import Case, Conversation, FolioCounter, Person


class CaseNotFound(LookupError):  # noqa: N818
    def __init__(self, written: str) -> None:
        super().__init__(f"No hay un folio {written}.")


class CaseClosed(ValueError):  # noqa: N818
    def __init__(self, case: Case) -> None:
        super().__init__(f"El folio {case.folio} ya está {case.state.value}.")


class CaseOpen(ValueError):  # noqa: N818
    def __init__(self, case: Case) -> None:
        super().__init__(f"El folio {case.folio} no está cerrado: no se puede reabrir.")


class StepNotAllowed(ValueError):  # noqa: N818
    def __init__(self, case: Case, to: CaseState) -> None:
        super().__init__(f"El folio {case.folio} está {case.state.value}: no puede pasar a {to}.")


@dataclass(frozen=True, slots=True)
class Request:
    """What a citizen asks for, once everything needed is known."""

    category: Category
    destination: str
    text: str
    facts: dict[str, str] = field(default_factory=dict)
    also: str | None = None


def open_for(
    session: Session, conversation: Conversation, request: Request, desk: Desk, now: datetime
) -> tuple[Case, str]:
    """Open a case. Returns it with its query key, which is kept nowhere: give it now or never."""
    year = now.astimezone(desk.zone).year
    number = folio.make(desk.folio_prefix, year, _next_number(session, year))
    key = folio.make_key(secrets.token_bytes(5))
    case = Case(
        folio=number,
        key_digest=folio.key_digest(_secret(session), number, key),
        conversation_id=conversation.id,
        channel=conversation.channel,
        category=request.category.key,
        also=request.also,
        level=request.category.level,
        destination=request.destination,
        priority=request.category.priority,
        state=CaseState.recibido,
        request=request.text,
        facts=request.facts,
        municipality=request.facts.get("municipio"),
        opened_at=now,
        due_at=due(request.category, now, desk),
    )
    if catalogue.is_reserved(case.category) or catalogue.is_reserved(case.also):
        conversation.is_reserved = True
    session.add(case)
    session.flush()
    events.of_case(session, case, Change("open", None, case.state.value), "citizen", now)
    concerns.note(session, case, now)
    return case, key


def by_folio(session: Session, written: str) -> Case:
    """The case of this folio, however it was written. Raises CaseNotFound."""
    number = folio.parse(written)
    case = session.scalar(select(Case).where(Case.folio == number)) if number else None
    if case is None:
        raise CaseNotFound(written)
    return case


def lock(session: Session, written: str) -> Case:
    """The same, locked until the end of the transaction."""
    row = select(Case).where(Case.id == by_folio(session, written).id).with_for_update()
    return session.scalars(row.execution_options(populate_existing=True)).one()


def lock_conversations(session: Session, case: Case) -> None:
    """Lock what may be said or changed together with a case: the conversation that opened it, and
    the one in which its citizen is reached now. Always before the case."""
    of_citizen = select(Conversation.channel, Conversation.address)
    channel, address = session.execute(
        of_citizen.where(Conversation.id == case.conversation_id)
    ).one()
    is_reached = (
        (Conversation.channel == channel)
        & (Conversation.address == address)
        & Conversation.closed_at.is_(None)
    )
    rows = select(Conversation).where((Conversation.id == case.conversation_id) | is_reached)
    rows = rows.order_by(Conversation.id).with_for_update(of=Conversation)
    session.scalars(rows.execution_options(populate_existing=True)).all()


def of_address(session: Session, conversation: Conversation, written: str) -> Case | None:
    """The case of this folio, locked, if it was opened from where this conversation is held."""
    number = folio.parse(written)
    found = _opened_from(conversation).where(Case.folio == number).with_for_update(of=Case)
    return session.scalar(found.execution_options(populate_existing=True)) if number else None


def open_ones(session: Session, conversation: Conversation, limit: int) -> Sequence[Case]:
    """The open cases of this address, the newest first."""
    found = _opened_from(conversation).where(Case.state.not_in(FINAL))
    return session.scalars(found.order_by(Case.id.desc()).limit(limit)).all()


def last_to_read(session: Session, conversation: Conversation) -> Case | None:
    """The case of this address that has something to read: an answer, or what is missing."""
    has_news = Case.answered_at.is_not(None) | (Case.state == CaseState.prevenido)
    found = _opened_from(conversation).where(has_news)
    return session.scalar(found.order_by(Case.id.desc()).limit(1))


def to_confirm(session: Session, conversation: Conversation) -> Case | None:
    """The case of this address whose citizen has read the answer and may say if it is solved."""
    found = _opened_from(conversation).where(Case.state == CaseState.notificado)
    return session.scalar(found.order_by(Case.read_at.desc()).limit(1))


def last_concluded(session: Session, conversation: Conversation) -> Case | None:
    """The case of this address that was concluded last."""
    found = _opened_from(conversation).where(Case.state == CaseState.concluido)
    return session.scalar(found.order_by(Case.closed_at.desc(), Case.id.desc()).limit(1))


def untold(session: Session, conversation: Conversation) -> Sequence[Case]:
    """The cases of this address whose news were withheld, locked, in the order of the news."""
    found = _opened_from(conversation).where(Case.untold_at.is_not(None))
    found = found.order_by(Case.untold_at, Case.id).with_for_update(of=Case)
    return session.scalars(found.execution_options(populate_existing=True)).all()


def of_citizen(session: Session, written: str, key: str) -> Case | None:
    """The case, for somebody who has its folio and its key. None whatever is wrong: the answer
    must not tell whether a folio exists. How often one may try is kept in `wrong_keys`."""
    number = folio.parse(written)
    case = session.scalar(select(Case).where(Case.folio == number)) if number else None
    expected = case.key_digest if case else ""
    given = folio.key_digest(_secret(session), number or written, key)
    return case if hmac.compare_digest(expected, given) else None


def move(session: Session, case: Case, change: Change, by: Person | str, now: datetime) -> None:
    """Change the state of a case, locked, to `change.after` for the reason `change.why`. Raises
    CaseClosed; CaseOpen if there is nothing to reopen; StepNotAllowed; ValueError if that is not a
    CaseState. What a state needs besides (an agency, an answer) is in `handoff.proceedings`."""
    to = CaseState(change.after or "")
    if to not in may_follow(case.state):
        raise _refusal(case, to)
    events.of_case(session, case, replace(change, before=case.state.value), by, now)
    case.state = to
    case.closed_at = now if to in FINAL else None
    if to not in TO_CONFIRM:
        case.confirm_by = None


def _refusal(case: Case, to: CaseState) -> ValueError:
    if case.state in FINAL:
        return CaseClosed(case)
    return CaseOpen(case) if to is CaseState.reabierto else StepNotAllowed(case, to)


def _opened_from(conversation: Conversation) -> Select[Case]:
    opened = select(Case).join(Conversation, Conversation.id == Case.conversation_id)
    return opened.where(
        Conversation.channel == conversation.channel,
        Conversation.address == conversation.address,
    )


def due(category: Category, opened_at: datetime, desk: Desk) -> datetime:
    """By when it is to be answered."""
    return calendar.due(opened_at, desk.working_days_to_answer(category.key), desk)


def _next_number(session: Session, year: int) -> int:
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    count = dialect.insert(FolioCounter).values(year=year, last=1)
    count = count.on_conflict_do_update(
        index_elements=[FolioCounter.year], set_={"last": FolioCounter.last + 1}
    )
    number: int = session.scalars(count.returning(FolioCounter.last)).one()
    return number


def _secret(session: Session) -> bytes:
    return keys.secret(session, "query_key")
