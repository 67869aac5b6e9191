"""What the dialogue makes of remarks, and of other matters, where something was told before."""

from collections.abc import Iterator

import pytest

from bot.dialogue import Decision, State, decide, hear
from bot.dialogue.acts import OpenCase
from bot.dialogue.reading import of_its_own
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage
from handoff.rules import catalogue
from nlu import training_data
from nlu.embedded import EmbeddedInterpreter
from tests.bot.saying import asking, confirming, situation
from tests.product import ROOT

DATA = ROOT / "nlu" / "rasa" / "data"
OF_MATTERS = ("matter", "add", "worse")  # moves
WHERE = {"municipio": "Nogales", "colonia": "Centro", "calle": "Hidalgo"}
BEFORE = {
    "folio": State(lately="CS-2026-000001-5", lately_about="bacheo", there=WHERE),
    "form": asking("bacheo", "municipio", calle="Hidalgo"),
    "summary": confirming(**WHERE),
}


@pytest.fixture(scope="module")
def remarks(interpreter: EmbeddedInterpreter) -> list[Heard]:
    """Those that `of_its_own` was not fitted to."""
    told = training_data.load(DATA / "moves_test")
    texts = [each.text for each in told if each.intent not in OF_MATTERS][1::2]
    return list(_heard(interpreter, texts))


@pytest.fixture(scope="module")
def matters(interpreter: EmbeddedInterpreter) -> list[tuple[str, Heard]]:
    known = catalogue.load().categories
    told = [each for each in training_data.load(DATA / "test") if each.intent in known]
    heard = _heard(interpreter, [each.text for each in told])
    return list(zip((each.intent for each in told), heard, strict=True))


def test_remarks_and_matters_are_told_apart(
    remarks: list[Heard], matters: list[tuple[str, Heard]]
) -> None:
    own = [heard for _, heard in matters]
    assert _share(remarks, of_its_own.EVEN) < 0.08
    assert _share(remarks, of_its_own.LIKELY) < 0.03
    assert _share(own, of_its_own.EVEN) > 0.9
    assert _share(own, of_its_own.LIKELY) > 0.83


@pytest.mark.parametrize("stage", BEFORE)
def test_few_remarks_begin_another_matter(stage: str, remarks: list[Heard]) -> None:
    decided = [decide(BEFORE[stage], each, situation()) for each in remarks]
    begun = sum(bool(_begun(BEFORE[stage], each)) for each in decided)
    assert begun < 0.05 * len(remarks)


@pytest.mark.parametrize("stage", BEFORE)
def test_few_remarks_raise_the_alarm(stage: str, remarks: list[Heard]) -> None:
    decided = [decide(BEFORE[stage], each, situation()) for each in remarks]
    assert sum(each.state.danger is not None for each in decided) < 0.03 * len(remarks)


def test_hardly_any_remark_is_registered_as_a_case(remarks: list[Heard]) -> None:
    for stage in ("folio", "form"):
        decided = (decide(BEFORE[stage], each, situation()) for each in remarks)
        opened = sum(any(isinstance(act, OpenCase) for act in each.acts) for each in decided)
        assert opened < 0.01 * len(remarks)


@pytest.mark.parametrize(("stage", "least"), [("folio", 0.7), ("form", 0.5)])
def test_another_matter_is_known_as_one(
    stage: str, least: float, matters: list[tuple[str, Heard]]
) -> None:
    """Begun, noted, or asked about; of those that are not the one at hand."""
    others = [(key, heard) for key, heard in matters if key != "bacheo"]
    before = BEFORE[stage]
    known = sum(key in _meant(before, decide(before, each, situation())) for key, each in others)
    assert known > least * len(others)


def _heard(interpreter: EmbeddedInterpreter, texts: list[str]) -> Iterator[Heard]:
    for text, meaning in zip(texts, interpreter.interpret(texts), strict=True):
        yield hear(text, None, meaning, interpreter.thresholds)


def _share(messages: list[Heard], least: float) -> float:
    return sum(of_its_own.chance(each) >= least for each in messages) / len(messages)


def _begun(before: State, decision: Decision) -> set[str]:
    after = decision.state
    if after.stage is Stage.about:  # a folio of theirs
        return set()
    had = {before.category, before.lately_about, *before.apart}
    return {each for each in (after.category, after.also, *after.apart) if each} - had


def _meant(before: State, decision: Decision) -> set[str]:
    return _begun(before, decision) | {*decision.state.options}
