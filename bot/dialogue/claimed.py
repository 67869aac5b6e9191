"""Who says that they have told it already: what was asked is taken from their words, or let be."""

from dataclasses import replace

from bot.dialogue import asides, pending, request
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import claims, marked
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from bot.dialogue.within import Known

TOLD_IN_PASSING = ("colonia", "calle", "tramo", "escuela", "institucion", "ruta")


def answer(state: State, heard: Heard) -> Decision | None:
    is_claim = not heard.command and claims.is_claim(heard.text)
    return _decided(state, heard) if is_claim and state.stage in request.FORM else None


def _decided(state: State, heard: Heard) -> Decision | None:
    """What was told is said back; what never came is asked once more, and then a person comes."""
    asked = state.asking or ""
    told = claims.told(heard.text, asked, state.facts, state.request)
    value = marked.value(heard, asked)
    if value:
        known = replace(state, facts={**state.facts, asked: value}, misses=0)
        return request.go_on(known, Known({asked: value}))
    is_of_it = asked in TOLD_IN_PASSING and not marked.facts(heard)
    if told == {} and is_of_it:  # a person reads it there
        return request.go_on(replace(state, skipped=(*state.skipped, asked)), Known(told))
    if told is not None:
        return asides.put(state, Known(told), "claim")
    if heard.facts or not asked:
        return None
    return request.missed(state, Say("did_not_get"), *pending.shortly(state))
