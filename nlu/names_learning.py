"""Trains the random field of names on the annotated messages. Training only: serving never imports
the library."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pycrfsuite

from nlu import text as spelling
from nlu.random_field import NOTHING, OTHER, Field
from nlu.tagger import KINDS, LONGEST, OFFSETS, Written, attributes, written
from nlu.text import Word
from nlu.training_data import Example

EVERY_SILENT = 3  # of the messages without a name, one in so many is learnt from
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 60}


def learn(examples: Sequence[Example]) -> Field:
    """From the annotated names in these examples; NOTHING if there is none to learn."""
    if not any(entity.entity in KINDS for example in examples for entity in example.entities):
        return NOTHING
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    silent = 0
    for example in examples:
        words = spelling.words(example.text)[:LONGEST]
        tags = _tags(example, words)
        if not any(tag != OTHER for tag in tags):
            silent += 1
            if silent % EVERY_SILENT:
                continue
        if words:
            trainer.append(_features(example.text), tags)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.crf"
        trainer.train(str(path))
        return _field(path.read_bytes())


def _field(model: bytes) -> Field:
    """The weights of a model of the library."""
    trained = pycrfsuite.Tagger()
    trained.open_inmemory(model)
    info = trained.info()
    labels = (OTHER, *(label for label in info.labels if label != OTHER))
    label_at = {label: n for n, label in enumerate(labels)}
    attribute_at = {attribute: n for n, attribute in enumerate(info.attributes)}
    weights = np.zeros((len(attribute_at), len(labels)), np.float32)
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    for (attribute, label), weight in info.state_features.items():
        weights[attribute_at[attribute], label_at[label]] = weight
    for (left, right), weight in info.transitions.items():
        transitions[label_at[left], label_at[right]] = weight
    return Field(labels, tuple(attribute_at), weights, transitions)


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
