"""Carries out what was decided, and says what came of it."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace

from bot import aftercare, own_cases, summing_up
from bot.dialogue import Decision, State, acts, after, consent, lately, request, status
from bot.dialogue.reading import facts, soon
from bot.outcomes import Line, Opened, Queued, Said, StatusUnknown, Waiting
from bot.replies import phrases
from bot.replies.forms import in_words
from bot.replies.phrases import Context
from bot.scene import Scene, status_of
from handoff import (
    cases,
    conversations,
    corrections,
    events,
    logins,
    queue,
    same_matter,
    sight,
    wrong_keys,
)
from handoff.cases import Request
from handoff.events import Change
from handoff.rules import calendar, catalogue, directory, jurisdiction
from handoff.store.models import Case, Owner


def carry_out(scene: Scene, decision: Decision) -> tuple[Decision, list[Said]]:
    """Do what was decided. Returns the decision as it ended (only the store knows whether a folio
    and its key belong together, and how a case stands) and what is to be said."""
    said: list[Said] = []
    for act in decision.acts:
        if isinstance(act, acts.TellStatus):
            then, news = _status(scene, decision.state, act)
        elif isinstance(act, acts.Summary):
            then, news = summing_up.decide(scene, decision.state, act)
        elif isinstance(act, after.Aftercare):
            then, news = aftercare.decide(scene, decision.state, act)
        elif isinstance(act, acts.OpenCase):
            opened = _open_case(scene, act)
            said.append(opened)
            about = lately.opened(decision.state, opened.folio, opened.category)
            decision = replace(decision, state=about)
            continue
        else:
            said += _done(scene, act)
            continue
        decision, more = carry_out(scene, then)
        said += [*news, *more]
    return decision, said


def _status(scene: Scene, state: State, asked: acts.TellStatus) -> tuple[Decision, Sequence[Said]]:
    """The last key that may be wrong is answered like the others; from then on none is compared."""
    if not asked.key:
        return own_cases.by_folio(scene, state, asked)
    tried = (scene.session, scene.conversation, asked.folio)
    if wrong_keys.are_spent(*tried, scene.now):
        return status.spent(state, asked.folio), ()
    case = cases.of_citizen(scene.session, asked.folio, asked.key)
    if case is None:
        wrong_keys.note(*tried, scene.now)
        is_last = wrong_keys.are_spent(*tried, scene.now)
        wrong = status.spent if is_last else status.wrong
        return wrong(state, asked.folio), (StatusUnknown(),)
    wrong_keys.forget(*tried)
    found = status_of(scene, cases.lock(scene.session, case.folio))
    return aftercare.follow(scene, state, case), (found,)


def _done(scene: Scene, act: acts.Act) -> list[Said]:
    conversation, now = scene.conversation, scene.now
    match act:
        case acts.Welcome() | consent.ShowNotice():
            conversation.notice_version, conversation.notice_at = scene.desk.notice.version, now
        case consent.RefuseNotice() | consent.WithdrawNotice():
            conversation.notice_refused_at = now
        case acts.HandOver():
            queued = hand_over(scene, act)
            return [] if act.is_told else queued
        case consent.AcceptNotice():
            conversation.notice_version, conversation.notice_at = scene.desk.notice.version, now
            conversation.notice_refused_at = None
        case acts.StillWaiting(again, asked):
            return [Waiting(_line(scene, None), again, asked)]
        case acts.AskIfSafe():
            return [replace(act, nobody_here=not logins.is_anybody_here(scene.session, now))]
        case acts.Misunderstood(exchange_id, meant):
            corrections.note(scene.session, exchange_id, meant, None, now)
            sight.misread(scene.session, conversation)
            return []
        case acts.LeaveQueue() if conversation.owner is Owner.queue:
            conversations.leave_queue(scene.session, conversation, now)
        case _:
            pass
    return [act]


def hand_over(scene: Scene, asked: acts.HandOver) -> list[Said]:
    """Ask for a person, and say where the citizen stands (nothing, if a person is there)."""
    need = queue.need(asked.reason, asked.priority, scene.desk, scene.now)
    conversations.hand_over(scene.session, scene.conversation, need, scene.now)
    if scene.conversation.owner is Owner.analyst:
        return []
    return [Queued(asked.reason, _line(scene, asked.priority), asked.folio, asked.matter)]


def _open_case(scene: Scene, act: acts.OpenCase) -> Opened:
    category = catalogue.load().categories[act.category]
    today = scene.now.astimezone(scene.desk.zone).date()
    agency = jurisdiction.agency(category, today)
    if act.agency:
        agency = directory.today(act.agency, today)
    told = {name: in_words(value) for name, value in act.facts.items()}  # the staff reads them
    needed_by = soon.day(act.request, today)
    if needed_by:
        told["fecha"] = phrases.on(needed_by, Context(scene.desk, scene.now))
    asked = Request(category, agency.key, act.request, told, act.also)
    about = (category.key, act.facts)
    known = same_matter.event(scene.session, about, scene.desk, scene.now)
    case, key = cases.open_for(scene.session, scene.conversation, asked, scene.desk, scene.now)
    _note_complaint(scene, case)
    if known and known.first:
        same_matter.link(scene.session, case, known.first, scene.now)
    scene.conversation.category = category.key
    scene.conversation.name = scene.conversation.name or act.facts.get("nombre")
    has_contact = facts.has_contact(act.facts)
    return Opened(
        folio=case.folio,
        key=key,
        category=category.key,
        municipality=case.municipality,
        due=case.due_at,
        agency=act.agency,
        needed_by=needed_by,
        has_point=facts.POINT in act.facts,
        can_be_reached=scene.conversation.channel != "webchat" or has_contact,
        left_none=facts.CONTACT in category.asks and not has_contact,
    )


def _note_complaint(scene: Scene, case: Case) -> None:
    """The folio that a complaint is about stands beside it."""
    if case.category != request.COMPLAINT or "folio" not in case.facts:
        return
    with contextlib.suppress(cases.CaseNotFound):
        about = cases.by_folio(scene.session, case.facts["folio"])
        change = Change("complain", why=case.folio, where=scene.conversation.id)
        events.of_case(scene.session, about, change, "citizen", scene.now)


def _line(scene: Scene, priority: int | None) -> Line:
    ahead = queue.position(scene.session, scene.conversation)
    if priority != 0 and not calendar.is_open(scene.now, scene.desk):
        return Line(ahead, None, calendar.next_opening(scene.now, scene.desk))
    if not logins.is_anybody_here(scene.session, scene.now):
        return Line(None, None, None, nobody_here=True)
    wait = queue.expected_wait(scene.session, scene.now) if ahead else None
    return Line(ahead, wait, None)
