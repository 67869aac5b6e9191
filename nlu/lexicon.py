"""What words are about: classes of meaning, so that «cubeta» teaches something about «jícara».

A feature of the classifier, never a rule: what a class means for an intent is learned from
examples. The list was written from knowledge of the language, without sight of the messages.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

LEXICON = Path(__file__).parent / "data" / "lexicon.txt"
SHORTEST_STEM = 3
LONGEST_PHRASE = 4  # words

Classes = dict[str, tuple[str, ...]]


class Lexicon:
    """Lines of `class: word, stem*, a phrase`: folded, without commas inside."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words: Classes = {}
        self._stems: Classes = {}
        self._phrases: Classes = {}
        for line in lines:
            name, _, entries = line.partition(":")
            meaning = (f"<{name}>",)  # one for all: there are 36,000 entries
            for entry in entries.split(","):
                table, words = self._table(entry), entry.strip(" *\n")
                table[words] = table[words] + meaning if words in table else meaning
        self._beginnings = {" ".join(phrase.split()[:2]) for phrase in self._phrases}

    def of_word(self, word: str) -> list[str]:
        """The classes of one word, by itself or by its beginning."""
        found = list(self._words.get(word, ()))
        for size in range(SHORTEST_STEM, len(word) + 1):
            found += self._stems.get(word[:size], ())
        return found

    def of_phrases(self, tokens: Sequence[str]) -> Iterator[str]:
        pairs = map(" ".join, pairwise(tokens))
        for at in [at for at, pair in enumerate(pairs) if pair in self._beginnings]:
            for end in range(at + 2, min(at + LONGEST_PHRASE, len(tokens)) + 1):
                yield from self._phrases.get(" ".join(tokens[at:end]), ())

    def _table(self, entry: str) -> Classes:
        if " " in entry.strip():
            return self._phrases
        return self._stems if entry.strip().endswith("*") else self._words


@cache
def lexicon() -> Lexicon:
    return Lexicon(LEXICON.read_text(encoding="utf-8").splitlines())
