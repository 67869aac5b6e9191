"""Cutting a long text into the parts that a channel takes."""

import re

# Where a text may be cut, best first: after a line, after a sentence, between words.
BOUNDS = tuple(re.compile(bound) for bound in (r"\n", r"(?<=[.!?…])\s", r"\s"))


def parts(text: str, longest: int) -> list[str]:
    """The text in as many parts as it takes, each of at most `longest` UTF-16 units."""
    rest, done = text.strip(), []
    while units(rest) > longest:
        cut = _cut(rest, longest)
        done.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*done, rest]


def units(text: str) -> int:
    """How long a text is for the channels: a character outside the basic plane counts twice."""
    return len(text.encode("utf-16-le")) // 2


def beginning(text: str, longest: int) -> str:
    """As much of the text as `longest` units hold; half of a character at the end is left out."""
    return text.encode("utf-16-le")[: longest * 2].decode("utf-16-le", "ignore")


def _cut(text: str, longest: int) -> int:
    room = len(beginning(text, longest))
    for bound in BOUNDS:
        # One more than there is room for: the space at a cut is not sent.
        ends = [found.end() for found in bound.finditer(text, room // 2, room + 1)]
        if ends:
            return ends[-1]
    return room
