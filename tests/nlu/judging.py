"""Answers written by hand, and an engine that gives them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nlu.evaluation.examination import Answer
from nlu.interpretation import Entity, Interpretation, Place, Thresholds, Urgency
from nlu.training_data import Example

HALF_SURE = Thresholds(sure=0.8, unsure=0.4)
CALM = Urgency(value=False, score=0.01, reason=None)
DANGER = Urgency(value=True, score=0.97, reason="arma")


def meaning(
    *ranking: tuple[str, float],
    text: str = "",
    entities: tuple[Entity, ...] = (),
    place: Place | None = None,
    urgent: Urgency = CALM,
    engine: str = "fake",
) -> Interpretation:
    name, confidence = ranking[0] if ranking else ("saludo", 0.5)
    return Interpretation(
        text, name, confidence, ranking, entities, urgent, place or Place(), engine
    )


def answer(truth: str, *ranking: tuple[str, float]) -> Answer:
    return Answer(Example(truth, ""), meaning(*ranking))


def found(kind: str, value: str, start: int) -> Entity:
    return Entity(kind, value, start, start + len(value), 1.0, "fake")


@dataclass(frozen=True)
class Engine:
    """Answers what it was given for a text, and a greeting otherwise."""

    answers: dict[str, Interpretation] = field(default_factory=dict)
    name: str = "fake"
    thresholds: Thresholds = HALF_SURE

    def interpret(self, texts: Sequence[str]) -> list[Interpretation]:
        return [self.answers.get(text, meaning(("saludo", 0.5), text=text)) for text in texts]
