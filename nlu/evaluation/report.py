"""All that is known about one engine, as values: what the tables and the page show."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nlu.evaluation import confidence, danger, entities, examination, forms, intents, moves
from nlu.evaluation.confidence import Confidence
from nlu.evaluation.cost import Cost
from nlu.evaluation.danger import Danger
from nlu.evaluation.entities import Entities
from nlu.evaluation.forms import FormScore
from nlu.evaluation.intents import Intents, Matrix
from nlu.evaluation.moves import MovesScore
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
class Report:
    engine: str
    scores: tuple[Score, ...]
    dangers: tuple[Danger, ...]
    moves: MovesScore | None
    form: tuple[FormScore, ...]
    cost: Cost


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked: examinations of the intent, sentences about danger, each with a name, what
    is said in the course of a conversation, and what is told for the form."""

    examinations: tuple[tuple[str, Sequence[Example]], ...]
    dangers: tuple[tuple[str, Sequence[Example]], ...]
    moves: Sequence[Example] = ()
    form: Sequence[Example] = ()

    @property
    def texts(self) -> list[str]:
        return [each.text for _, examples in self.examinations for each in examples]


def questions(folders: Sequence[Path]) -> Questions:
    """Raises NothingToAsk, and BrokenTrainingData when a file cannot be read."""
    return Questions(
        tuple((folder.name, examination.load(folder)) for folder in folders),
        tuple((folder.name, examination.load(folder)) for folder in danger.FOLDERS),
        examination.load(moves.FOLDER),
        examination.load(forms.FOLDER),
    )


def draw_up(interpreter: Interpreter, asked: Questions, cost: Cost) -> Report:
    return Report(
        engine=interpreter.name,
        scores=tuple(score(interpreter, *each) for each in asked.examinations),
        dangers=tuple(
            danger.judge(name, examination.ask(interpreter, examples))
            for name, examples in asked.dangers
        ),
        moves=moves.judge(examination.ask(interpreter, asked.moves)),
        form=forms.judge(interpreter, asked.form),
        cost=cost,
    )


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
