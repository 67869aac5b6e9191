"""A fact that is not told: not known, or rather kept."""

import re
from dataclasses import replace

from bot.dialogue import asides, request, unanswered
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, labels, omissions, saying, typed
from bot.dialogue.reading.heard import Heard
from bot.dialogue.request import go_on
from bot.dialogue.state import NO_ANSWER, State
from bot.dialogue.within import Meant

# «No es colonia, es ejido»: which one, is still to be told.
_is_kind = saying.anywhere(
    r"\b(?:es|vivimos en|estamos en) (?:(?:una?|el|la) )?"
    r"(?:ejido|rancho|ranchito|pueblo|pueblito|poblado|comunidad|localidad|campo)$"
)
_NAMELESS = re.compile(r"\b(?:como se llama|(?:sin|el|tiene|su) nombre|(?:its|the) name)\b")


def decide(state: State, heard: Heard, asked: str) -> Decision | None:
    """None if nothing is left out."""
    if asked == "colonia" and _is_kind(heard.text) and state.aside != NO_ANSWER:
        return asides.put(state, Say("noted"), NO_ANSWER)
    is_no = heard.skips or (heard.command == typed.NO and asked != "municipio")
    if not is_no or _is_of_known(state, heard):
        return None
    return _near_what(state, heard) or _skipped(state, heard, asked)


def _is_of_known(state: State, heard: Heard) -> bool:
    """«No hay colonias aquí», once that was answered, gives no phone up."""
    named = labels.mentioned(heard.text, "")
    return named != state.asking and named in state.facts


def is_told(state: State, heard: Heard) -> bool:
    """In more words than it takes."""
    is_it = heard.withholds and omissions.begins_so(heard.text)
    return is_it and not _is_of_known(state, heard)


def _near_what(state: State, heard: Heard) -> Decision | None:
    """Of a street that has no name, or whose name is not known, once: what is near it would do."""
    is_asked = state.asking == "calle" and state.aside != "unclear"
    is_nameless = is_asked and _NAMELESS.search(saying.bare(heard.text))
    return asides.put(state, Meant("calle"), "unclear") if is_nameless else None


def _skipped(state: State, heard: Heard, asked: str) -> Decision:
    left = _left_out(state, heard, asked)
    ack = () if left == asked else (Say("noted"),)
    if heard.text and typed.command_in(heard.text) is None:  # why they cannot be called
        state = request.noting(state, heard)
    return go_on(replace(state, skipped=(*state.skipped, left), misses=0), *ack)


def _left_out(state: State, heard: Heard, asked: str) -> str:
    """The asked fact, unless another one that is still missing is called by its name."""
    if asked == unanswered.FOLIO:
        return asked  # «no tengo, fue por teléfono»
    if labels.of_contact(heard.text) and facts.CONTACT not in (*state.facts, *state.skipped):
        return facts.CONTACT
    named = labels.mentioned(heard.text, asked)
    is_missing = named in request.category_of(state).asks and named not in state.facts
    return named if is_missing else asked
