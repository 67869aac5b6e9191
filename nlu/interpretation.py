"""What we believe a text means, and the protocol that every engine answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Entity:
    """A fact found in the text, at text[start:end], with its normalised value."""

    entity: str
    value: str
    start: int
    end: int
    confidence: float
    extractor: str

    def as_json(self) -> dict[str, Any]:
        return {
            "entity": self.entity,
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "confidence_entity": round(self.confidence, 4),
            "extractor": self.extractor,
        }


GUESSED = "se parece a un peligro"  # how the reason begins that no rule has given


@dataclass(frozen=True, slots=True)
class Urgency:
    """Whether somebody may be in danger now. `reason` names what was recognised, or is None."""

    value: bool
    score: float
    reason: str | None

    def as_json(self) -> dict[str, Any]:
        return {
            "value": self.value,
            "score": round(self.score, 4),
            "reason": self.reason,
        }

    @property
    def is_guessed(self) -> bool:
        """By likeness alone: no rule has given the reason."""
        return (self.reason or "").startswith(GUESSED)


@dataclass(frozen=True, slots=True)
class Move:
    """What a message does in a conversation (see `moves`), or "" where nothing is known of it."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer to a question of the form tells (see `form`), in order of appearance; and how
    sure it is, from 0 to 1, that it tells nothing."""

    facts: tuple[Entity, ...]
    nothing: float


UNREAD = Told((), 0.0)
NOTHING_KNOWN: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happens. `municipality` is the official name; when it could be several, it is
    None and `candidates` lists them."""

    municipality: str | None = None
    colonia: str | None = None
    postal_code: str | None = None
    street: str | None = None
    candidates: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "municipality": self.municipality,
            "colonia": self.colonia,
            "postal_code": self.postal_code,
            "street": self.street,
            "candidates": list(self.candidates),
        }


@dataclass(frozen=True, slots=True)
class Thresholds:
    """At or above `sure`: act. Between: ask which of two. Below `unsure`: not understood."""

    sure: float
    unsure: float


@dataclass(frozen=True, slots=True)
class Interpretation:
    """`ranking` holds the likeliest intents, best first, the chosen one included. `move` is for the
    dialogue alone, and in no answer as JSON."""

    text: str
    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...]
    entities: tuple[Entity, ...]
    urgent: Urgency
    place: Place
    engine: str
    move: Move = Move("", 0.0)

    def as_json(self) -> dict[str, Any]:
        """The shape of Rasa's /model/parse, plus `urgent`, `place` and `engine`."""
        return {
            "text": self.text,
            "intent": _scored(self.intent, self.confidence),
            "intent_ranking": [_scored(name, confidence) for name, confidence in self.ranking],
            "entities": [entity.as_json() for entity in self.entities],
            "urgent": self.urgent.as_json(),
            "place": self.place.as_json(),
            "engine": self.engine,
        }


class Interpreter(Protocol):
    """An engine. Read-only attributes, so that frozen engines fit."""

    @property
    def name(self) -> str: ...

    @property
    def thresholds(self) -> Thresholds: ...

    def interpret(self, texts: Sequence[str]) -> list[Interpretation]:
        """One interpretation for each text, in order. Never raises on bad input."""
        ...


@runtime_checkable
class Reader(Protocol):
    """An engine that reads answers to the questions of the form."""

    def told(self, text: str, asked: str, known: Mapping[str, str] = NOTHING_KNOWN) -> Told:
        """`known` is what the form holds, by fact."""
        ...


@runtime_checkable
class Assisted(Interpreter, Protocol):
    """An engine for which another one answers when it cannot."""

    @property
    def state(self) -> str:
        """`ok`, or why and since when the other engine answers."""
        ...

    @property
    def at_hand(self) -> Interpreter:
        """The other engine, for what cannot wait."""
        ...

    @property
    def fallbacks(self) -> Mapping[str, int]:
        """How many texts the other engine answered, by reason."""
        ...


def _scored(name: str, confidence: float) -> dict[str, Any]:
    return {"name": name, "confidence": round(confidence, 4)}
