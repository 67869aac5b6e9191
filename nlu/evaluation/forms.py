"""Whether what a message tells for the form was read as it should: exact spans, and whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.evaluation.examination import DATA
from nlu.evaluation.intents import rates, share
from nlu.form import MATTER
from nlu.interpretation import Entity, Interpreter, Reader
from nlu.training_data import Example

FOLDER = DATA / "form_test"
ANSWERS = "respuestas"


@dataclass(frozen=True, slots=True)
class FormScore:
    """Of facts, by span and kind, in first messages (`asked` MATTER) or in answers. `whole`: the
    share of them of which all was read, and no more."""

    asked: str
    precision: float
    recall: float
    f1: float
    whole: float


def judge(interpreter: Interpreter, told: Sequence[Example]) -> tuple[FormScore, ...]:
    """Of each the intent is what was asked. Nothing for an engine that reads none."""
    if not isinstance(interpreter, Reader):
        return ()
    first = [each for each in told if each.intent == MATTER]
    answers = [each for each in told if each.intent != MATTER]
    kinds = ((ANSWERS, answers), (MATTER, first))
    return tuple(_score(interpreter, asked, told) for asked, told in kinds if told)


def _score(reader: Reader, asked: str, told: Sequence[Example]) -> FormScore:
    pairs = [
        (_spans(each.entities), _spans(reader.told(each.text, each.intent).facts)) for each in told
    ]
    right = sum(len(meant & found) for meant, found in pairs)
    precision, recall, f1 = rates(
        right, sum(len(found) for _, found in pairs), sum(len(meant) for meant, _ in pairs)
    )
    whole = share(sum(meant == found for meant, found in pairs), len(pairs))
    return FormScore(asked, precision, recall, f1, whole)


def _spans(facts: Sequence[Entity]) -> set[tuple[str, int, int]]:
    return {(each.entity, each.start, each.end) for each in facts}
