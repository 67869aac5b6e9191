"""The bare words of a message, and what they say: predicates of one pattern each."""

import re
from collections.abc import Callable
from functools import lru_cache

from nlu import text as spelling

Says = Callable[[str], bool]
_NEVER = r"(?!)"
_CLAUSES = re.compile(r"[.,;:!?¡¿\n]+")
_SHORT_THAT = re.compile(r"\bq\b")  # as in chats


@lru_cache(maxsize=spelling.AT_ONCE)
def bare(text: str) -> str:
    """Folded, without punctuation."""
    plain = re.sub(r"\s+", " ", re.sub(r"[^\w\s/]", " ", spelling.fold(text))).strip()
    return _SHORT_THAT.sub("que", plain)


def clauses(text: str) -> list[str]:
    """The bare words between two marks."""
    return [each for each in map(bare, _CLAUSES.split(text)) if each]


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
        plain = bare(text)
        return found(plain) is not None and other.search(plain) is None

    return says
