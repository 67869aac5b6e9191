"""Whether free words can be the fact that was asked: a sentence is no colonia, «Centro» no name."""

import re

from bot.dialogue import request
from bot.dialogue.reading import details, names, saying, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from nlu import addresses
from nlu import text as spelling

# Facts that are a name or a few words, not a story.
NAMES = (
    "colonia", "calle", "escuela", "institucion", "ruta", "nivel_escolar", "beneficiario", "nombre",
)  # fmt: skip
_FOR_WHOM = re.compile(
    r"(?:(?:es|son|seria|pues|bueno|si) )*"
    r"(?:(?:para|somos|nosotr[oa]s|el|la|l[oa]s|mis?|su|una?|un[oa]s|tod[oa]s|vari[oa]s) \w+"
    r"|(?:nin|senor|person|joven|jovenes|adult|abuel|bebe|vecin)\w*)"
)
# «Calle… uy», «creo que la colonia»
_NO_NAME = re.compile(
    r"(?:(?:la|el|mi|es|pues|este|ay|uy|ah|eh|mm+|creo|que|a ver|como|se|llama|calle|colonia|col"
    r"|nombre|escuela|ruta|para|una?|servidora?|yo|l[oa]s dos|amb[oa]s|tod[oa]s|nosotr[oa]s) ?)+"
)


def is_doubtful(state: State, fact: str, value: str, heard: Heard) -> bool:
    """Rather not this fact, though it may be: worth asking once more, not twice."""
    if fact not in NAMES or state.misses:
        return False
    plain = saying.bare(value)
    is_no_name = fact != "beneficiario" and _NO_NAME.fullmatch(plain)
    if is_no_name or details.begins_with_day(value):
        return True  # «ayer en la tarde por la Miguel Alemán»
    if fact == "beneficiario" and is_for_whom(heard.text):
        return False
    if fact == "colonia" and wording.is_sentence(heard.text.partition(",")[0]):
        return True  # a word of «el negocio estaba solo, ya no hay nadie»
    if may_be_else(state, fact, value):
        return True
    return fact != "nombre" and request.other_matter(state, heard) is not None


def may_be_else(state: State, fact: str, value: str) -> bool:
    """«Centro» as a name; what is known as something else."""
    known = {spelling.fold(each) for name, each in state.facts.items() if name != fact}
    is_none = fact == "nombre" and _is_no_name(value)
    return is_none or spelling.fold(value) in known or wording.is_sentence(value)


def _is_no_name(value: str) -> bool:
    is_seat = spelling.fold(value) in addresses.phrases("seats")
    return is_seat or names.is_place(value) or names.is_kind(value)


def is_for_whom(text: str) -> bool:
    """«El ejido La Unión», «somos un comité de vecinos»: a group is helped, too."""
    return bool(_FOR_WHOM.match(spelling.fold(text))) and not wording.is_sentence(text)
