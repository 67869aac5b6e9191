"""What a Rasa server says, read with distrust, and joined with what our own rules found."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from nlu import yml
from nlu.interpretation import Entity, Interpretation, Thresholds

PROJECT = Path(__file__).parent / "rasa"
LONGEST = 5_000  # characters; a message is rarely longer, and Rasa takes its time for each
OURS = frozenset({"dates", "facts", "places"})  # extractors that are rules, not learnt

_COMMAND = re.compile(r"^[\s/]*")


class Nonsense(ValueError):  # noqa: N818
    """No answer of a Rasa that was trained on our data."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The exponent that makes a model's confidences honest, and when to act or ask on them."""

    scale: float
    thresholds: Thresholds


@dataclass(frozen=True, slots=True)
class Answer:
    ranking: tuple[tuple[str, float], ...]
    entities: tuple[Entity, ...]


def calibration(model: str) -> Calibration:
    """Of a model by its file name, `light-….tar.gz`; cautious for one that is not ours."""
    known = _calibrations()
    return known.get(model.partition("-")[0], known["other"])


def is_askable(text: str) -> bool:
    return any(each.isalnum() for each in text[:LONGEST])


def question(text: str) -> str:
    """What Rasa is asked. A leading slash would be an order to it: «/saludo» is a sure greeting,
    whatever the model thinks. It is blanked, so that positions stay."""
    begin = _COMMAND.match(text)
    blank = begin.end() if begin else 0
    return (" " * blank + text[blank:])[:LONGEST]


def read(said: Any, text: str, scale: float) -> Answer:
    """Raises Nonsense for anything but known intents, proper chances and entities in the text."""
    if not isinstance(said, Mapping):
        raise Nonsense("no object")
    return Answer(
        _calibrated(_ranking(said.get("intent_ranking")), scale),
        tuple(_entity(each, text) for each in _list(said.get("entities"))),
    )


def merged(mine: Interpretation, answer: Answer) -> Interpretation:
    """Theirs what is learnt; ours what are rules, and they come first where both see something."""
    rules = [each for each in mine.entities if each.extractor in OURS]
    learnt = [
        each
        for each in answer.entities
        if not any(each.start < rule.end and rule.start < each.end for rule in rules)
    ]
    return replace(
        mine,
        intent=answer.ranking[0][0],
        confidence=answer.ranking[0][1],
        ranking=answer.ranking,
        entities=tuple(sorted((*rules, *learnt), key=lambda each: each.start)),
        engine="rasa",
    )


def _ranking(said: Any) -> list[tuple[str, float]]:
    ranking = [(_named(each, intents()), _chance(each.get("confidence"))) for each in _list(said)]
    if not ranking or sum(chance for _, chance in ranking) <= 0:
        raise Nonsense("no ranking")
    return ranking


def _calibrated(ranking: list[tuple[str, float]], scale: float) -> tuple[tuple[str, float], ...]:
    """Honest shares among the ten that Rasa ranks; what it leaves out is next to nothing."""
    powers = [(name, chance**scale) for name, chance in ranking]
    total = sum(power for _, power in powers)
    best_first = sorted(powers, key=lambda each: -each[1])
    return tuple((name, power / total) for name, power in best_first)


def _entity(said: Any, text: str) -> Entity:
    start, end = said.get("start"), said.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise Nonsense("an entity outside of the text")
    return Entity(
        entity=_named({"name": said.get("entity")}, entities()),
        value=str(said.get("value", text[start:end])),
        start=start,
        end=end,
        confidence=_chance(said.get("confidence_entity", 1.0)),
        extractor=str(said.get("extractor", "rasa")),
    )


def _list(said: Any) -> list[Mapping[str, Any]]:
    if not isinstance(said, list) or not all(isinstance(each, Mapping) for each in said):
        raise Nonsense("no list of objects")
    return said


def _named(said: Mapping[str, Any], known: frozenset[str]) -> str:
    name = said.get("name")
    if not isinstance(name, str) or name not in known:
        raise Nonsense("a name that is not in domain.yml")
    return name


def _chance(said: Any) -> float:
    if isinstance(said, bool) or not isinstance(said, int | float) or not math.isfinite(said):
        raise Nonsense("a confidence that is no number")
    if not 0 <= said <= 1:
        raise Nonsense("a confidence that is no chance")
    return float(said)


def intents() -> frozenset[str]:
    return frozenset(_domain()["intents"])


def entities() -> frozenset[str]:
    return frozenset(_domain()["entities"])


@cache
def _domain() -> dict[str, list[str]]:
    content: dict[str, list[str]] = yml.load((PROJECT / "domain.yml").read_text("utf-8"))
    return content


@cache
def _calibrations() -> dict[str, Calibration]:
    content = yml.load((PROJECT / "calibration.yml").read_text("utf-8"))
    return {
        kind: Calibration(each["scale"], Thresholds(sure=each["sure"], unsure=each["unsure"]))
        for kind, each in content.items()
    }
