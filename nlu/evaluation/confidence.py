"""Whether confidence is honest, and what the engine's thresholds make of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nlu import calibration
from nlu.evaluation.examination import Answer
from nlu.evaluation.intents import share
from nlu.interpretation import Thresholds

BINS = 10
STEPS = 50


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose confidence is in [low, high): their mean confidence, and the share of
    them that is right."""

    low: float
    high: float
    answers: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Band:
    """What happens to a share of the messages, and how often that is right."""

    answers: int
    share: float
    right: float


@dataclass(frozen=True, slots=True)
class Point:
    """If only answers of at least this confidence were given: how many, and how many right."""

    threshold: float
    coverage: float
    precision: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """`error` is the expected calibration error over BINS bins. Right means: when `sure`, the
    likeliest intent; when `asking` which of two, one of these; when `lost` (not understood), the
    likeliest intent, which was not acted upon."""

    error: float
    bins: tuple[Bin, ...]
    thresholds: Thresholds
    sure: Band
    asking: Band
    lost: Band
    curve: tuple[Point, ...]


def judge(answers: Sequence[Answer], thresholds: Thresholds) -> Confidence:
    sure = [each for each in answers if each.meaning.confidence >= thresholds.sure]
    lost = [each for each in answers if each.meaning.confidence < thresholds.unsure]
    asking = [
        each for each in answers if thresholds.unsure <= each.meaning.confidence < thresholds.sure
    ]
    return Confidence(
        error=_error(answers),
        bins=tuple(_bin(answers, number) for number in range(BINS)),
        thresholds=thresholds,
        sure=_band([each.is_right for each in sure], len(answers)),
        asking=_band([each.among_two for each in asking], len(answers)),
        lost=_band([each.is_right for each in lost], len(answers)),
        curve=tuple(_point(answers, step / STEPS) for step in range(STEPS)),
    )


def _error(answers: Sequence[Answer]) -> float:
    """Of each answer only its confidence and whether it is right matter: column 0 is the answer."""
    chances = np.zeros((len(answers), 2), np.float32)
    chances[:, 0] = [each.meaning.confidence for each in answers]
    return calibration.error(chances, [0 if each.is_right else 1 for each in answers], BINS)


def _bin(answers: Sequence[Answer], number: int) -> Bin:
    within = [each for each in answers if _bin_of(each.meaning.confidence) == number]
    confidence = sum(each.meaning.confidence for each in within)
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        answers=len(within),
        confidence=confidence / len(within) if within else 0.0,
        right=share(sum(each.is_right for each in within), len(within)),
    )


def _bin_of(confidence: float) -> int:
    return min(int(np.float32(confidence) * BINS), BINS - 1)


def _band(right: Sequence[bool], all_answers: int) -> Band:
    return Band(len(right), share(len(right), all_answers), share(sum(right), len(right)))


def _point(answers: Sequence[Answer], threshold: float) -> Point:
    given = [each.is_right for each in answers if each.meaning.confidence >= threshold]
    return Point(threshold, share(len(given), len(answers)), share(sum(given), len(given)))
