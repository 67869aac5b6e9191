"""What the ways of following a case up share: whose case it is, and what was being asked before."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue import Decision, Stage, State, acts, after, pending
from bot.dialogue.reading import solved
from bot.dialogue.state import PUT_ASIDE, from_json
from bot.outcomes import Said, StateOnly
from bot.replies import FOR_STAFF
from bot.scene import Scene
from handoff import cases, exchanges, proceedings
from handoff.rules import catalogue
from handoff.rules.case_states import CaseState
from handoff.rules.reasons import Reason
from handoff.store.models import Case

# What the key or the place has opened: the folio in the state of the dialogue may be trusted.
OPENED = (
    Stage.resolving, Stage.reopening, Stage.completing, Stage.renewing, Stage.about, Stage.adding,
    Stage.offering, Stage.same,
)  # fmt: skip
STALE = acts.Say("stale_button")
Ended = tuple[Decision, Sequence[Said]]  # the decision that follows, and what is said before it


def to_person(state: State, case: Case, reason: Reason, *, is_told: bool = False) -> Ended:
    priority = catalogue.category(case.category).priority
    has_others = {*state.earlier, state.lately} - {case.folio, None}
    person = acts.HandOver(reason, priority, is_told and not has_others, case.folio)
    if has_others and not is_confidential(case):
        person = replace(person, matter=case.category)
    if state.is_busy:
        return Decision(state, (person, *_question(state))), ()
    return Decision(state.afresh(), (person,)), ()


def kept(state: State, *said: Said) -> Ended:
    """What was being asked before is asked again."""
    return Decision(state, _question(state)), said


def _question(state: State) -> tuple[acts.Act, ...]:
    """Nothing is asked of who waits for a person: it is theirs to ask."""
    return () if state.waits_for_person else pending.question(state)


def done(state: State) -> State:
    return state if state.is_busy else state.afresh()


def taken_up(state: State) -> State:
    """With what was put aside for a link that tells a folio."""
    left = from_json(state.given_up)
    return left if left.aside == PUT_ASIDE else state


def own(scene: Scene, state: State, folio: str) -> Case | None:
    """The case, locked, if it was opened from here or its key was told a moment ago."""
    if state.stage in OPENED and state.folio == folio:
        return cases.lock(scene.session, folio)
    return cases.of_address(scene.session, scene.conversation, folio)


def last_ended(scene: Scene) -> Case | None:
    """The case of this address that was concluded last, if its citizen is in time to reopen it."""
    case = cases.last_concluded(scene.session, scene.conversation)
    return case if case and may_be_reopened(scene, case) else None


def may_be_reopened(scene: Scene, case: Case) -> bool:
    is_ended = case.state is CaseState.concluido
    return is_ended and proceedings.may_reopen(case, scene.desk, scene.now)


def ask_if_solved(state: State, case: Case, words: str = "") -> Ended:
    """Of what has ended nobody reads more unless it is reopened; `words` are kept until then."""
    if solved.is_unsolved(words):
        return Decision(done(state), (after.Deny(case.folio, words),)), ()
    if state.is_busy:
        return kept(state, StateOnly(case.folio, case.state.value))
    asking = replace(resolving(state.afresh(), case), request=words)
    return Decision(asking, pending.question(asking)), ()


def resolving(state: State, case: Case) -> State:
    return replace(state, stage=Stage.resolving, folio=case.folio, category=case.category)


def is_confidential(case: Case) -> bool:
    return catalogue.category(case.category).is_confidential


def is_read_here(scene: Scene, case: Case) -> bool:
    """Where it was opened; elsewhere somebody else may hold the phone by now."""
    return case.conversation_id == scene.conversation.id and not is_confidential(case)


def note(scene: Scene, name: str, **told: str) -> None:
    """For who attends: words of FOR_STAFF, filled in."""
    text = FOR_STAFF[name].format(**told)
    exchanges.note(scene.session, scene.conversation, text, scene.now, None)
