"""Whether the intent was the right one: scores of each, and which are taken for which."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nlu.evaluation.examination import Answer


@dataclass(frozen=True, slots=True)
class IntentScore:
    """`support` is the number of messages that truly have the intent."""

    intent: str
    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, slots=True)
class Confusion:
    truth: str
    answered: str
    times: int


@dataclass(frozen=True, slots=True)
class Intents:
    """`macro_f1` is the mean over the intents that were asked about; `top_two` the share whose
    right intent is among the two likeliest. `scores` go from the worst to the best."""

    asked: int
    accuracy: float
    macro_f1: float
    top_two: float
    scores: tuple[IntentScore, ...]
    confusions: tuple[Confusion, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells[row][column]`: how often the truth of the row was answered as the column."""

    names: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]


def judge(answers: Sequence[Answer]) -> Intents:
    pairs = _pairs(answers)
    scores = _scores(pairs)
    asked = [each for each in scores if each.support]
    return Intents(
        asked=len(answers),
        accuracy=sum(each.is_right for each in answers) / len(answers),
        macro_f1=sum(each.f1 for each in asked) / len(asked),
        top_two=sum(each.among_two for each in answers) / len(answers),
        scores=tuple(sorted(scores, key=lambda each: (each.f1, each.intent))),
        confusions=_confusions(pairs),
    )


def matrix(answers: Sequence[Answer]) -> Matrix:
    """Every intent that was asked about or answered, in order of name."""
    pairs = _pairs(answers)
    names = _names(pairs)
    return Matrix(names, tuple(tuple(pairs[row, column] for column in names) for row in names))


def _pairs(answers: Sequence[Answer]) -> Counter[tuple[str, str]]:
    return Counter((each.truth.intent, each.meaning.intent) for each in answers)


def _names(pairs: Counter[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted({name for pair in pairs for name in pair}))


def _scores(pairs: Counter[tuple[str, str]]) -> list[IntentScore]:
    true: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for (truth, answered), times in pairs.items():
        true[truth] += times
        given[answered] += times
    return [
        IntentScore(name, *rates(pairs[name, name], given[name], true[name]), true[name])
        for name in _names(pairs)
    ]


def rates(right: int, given: int, true: int) -> tuple[float, float, float]:
    """Precision, recall and F1; what has no denominator is 0."""
    return share(right, given), share(right, true), share(2 * right, given + true)


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _confusions(pairs: Counter[tuple[str, str]]) -> tuple[Confusion, ...]:
    """Most frequent first."""
    wrong = [Confusion(*pair, times) for pair, times in pairs.items() if pair[0] != pair[1]]
    return tuple(sorted(wrong, key=lambda each: (-each.times, each.truth, each.answered)))
