"""The names of people: which words are one, and which are no name however they are answered."""

import re

from bot.dialogue import passing, wording
from bot.dialogue.heard import Heard
from nlu import addresses
from nlu import text as spelling

# Common words that are part of names, too: «María de la Luz».
_IN_NAMES = frozenset({"la", "las", "los", "y", "luz"})
# No person, but places and streets begin so.
_OF_PLACES = frozenset({"san", "santa", "santo", "villa", "villas", "lomas", "valle", "barrio"})

# Whom it is about: «ella se llama Rosario Valenzuela».
_OF_ANOTHER = re.compile(
    r"\W*(?:(?:y|pues|bueno|es que) )*(?:ell[ao]s?|el|mi \w+|(?:la|el) (?:nin[oa]|senora?"
    r"|joven|muchach[oa]|bebe|paciente|enferm[oa]|persona|plebe|morr[oa])) se llaman? "
)


def tells_of_another(text: str) -> bool:
    """The name of who is helped, who need not be who writes."""
    return bool(_OF_ANOTHER.match(spelling.fold(text)))


def is_none(text: str) -> bool:
    """«2», «entre más pronto mejor», «es del ISSSTESON»: words of every day are nobody's name."""
    if not any(each.isalpha() for each in text):
        return True
    words = {*spelling.fold(text).replace(",", " ").split()}
    common = (addresses.phrases("ends_a_name") | wording.NOT_NAMES) - _IN_NAMES
    return not words.isdisjoint(common) or "institucion" in passing.told(text)


def alone(heard: Heard) -> str | None:
    """A whole name, and at most a phone with it: «Rubén Coronado, 6621887766»."""
    said = wording.unshaped(heard).strip(" .,;")
    place = heard.meaning.place
    is_place = place.municipality or place.colonia or place.street
    first = spelling.fold(said).split()[:1]
    if is_place or not first or first[0] in _OF_PLACES or is_none(said):
        return None
    return said if wording.WHOLE_NAME.fullmatch(said) else None
