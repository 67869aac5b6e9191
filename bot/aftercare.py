"""Carries out what is decided after the folio: only the store knows how the case stands."""

from dataclasses import replace
from typing import assert_never

from bot import follow_up, own_cases
from bot.dialogue import Decision, Stage, State, acts, after, pending, request
from bot.dialogue.reading import languages
from bot.dialogue.state import PERSONAL, Earlier
from bot.follow_up import Ended
from bot.outcomes import StateOnly
from bot.scene import Scene, status_of
from handoff import cases, exchanges, proceedings, surveys
from handoff.proceedings import Step
from handoff.rules.case_states import TO_CONFIRM, CaseState
from handoff.rules.reasons import Reason
from handoff.store.models import Case, Owner

MOST_OPEN = 10  # cases of one citizen that are kept in mind
ENDED = (*TO_CONFIRM, CaseState.concluido)  # whether it is solved may be asked


def decide(scene: Scene, state: State, act: after.Aftercare) -> Ended:
    """What comes of an act: what is said of it, and the decision that follows."""
    match act:
        case after.ShowAnswer(folio):
            return _show(scene, state, folio)
        case after.AskIfRead(folio):
            return _ask_if_read(scene, state, folio)
        case after.Confirm(folio):
            return _confirm(scene, state, folio)
        case after.Deny(folio, words):
            return _deny(scene, state, folio, words)
        case after.Reopen(folio, words):
            return _reopen(scene, state, folio, words)
        case after.Complete(folio, words):
            return _complete(scene, state, folio, words)
        case after.Renew(folio):
            return _renew(scene, state, folio)
        case after.TellCases() | after.TellState() | after.ExplainCase() | after.Add():
            return own_cases.decide(scene, state, act)
        case after.Rate() | after.Comment():
            return _survey(scene, state, act)
        case _:
            assert_never(act)


def recall(scene: Scene) -> State:
    """What the citizen was asked last, when a conversation begins or an analyst gives it back; of
    one that has ended, its language alone."""
    if scene.conversation.owner is Owner.closed:
        return State(language=exchanges.language(scene.session, scene.conversation.id))
    has_refused = scene.conversation.notice_refused_at is not None
    return replace(_asked_last(scene), refused_notice=has_refused)


def _asked_last(scene: Scene) -> State:
    survey = surveys.unanswered(scene.session, scene.conversation, scene.now)
    case = cases.to_confirm(scene.session, scene.conversation)
    if case and not (survey and survey.asked_at > (case.read_at or case.opened_at)):
        lately = _lately(scene)
        return follow_up.resolving(State(language=language_of(case), earlier=lately.earlier), case)
    if survey is None:
        return _lately(scene)
    spoken = exchanges.language(scene.session, survey.conversation_id)
    return State(Stage.rating, survey=survey.id, language=spoken)


def _lately(scene: Scene) -> State:
    """Who has one open case from here likely writes of that: «ya la arreglaron»; of several, of the
    one that they name."""
    found = cases.open_ones(scene.session, scene.conversation, MOST_OPEN)
    told = {
        each.folio: Earlier(each.category or "")
        for each in found
        if not follow_up.is_confidential(each)
    }
    if len(found) != 1 or not told:
        return State(earlier=told)
    return State(lately=found[0].folio, lately_about=found[0].category)


def language_of(case: Case) -> str | None:
    """That of the citizen's own words: "en", None Spanish."""
    return "en" if languages.looks_english(case.request) else None


def follow(scene: Scene, state: State, case: Case) -> Decision:
    """After the citizen was shown how the case stands: they have read the answer, and are asked
    whether it is solved, or for what is missing."""
    case.untold_at = None
    if case.state is CaseState.contestado:
        step = Step(CaseState.notificado, verb="read", where=scene.conversation.id)
        proceedings.take(scene.session, case, step, "citizen", scene.desk, scene.now)
    if state.danger:
        return Decision(state)
    state = follow_up.taken_up(state)
    if state.is_busy:
        open_one = (acts.Say("in_line"),) if state.waits_for_person else pending.question(state)
        return Decision(replace(state, read=case.folio), open_one)
    calm = state.afresh()
    if case.state in TO_CONFIRM:
        asked = after.AskResolved(case.folio, case.confirm_by)
        return Decision(follow_up.resolving(calm, case), (asked,))
    if case.state is CaseState.prevenido:
        completing = replace(calm, stage=Stage.completing, folio=case.folio)
        return Decision(completing, pending.question(completing))
    about = replace(calm, stage=Stage.about, folio=case.folio, category=case.category)
    return Decision(about, (acts.Say("anything_else"),))


def _show(scene: Scene, state: State, folio: str) -> Ended:
    """Where the case was opened its citizen reads the answer at once; elsewhere with the key."""
    case = (
        follow_up.own(scene, state, folio)
        if folio
        else cases.last_to_read(scene.session, scene.conversation)
    )
    if case is None:
        asking = replace(state.afresh(), stage=Stage.folio)
        return Decision(asking, (acts.AskFolio(),)), ()
    if not follow_up.is_read_here(scene, case):
        asking = replace(state.afresh(), stage=Stage.key, folio=case.folio)
        return Decision(asking, (acts.AskKey(case.folio),)), ()
    said = status_of(scene, cases.lock(scene.session, case.folio))
    return follow(scene, state, case), (said,)


def _ask_if_read(scene: Scene, state: State, folio: str) -> Ended:
    case = cases.lock(scene.session, folio)
    is_open = case.state in (*TO_CONFIRM, CaseState.prevenido)
    return (follow(scene, state, case) if is_open else Decision(state)), ()


def _confirm(scene: Scene, state: State, folio: str) -> Ended:
    case = follow_up.own(scene, state, folio)
    if case is None:
        return follow_up.kept(state, follow_up.STALE)
    if case.state not in ENDED:
        return follow_up.kept(state, StateOnly(case.folio, case.state.value))
    if case.state in TO_CONFIRM:
        step = Step(CaseState.concluido, verb="confirm", where=scene.conversation.id)
        proceedings.take(scene.session, case, step, "citizen", scene.desk, scene.now)
    survey = surveys.ask_about_case(scene.session, case, scene.conversation, scene.now)
    if survey is None or state.danger:
        is_asked = state.stage is Stage.resolving and state.folio == folio
        return follow_up.kept(state.afresh() if is_asked else state, acts.Say("solved_noted"))
    said = (acts.Say("solved"), after.AskRating(survey.id))
    if state.is_busy:
        return follow_up.kept(state, *said)
    return Decision(replace(state.afresh(), stage=Stage.rating, survey=survey.id), said), ()


def _deny(scene: Scene, state: State, folio: str, words: str) -> Ended:
    case = follow_up.own(scene, state, folio)
    if case is None:
        return follow_up.kept(state, follow_up.STALE)
    if case.state not in ENDED:
        return follow_up.kept(state, StateOnly(case.folio, case.state.value))
    if not proceedings.may_reopen(case, scene.desk, scene.now):
        return _too_late(state, case)
    if words or state.is_busy:
        return _reopen(scene, state, folio, words)
    reopening = replace(state.afresh(), stage=Stage.reopening, folio=case.folio)
    return Decision(reopening, pending.question(reopening)), ()


def _reopen(scene: Scene, state: State, folio: str, words: str) -> Ended:
    case = follow_up.own(scene, state, folio)
    if case is None or case.state not in ENDED:
        now_is = (StateOnly(case.folio, case.state.value),) if case else (follow_up.STALE,)
        return follow_up.kept(follow_up.done(state), *now_is)
    if not proceedings.may_reopen(case, scene.desk, scene.now):
        return _too_late(state, case)
    step = Step(CaseState.reabierto, words or None, where=scene.conversation.id)
    proceedings.take(scene.session, case, step, "citizen", scene.desk, scene.now)
    follow_up.note(scene, "reopened", folio=case.folio)
    return follow_up.to_person(state, case, Reason.reopened)


def _complete(scene: Scene, state: State, folio: str, words: str) -> Ended:
    case = cases.lock(scene.session, folio)
    if case.state is CaseState.prevenido:
        step = Step(CaseState.en_validacion, words, verb="complete", where=scene.conversation.id)
        proceedings.take(scene.session, case, step, "citizen", scene.desk, scene.now)
    else:
        proceedings.add(scene.session, case, words, scene.conversation.id, scene.now)
    follow_up.note(scene, "completed", folio=case.folio)
    return follow_up.to_person(state, case, Reason.told_more)


def _renew(scene: Scene, state: State, folio: str) -> Ended:
    case = follow_up.own(scene, state, folio)
    if case is None or state.is_busy:
        return follow_up.kept(state, follow_up.STALE)
    text = f"Sigue pendiente lo del folio {case.folio}."
    fresh = state.afresh()
    facts = {name: value for name, value in case.facts.items() if name not in PERSONAL}
    begun = replace(fresh, category=case.category, request=text, facts={**facts, **fresh.facts})
    return request.start(begun, case.category), ()


def _survey(scene: Scene, state: State, act: after.Rate | after.Comment) -> Ended:
    if isinstance(act, after.Rate):
        return _rate(scene, state, act)
    if survey := surveys.of_address(scene.session, act.survey, scene.conversation):
        surveys.comment(survey, act.words)
    return Decision(state), ()


def _rate(scene: Scene, state: State, act: after.Rate) -> Ended:
    """Nothing is said where a person attends, and nothing asked in a chat that has ended."""
    survey = surveys.of_address(scene.session, act.survey, scene.conversation)
    is_new = survey is not None and surveys.rate(survey, act.score, scene.now)
    if survey and is_new and act.words:
        surveys.comment(survey, act.words)
    if scene.conversation.owner is Owner.analyst:
        return Decision(state), ()
    if survey is None:
        return follow_up.kept(state, follow_up.STALE)
    left = state.afresh() if state.stage is Stage.rating else state
    if not is_new:
        return follow_up.kept(left, acts.Say("rated_before"))
    has_ended = scene.conversation.owner is Owner.closed
    if act.words or has_ended or state.is_busy:
        return follow_up.kept(left, acts.Say("rated_thanks"))
    commenting = replace(state.afresh(), stage=Stage.commenting, survey=survey.id)
    return Decision(commenting, (acts.Say("rated"),)), ()


def _too_late(state: State, case: Case) -> Ended:
    if state.is_busy:
        return follow_up.kept(state, after.OfferRenewal(case.folio))
    renewing = replace(state.afresh(), stage=Stage.renewing, folio=case.folio)
    return Decision(renewing, pending.question(renewing)), ()
