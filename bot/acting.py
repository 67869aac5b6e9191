"""Carries out what was decided, and says what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.dialogue import Decision, acts, request, status
from bot.outcomes import Line, Opened, Queued, Said, StatusFound, StatusUnknown, Waiting
from handoff import cases, conversations, corrections, queue
from handoff.cases import Request
from handoff.rules import calendar, catalogue, directory, jurisdiction
from handoff.rules.desk import Desk
from handoff.rules.reasons import Reason
from handoff.store.models import Case, CaseState, Conversation, Owner

UNSEEN = (CaseState.recibido, CaseState.en_validacion)
OF_THIS_STATE = ("estatal", "propio")


@dataclass(frozen=True, slots=True)
class Scene:
    """Where acts are carried out: one conversation, locked, in one transaction."""

    session: Session
    conversation: Conversation
    desk: Desk
    now: datetime


def carry_out(scene: Scene, decision: Decision) -> tuple[Decision, list[Said]]:
    """Do what was decided. Returns the decision as it ended (only the store knows whether a folio
    and its key belong together) and what is to be said."""
    said: list[Said] = []
    for act in decision.acts:
        match act:
            case acts.TellStatus(folio, key):
                found = _status(scene, folio, key)
                said.append(found)
                told = status.told(decision.state, found=isinstance(found, StatusFound))
                decision, more = carry_out(scene, told)
                said += more
            case _:
                said += _done(scene, act)
    return decision, said


def _done(scene: Scene, act: acts.Act) -> list[Said]:
    conversation, now = scene.conversation, scene.now
    match act:
        case acts.Welcome():
            conversation.notice_version, conversation.notice_at = scene.desk.notice.version, now
        case acts.RefuseNotice() | acts.WithdrawNotice():
            conversation.notice_refused_at = now
        case acts.OpenCase():
            return [_open_case(scene, act)]
        case acts.HandOver(reason, priority):
            return hand_over(scene, reason, priority)
        case acts.AcceptNotice():
            conversation.notice_version, conversation.notice_at = scene.desk.notice.version, now
            conversation.notice_refused_at = None
        case acts.StillWaiting(again):
            return [Waiting(_line(scene, None), again)]
        case acts.Misunderstood(exchange_id, meant):
            corrections.note(scene.session, exchange_id, meant, None, now)
            return []
        case acts.LeaveQueue() if conversation.owner is Owner.queue:
            conversations.leave_queue(scene.session, conversation, now)
        case _:
            pass
    return [act]


def hand_over(scene: Scene, reason: Reason, priority: int) -> list[Said]:
    """Ask for a person, and say where the citizen stands (nothing, if a person is there)."""
    need = queue.need(reason, priority, scene.desk, scene.now)
    conversations.hand_over(scene.session, scene.conversation, need, scene.now)
    if scene.conversation.owner is Owner.analyst:
        return []
    return [Queued(reason, _line(scene, priority))]


def _open_case(scene: Scene, act: acts.OpenCase) -> Opened:
    category = catalogue.load().categories[act.category]
    today = scene.now.astimezone(scene.desk.zone).date()
    agency = jurisdiction.agency(category, today)
    asked = Request(category, agency.key, act.request, dict(act.facts), act.also)
    case, key = cases.open_for(scene.session, scene.conversation, asked, scene.desk, scene.now)
    scene.conversation.category = category.key
    return Opened(
        folio=case.folio,
        key=key,
        category=category.key,
        municipality=case.municipality,
        due=case.due_at,
        can_be_reached=scene.conversation.channel != "webchat" or _has_contact(act.facts),
    )


def _has_contact(facts: Mapping[str, str]) -> bool:
    """A phone or an address, not «por este medio»."""
    return any(each.isdigit() or each == "@" for each in facts.get("contacto", ""))


def _line(scene: Scene, priority: int | None) -> Line:
    ahead = queue.position(scene.session, scene.conversation)
    wait = queue.expected_wait(scene.session, scene.now) if ahead else None
    if priority == 0 or calendar.is_open(scene.now, scene.desk):
        return Line(ahead, wait, None)
    return Line(ahead, None, calendar.next_opening(scene.now, scene.desk))


def _status(scene: Scene, folio: str, key: str) -> StatusFound | StatusUnknown:
    case = cases.of_citizen(scene.session, folio, key)
    return _found(scene, case) if case else StatusUnknown()


def _found(scene: Scene, case: Case) -> StatusFound:
    """Until somebody has looked at it, it is this department that has it."""
    key = directory.OWN if case.state in UNSEEN else case.destination
    agency = directory.today(key, scene.now.astimezone(scene.desk.zone).date())
    return StatusFound(
        folio=case.folio,
        state=case.state.value,
        category=case.category,
        agency=agency.name_in(case.municipality),
        opened=case.opened_at,
        due=case.due_at if _has_term(case) else None,
        is_closed=case.closed_at is not None,
    )


def _has_term(case: Case) -> bool:
    """Other governments have terms of their own, and nobody has to answer a congratulation."""
    return case.level in OF_THIS_STATE and case.category not in request.NO_PERSON
