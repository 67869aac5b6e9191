"""What a message tells for the form: a name, a town, a school, or nothing at all.

People tell it with their matter, answer two things at once, another thing than was asked, or
something that is no answer. A random field that knows what was asked marks what their words are.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache

import numpy as np
from rapidfuzz import fuzz

from nlu import people
from nlu import text as spelling
from nlu.addresses import phrases
from nlu.catalogue import plain
from nlu.gazetteer import gazetteer
from nlu.interpretation import NOTHING_KNOWN, UNREAD, Entity, Told
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
SHOWN = (*sorted(KINDS), "contacto")  # facts that a summary may hold
TELLING = 3  # letters of a word that a fact is told by
ALIKE = 75  # of 100


class Form:
    """Reads with what was learnt; with `random_field.NOTHING` it finds nothing."""

    def __init__(self, field: Field) -> None:
        self._labels = field.labels
        self._weights = field.weights
        self._column = {attribute: n for n, attribute in enumerate(field.attributes)}
        self._chain = Chain(field.transitions) if len(field.labels) > 1 else None

    def told(self, text: str, asked: str, known: Mapping[str, str] = NOTHING_KNOWN) -> Told:
        """`asked` is the fact that was asked, MATTER or SUMMARY; each value is as it is written.
        `known` is what stands in the summary, by fact: it weighs where that was asked."""
        words = spelling.words(text)[:LONGEST]
        if self._chain is None or not words:
            return UNREAD
        found = [self._of_word(each) for each in attributes(text, asked, known)]
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


def attributes(text: str, asked: str, known: Mapping[str, str] = NOTHING_KNOWN) -> list[list[str]]:
    """For each word what the field looks at."""
    told = written(text)
    listed = _listed(told.words)
    known = _shown(known) if asked == SUMMARY else NOTHING_KNOWN
    held = _held(told.words, known)
    return [
        [
            *_of_words(at, told, asked),
            *_of_place(at, told, asked),
            *_of_lists(at, listed, asked),
            *_of_summary(at, held, known),
        ]
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


def _of_lists(at: int, listed: Sequence[Sequence[str]], asked: str) -> Iterator[str]:
    for offset in (*NEAR, 0):
        if 0 <= at + offset < len(listed):
            yield from (f"{offset}in={kind}" for kind in listed[at + offset])
    yield from (f"in={kind}|{asked}" for kind in listed[at])
    if len(listed[at]) > 1:
        yield f"in={'+'.join(listed[at])}"


def _of_summary(at: int, held: Sequence[Sequence[str]], known: Container[str]) -> Iterator[str]:
    """Whether it stands there, or nearly so: it is what was wrong, or next to what is right."""
    for offset in (*NEAR, 0):
        if 0 <= at + offset < len(held):
            yield from (f"{offset}held={kind}" for kind in held[at + offset])
    yield from (f"has={kind}" for kind in SHOWN if kind in known)


def _shown(known: Mapping[str, str]) -> dict[str, str]:
    """A road is told as a street is."""
    road = {"calle": known["tramo"]} if "tramo" in known else {}
    return {kind: value for kind, value in (road | {**known}).items() if kind in SHOWN}


def _held(words: Sequence[str], known: Mapping[str, str]) -> list[list[str]]:
    """In what facts each word stands, or one that is much like it."""
    facts = {kind: spelling.fold(value).split() for kind, value in known.items()}
    return [
        [found for kind, values in facts.items() if (found := _found_in(word, values, kind))]
        for word in words
    ]


def _found_in(word: str, values: Sequence[str], kind: str) -> str:
    if word.isdigit():
        is_like = any(each.isdigit() and len(each) == len(word) for each in values)
    else:
        is_like = len(word) >= TELLING and any(fuzz.ratio(word, each) >= ALIKE for each in values)
    if word in values and (len(word) >= TELLING or word.isdigit()):
        return kind
    return f"~{kind}" if is_like else ""


def _listed(words: Sequence[str]) -> list[list[str]]:
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
