"""Makes confidences honest, and chooses from data when to act, ask, or admit defeat."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from nlu.embedded import calibrated
from nlu.features import Floats
from nlu.interpretation import Thresholds

SCALES = np.geomspace(0.5, 20, 400)
# The summary is confirmed before a case opens, so acting alone may be wrong once in twenty; a
# question is worth asking while one of the two likeliest is right three times in five.
RIGHT_WHEN_SURE = 0.95
RIGHT_WHEN_ASKING = 0.6
FEWEST = 150
FOLDS = 4

Labels = npt.NDArray[np.int64]


def best_scale(margins: Floats, labels: Labels) -> float:
    """The sharpness under which the held-out truth is least surprising."""
    return float(min(SCALES, key=lambda scale: _surprise(calibrated(margins, scale), labels)))


def thresholds(chances: Floats, labels: Labels) -> Thresholds:
    """From held-out probabilities: see RIGHT_WHEN_SURE and RIGHT_WHEN_ASKING."""
    order = np.argsort(chances.max(axis=1), kind="stable")
    chances, labels = chances[order], labels[order]
    confidence = chances.max(axis=1)
    first_two = np.argsort(-chances, axis=1, kind="stable")[:, :2]
    right = first_two[:, 0] == labels
    among_two = (first_two == labels[:, None]).any(axis=1)
    sure = _lowest(confidence, right, RIGHT_WHEN_SURE)
    return Thresholds(sure=sure, unsure=min(sure, _defeat(confidence, among_two)))


def error(chances: Floats, labels: Sequence[int] | Labels, bins: int = 10) -> float:
    """Expected calibration error: how far confidence stands from the share of right answers."""
    confidence = chances.max(axis=1)
    right = chances.argmax(axis=1) == np.asarray(labels)
    bin_of = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(right[bin_of == n].mean() - confidence[bin_of == n].mean()) * (bin_of == n).mean()
        for n in range(bins)
        if (bin_of == n).any()
    ]
    return float(sum(gaps))


def folds(labels: Labels, count: int, seed: int) -> Labels:
    """The fold of each example: every label is dealt out evenly, in shuffled order."""
    chance = random.Random(seed)  # noqa: S311
    fold = np.zeros(len(labels), np.int64)
    for label in range(int(labels.max()) + 1):
        members = np.flatnonzero(labels == label).tolist()
        chance.shuffle(members)
        fold[members] = np.arange(len(members)) % count
    return fold


def parts(labels: Labels, seed: int) -> Iterator[tuple[Labels, Labels]]:
    """What to learn from and what to ask, for each fold."""
    fold = folds(labels, FOLDS, seed)
    for number in range(FOLDS):
        yield np.flatnonzero(fold != number), np.flatnonzero(fold == number)


def _surprise(chances: Floats, labels: Labels) -> float:
    return float(-np.log(np.maximum(chances[np.arange(len(labels)), labels], 1e-9)).mean())


def _lowest(confidence: Floats, right: npt.NDArray[Any], wanted: float) -> float:
    """The lowest confidence from which the answers above it are right often enough."""
    answers = np.arange(len(right), 0, -1)
    share = np.cumsum(right[::-1])[::-1] / answers
    enough = np.flatnonzero((share >= wanted) & (answers >= min(FEWEST, len(right))))
    return round(float(confidence[enough[0]] if len(enough) else confidence[-1]), 4)


def _defeat(confidence: Floats, right: npt.NDArray[Any]) -> float:
    """The confidence around which neither of the two likeliest is right often enough."""
    width = min(FEWEST, len(right))
    share = np.convolve(right, np.ones(width), "valid") / width
    poor = np.flatnonzero(share < RIGHT_WHEN_ASKING)
    middle = poor[-1] + width // 2 if len(poor) else 0
    return round(float(confidence[middle]), 4)
