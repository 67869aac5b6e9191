"""The state of a case, by folio and query key. Nothing tells whether a folio exists."""

from dataclasses import replace

from bot.dialogue.acts import AskFolio, AskKey, ForeignFolio, HandOver, Say, TellStatus
from bot.dialogue.decision import Decision
from bot.dialogue.heard import Heard
from bot.dialogue.state import Stage, State

MOST_WRONG_KEYS = 5


def begin(state: State, heard: Heard) -> Decision:
    """The citizen asks what became of a folio."""
    folio, key = heard.entity("folio"), heard.entity("clave")
    if heard.entity("folio_infomex") and not folio:
        return Decision(State(refused_notice=state.refused_notice), (ForeignFolio(),))
    if folio and key:
        return Decision(replace(state, stage=Stage.key, folio=folio), (TellStatus(folio, key),))
    if folio:
        return Decision(replace(state, stage=Stage.key, folio=folio), (AskKey(folio),))
    return Decision(replace(state, stage=Stage.folio), (AskFolio(),))


def hear_folio(state: State, heard: Heard) -> Decision:
    if heard.entity("folio") or heard.entity("folio_infomex"):
        return begin(state, heard)
    return _missed(state, AskFolio(again=True))


def hear_key(state: State, heard: Heard) -> Decision:
    folio = heard.entity("folio") or state.folio or ""
    key = heard.entity("clave")
    if key:
        return Decision(replace(state, folio=folio, misses=0), (TellStatus(folio, key),))
    return _missed(replace(state, folio=folio), AskKey(folio, again=True))


def told(state: State, *, found: bool) -> Decision:
    """After the store has answered: done, or once more from the folio, or a person."""
    if found:
        return Decision(State(refused_notice=state.refused_notice), (Say("anything_else"),))
    wrong = replace(state, stage=Stage.folio, folio=None, key_misses=state.key_misses + 1)
    if wrong.key_misses >= MOST_WRONG_KEYS:
        return Decision(State(waits_for_person=True), (HandOver("folio", 2),))
    return Decision(wrong)


def _missed(state: State, ask: AskFolio | AskKey) -> Decision:
    missed = replace(state, misses=state.misses + 1)
    if missed.misses > 1:
        return Decision(State(waits_for_person=True), (HandOver("folio", 2),))
    return Decision(missed, (ask,))
