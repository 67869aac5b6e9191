"""Carries out what is decided after the folio: only the store knows how the case stands."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from bot.dialogue import Decision, Stage, State, acts, after, pending, request
from bot.dialogue.state import AT_WORK
from bot.outcomes import Said, StateOnly
from bot.scene import Scene, status_of
from handoff import cases, exchanges, proceedings, surveys
from handoff.proceedings import Step
from handoff.rules import catalogue
from handoff.rules.case_states import TO_CONFIRM, CaseState
from handoff.rules.reasons import Reason
from handoff.store.models import Case

ENDED = (*TO_CONFIRM, CaseState.concluido)  # whether it is solved may be asked
# What the key or the place has opened: the folio in the state of the dialogue may be trusted.
OPENED = (Stage.resolving, Stage.reopening, Stage.completing, Stage.renewing)
STALE = acts.Say("stale_button")


def decide(scene: Scene, state: State, act: after.Aftercare) -> tuple[Decision, Sequence[Said]]:
    """What comes of an act: what is said of it, and the decision that follows."""
    match act:
        case after.ShowAnswer(folio):
            return _show(scene, state, folio)
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
        case after.Rate(survey, score):
            return _rate(scene, state, survey, score)
        case after.Comment(survey, words):
            if found := surveys.of_address(scene.session, survey, scene.conversation):
                surveys.comment(found, words)
            return Decision(state), ()
        case _:
            assert_never(act)


def recall(scene: Scene) -> State:
    """What the citizen was asked last, when a new conversation begins."""
    survey = surveys.unanswered(scene.session, scene.conversation, scene.now)
    case = cases.to_confirm(scene.session, scene.conversation)
    if case and not (survey and survey.asked_at > (case.read_at or case.opened_at)):
        return resolving(State(), case)
    return State(Stage.rating, survey=survey.id) if survey else State()


def follow(scene: Scene, state: State, case: Case) -> Decision:
    """After the citizen was shown how the case stands: they have read the answer, and are asked
    whether it is solved, or for what is missing."""
    if case.state is CaseState.contestado:
        step = Step(CaseState.notificado, verb="read", where=scene.conversation.id)
        proceedings.take(scene.session, case, step, "citizen", scene.desk, scene.now)
    if state.stage in AT_WORK or state.danger or state.waits_for_person:
        return Decision(state, pending.question(state))
    calm = replace(state.afresh(), key_misses=0)
    if case.state in TO_CONFIRM:
        asked = after.AskResolved(case.folio, case.confirm_by)
        return Decision(resolving(calm, case), (asked,))
    if case.state is CaseState.prevenido:
        completing = replace(calm, stage=Stage.completing, folio=case.folio)
        return Decision(completing, pending.question(completing))
    return Decision(calm, (acts.Say("anything_else"),))


def resolving(state: State, case: Case) -> State:
    return replace(state, stage=Stage.resolving, folio=case.folio, category=case.category)


Ended = tuple[Decision, Sequence[Said]]


def _show(scene: Scene, state: State, folio: str) -> Ended:
    """Where the case was opened its citizen reads the answer at once; elsewhere with the key, since
    somebody else may hold the phone by now."""
    case = (
        _own(scene, state, folio)
        if folio
        else cases.last_to_read(scene.session, scene.conversation)
    )
    if case is None:
        asking = replace(state.afresh(), stage=Stage.folio)
        return Decision(asking, (acts.AskFolio(),)), ()
    is_confidential = catalogue.category(case.category).is_confidential
    if case.conversation_id != scene.conversation.id or is_confidential:
        asking = replace(state.afresh(), stage=Stage.key, folio=case.folio)
        return Decision(asking, (acts.AskKey(case.folio),)), ()
    said = status_of(scene, cases.lock(scene.session, case.folio))
    return follow(scene, state, case), (said,)


def _confirm(scene: Scene, state: State, folio: str) -> Ended:
    case = _own(scene, state, folio)
    if case is None:
        return _kept(state, STALE)
    if case.state not in ENDED:
        return _kept(state, StateOnly(case.folio, case.state.value))
    if case.state in TO_CONFIRM:
        step = Step(CaseState.concluido, verb="confirm", where=scene.conversation.id)
        proceedings.take(scene.session, case, step, "citizen", scene.desk, scene.now)
    survey = surveys.ask_about_case(scene.session, case, scene.conversation, scene.now)
    if survey is None or state.danger:
        return _kept(state, acts.Say("solved_noted"))
    said = (acts.Say("solved"), after.AskRating(survey.id))
    if _is_busy(state):
        return _kept(state, *said)
    return Decision(replace(state.afresh(), stage=Stage.rating, survey=survey.id), said), ()


def _deny(scene: Scene, state: State, folio: str, words: str) -> Ended:
    case = _own(scene, state, folio)
    if case is None:
        return _kept(state, STALE)
    if case.state not in ENDED:
        return _kept(state, StateOnly(case.folio, case.state.value))
    if not proceedings.may_reopen(case, scene.desk, scene.now):
        return _too_late(state, case)
    if words or _is_busy(state):
        return _reopen(scene, state, folio, words)
    reopening = replace(state.afresh(), stage=Stage.reopening, folio=case.folio)
    return Decision(reopening, pending.question(reopening)), ()


def _reopen(scene: Scene, state: State, folio: str, words: str) -> Ended:
    case = _own(scene, state, folio)
    if case is None or case.state not in ENDED:
        return _kept(_done(state), *(StateOnly(each.folio, each.state) for each in (case,) if each))
    if not proceedings.may_reopen(case, scene.desk, scene.now):
        return _too_late(state, case)
    step = Step(CaseState.reabierto, words or None, where=scene.conversation.id)
    proceedings.take(scene.session, case, step, "citizen", scene.desk, scene.now)
    _note(scene, f"La persona dice que no quedó resuelto: se reabrió el folio {case.folio}.")
    return _to_person(state, case, Reason.reopened)


def _complete(scene: Scene, state: State, folio: str, words: str) -> Ended:
    case = cases.lock(scene.session, folio)
    if case.state is CaseState.prevenido:
        step = Step(CaseState.en_validacion, words, verb="complete", where=scene.conversation.id)
        proceedings.take(scene.session, case, step, "citizen", scene.desk, scene.now)
    else:
        proceedings.add(scene.session, case, words, scene.conversation.id, scene.now)
    _note(scene, f"La persona completó lo que se le pidió para el folio {case.folio}.")
    return _to_person(state, case, Reason.told_more)


def _renew(scene: Scene, state: State, folio: str) -> Ended:
    case = _own(scene, state, folio)
    if case is None or _is_busy(state):
        return _kept(state, STALE)
    text = f"Sigue pendiente lo del folio {case.folio}."
    begun = replace(state.afresh(), category=case.category, request=text)
    return request.go_on(begun), ()


def _rate(scene: Scene, state: State, survey_id: int, score: int) -> Ended:
    survey = surveys.of_address(scene.session, survey_id, scene.conversation)
    if survey is None:
        return _kept(state, STALE)
    if not surveys.rate(survey, score, scene.now):
        return _kept(state, acts.Say("rated_before"))
    if _is_busy(state):
        return _kept(state, acts.Say("rated_thanks"))
    commenting = replace(state.afresh(), stage=Stage.commenting, survey=survey.id)
    return Decision(commenting, (acts.Say("rated"),)), ()


def _to_person(state: State, case: Case, reason: Reason) -> Ended:
    priority = catalogue.category(case.category).priority
    person = acts.HandOver(reason, priority)
    if _is_busy(state):
        return Decision(state, (person, *pending.question(state))), ()
    return Decision(state.afresh(), (person,)), ()


def _too_late(state: State, case: Case) -> Ended:
    if _is_busy(state):
        return _kept(state, after.OfferRenewal(case.folio))
    renewing = replace(state.afresh(), stage=Stage.renewing, folio=case.folio)
    return Decision(renewing, pending.question(renewing)), ()


def _kept(state: State, *said: Said) -> Ended:
    """What was being asked before is asked again."""
    return Decision(state, pending.question(state)), said


def _done(state: State) -> State:
    return state if _is_busy(state) else state.afresh()


def _is_busy(state: State) -> bool:
    return state.stage in AT_WORK or state.waits_for_person


def _own(scene: Scene, state: State, folio: str) -> Case | None:
    """The case, locked, if it was opened from here or its key was told a moment ago."""
    if state.stage in OPENED and state.folio == folio:
        return cases.lock(scene.session, folio)
    return cases.of_address(scene.session, scene.conversation, folio)


def _note(scene: Scene, text: str) -> None:
    exchanges.note(scene.session, scene.conversation, text, scene.now, None)
