"""Trains the random field of the form on annotated answers and first messages."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from nlu import field_learning, form
from nlu import text as spelling
from nlu.random_field import NOTHING, Field
from nlu.tagger import LONGEST
from nlu.training_data import Example

SETTINGS = {"c1": 0.05, "c2": 0.2, "max_iterations": 80}
LEAST = 0.1  # weight of an attribute that is kept


def learn(answers: Sequence[Example]) -> Field:
    """Of each answer `intent` is the fact that was asked. NOTHING if there is none."""
    if not answers:
        return NOTHING
    told = (
        (
            form.attributes(each.text, each.intent, dict(each.known)),
            field_learning.labels(each, spelling.words(each.text)[:LONGEST], form.KINDS),
        )
        for each in answers
    )
    return _telling(field_learning.fit(told, SETTINGS))


def _telling(field: Field) -> Field:
    """In half the memory, and without the attributes that hardly weigh, which change nothing."""
    kept = np.flatnonzero(np.abs(field.weights).max(axis=1) >= LEAST)
    attributes = tuple(field.attributes[at] for at in kept.tolist())
    return replace(field, attributes=attributes, weights=field.weights[kept].astype(np.float16))
