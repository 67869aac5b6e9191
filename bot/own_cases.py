"""Who writes again from where they opened a case: how it stands, and what they add to it."""

from dataclasses import replace
from datetime import datetime

from bot import follow_up
from bot.dialogue import Decision, Stage, State, acts, after, lately, pending, status
from bot.dialogue.reading import continuing, facts, soon
from bot.dialogue.reading.questions import OF_A_NAME, OF_ITS_COURSE
from bot.dialogue.untold import NAMELESS
from bot.dialogue.within import Explain, Registered
from bot.follow_up import Ended
from bot.outcomes import OwnCase, OwnCases, StateOnly
from bot.replies import FOR_STAFF
from bot.scene import Scene, has_term, named_in, open_term
from handoff import cases, proceedings
from handoff.rules.case_states import FINAL, TO_CONFIRM, CaseState
from handoff.rules.folio import hide_told_key
from handoff.rules.reasons import Reason
from handoff.store.models import Case

MOST_CASES = 5  # shown to choose from
UNTOLD = ("notified", "asked")  # answered without what a confidential case is about
# So are these, where it was registered a moment ago: its date was told with the folio.
DATED = tuple(each for each in OF_ITS_COURSE if each != "whose")

Act = after.TellCases | after.TellState | after.ExplainCase | after.Add


def decide(scene: Scene, state: State, act: Act) -> Ended:
    match act:
        case after.TellCases():
            return _tell_cases(scene, state, act)
        case after.TellState():
            return _tell_state(scene, state, act)
        case after.ExplainCase():
            return _explain(scene, state, act)
        case after.Add():
            return _add(scene, state, act)


def by_folio(scene: Scene, state: State, asked: acts.TellStatus) -> Ended:
    """Where it was opened from its state is told without the key, which others are asked for, and
    who wrote in confidence."""
    case = follow_up.own(scene, state, asked.folio)
    if case is None or follow_up.is_confidential(case):
        ask = status.without_key if asked.is_key_lost else status.ask_key
        return ask(state, asked.folio), ()
    return _told(scene, follow_up.taken_up(state), case)


def _tell_cases(scene: Scene, state: State, told: after.TellCases) -> Ended:
    """Somebody else may write from here: the state of an open case is told without its key, and
    nothing more."""
    found = cases.open_ones(scene.session, scene.conversation, MOST_CASES + 1)
    meant = [
        each
        for each in found
        if each.category in told.likely and not follow_up.is_confidential(each)
    ]
    if len(meant) == 1:
        found = meant
    if not found and (ended := follow_up.last_ended(scene)):
        found = [ended]
    if not found:
        return status.ask_folio(state, is_other=told.has_other), ()
    if len(found) == 1 and told.words:
        return _add(scene, state, after.Add(found[0].folio, told.words))
    if len(found) == 1:
        return _told(scene, state, found[0])
    shown = found[:MOST_CASES]
    listed = tuple(map(_own_case, shown))
    which = replace(
        state.afresh(),
        stage=Stage.which_case,
        request=told.words,
        options=tuple(each.folio for each in listed),
        matters=tuple(each.category or "" for each in listed),
    )
    return Decision(which), (OwnCases(listed, has_more=len(found) > MOST_CASES),)


def _own_case(case: Case) -> OwnCase:
    category = None if follow_up.is_confidential(case) else case.category
    return OwnCase(case.folio, category, case.opened_at)


def _tell_state(scene: Scene, state: State, told: after.TellState) -> Ended:
    case = follow_up.own(scene, state, told.folio)
    if case is None:
        return follow_up.kept(state, follow_up.STALE)
    if told.goes_on:
        is_told = case.state not in (*FINAL, *TO_CONFIRM) and not follow_up.is_confidential(case)
        said = (_state_of(case),) if is_told else ()
        return follow_up.kept(state, *said)
    return _told(scene, state, case)


def _explain(scene: Scene, state: State, asked: after.ExplainCase) -> Ended:
    """By the terms of the catalogue: nobody here knows more."""
    case = next(iter(cases.open_ones(scene.session, scene.conversation, 1)), None)
    is_of_course = asked.topic in (*OF_ITS_COURSE, "call")
    if case is None:
        return follow_up.kept(state, Explain(asked.topic, None, None, asked.fact))
    is_ended, is_hidden = case.state in TO_CONFIRM, follow_up.is_confidential(case)
    is_dated = state.lately == case.folio and not is_ended and asked.topic in DATED
    is_kept = is_hidden and (asked.topic in UNTOLD or is_dated)
    if is_of_course and (is_ended or is_hidden) and not is_kept:
        return _told(scene, state, case)
    told = _explanation(case, asked.topic, asked.fact, is_dated=is_dated)
    before = _needed_by(case, case.request, case.opened_at, scene) if is_of_course else ()
    return follow_up.kept(state, told, *before)


def _needed_by(
    case: Case, words: str, said_at: datetime, scene: Scene
) -> tuple[after.NeededBy, ...]:
    """A day that they told, if it is before the answer, and not past."""
    first, zone = said_at.astimezone(scene.desk.zone).date(), scene.desk.zone
    day = soon.day(words, first)
    is_before = day is not None and scene.now.astimezone(zone).date() <= day <= case.due_at.date()
    return (after.NeededBy(day),) if day and is_before else ()


def _explanation(case: Case, topic: str, fact: str = "", *, is_dated: bool = False) -> Explain:
    if topic in OF_A_NAME and fact == "nombre" not in case.facts:
        topic = NAMELESS
    has_contact, due = facts.has_contact(case.facts), case.due_at if has_term(case) else None
    if follow_up.is_confidential(case) and (is_dated or topic in UNTOLD):
        told = Registered(case.folio, due if is_dated else None, has_contact)
        return Explain(topic, None, None, fact, told)
    told = Registered(case.folio, due, has_contact)
    return Explain(topic, case.category, case.municipality, fact, told, named_in(case))


def _told(scene: Scene, state: State, case: Case) -> Ended:
    if state.is_busy:
        return follow_up.kept(state, _state_of(case))
    if follow_up.is_confidential(case):
        asking = replace(state.afresh(), stage=Stage.key, folio=case.folio)
        return Decision(asking, (acts.AskKey(case.folio),)), ()
    if case.state in (*TO_CONFIRM, CaseState.prevenido) and follow_up.is_read_here(scene, case):
        return Decision(state, (after.ShowAnswer(case.folio),)), ()
    if follow_up.may_be_reopened(scene, case):
        then, said = follow_up.ask_if_solved(state, case)
        return then, (StateOnly(case.folio, case.state.value), *said)
    about = replace(state.afresh(), stage=Stage.about, folio=case.folio, category=case.category)
    offer = (after.OfferMore(case.folio),)
    return Decision(about, offer), (_state_of(case),)


def _state_of(case: Case) -> StateOnly:
    return StateOnly(case.folio, case.state.value, open_term(case))


def _add(scene: Scene, state: State, more: after.Add) -> Ended:
    case = follow_up.own(scene, state, more.folio)
    if case is None:
        return follow_up.kept(state, follow_up.STALE)
    is_said = more.asks or more.is_met or continuing.is_over(more.words)
    if not is_said and follow_up.may_be_reopened(scene, case):
        return follow_up.ask_if_solved(state, case, more.words)
    if case.state in FINAL and more.asks:
        return follow_up.kept(follow_up.done(state), acts.Say("question"))
    if case.state in FINAL:
        return follow_up.kept(follow_up.done(state), StateOnly(case.folio, case.state.value))
    if not (more.words or more.has_file):
        if state.is_busy:
            return follow_up.kept(state, follow_up.STALE)
        adding = replace(state.afresh(), stage=Stage.adding, folio=case.folio)
        return Decision(adding, pending.question(adding)), ()
    told = hide_told_key(more.words) or FOR_STAFF["file"]
    proceedings.add(scene.session, case, told, scene.conversation.id, scene.now)
    follow_up.note(scene, "added", folio=case.folio, words=told)
    is_told = more.is_met or more.asks
    then, said = follow_up.to_person(state, case, Reason.told_more, is_told=is_told)
    if more.asks:
        said = (*said, _explanation(case, "asked"))
    acts_then = (*then.acts, *_needed_by(case, more.words, scene.now, scene))
    return Decision(replace(then.state, aside=lately.ADDED), acts_then), said
