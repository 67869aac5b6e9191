"""Matters and remarks told apart, as in the messages that nothing was fitted to."""

import pytest

from bot.dialogue.reading import of_its_own
from bot.dialogue.reading.heard import Heard, hear
from handoff.rules import catalogue
from nlu import training_data
from nlu.interpretation import Interpreter
from tests.product import ROOT

DATA = ROOT / "nlu" / "rasa" / "data"
OF_MATTERS = ("matter", "add", "worse")  # moves


def heard(interpreter: Interpreter, texts: list[str]) -> list[Heard]:
    meanings = interpreter.interpret(texts)
    pairs = zip(texts, meanings, strict=True)
    return [hear(text, None, meaning, interpreter.thresholds) for text, meaning in pairs]


def share(messages: list[Heard], least: float) -> float:
    return sum(of_its_own.chance(each) >= least for each in messages) / len(messages)


@pytest.fixture(scope="module")
def remarks(interpreter: Interpreter) -> list[Heard]:
    told = training_data.load(DATA / "moves_test")
    return heard(interpreter, [x.text for x in told if x.intent not in OF_MATTERS][1::2])


@pytest.fixture(scope="module")
def matters(interpreter: Interpreter) -> list[Heard]:
    known = catalogue.load().categories
    told = training_data.load(DATA / "test")
    return heard(interpreter, [each.text for each in told if each.intent in known])


def test_few_remarks_are_taken_for_matters(remarks: list[Heard]) -> None:
    assert share(remarks, of_its_own.EVEN) < 0.08
    assert share(remarks, of_its_own.LIKELY) < 0.03


def test_few_matters_are_taken_for_remarks(matters: list[Heard]) -> None:
    assert share(matters, of_its_own.EVEN) > 0.9
    assert share(matters, of_its_own.LIKELY) > 0.83
