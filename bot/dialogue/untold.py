"""What need not be asked, by what is told: no name, no telephone, no folio."""

import re
from dataclasses import replace

from bot.dialogue import wanted
from bot.dialogue.reading import agreement, facts, names, omissions, questions, saying, treatment
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, State

NAMELESS = "nameless"  # the topic
_ONLY_COMPLAINS = re.compile(
    r"(?:(?:no|gracias|pues|es que|yo|la verdad|ya le dije que) )*(?:nomas|solo|nada mas) "
    r"(?:me )?(?:queria|quiero|quise|quisiera|vengo a|vine a|era|es) (?:para )?(?:quejarme"
    r"|poner(?: \w+)? queja|(?:una )?queja|desahogarme|que (?:lo )?sep(?:an|a))(?: \w+){0,4}"
)
_asks_unnamed = saying.anywhere(
    r"\b(?:puedo|podria|se puede|pueden?)(?: \w+){0,3}? (?:no|sin)(?: \w+){0,3}? nombre\b"
    r"|\b(?:can|may|could) i(?: \w+){0,4}? (?:not|without)(?: \w+){0,3}? name\b"
)


def unnamed(state: State, text: str) -> State:
    """«¿Puedo no dar mi nombre?»: it is not asked for."""
    is_known = "nombre" in (*state.facts, *state.skipped)
    if is_known or not state.is_at_work or not _asks_unnamed(text):
        return state
    return replace(state, skipped=(*state.skipped, "nombre"))


def topic(state: State, name: str, fact: str) -> str:
    """Of the name that is left out, or not asked for: that it does not stand there."""
    if fact != "nombre" or fact in state.facts or name not in questions.OF_A_NAME:
        return name
    is_asked = not state.category or fact in wanted.category_of(state).asks
    return name if is_asked and fact not in state.skipped else NAMELESS


def withheld(heard: Heard, key: str) -> tuple[str, ...]:
    """The facts that the first words of a matter leave out."""
    if key == treatment.BADLY and treatment.is_elsewhere(heard.text):
        return ("folio",)
    if agreement.is_nameless(heard.text):
        return PERSONAL
    return ("contacto",) if omissions.has_no_phone(heard.text) else ()


def without_phone(state: State, heard: Heard) -> State | None:
    """«Pedro Soto no tengo cel» tells both, whatever was asked."""
    name = None if "nombre" in state.facts else names.without_phone(heard.text)
    if name is None:
        return None
    left = {**state.facts, "nombre": name}
    return replace(state, facts=left, skipped=(*state.skipped, facts.CONTACT), misses=0)


def with_folio_as_written(state: State, heard: Heard, after: State) -> State:
    """One that its check digit says to be wrong is of no case here; who looks for it may find it
    by the rest of its digits."""
    is_wrong = heard.has_folio and not heard.entity("folio")
    is_asked = is_wrong and state.asking == "folio" and after.category == state.category
    return replace(after, request=f"{after.request}\n{heard.text}".strip()) if is_asked else after


def has_no_folio(state: State, heard: Heard) -> bool:
    """A complaint that is of none: «nomás quería quejarme», «fue en el Registro Civil»."""
    is_asked = state.asking == "folio" and state.category == treatment.BADLY
    if not is_asked or heard.command or heard.has_folio:
        return False
    only = _ONLY_COMPLAINS.fullmatch(saying.bare(heard.text))
    return only is not None or treatment.is_elsewhere(heard.text)
