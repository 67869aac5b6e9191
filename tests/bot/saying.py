"""One turn of the dialogue, said in a line: what the model thinks of a text is given."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.dialogue import Decision, Heard, Situation, Stage, State, decide, hear
from handoff.store.models import Owner
from nlu import entities
from nlu.interpretation import Interpretation, Move, Thresholds, Urgency

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
CALM = Urgency(value=False, score=0.01, reason=None)


def said(
    text: str = "",
    intent: str = "fuera_de_ambito",
    confidence: float = 0.05,
    urgent: Urgency = CALM,
    move: str = "",
    **content: Any,
) -> Heard:
    """One message: what the model thinks is given, beyond doubt of its `move`; what has a shape of
    its own is found."""
    place, told = entities.find(text)
    meaning = Interpretation(
        text, intent, confidence, ((intent, confidence),), told, urgent, place, "test"
    )
    meaning = replace(meaning, move=Move(move, 1.0 if move else 0.0))
    return hear(text, content, meaning, Thresholds(sure=0.8, unsure=0.3))


def situation(owner: Owner = Owner.bot, *, has_notice: bool = True) -> Situation:
    return Situation(owner, has_notice, NOW)


def turn(state: State, heard: Heard) -> Decision:
    return decide(state, heard, situation())


def kinds(decision: Decision) -> list[type]:
    return [type(act) for act in decision.acts]


def asking(category: str, fact: str, **known: str) -> State:
    return State(Stage.collecting, category=category, asking=fact, facts=known, request="hola")


def confirming(**known: str) -> State:
    return State(Stage.confirming, category="bacheo", facts=known, request="hay un bache")
