"""Puts messages whose meaning is known to an engine, and keeps its answers beside the truth."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from nlu import training_data
from nlu.interpretation import Interpretation, Interpreter
from nlu.training_data import Example

DATA = training_data.FOLDER.parent
# Held out from training; the second was written apart, and harder.
FOLDERS = (DATA / "test", DATA / "validation")
GROUP = 64

Each = TypeVar("Each")


class NothingToAsk(Exception):  # noqa: N818
    """A folder without a single example."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}: no hay ejemplos en archivos .yml")


@dataclass(frozen=True, slots=True)
class Answer:
    truth: Example
    meaning: Interpretation

    @property
    def is_right(self) -> bool:
        return self.meaning.intent == self.truth.intent

    @property
    def among_two(self) -> bool:
        return self.truth.intent in [name for name, _ in self.meaning.ranking[:2]]


def load(folder: Path) -> list[Example]:
    """Raises NothingToAsk, and BrokenTrainingData when a file cannot be read."""
    examples = training_data.load(folder)
    if not examples:
        raise NothingToAsk(folder)
    return examples


def ask(interpreter: Interpreter, examples: Sequence[Example]) -> tuple[Answer, ...]:
    """The engine's answers, asked in groups of GROUP."""
    answers: list[Answer] = []
    for group in groups(examples):
        meanings = interpreter.interpret([each.text for each in group])
        answers += [Answer(*pair) for pair in zip(group, meanings, strict=True)]
    return tuple(answers)


def groups(items: Sequence[Each], size: int = GROUP) -> list[Sequence[Each]]:
    return [items[start : start + size] for start in range(0, len(items), size)]
