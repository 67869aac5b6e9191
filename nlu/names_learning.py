"""Trains the random field of names on the annotated messages."""

from collections.abc import Iterator, Sequence

from nlu import field_learning
from nlu import text as spelling
from nlu.field_learning import Told
from nlu.random_field import NOTHING, OTHER, Field
from nlu.tagger import KINDS, LONGEST, OFFSETS, Written, attributes, written
from nlu.training_data import Example

EVERY_SILENT = 3  # of the messages without a name, one in so many is learnt from
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 60}


def learn(examples: Sequence[Example]) -> Field:
    """From the annotated names in these examples; NOTHING if there is none to learn."""
    if not any(entity.entity in KINDS for example in examples for entity in example.entities):
        return NOTHING
    return field_learning.fit(_told(examples), SETTINGS)


def _told(examples: Sequence[Example]) -> Iterator[Told]:
    silent = 0
    for example in examples:
        labels = field_learning.labels(example, spelling.words(example.text)[:LONGEST], KINDS)
        if all(label == OTHER for label in labels):
            silent += 1
            if silent % EVERY_SILENT:
                continue
        yield _features(example.text), labels


def _features(text: str) -> list[list[str]]:
    """For each word: itself, its shape, its ends, its neighbours, and the punctuation before it."""
    told = written(text)
    return [_of_word(at, told) for at in range(len(told.words))]


def _of_word(at: int, told: Written) -> list[str]:
    words = told.words
    found: list[str] = []
    for offset in OFFSETS:
        if 0 <= at + offset < len(words):
            shape, _, word = told.shaped[at + offset].partition(" ")
            found += attributes(word, offset)
            if abs(offset) < 2:
                found.append(f"{offset:+}shape={shape}" if offset else f"shape={shape}")
        else:
            found.append(f"{offset}edge")
    if at in told.breaks:
        found.append("break")
    if at + 1 in told.breaks:
        found.append("+1break")
    if at > 0:
        found.append(f"two={words[at - 1]}|{words[at]}")
    return found
