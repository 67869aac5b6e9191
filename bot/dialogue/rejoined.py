"""A story that comes in pieces, each whole by itself: «andan unos malandros», «en la troca», «roja
robando». Where a piece goes on with what was told, or means nothing alone, all of them are decided
again as one from the state before the first, if together they are plain. Nothing but saying and
remembering was done meanwhile."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue import pending, pieces, request, turn
from bot.dialogue.acts import HandOver, OpenCase, Say
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.reading import elsewhere, facts, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, Stage, State, from_json
from handoff.rules.reasons import Reason
from handoff.store.models import Owner

# Answers to who tells nothing.
_IDLE = tuple(map(Say, ("farewell", "thanks", "out_of_scope", "what_is_it", "noted_what_is_it")))
SOON = timedelta(minutes=1)  # after a piece the next one goes on with it
MOST_OF_A_REST = 3  # words
HEARD = (*PERSONAL, *facts.PLACES)  # facts that are acknowledged
MOST_UNTOLD = 15  # words that tell no matter, before they count as not understood
TELLING = (Stage.idle, Stage.collecting)
OF_A_STORY = ("matter", "detail", "add", "since", "place", "worse")  # moves


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """What the bot does about one message, alone or with those before it."""
    decision = _decided(state, heard, situation)
    decision = _only_heard(state, heard, situation.now, decision)
    at = situation.now if decision.state.first else None
    return replace(decision, state=replace(decision.state, piece_at=at))


def _only_heard(state: State, heard: Heard, now: datetime, decision: Decision) -> Decision:
    """The rest of a sentence, that comes at once, is not asked the same again."""
    after = decision.state
    is_soon = state.piece_at is not None and now - state.piece_at <= SOON
    is_rest = is_soon and after.first is not None and _open(after) == _open(state)
    is_again = decision.acts == (Say("noted"), *pending.question(after))
    if not (is_rest and is_again and _is_a_rest(state, heard, after)):
        return decision
    told = replace(after, times=state.times, aside=state.aside, asides=state.asides)
    return Decision(told, (Say("listening"),))


def _is_a_rest(state: State, heard: Heard, after: State) -> bool:
    """«De ruedas», «la medicina»; a fact, or what is whole by itself, is answered."""
    is_told = elsewhere.only(after.facts, HEARD) != elsewhere.only(state.facts, HEARD)
    is_few = 1 < len(heard.text.split()) <= MOST_OF_A_REST
    is_asked = state.stage in (Stage.collecting, Stage.way) and state.asking not in PERSONAL
    return is_asked and not is_told and (pieces.is_linked(state, heard) or is_few)


def _decided(state: State, heard: Heard, situation: Situation) -> Decision:
    alone = by_itself(state, heard, situation)
    is_silent = situation.owner in (Owner.analyst, Owner.closed)
    if heard.whole is None or alone.state.held or is_silent:
        return replace(alone, state=_remembering(state, heard, alone))
    meaning = pieces.calmed(heard.whole.meaning, heard.meaning)
    together = replace(heard.whole, meaning=meaning)
    whole = turn.decide(_before(state), together, situation)
    if _is_clearer(state, heard, alone, whole):
        return _as_one(state, together, whole)
    if _is_still_telling(state, heard, alone):
        kept = request.noting(pieces.taken_up(state, heard), heard)
        told = replace(kept, pieces=pieces.with_these(state, heard.text), holds=0)
        return Decision(told, (Say("listening"),))
    return replace(alone, state=_remembering(state, heard, alone))


def by_itself(state: State, heard: Heard, situation: Situation) -> Decision:
    """The turn, with what was held. Where it is held, nothing was said yet."""
    before = pieces.taken_up(state, heard)
    decision = turn.decide(before, heard, situation)
    after = decision.state
    if not after.held or after.holds == before.holds:
        return replace(decision, state=replace(after, holds=0))
    held = replace(before, held=after.held, holds=after.holds, language=after.language)
    return replace(decision, state=held)


def _before(state: State) -> State:
    """The first of them, where it was told who and where since; it came in pieces."""
    first = from_json(state.first)
    known = elsewhere.only(state.facts, (*PERSONAL, *facts.PLACES))
    return replace(first, facts={**first.facts, **known}, holds=1)


def _as_one(state: State, together: Heard, whole: Decision) -> Decision:
    """The same question is not explained again. Where they have asked, that is answered."""
    told = replace(whole.state, pieces=together.text, first=state.first)
    if wording.is_question(together) or _is_done(whole):
        told = replace(told, pieces="", first=None)
    if pending.question(told) and _open(told) == _open(state) and not told.danger:
        return Decision(told, (Say("noted"), *pending.question(told)))
    return replace(whole, state=told)


def _open(state: State) -> tuple[object, ...]:
    return state.category, state.stage, state.asking


def _is_clearer(state: State, heard: Heard, alone: Decision, whole: Decision) -> bool:
    together = heard.whole
    if together is None or alone.state.danger or wording.typed_at_random(heard.text):
        return False
    if _is_done(alone) and not _is_passed_on(alone):  # «mi esposo», «me pega»
        return bool(_opened(whole)) and _opened(whole) != _opened(alone)
    if whole.state.danger:  # where this piece alone alarms, what was asked explains it
        return alone.state.facts == state.facts and not heard.meaning.urgent.value
    is_word = state.stage not in TELLING and len(heard.text.split()) == 1  # at a menu
    is_begun = whole.state.category is not None or _is_done(whole)
    is_plain = together.is_clear and together.is_matter and is_begun and not _is_passed_on(whole)
    if not is_plain or (is_word and not pieces.is_open(state)):
        return False
    return _is_lost(state, heard, alone) or _is_better(state, heard, alone.state, whole.state)


def _is_better(state: State, heard: Heard, alone: State, whole: State) -> bool:
    """Where both were understood: a part of a sentence tells less than all of it."""
    is_linked = pieces.is_linked(state, heard)
    if _answers(state, alone) or not alone.facts.keys() <= {*state.facts, *whole.facts}:
        return False
    if alone.apart != state.apart:  # «porque no hay» is no other matter
        return pieces.is_open(state) or heard.text.casefold().startswith("porque")
    is_same = whole.category == alone.category
    if state.category is None:
        is_sure = heard.is_sure and heard.is_matter
        return bool(state.misses) if is_same and is_sure else is_same or is_linked
    is_told = is_linked or (heard.whole is not None and heard.intent == heard.whole.intent)
    return is_told and not is_same and alone.category == state.category


def _answers(state: State, after: State) -> bool:
    return state.asking in {*after.facts, *after.skipped} - {*state.facts, *state.skipped}


def _is_still_telling(state: State, heard: Heard, alone: Decision) -> bool:
    """No matter is known yet, and this piece tells none either."""
    is_few = len(pieces.with_these(state, heard.text).split()) <= MOST_UNTOLD
    is_said = len(heard.text.split()) > 1 and not wording.typed_at_random(heard.text)
    is_said = is_said and not heard.facts
    is_open = state.stage is Stage.idle and not (alone.state.danger or state.waits_for_person)
    is_lost = alone.state.misses > state.misses or _is_passed_on(alone)
    is_lost = is_lost or all(act in _IDLE for act in alone.acts)
    return is_few and is_said and is_open and is_lost


def _is_lost(state: State, heard: Heard, alone: Decision) -> bool:
    """Not understood, or answered with something that it did not mean."""
    after = alone.state
    if _is_passed_on(alone) or after.misses > state.misses:
        return True
    if after.given_up is not None and state.given_up is None:  # «colonia ya no», «pasa»
        return pieces.is_open(state)
    is_kept = _told(after) != _told(state) or wording.is_question(heard)
    is_piece = pieces.is_linked(state, heard) or heard.move in OF_A_STORY
    return is_piece and not is_kept


def _told(state: State) -> tuple[object, ...]:
    return state.category, state.stage, state.asking, state.facts, state.skipped, state.request


def _is_passed_on(decision: Decision) -> bool:
    """To a person, since it was not understood."""
    return any(
        isinstance(act, HandOver) and act.reason is Reason.not_understood for act in decision.acts
    )


def _opened(decision: Decision) -> list[str]:
    return [act.category for act in decision.acts if isinstance(act, OpenCase)]


def _is_done(decision: Decision) -> bool:
    return any(isinstance(act, (OpenCase, HandOver)) for act in decision.acts)


def _remembering(state: State, heard: Heard, decision: Decision) -> State:
    """The first pieces of a story; it ends where a question is answered."""
    after = decision.state
    if after.held:
        return after
    is_told = pieces.is_piece(state, heard) and not after.refused_notice
    is_free = is_told and not (_is_done(decision) or after.danger or after.waits_for_person)
    if is_free and state.first and not _answers(state, after):
        told = pieces.with_these(state, heard.text)
        return replace(after, pieces=told, first=state.first)
    is_first = state.stage is Stage.idle and not (state.lately or state.waits_for_person)
    if is_free and is_first and pieces.is_short(state, heard):
        before = replace(state, answered=None, before=None, pieces="", first=None, held="", holds=0)
        return replace(after, pieces=heard.text, first=before.as_json())
    return replace(after, pieces="", first=None)
