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
# These are chosen from a list, or have a shape of their own.
_SHAPED = ("municipio", "codigo_postal", "ubicacion", "contacto", "folio")


def within(known: Mapping[str, str], text: str) -> dict[str, str]:
    """The facts that hold the word that was wrong, with the right one."""
    found = _INSTEAD.search(text)
    if found is None:
        return {}
    wrong = re.compile(rf"\b{re.escape(spelling.fold(found['wrong']))}\b")
    told = {}
    for name, value in known.items():
        at = None if name in _SHAPED else wrong.search(spelling.fold(value))
        if at and len(spelling.fold(value)) == len(value):
            told[name] = value[: at.start()] + found["right"] + value[at.end() :]
    return told
