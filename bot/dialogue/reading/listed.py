"""A neighbourhood by its place in a list: «Rocky Point, Las Conchas, calle Mar de Cortez»."""

import re
from itertools import takewhile

from bot.dialogue.reading import wording
from bot.dialogue.reading.heard import Heard

LONGEST = 4  # words
_KIND = re.compile(r"(?:sector|secci[oó]n|section)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d]+(?: [^\W\d]+)*")


# «Sahuaro neighborhood», not «my whole neighborhood».
_NEIGHBORHOOD = re.compile(r"((?:[^\W\d]+ ){1,3})neighbou?rhood\b", re.IGNORECASE)
_NO_NAME = frozenset(
    ("my", "our", "the", "this", "that", "a", "whole", "entire", "all", "in", "of", "at", "near",
     "your", "every", "which", "what", "is", "same")
)  # fmt: skip


def colonia(heard: Heard) -> str | None:
    """What is called a neighborhood, or named between the municipality and the street, and is
    neither."""
    place = heard.meaning.place
    if named := _in_english(heard.text):
        return named
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


def _in_english(text: str) -> str | None:
    found = _NEIGHBORHOOD.search(text)
    before = reversed(found[1].split()) if found else ()
    name = takewhile(lambda word: word.lower() not in _NO_NAME, before)
    return " ".join(reversed([*name])) or None


def _is_name(text: str) -> bool:
    is_short = len(text.split()) <= LONGEST
    return is_short and bool(_NAME.fullmatch(text)) and not wording.is_sentence(text)
