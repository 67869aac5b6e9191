"""Names that no list holds (colonias, schools, clinics, for whom it is), by a random field.

Trained on the annotated messages. What it finds stands beside the rules of `places` and `facts`,
never over them.
"""

import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from nlu import text as spelling
from nlu.interpretation import Entity
from nlu.text import Word
from nlu.training_data import Example

EXTRACTOR = "tagger"
KINDS = frozenset({"colonia", "calle", "escuela", "institucion", "beneficiario"})
# The least certain word of a name must be this sure: a wrong colonia costs a correction.
SURE = 0.8
LONGEST = 200  # words that are looked at
EVERY_SILENT = 3  # of the messages without a name, one in so many is learnt from
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 60}
_PUNCTUATION = frozenset(",.;:!?()\n")
Span = tuple[str, int, int]  # kind, first word, last word


class Tagger:
    """Finds names; with an empty model, none. One thread at a time: the library keeps the sentence
    that is being tagged."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the library reads from it as long as it lives
        self._turn = threading.Lock()
        self._tagger = pycrfsuite.Tagger()
        if model:
            self._tagger.open_inmemory(model)

    def find(self, text: str, taken: Sequence[Entity]) -> list[Entity]:
        """The names in the text that touch none of those already `taken`."""
        words = spelling.words(text)[:LONGEST]
        if not words or not self._model:
            return []
        with self._turn:
            tags = self._tagger.tag(_features(text, words))
            found = [self._entity(text, words, tags, span) for span in _spans(tags)]
        return [each for each in found if each.confidence >= SURE and _is_apart(each, taken)]

    def _entity(self, text: str, words: Sequence[Word], tags: Sequence[str], span: Span) -> Entity:
        kind, first, last = span
        start, end = words[first].start, words[last].end
        sure = min(self._tagger.marginal(tags[at], at) for at in range(first, last + 1))
        return Entity(kind, text[start:end], start, end, sure, EXTRACTOR)


def learn(examples: Sequence[Example]) -> bytes:
    """The model of the annotated names in these examples; empty if there is none to learn."""
    if not any(entity.entity in KINDS for example in examples for entity in example.entities):
        return b""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    silent = 0
    for example in examples:
        words = spelling.words(example.text)[:LONGEST]
        tags = _tags(example, words)
        if not any(tag != "O" for tag in tags):
            silent += 1
            if silent % EVERY_SILENT:
                continue
        if words:
            trainer.append(_features(example.text, words), tags)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.crf"
        trainer.train(str(path))
        return path.read_bytes()


def _is_apart(entity: Entity, taken: Sequence[Entity]) -> bool:
    return not any(entity.start < each.end and each.start < entity.end for each in taken)


def _features(text: str, words: Sequence[Word]) -> list[list[str]]:
    """For each word: itself, its shape, its ends, its neighbours, and the punctuation before it."""
    folded = [word.folded for word in words]
    shapes = [_shape(text[word.start : word.end]) for word in words]
    breaks = [at == 0 or _is_broken(text, words, at) for at in range(len(words))]
    return [_of_word(at, folded, shapes, breaks) for at in range(len(words))]


def _of_word(
    at: int, folded: Sequence[str], shapes: Sequence[str], breaks: Sequence[bool]
) -> list[str]:
    word = folded[at]
    found = [f"w={word}", f"end={word[-3:]}", f"begin={word[:4]}", f"shape={shapes[at]}"]
    for offset in (-3, -2, -1, 1, 2):
        there = 0 <= at + offset < len(folded)
        found.append(f"{offset}w={folded[at + offset]}" if there else f"{offset}edge")
    if breaks[at]:
        found.append("break")
    if at > 0:
        found += [f"two={folded[at - 1]}|{word}", f"-1shape={shapes[at - 1]}"]
    if at + 1 < len(folded):
        found.append(f"+1shape={shapes[at + 1]}")
        if breaks[at + 1]:
            found.append("+1break")
    return found


def _shape(written: str) -> str:
    if written.isdigit():
        return "digits"
    if written[:1].isupper():
        return "capitals" if written.isupper() and len(written) > 1 else "capital"
    return "small"


def _is_broken(text: str, words: Sequence[Word], at: int) -> bool:
    between = text[words[at - 1].end : words[at].start]
    return not _PUNCTUATION.isdisjoint(between)


def _tags(example: Example, words: Sequence[Word]) -> list[str]:
    tags = ["O"] * len(words)
    for entity in example.entities:
        if entity.entity not in KINDS:
            continue
        inside = [
            at for at, w in enumerate(words) if w.start >= entity.start and w.end <= entity.end
        ]
        for number, at in enumerate(inside):
            tags[at] = f"{'I' if number else 'B'}-{entity.entity}"
    return tags


def _spans(tags: Sequence[str]) -> Iterator[Span]:
    at = 0
    while at < len(tags):
        first, kind = at, tags[at][2:]
        at += 1
        if not kind:
            continue
        while at < len(tags) and tags[at] == f"I-{kind}":
            at += 1
        yield kind, first, at - 1
