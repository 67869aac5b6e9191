"""The name of who writes, told along with a matter: «soy pedro soto de guaymas», «…, Rosa Félix,
647…»."""

import re
from collections.abc import Collection
from itertools import takewhile

from bot.dialogue.reading import wording
from bot.dialogue.reading.heard import Heard
from nlu import gazetteer, people
from nlu import text as spelling

LEAST = 2  # words
LISTED = 3  # pieces between commas
_CALLED_SO = frozenset({"calle", "colonia", "escuela", "institucion"})
_JOINTS = frozenset({"de", "del", "la", "las", "los", "y"})
_I_AM = re.compile(r"\b(?<!no )(?:soy|habla|atte\.?|atentamente)\W+(?=[^\W\d])", re.IGNORECASE)
_PIECES = re.compile(r"[,.;:\n]+")


def name(heard: Heard) -> str | None:
    """Said to be theirs, or all that stands between a phone and the rest."""
    said = (_begun(heard.text[each.end() :]) for each in _I_AM.finditer(heard.text))
    return next(filter(None, said), None) or _beside_phone(heard)


def at_last(heard: Heard, missing: Collection[str]) -> str | None:
    """«Despensa, Hermosillo, colonia Pueblitos, Ana López»: where nothing else that is missing may
    be called like a person."""
    pieces = [each for each in (said.strip() for said in _PIECES.split(heard.text)) if each]
    is_listed = len(pieces) >= LISTED and heard.entity("municipio") is not None
    is_whose = heard.entity("beneficiario") is not None or not _CALLED_SO.isdisjoint(missing)
    return _whole(pieces[-1]) if "nombre" in missing and is_listed and not is_whose else None


def _beside_phone(heard: Heard) -> str | None:
    phone = next((each for each in heard.facts if each.entity == "telefono"), None)
    if phone is None:
        return None
    before = _PIECES.split(heard.text[: phone.start].rstrip(" ,.;:-"))
    after = _PIECES.split(heard.text[phone.end :].lstrip(" ,.;:-"))
    # What is all of the message tells a name that was asked for, and much else.
    pieces = [each.strip() for each in (*before[1:][-1:], *after[:1])]
    return next((each for each in map(_whole, pieces) if each), None)


def _whole(piece: str) -> str | None:
    found = _begun(piece)
    return found if found and len(found.split()) == len(piece.split()) else None


def _begun(text: str) -> str | None:
    """The name that a text begins with, word for word as people are called; a village may be
    called so, too."""
    known = people.lists()
    words = [each for each in text.split(",")[0].split() if each]
    plain = [spelling.fold(each).strip(".;:") for each in words]
    named = known["given"] | known["surname"] | _JOINTS
    count = len([*takewhile(named.__contains__, plain)])
    while count and plain[count - 1] in _JOINTS:
        count -= 1
    is_one = count >= LEAST and plain[0] in known["given"]
    if not is_one or gazetteer.is_place(" ".join(plain[:count])):
        return None
    return wording.titled(" ".join(words[:count]).strip(".;:"))
