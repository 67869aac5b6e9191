"""What words are about: concepts that let one example teach something about other words."""

from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path

import yaml

from nlu.text import fold

CONCEPTS = Path(__file__).parent / "data" / "concepts.yml"
SHORTEST_STEM = 3
MOST_IN_PAIRS = 10


def found_in(tokens: list[str]) -> list[str]:
    """The concepts of a message, each once, and the pairs that meet in it."""
    known = _known()
    found: dict[str, None] = {}
    for token in tokens:
        found.update(dict.fromkeys(_of_word(token)))
    for size in (2, 3, 4):
        for at in range(len(tokens) - size + 1):
            phrase = known.phrases.get(" ".join(tokens[at : at + size]))
            if phrase:
                found.update(dict.fromkeys(phrase))
    singles = sorted(found)
    pairs = combinations(singles[:MOST_IN_PAIRS], 2)
    return [f"<{each}>" for each in singles] + [f"<{left}><{right}>" for left, right in pairs]


class _Known:
    def __init__(self, content: dict[str, list[str]]) -> None:
        self.words: dict[str, list[str]] = {}
        self.stems: dict[str, list[str]] = {}
        self.phrases: dict[str, list[str]] = {}
        for concept, written in content.items():
            for each in written:
                self._table(each).setdefault(fold(str(each)).rstrip("*"), []).append(concept)

    def _table(self, written: str | int) -> dict[str, list[str]]:
        if " " in str(written):
            return self.phrases
        return self.stems if str(written).endswith("*") else self.words


@lru_cache(20_000)
def _of_word(token: str) -> tuple[str, ...]:
    known = _known()
    found = list(known.words.get(token, ()))
    for size in range(SHORTEST_STEM, len(token) + 1):
        found += known.stems.get(token[:size], ())
    return tuple(dict.fromkeys(found))


@cache
def _known() -> _Known:
    return _Known(yaml.safe_load(CONCEPTS.read_text(encoding="utf-8")))
