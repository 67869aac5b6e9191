"""Trains random fields with the library, and keeps their weights. Training only: serving never
imports the library."""

import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pycrfsuite

from nlu.random_field import OTHER, Field
from nlu.text import Word
from nlu.training_data import Example

Told = tuple[list[list[str]], list[str]]  # the attributes of each word, and its label


def fit(told: Iterable[Told], settings: Mapping[str, float]) -> Field:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(settings)
    for attributes, labels in told:
        if labels:
            trainer.append(attributes, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "field.crf"
        trainer.train(str(path))
        return _field(path.read_bytes())


def labels(example: Example, words: Sequence[Word], kinds: Collection[str]) -> list[str]:
    """B-, I- and a kind for the words of what is annotated as one of the kinds, else OTHER."""
    found = [OTHER] * len(words)
    for entity in example.entities:
        if entity.entity not in kinds:
            continue
        inside = [
            at for at, w in enumerate(words) if w.start >= entity.start and w.end <= entity.end
        ]
        for number, at in enumerate(inside):
            found[at] = f"{'I' if number else 'B'}-{entity.entity}"
    return found


def _field(model: bytes) -> Field:
    """The weights of a model of the library."""
    trained = pycrfsuite.Tagger()
    trained.open_inmemory(model)
    info = trained.info()
    names = (OTHER, *(label for label in info.labels if label != OTHER))
    label_at = {label: n for n, label in enumerate(names)}
    attribute_at = {attribute: n for n, attribute in enumerate(info.attributes)}
    weights = np.zeros((len(attribute_at), len(names)), np.float32)
    transitions = np.zeros((len(names), len(names)), np.float32)
    for (attribute, label), weight in info.state_features.items():
        weights[attribute_at[attribute], label_at[label]] = weight
    for (left, right), weight in info.transitions.items():
        transitions[label_at[left], label_at[right]] = weight
    return Field(names, tuple(attribute_at), weights, transitions)
