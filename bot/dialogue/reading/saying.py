"""What the bare words of a message say (see `typed.bare`): predicates of one pattern each."""

import re
from collections.abc import Callable

from bot.dialogue.reading import typed

Says = Callable[[str], bool]
_NEVER = r"(?!)"


def anywhere(pattern: str, *, unless: str = _NEVER) -> Says:
    """Whether the pattern is found in the words of a text, and `unless` is not."""
    return _says(re.compile(pattern).search, unless)


def first(pattern: str, *, unless: str = _NEVER) -> Says:
    """The same, where the words begin so."""
    return _says(re.compile(pattern).match, unless)


def only(pattern: str, *, unless: str = _NEVER) -> Says:
    """The same, where there are no other words."""
    return _says(re.compile(pattern).fullmatch, unless)


def _says(found: Callable[[str], re.Match[str] | None], unless: str) -> Says:
    other = re.compile(unless)

    def says(text: str) -> bool:
        plain = typed.bare(text)
        return found(plain) is not None and other.search(plain) is None

    return says
