"""Whether an answer to a question of the form was read as it should: exact spans, and whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.evaluation.examination import DATA
from nlu.evaluation.intents import rates, share
from nlu.interpretation import Entity, Interpreter, Reader
from nlu.training_data import Example

FOLDER = DATA / "form_test"


@dataclass(frozen=True, slots=True)
class FormScore:
    """Of facts, by span and kind. `whole`: the share of answers of which all was read, and no
    more."""

    precision: float
    recall: float
    f1: float
    whole: float


def judge(interpreter: Interpreter, answers: Sequence[Example]) -> FormScore | None:
    """Of each answer the intent is what was asked. None for an engine that reads none."""
    if not isinstance(interpreter, Reader) or not answers:
        return None
    pairs = [
        (_spans(each.entities), _spans(interpreter.told(each.text, each.intent).facts))
        for each in answers
    ]
    right = sum(len(meant & told) for meant, told in pairs)
    precision, recall, f1 = rates(
        right, sum(len(told) for _, told in pairs), sum(len(meant) for meant, _ in pairs)
    )
    whole = share(sum(meant == told for meant, told in pairs), len(pairs))
    return FormScore(precision, recall, f1, whole)


def _spans(facts: Sequence[Entity]) -> set[tuple[str, int, int]]:
    return {(each.entity, each.start, each.end) for each in facts}
