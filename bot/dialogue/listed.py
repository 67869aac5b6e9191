"""A neighbourhood by its place in a list: «Rocky Point, Las Conchas, calle Mar de Cortez»."""

import re

from bot.dialogue import wording
from bot.dialogue.heard import Heard

LONGEST = 4  # words
_KIND = re.compile(r"(?:sector|secci[oó]n|section)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d]+(?: [^\W\d]+)*")


def colonia(heard: Heard) -> str | None:
    """What is named between the municipality and the street, and is neither."""
    place = heard.meaning.place
    if not (place.municipality and place.street) or place.colonia or "," not in heard.text:
        return None
    told = [
        each
        for each in re.split(r"[,.;\n]+", wording.without(heard, wording.BESIDE_WORDS))
        if each.strip()
    ]
    names = [each.strip() for each in told]
    called = [each for each in names if _KIND.match(each)]
    found = called or names
    if len(found) != 1 or not all(_is_name(each) for each in names):
        return None
    return found[0]


def _is_name(text: str) -> bool:
    is_short = len(text.split()) <= LONGEST
    return is_short and bool(_NAME.fullmatch(text)) and not wording.is_sentence(text)
