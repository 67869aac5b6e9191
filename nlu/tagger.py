"""Names that no list holds (colonias, schools, clinics, for whom it is), by a random field.

Trained on the annotated messages. What it finds stands beside the rules of `places` and `facts`,
never over them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from nlu import text as spelling
from nlu.features import Floats
from nlu.interpretation import Entity
from nlu.memory import Memory
from nlu.random_field import Chain, Doubles, Field, Labelled

EXTRACTOR = "tagger"
KINDS = frozenset({"colonia", "calle", "escuela", "institucion", "beneficiario"})
# The least certain word of a name must be this sure: a wrong colonia costs a correction.
SURE = 0.8
LONGEST = 200  # words that are looked at
# The words that have a say in the label of one, itself first; so many edges part two texts.
OFFSETS = (0, -3, -2, -1, 1, 2)
EDGES = 3
_PUNCTUATION = frozenset(",.;:!?()\n")
Span = tuple[str, int, int]  # kind, first word, last word


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a text, the same with their shapes, and those that punctuation stands before."""

    words: Sequence[str]
    shaped: list[str]
    breaks: list[int]


class Tagger:
    def __init__(self, field: Field) -> None:
        self._labels = field.labels
        self._weights = field.weights
        self._column = {attribute: n for n, attribute in enumerate(field.attributes)}
        self._chain = Chain(field.transitions) if len(field.labels) > 1 else None
        self._firsts = {each[4:].partition("|")[0] for each in self._column if each[:4] == "two="}
        self._of_shape = Memory(self._find_of_shape)
        self._of_word = Memory(self._find_of_word)
        edge = [self._sum([] if offset == 0 else [f"{offset}edge"]) for offset in OFFSETS]
        self._edges = [np.concatenate(edge)] * EDGES
        self._break, self._before_break = self._sum(["break"]), self._sum(["+1break"])

    def find(self, text: str, taken: Sequence[Entity]) -> list[Entity]:
        """The names in the text that touch none of those already `taken`."""
        return apart(self.names([text])[0], taken)

    def names(self, texts: Sequence[str]) -> list[list[Entity]]:
        """The names in each text."""
        if self._chain is None:
            return [[] for _ in texts]
        told = [written(text) for text in texts]
        ends = np.cumsum([len(each.shaped) + EDGES for each in told]).tolist()
        places = [(end - len(each.shaped), end) for each, end in zip(told, ends, strict=True)]
        scores = self._scores(told, [first for first, _ in places])
        chain, promising = self._chain, list(self._chain.promising(scores, places))
        parts = [
            chain.part(scores, part, place)
            for place, found in zip(places, promising, strict=True)
            for part in found
        ]
        labelled = iter(chain.label(parts))
        return [
            [
                name
                for part in found
                for name in self._named(text, part[0] - place[0], next(labelled))
            ]
            for text, place, found in zip(texts, places, promising, strict=True)
        ]

    def _scores(self, texts: Sequence[Written], firsts: Sequence[int]) -> Doubles:
        """Words of all texts, with edges between them, x labels."""
        rows = list(self._edges)
        for each in texts:
            rows += [self._of_word[word] for word in each.shaped]
            rows += self._edges
        told = np.concatenate(rows).reshape(len(rows), len(OFFSETS), len(self._labels))
        scores = np.zeros((len(rows), len(self._labels)))
        inner = len(rows) - 2 * EDGES
        for n, offset in enumerate(OFFSETS):
            scores[EDGES:-EDGES] += told[EDGES + offset :][:inner, n]
        breaks = [
            first + at for each, first in zip(texts, firsts, strict=True) for at in each.breaks
        ]
        scores[breaks] += self._break
        scores[np.asarray(breaks, np.intp) - 1] += self._before_break  # an edge has no label
        for each, first in zip(texts, firsts, strict=True):
            for at in [at for at, word in enumerate(each.words) if word in self._firsts]:
                pair = self._column.get(f"two={'|'.join(each.words[at : at + 2])}")
                if pair is not None:
                    scores[first + at + 1] += self._weights[pair]
        return scores

    def _find_of_word(self, shaped: str) -> Floats:
        """What a word has to say at each offset, one after the other."""
        shape, _, word = shaped.partition(" ")
        found = self._of_shape[shape].copy()
        for n, offset in enumerate(OFFSETS):
            for each in attributes(word, offset):
                column = self._column.get(each)
                if column is not None:
                    found[n] += self._weights[column]
        return found.reshape(-1)

    def _find_of_shape(self, shape: str) -> Floats:
        told = {0: f"shape={shape}", -1: f"-1shape={shape}", 1: f"+1shape={shape}"}
        return np.stack([self._sum([told[n]] if n in told else []) for n in OFFSETS])

    def _sum(self, attributes: Sequence[str]) -> Floats:
        known = [self._column[each] for each in attributes if each in self._column]
        return np.asarray(self._weights[known].sum(axis=0))

    def _named(self, text: str, first: int, labelled: Labelled) -> Iterator[Entity]:
        words = spelling.words(text)
        for kind, begin, last in spans([self._labels[label] for label in labelled.labels]):
            sure = min(labelled.sure[begin : last + 1])
            if sure >= SURE:
                start, end = words[first + begin].start, words[first + last].end
                yield Entity(kind, text[start:end], start, end, sure, EXTRACTOR)


def apart(names: Sequence[Entity], taken: Sequence[Entity]) -> list[Entity]:
    """Those that touch none of what is taken."""
    return [
        name
        for name in names
        if not any(name.start < each.end and each.start < name.end for each in taken)
    ]


def attributes(word: str, offset: int) -> tuple[str, ...]:
    """What a word, its shape aside, has to say about the one that it is so far from."""
    if offset:
        return (f"{offset}w={word}",)
    return f"w={word}", f"end={word[-3:]}", f"begin={word[:4]}"


def written(text: str) -> Written:
    shaped: list[str] = []
    breaks: list[int] = []
    broken = True
    for piece in spelling.pieces(text[: spelling.LONGEST]):
        words, ends_broken = _shaped[piece]
        for word, is_broken in words:
            if broken or is_broken:
                breaks.append(len(shaped))
                broken = False
            shaped.append(word)
        broken = broken or ends_broken
    if len(shaped) > LONGEST:
        shaped, breaks = shaped[:LONGEST], [at for at in breaks if at < LONGEST]
    return Written(spelling.said(text)[:LONGEST], shaped, breaks)


def _shaped_in(piece: str) -> tuple[tuple[tuple[str, bool], ...], bool]:
    """Each word with its shape, and whether punctuation stands before it; and after the last."""
    words = spelling.words_of(piece)
    ends = (0, *(word.end for word in words))
    between = [piece[end : word.start] for end, word in zip(ends, words, strict=False)]
    found = (
        (f"{_shape(piece[word.start : word.end])} {word.folded}", _is_break(before))
        for word, before in zip(words, between, strict=True)
    )
    return tuple(found), _is_break(piece[ends[-1] :])


def shape_of(shaped: str) -> str:
    return shaped.partition(" ")[0]


def _is_break(between: str) -> bool:
    return not _PUNCTUATION.isdisjoint(between)


def _shape(written: str) -> str:
    if written.isdigit():
        return "digits"
    if written[:1].isupper():
        return "capitals" if written.isupper() and len(written) > 1 else "capital"
    return "small"


def spans(tags: Sequence[str]) -> Iterator[Span]:
    at = 0
    while at < len(tags):
        first, kind = at, tags[at][2:]
        at += 1
        if not kind:
            continue
        while at < len(tags) and tags[at] == f"I-{kind}":
            at += 1
        yield kind, first, at - 1


_shaped = Memory(_shaped_in)
