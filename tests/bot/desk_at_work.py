"""A desk at work, with citizens who write to it, an engine that knows a few sentences, and a rule
that fails."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import NoReturn

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.desk import Desk
from handoff import conversations, exchanges, people
from handoff.exchanges import Inbound, Recorded
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import Conversation, Direction, Exchange, Person, Role
from nlu import entities
from nlu.interpretation import Interpretation, Thresholds, Urgency
from tests.conftest import Clock

THRESHOLDS = Thresholds(sure=0.8, unsure=0.3)
MEANINGS = {"gracias": "gracias", "hola": "saludo", "hay un bache": "bacheo", "sí": "afirmar"}


@dataclass(frozen=True)
class Ear:
    """An engine that knows a few first lines. `meanwhile` happens while it thinks."""

    meanwhile: Callable[[], object] = lambda: None
    name: str = "test"
    thresholds: Thresholds = THRESHOLDS

    def interpret(self, texts: Sequence[str]) -> list[Interpretation]:
        self.meanwhile()
        return [self._meaning(text) for text in texts]

    def _meaning(self, text: str) -> Interpretation:
        if text == "lo que rompe el motor":
            raise FloatingPointError
        intent = MEANINGS.get(text.partition("\n")[0])
        confidence = 0.95 if intent else 0.05
        known = intent or "fuera_de_ambito"
        danger = "auxilio" in text
        urgent = Urgency(danger, 0.9 if danger else 0.0, "pide auxilio" if danger else None)
        place, told = entities.find(text)
        ranking = ((known, confidence),)
        return Interpretation(text, known, confidence, ranking, told, urgent, place, self.name)


class BrokenTerms(dict[str, int]):
    """A rule that fails whenever a case is opened."""

    def get(self, *_: object) -> NoReturn:
        raise ArithmeticError


@dataclass
class Room:
    """A desk at work, with citizens who write to it."""

    store: Store
    clock: Clock
    rules: rules.Desk
    after: timedelta = timedelta()

    def __post_init__(self) -> None:
        self.numbers = count(1)

    def desk(self, meanwhile: Callable[[], object] = lambda: None) -> Desk:
        return Desk(self.store, Ear(meanwhile), self.rules, self.clock.now, self.after)

    def write(self, *texts: str, who: str = "ana", key: str | None = None) -> list[Recorded]:
        group = [
            Inbound("console", who, key or f"{who}:{next(self.numbers)}", text, self.clock.now())
            for text in texts
        ]
        with self.store.transaction() as session:
            return exchanges.record(session, group, self.clock.now())

    def take(self) -> None:
        """An analyst takes the conversation."""
        with self.store.transaction() as session:
            key = session.scalars(select(Conversation.key)).one()
            conversation = conversations.lock(session, key)
            conversations.claim(session, conversation, self._analyst(session), self.clock.now())

    def _analyst(self, session: Session) -> Person:
        person = Person(username="analista", name="Analista de Chat", role=Role.analyst)
        return people.add(session, person, "una clave larga", self.clock.now())

    def said(self, who: str = "ana") -> list[Exchange]:
        with self.store.reading() as session:
            ours = (
                select(Exchange)
                .join(Exchange.conversation)
                .where(Exchange.direction == Direction.outbound, Conversation.address == who)
                .order_by(Exchange.id)
            )
            return list(session.scalars(ours))

    def received(self) -> list[Exchange]:
        with self.store.reading() as session:
            theirs = select(Exchange).where(Exchange.direction == Direction.inbound)
            return list(session.scalars(theirs.order_by(Exchange.id)))

    def conversation(self) -> Conversation:
        with self.store.reading() as session:
            return session.scalars(select(Conversation)).one()
