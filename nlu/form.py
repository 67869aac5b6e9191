"""What a message tells for the form: a name, a town, a school, or nothing at all.

People tell it with their matter, answer two things at once, another thing than was asked, or
something that is no answer. A random field that knows what was asked marks what their words are.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cache

import numpy as np

from nlu import people
from nlu import text as spelling
from nlu.addresses import phrases
from nlu.catalogue import plain
from nlu.gazetteer import gazetteer
from nlu.interpretation import UNREAD, Entity, Told
from nlu.random_field import Chain, Field
from nlu.tagger import LONGEST, Written, shape_of, spans, written

EXTRACTOR = "form"
# `otro` is the name of somebody else than who writes.
KINDS = frozenset({
    "municipio", "colonia", "calle", "escuela", "institucion", "nivel_escolar", "ruta",
    "beneficiario", "nombre", "otro",
})  # fmt: skip
MATTER = "motivo"  # what is asked when nothing is told yet
SUMMARY = "resumen"  # what is asked when all is told: whether it is right
ASKED = KINDS - {"otro"} | {"contacto", MATTER, SUMMARY}
LEADS = ("streets", "colonias", "corners", "ends_a_name")  # lists of words of `places`
NEAR = (-2, -1, 1, 2)
FEW = 4  # words of a short answer


class Form:
    """Reads with what was learnt; with `random_field.NOTHING` it finds nothing."""

    def __init__(self, field: Field) -> None:
        self._labels = field.labels
        self._weights = field.weights
        self._column = {attribute: n for n, attribute in enumerate(field.attributes)}
        self._chain = Chain(field.transitions) if len(field.labels) > 1 else None

    def told(self, text: str, asked: str) -> Told:
        """`asked` is the fact that was asked, MATTER or SUMMARY; each value is as it is written."""
        words = spelling.words(text)[:LONGEST]
        if self._chain is None or not words:
            return UNREAD
        found = [self._of_word(each) for each in attributes(text, asked)]
        scores = np.stack(
            [self._weights[columns].sum(axis=0, dtype=np.float64) for columns in found]
        )
        [labelled] = self._chain.label([scores])
        facts = []
        for kind, first, last in spans([self._labels[label] for label in labelled.labels]):
            start, end = words[first].start, _with_dot(text, words[last].end, words[last].start)
            sure = min(labelled.sure[first : last + 1])
            facts.append(Entity(kind, text[start:end], start, end, sure, EXTRACTOR))
        return Told(tuple(facts), 0.0 if facts else min(labelled.sure))

    def _of_word(self, attributes: Sequence[str]) -> list[int]:
        return [self._column[each] for each in attributes if each in self._column]


def _with_dot(text: str, end: int, start: int) -> int:
    """Of an initial: «Socorro Y.»"""
    return end + 1 if end - start == 1 and text[end : end + 1] == "." else end


def attributes(text: str, asked: str) -> list[list[str]]:
    """For each word what the field looks at."""
    told = written(text)
    known = _known(told.words)
    return [
        [*_of_words(at, told, asked), *_of_place(at, told, asked), *_of_lists(at, known, asked)]
        for at in range(len(told.words))
    ]


def _of_words(at: int, told: Written, asked: str) -> Iterator[str]:
    words = told.words
    word = words[at]
    yield from (f"w={word}", f"w={word}|{asked}", f"asked={asked}")
    yield from (f"end={word[-3:]}", f"end={word[-2:]}", f"begin={word[:4]}")
    for offset in NEAR:
        known = 0 <= at + offset < len(words)
        yield f"{offset}w={words[at + offset]}" if known else f"{offset}edge"
    if at:
        yield f"two={words[at - 1]}|{word}"


def _of_place(at: int, told: Written, asked: str) -> Iterator[str]:
    """How it is written, and where in the answer it stands."""
    last = len(told.words) - 1
    for offset in (-1, 0, 1):
        if 0 <= at + offset <= last:
            yield f"{offset}shape={shape_of(told.shaped[at + offset])}"
    yield f"asked={asked}|{shape_of(told.shaped[at])}"
    yield f"left={min(at, FEW)}|{asked}"
    yield f"right={min(last - at, FEW)}|{asked}"
    yield f"of={min(last, FEW)}|{asked}"
    yield from (f"{offset}break" for offset in (0, 1) if at + offset in told.breaks)


def _of_lists(at: int, known: Sequence[Sequence[str]], asked: str) -> Iterator[str]:
    for offset in (*NEAR, 0):
        if 0 <= at + offset < len(known):
            yield from (f"{offset}in={kind}" for kind in known[at + offset])
    yield from (f"in={kind}|{asked}" for kind in known[at])
    if len(known[at]) > 1:
        yield f"in={'+'.join(known[at])}"


def _known(words: Sequence[str]) -> list[list[str]]:
    """In what lists each word stands, by itself or within a name."""
    found = [[kind for kind, listed in _lists().items() if word in listed] for word in words]
    named = {"town": gazetteer().mentions(words), "colonia": plain().colonias.mentions(words)}
    for kind, mentions in named.items():
        for at in sorted({at for each in mentions for at in range(each.first, each.last)}):
            found[at].append(kind)
    return found


@cache
def _lists() -> dict[str, Container[str]]:
    return {**people.lists(), **{kind: phrases(kind) for kind in LEADS}}
