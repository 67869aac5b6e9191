"""Turns texts into weighted columns: word 1-2-grams and 2-5-grams of letters, TF-IDF.

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
LETTERS_WEIGHT = 1.4
LETTERS_MIN_DOCUMENTS = 2
REMEMBERED_WORDS = 20_000
LONGEST_WORD = 40

Floats = npt.NDArray[np.float32]
Columns = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse matrix: row i has `columns[starts[i]:starts[i + 1]]` with those `values`."""

    starts: npt.NDArray[np.int64]
    columns: Columns
    values: Floats

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __iter__(self) -> Iterator[tuple[Columns, Floats]]:
        bounds = self.starts.tolist()
        for start, end in pairwise(bounds):
            yield self.columns[start:end], self.values[start:end]


class Vectoriser:
    """`vocabulary` lists the word n-grams first; the letter n-grams begin at `first_letters`."""

    def __init__(self, vocabulary: Sequence[str], first_letters: int, idf: Floats) -> None:
        self.vocabulary, self.first_letters, self.idf = vocabulary, first_letters, idf
        self._words = {gram: n for n, gram in enumerate(vocabulary[:first_letters])}
        self._letters = {
            gram: n for n, gram in enumerate(vocabulary[first_letters:], first_letters)
        }
        self._columns_of_word = lru_cache(REMEMBERED_WORDS)(self._find_columns_of_word)

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
        known = map(self._words.get, pairs(tokens))
        found.extend(column for column in known if column is not None)
        return found

    def _find_columns_of_word(self, token: str) -> tuple[int, ...]:
        word = self._words.get(token)
        letters = (self._letters.get(gram) for gram in letter_grams(token))
        known = tuple(column for column in letters if column is not None)
        return known if word is None else (word, *known)

    def _weighted(self, columns: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]) -> Rows:
        """Sublinear counts times rarity, each block of unit length, letters heavier."""
        width = max(len(self.vocabulary), 1)
        row_of = np.repeat(np.arange(len(lengths)), lengths)
        cells, counts = np.unique(row_of * width + columns, return_counts=True)
        row, column = np.divmod(cells, width)
        values = (1 + np.log(counts)) * self.idf[column]
        block = row * 2 + (column >= self.first_letters)
        norm = np.sqrt(np.bincount(block, values * values, 2 * len(lengths)))
        weight = np.where(column >= self.first_letters, LETTERS_WEIGHT, 1.0)
        values *= weight / np.maximum(norm, 1e-9)[block]
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
    kept = sorted(gram for gram, count in letters.items() if count >= LETTERS_MIN_DOCUMENTS)
    seen = [words[gram] for gram in sorted(words)] + [letters[gram] for gram in kept]
    idf = np.log((1 + len(texts)) / (1 + np.asarray(seen, float))) + 1
    return Vectoriser([*sorted(words), *kept], len(words), idf.astype(np.float32))


def pairs(tokens: list[str]) -> list[str]:
    return [f"{left} {right}" for left, right in pairwise(tokens)]


def letter_grams(token: str) -> list[str]:
    padded = f" {token[:LONGEST_WORD]} "
    return [
        padded[start : start + size] for size in LETTERS for start in range(len(padded) - size + 1)
    ]
