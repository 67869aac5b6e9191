"""Whether what a message does was recognised; and how often, of those that the dialogue acts on."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.evaluation.examination import DATA, Answer
from nlu.evaluation.intents import share
from nlu.moves import PLAIN

FOLDER = DATA / "moves_test"


@dataclass(frozen=True, slots=True)
class MovesScore:
    """`plain`: the share of answers that are sure enough to act on; `right_when_plain`, of them."""

    accuracy: float
    plain: float
    right_when_plain: float


def judge(answers: Sequence[Answer]) -> MovesScore | None:
    """Truth is the intent of the example. None for an engine that tells no moves."""
    if not any(each.meaning.move.name for each in answers):
        return None
    plain = [each for each in answers if each.meaning.move.confidence >= PLAIN]
    return MovesScore(
        accuracy=_right(answers),
        plain=share(len(plain), len(answers)),
        right_when_plain=_right(plain),
    )


def _right(answers: Sequence[Answer]) -> float:
    right = sum(each.meaning.move.name == each.truth.intent for each in answers)
    return share(right, len(answers))
