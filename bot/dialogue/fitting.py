"""Whether free words can be the fact that was asked: a sentence is no colonia, «Centro» no name."""

import re

from bot.dialogue import request
from bot.dialogue.reading import details, labels, names, passing, streets, typed, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from nlu import addresses
from nlu import text as spelling
from nlu.calendar_words import MONTHS

# Facts that are a name or a few words, not a story.
NAMES = (
    "colonia", "calle", "escuela", "institucion", "ruta", "nivel_escolar", "beneficiario", "nombre",
)  # fmt: skip
# «16 de Septiembre» is a street in every town.
_DATE = re.compile(rf"(?:\w+ ){{0,2}}\d{{1,2}} de (?:{'|'.join(MONTHS)})(?: .*)?")
_DOOR = re.compile(r"(?:[^\W\d]+ ){1,4}(?:(?:numero|num\.?|no\.?) |#)?\d{1,5}[a-z]?")
_FOR_WHOM = re.compile(
    r"(?:(?:es|son|seria|pues|bueno|si) )*"
    r"(?:(?:para|somos|nosotr[oa]s|el|la|l[oa]s|mis?|su|una?|un[oa]s|tod[oa]s|vari[oa]s) \w+"
    r"|(?:nin|senor|person|joven|jovenes|adult|abuel|bebe|vecin)\w*)"
)
SHORTEST = 3  # letters
# «Calle… uy», «creo que la colonia»
_NO_NAME = re.compile(
    r"(?:(?:la|el|mi|es|pues|este|ay|uy|ah|eh|mm+|creo|que|a ver|como|se|llama|calle|colonia|col"
    r"|nombre|escuela|ruta|para|una?|servidora?|yo|l[oa]s dos|amb[oa]s|tod[oa]s|nosotr[oa]s) ?)+"
)
_TELLS = re.compile(r"lo (?!de\b)\w+ .*|\d+ (?:anos|cumple?|ya|va)\b.*")  # «lo velamos ayer»
_SURE = 0.97  # of a move, right in 99 of 100


def is_doubtful(state: State, fact: str, value: str, heard: Heard) -> bool:
    """Rather not this fact, though it may be: worth asking once more, not twice."""
    if fact not in NAMES or state.misses:
        return False
    plain = typed.bare(value)
    is_no_name = fact != "beneficiario" and _NO_NAME.fullmatch(plain)
    if is_no_name or _TELLS.fullmatch(plain):
        return True
    if _is_named(fact, heard):
        return False
    if fact == "colonia" and names.is_answer(heard) and _is_surely_a_name(heard):
        return True
    if len(value) < SHORTEST and not any(each.isdigit() for each in value):
        return True  # «la de siempre» has no name in it
    if fact == "colonia" and wording.is_sentence(heard.text.partition(",")[0]):
        return True  # a word of «el negocio estaba solo, ya no hay nadie»
    if details.begins_with_day(value):
        return True  # «ayer en la tarde por la Miguel Alemán»
    known = {spelling.fold(each) for name, each in state.facts.items() if name != fact}
    if spelling.fold(value) in known or wording.is_sentence(value):
        return True
    if fact == "nombre":
        is_name = names.leading(heard.text) or names.with_a_place(heard)
        is_name = is_name or names.of_group(heard.text)
        return is_name is None and _is_no_name(value, heard)
    return request.other_matter(state, heard) is not None


def is_for_whom(text: str) -> bool:
    """«El ejido La Unión», «somos un comité de vecinos»: a group is helped, too."""
    return bool(_FOR_WHOM.match(spelling.fold(text))) and not wording.is_sentence(text)


def _is_named(fact: str, heard: Heard) -> bool:
    """It is called by its name, «primaria Juárez», or found to be a place of its kind."""
    place = heard.meaning.place
    if fact == "beneficiario" and is_for_whom(heard.text):
        return True
    if fact == "ruta" and passing.is_one(heard.text):
        return True
    plain = spelling.fold(heard.text.strip(" ."))
    if fact == "calle" and _DOOR.fullmatch(plain) and not wording.is_sentence(plain):
        return True
    says_where = wording.says_where(heard.text) or streets.is_landmark(heard.text)
    if fact == "calle" and (place.street or says_where):
        return True
    if fact in ("calle", "colonia") and (
        _DATE.fullmatch(plain) or streets.is_called_after_day(plain)
    ):
        return True
    found = (fact == "colonia" and place.colonia) or fact in passing.told(heard.text)
    return bool(found) or labels.is_called(fact, heard.text)


def _is_surely_a_name(heard: Heard) -> bool:
    """«Rosalba Tánori», of nobody after whom a colonia is known to be called."""
    return heard.move == "name" and heard.meaning.move.confidence >= _SURE


def _is_no_name(value: str, heard: Heard) -> bool:
    words = spelling.fold(value).split()
    place = heard.meaning.place
    is_place = bool(place.municipality or place.colonia or place.street)
    if len(words) == 1:
        is_place = is_place or words[0] in addresses.phrases("seats")
    return is_place or any(each.isdigit() for each in value)
