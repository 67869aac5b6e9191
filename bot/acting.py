"""Carries out what was decided, and says what came of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.dialogue import Decision, acts, status
from bot.outcomes import Line, Opened, Queued, Said, StatusFound, StatusUnknown, Waiting
from handoff import cases, conversations, queue
from handoff.cases import Request
from handoff.rules import calendar, catalogue, directory
from handoff.rules.desk import Desk
from handoff.store.models import Case, Conversation, Owner


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
        case acts.RefuseNotice():
            conversation.notice_refused_at = now
        case acts.OpenCase():
            return [_open_case(scene, act)]
        case acts.HandOver(reason, priority):
            return hand_over(scene, reason, priority)
        case acts.StillWaiting():
            return [Waiting(_line(scene, None))]
        case acts.LeaveQueue() if conversation.owner is Owner.queue:
            conversations.leave_queue(scene.session, conversation, now)
        case _:
            pass
    return [act]


def hand_over(scene: Scene, reason: str, priority: int) -> list[Said]:
    """Ask for a person, and say where the citizen stands (nothing, if a person is there)."""
    need = queue.need(reason, priority, scene.desk, scene.now)
    conversations.hand_over(scene.session, scene.conversation, need, scene.now)
    if scene.conversation.owner is Owner.analyst:
        return []
    return [Queued(reason, _line(scene, priority))]


def _open_case(scene: Scene, act: acts.OpenCase) -> Opened:
    category = catalogue.load().categories[act.category]
    agency = directory.today(category.destination[0], scene.now.astimezone(scene.desk.zone).date())
    request = Request(category, agency.key, act.request, dict(act.facts), act.also)
    case, key = cases.open_for(scene.session, scene.conversation, request, scene.desk, scene.now)
    scene.conversation.category = category.key
    return Opened(
        folio=case.folio,
        key=key,
        level=category.level,
        kind=category.kind,
        agency=agency.name_in(case.municipality),
        due=case.due_at,
        can_be_reached="contacto" in case.facts or scene.conversation.channel != "webchat",
    )


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
    agency = directory.today(case.destination, scene.now.astimezone(scene.desk.zone).date())
    return StatusFound(
        folio=case.folio,
        state=case.state.value,
        category=case.category,
        agency=agency.name_in(case.municipality),
        opened=case.opened_at,
        due=case.due_at,
        is_closed=case.closed_at is not None,
    )
