"""One word put in place of another in what is known: «no le dije que 45, es 54»."""

import re
from collections.abc import Mapping

from nlu import text as spelling

_INSTEAD = re.compile(
    r"\bno(?:\s+(?:es|era|le|les|dije|puse|que|el|la|en|de|soy|n[uú]mero))*"
    r"\s+(?P<wrong>[^,.;]{1,40}?)\W+(?:es|sino|era)\s+(?:(?:el|la|en|de)\s+)*"
    r"(?P<right>[^,.;]{1,40}?)\W*$",
    re.IGNORECASE,
)
# «Es avenida 9 no 8», «the street is calle 4 not 3».
_NOT = re.compile(
    r"\b(?:es|era|is|it s)\s+(?:(?:el|la|en|de|the)\s+)*(?P<right>[^,.;]{1,40}?)"
    r",?\s+(?:y\s+)?(?:no|not)\s+(?:(?:es|el|la|en|de|the)\s+)*(?P<wrong>[^,.;]{1,40}?)\W*$",
    re.IGNORECASE,
)
# These are chosen from a list, or have a shape of their own.
_SHAPED = ("municipio", "codigo_postal", "ubicacion", "contacto", "folio")


def within(known: Mapping[str, str], text: str) -> dict[str, str]:
    """The facts that hold the word that was wrong, with the right one."""
    found = _INSTEAD.search(text) or _NOT.search(text)
    if found is None:
        return {}
    wrong = re.compile(rf"\b{re.escape(spelling.fold(found['wrong']))}\b")
    told = {}
    for name, value in known.items():
        places = [] if name in _SHAPED else list(wrong.finditer(spelling.fold(value)))
        if places and len(spelling.fold(value)) == len(value):
            told[name] = _put(found["right"], value, _best(places, found["right"], value))
    return told


def _best(places: list[re.Match[str]], right: str, value: str) -> re.Match[str]:
    """«Avenida 9 no 8» means the 8 of the avenue."""
    return next((at for at in places if _led(right, value, at)), places[0])


def _put(right: str, value: str, at: re.Match[str]) -> str:
    """What leads to the word in both is not said twice."""
    return value[: at.start()] + right[len(_led(right, value, at)) :] + value[at.end() :]


def _led(right: str, value: str, at: re.Match[str]) -> str:
    """«avenida » of «avenida 9», if the word that was wrong stands after it, too."""
    lead = right[: right.rfind(" ") + 1]
    before = spelling.fold(value[: at.start()])
    return lead if lead and before.endswith(spelling.fold(lead)) else ""
