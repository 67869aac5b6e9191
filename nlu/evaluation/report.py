"""All that is known about one engine, as values: what the tables and the page show."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.evaluation import confidence, danger, entities, examination, intents
from nlu.evaluation.confidence import Confidence
from nlu.evaluation.danger import Danger
from nlu.evaluation.entities import Entities
from nlu.evaluation.intents import Intents, Matrix
from nlu.evaluation.serving import Serving
from nlu.evaluation.speed import Speed
from nlu.interpretation import Interpreter
from nlu.training_data import Example


@dataclass(frozen=True, slots=True)
class Score:
    """One examination. `by_another`: answers that another engine gave in this one's place."""

    name: str
    intents: Intents
    matrix: Matrix
    confidence: Confidence
    entities: Entities
    by_another: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What was not measured is None: of a server elsewhere only the waiting is known."""

    speed: Speed
    serving: Serving | None = None
    training_cpu: float | None = None
    in_process: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    engine: str
    scores: tuple[Score, ...]
    dangers: tuple[Danger, ...]
    cost: Cost


def score(interpreter: Interpreter, name: str, examples: Sequence[Example]) -> Score:
    answers = examination.ask(interpreter, examples)
    return Score(
        name=name,
        intents=intents.judge(answers),
        matrix=intents.matrix(answers),
        confidence=confidence.judge(answers, interpreter.thresholds),
        entities=entities.judge(answers),
        by_another=sum(each.meaning.engine != interpreter.name for each in answers),
    )


def assess_danger(interpreter: Interpreter, name: str, examples: Sequence[Example]) -> Danger:
    return danger.judge(name, examination.ask(interpreter, examples))
