"""Turns texts into weighted columns: words and pairs of them, and 2-5 letters of each word.

The same code serves training and serving, so both see the same numbers. The columns of a word
are remembered, because people use few words: that is what makes one message cheap.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from nlu import text as spelling

LETTERS = range(2, 6)
# Of word n-grams and of letter n-grams.
WEIGHTS = (1.0, 1.4)
LETTERS_MIN_DOCUMENTS = 2
REMEMBERED_WORDS = 20_000
LONGEST_WORD = 40

Floats = npt.NDArray[np.float32]
Columns = npt.NDArray[np.int32]
Row = tuple[Columns, Floats]


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse matrix: row i has `columns[starts[i]:starts[i + 1]]` with those `values`."""

    starts: npt.NDArray[np.int64]
    columns: Columns
    values: Floats

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __iter__(self) -> Iterator[Row]:
        bounds = self.starts.tolist()
        for start, end in pairwise(bounds):
            yield self.columns[start:end], self.values[start:end]


class Vectoriser:
    """`vocabulary` lists word n-grams and, from `letters_from` on, letter n-grams."""

    def __init__(self, vocabulary: Sequence[str], letters_from: int, idf: Floats) -> None:
        self.vocabulary, self.letters_from, self.idf = vocabulary, letters_from, idf
        self._words = {gram: n for n, gram in enumerate(vocabulary[:letters_from])}
        self._letters = {gram: n for n, gram in enumerate(vocabulary[letters_from:], letters_from)}
        self._columns_of_word = lru_cache(REMEMBERED_WORDS)(self._find_columns_of_word)

    def keeping(self, columns: npt.NDArray[np.int64]) -> "Vectoriser":
        """The same with these columns only, which rise."""
        vocabulary = [self.vocabulary[column] for column in columns.tolist()]
        letters_from = int(np.searchsorted(columns, self.letters_from))
        return Vectoriser(vocabulary, letters_from, self.idf[columns])

    def rows(self, texts: Sequence[str]) -> Rows:
        columns: list[int] = []
        lengths: list[int] = []
        for text in texts:
            before = len(columns)
            columns.extend(self._columns(spelling.normalised(text)))
            lengths.append(len(columns) - before)
        return self._weighted(np.asarray(columns, np.int64), np.asarray(lengths, np.int64))

    def _columns(self, tokens: list[str]) -> list[int]:
        found: list[int] = []
        for token in tokens:
            found.extend(self._columns_of_word(token))
        found.extend(self._words[pair] for pair in pairs(tokens) if pair in self._words)
        return found

    def _find_columns_of_word(self, token: str) -> tuple[int, ...]:
        word = self._words.get(token)
        letters = (self._letters.get(gram) for gram in letter_grams(token))
        known = tuple(column for column in letters if column is not None)
        return known if word is None else (word, *known)

    def _weighted(self, columns: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> Rows:
        """Sublinear counts times rarity, each block of unit length times its weight."""
        width = max(len(self.vocabulary), 1)
        row_of = np.repeat(np.arange(len(lengths)), lengths)
        cells, counts = np.unique(row_of * width + columns, return_counts=True)
        row, column = np.divmod(cells, width)
        values = (1 + np.log(counts)) * self.idf[column]
        block = (column >= self.letters_from).astype(np.int64)
        part = row * len(WEIGHTS) + block
        norm = np.sqrt(np.bincount(part, values * values, len(WEIGHTS) * len(lengths)))
        values *= np.asarray(WEIGHTS)[block] / np.maximum(norm, 1e-9)[part]
        starts = np.concatenate(([0], np.cumsum(np.bincount(row, minlength=len(lengths)))))
        return Rows(starts, column.astype(np.int32), values.astype(np.float32))


def learn(texts: Sequence[str]) -> Vectoriser:
    """A vectoriser with the n-grams of these texts and their rarity."""
    words: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    for text in texts:
        tokens = spelling.normalised(text)
        words.update({*tokens, *pairs(tokens)})
        letters.update({gram for token in tokens for gram in letter_grams(token)})
    kept = {gram: count for gram, count in letters.items() if count >= LETTERS_MIN_DOCUMENTS}
    seen = [each[gram] for each in (words, kept) for gram in sorted(each)]
    idf = np.log((1 + len(texts)) / (1 + np.asarray(seen, float))) + 1
    return Vectoriser([*sorted(words), *sorted(kept)], len(words), idf.astype(np.float32))


def pairs(tokens: list[str]) -> list[str]:
    return [f"{left} {right}" for left, right in pairwise(tokens)]


def letter_grams(token: str) -> list[str]:
    padded = f" {token[:LONGEST_WORD]} "
    return [
        padded[start : start + size] for size in LETTERS for start in range(len(padded) - size + 1)
    ]
