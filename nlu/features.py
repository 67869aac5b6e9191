"""Turns texts into weighted columns: words and pairs, 2-5 letters, classes of meaning.

The same code serves training and serving, so both see the same numbers. The columns of a word
are remembered, because people use few words: that is what makes one message cheap.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from nlu import text as spelling
from nlu.lexicon import lexicon
from nlu.memory import MOST, Memory

LETTERS = range(2, 6)
# Of word n-grams, letter n-grams and classes of meaning; chosen on data/validation.
WEIGHTS = (1.4, 1.1, 0.6)
LETTERS_MIN_DOCUMENTS = 2
PAIRS_MIN_DOCUMENTS = 2  # of those that only the texts `also` have
LONGEST_WORD = 40
LOT = 2_000  # texts that are weighted at once
CELLS = np.iinfo(np.int32).max  # of a lot: numbers of 32 bits are sorted in half the time
LEARNT = 200_000  # words that are remembered while learning: copies have many more

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Columns = npt.NDArray[np.int32]
Row = tuple[Columns, Floats]
_NONE: Columns = np.zeros(0, np.int32)


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
    """`vocabulary` lists word n-grams, letter n-grams and classes, divided at `bounds`."""

    def __init__(
        self, vocabulary: Sequence[str], bounds: tuple[int, int], idf: Floats, most: int = MOST
    ) -> None:
        self.vocabulary, self.bounds, self.idf, self._most = vocabulary, bounds, idf, most
        letters, classes = bounds
        self._words = {gram: n for n, gram in enumerate(vocabulary[:letters])}
        self._letters = {gram: n for n, gram in enumerate(vocabulary[letters:classes], letters)}
        self._classes = {name: n for n, name in enumerate(vocabulary[classes:], classes)}
        self._columns_of_word = Memory(self._find_columns_of_word, most)

    def keeping(self, columns: npt.NDArray[np.int64]) -> "Vectoriser":
        """The same with these columns only, which rise."""
        vocabulary = [self.vocabulary[column] for column in columns.tolist()]
        letters, classes = np.searchsorted(columns, self.bounds).tolist()
        return Vectoriser(vocabulary, (letters, classes), self.idf[columns], self._most)

    def rows(self, texts: Sequence[str]) -> Rows:
        size = min(LOT, CELLS // max(len(self.vocabulary), 1))
        lots = [self._lot(texts[at : at + size]) for at in range(0, max(len(texts), 1), size)]
        return lots[0] if len(lots) == 1 else _joined(lots)

    def _lot(self, texts: Sequence[str]) -> Rows:
        found = [self._columns(spelling.normalised(text)) for text in texts]
        lengths = [sum(map(len, columns)) for columns in found]
        flat = [columns for each in found for columns in each]
        return self._weighted(np.concatenate([_NONE, *flat]), np.asarray(lengths, np.int64))

    def _columns(self, tokens: list[str]) -> list[Columns]:
        if all(len(token) == 1 and token.isalpha() for token in tokens):
            return []  # single letters tell nothing
        beside = [self._words[pair] for pair in pairs(tokens) if pair in self._words]
        beside += [
            self._classes[name] for name in lexicon().of_phrases(tokens) if name in self._classes
        ]
        return [*map(self._columns_of_word.__getitem__, tokens), np.array(beside, np.int32)]

    def _find_columns_of_word(self, token: str) -> Columns:
        found = [self._words[token]] if token in self._words else []
        found += [n for n in map(self._letters.get, letter_grams(token)) if n is not None]
        found += [self._classes[name] for name in lexicon().of_word(token) if name in self._classes]
        return np.array(found, np.int32)

    def _weighted(self, columns: Columns, lengths: npt.NDArray[np.int64]) -> Rows:
        """Sublinear counts times rarity, each block of unit length times its weight."""
        width = max(len(self.vocabulary), 1)
        row_of = np.repeat(np.arange(len(lengths)), lengths)
        cells = (row_of * width + columns).astype(np.int32)
        cells, counts = np.unique(cells, return_counts=True)
        row, column = np.divmod(cells, width)
        values = (1 + np.log(counts)) * self.idf[column]
        block = np.searchsorted(self.bounds, column, side="right")
        part = row * len(WEIGHTS) + block
        norm = np.sqrt(np.bincount(part, values * values, len(WEIGHTS) * len(lengths)))
        values *= np.asarray(WEIGHTS)[block] / np.maximum(norm, 1e-9)[part]
        starts = np.concatenate(([0], np.cumsum(np.bincount(row, minlength=len(lengths)))))
        return Rows(starts, column.astype(np.int32), values.astype(np.float32))


def _joined(lots: Sequence[Rows]) -> Rows:
    columns = np.concatenate([lot.columns for lot in lots])
    values = np.concatenate([lot.values for lot in lots])
    lengths = np.concatenate([np.diff(lot.starts) for lot in lots])
    return Rows(np.concatenate(([0], np.cumsum(lengths))), columns, values)


def learn(texts: Sequence[str], also: Sequence[str] = ()) -> Vectoriser:
    """A vectoriser with the n-grams and classes of these texts and their rarity in them. It knows
    those of the texts `also` as well, which have no say in how rare a thing is; of their pairs of
    words, those that come again."""
    counts, others = _documents(texts), _documents(also)
    for gram in [each for each, count in others[0].items() if _comes_once(each, count)]:
        del others[0][gram]
    words, letters, classes = (
        sorted({*ours, *more}) for ours, more in zip(counts, others, strict=True)
    )
    common = counts[1] + others[1]
    letters = [gram for gram in letters if common[gram] >= LETTERS_MIN_DOCUMENTS]
    blocks = (words, letters, classes)
    seen = [count[name] for count, names in zip(counts, blocks, strict=True) for name in names]
    idf = np.log((1 + len(texts)) / (1 + np.asarray(seen, float))) + 1
    vocabulary = [name for names in blocks for name in names]
    bounds = (len(words), len(words) + len(letters))
    return Vectoriser(vocabulary, bounds, idf.astype(np.float32), LEARNT)


def _comes_once(gram: str, count: int) -> bool:
    return " " in gram and count < PAIRS_MIN_DOCUMENTS


def _documents(texts: Sequence[str]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """In how many texts each word n-gram, letter n-gram and class of meaning stands."""
    words: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    grams, alone = Memory(letter_grams, LEARNT), Memory(lexicon().of_word, LEARNT)
    for text in texts:
        tokens = spelling.normalised(text)
        words.update({*tokens, *pairs(tokens)})
        letters.update(set().union(*map(grams.__getitem__, tokens)))
        classes.update(set(lexicon().of_phrases(tokens)).union(*map(alone.__getitem__, tokens)))
    return words, letters, classes


def pairs(tokens: list[str]) -> list[str]:
    return [f"{left} {right}" for left, right in pairwise(tokens)]


def letter_grams(token: str) -> list[str]:
    padded = f" {token[:LONGEST_WORD]} "
    return [
        padded[start : start + size] for size in LETTERS for start in range(len(padded) - size + 1)
    ]
