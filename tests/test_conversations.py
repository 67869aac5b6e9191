"""Plays every transcript of tests/conversations through a channel, down to the database.

A transcript is a list of steps, read from top to bottom:
  citizen: what they write; or {payload}, {location}, {contact}, {attachments}
  together: messages that they write before any is answered, each as above
  bot: parts that the bot's next message contains, in any case; `exactly` compares it whole
  buttons: the buttons of the message just read; press: the citizen presses one of them
  silence: nobody says anything; note: the last note for the staff
  owner, case, facts: what the database says
  corrections: what was misunderstood, oldest first: [text, believed, meant or null]
  case_state, survey: how the last case stands; [score, words] of the last survey
  staff: what is done with the case just opened: {state, why, agency, same_as}, {answer: …},
    {close: why} or {reopen: why}
  analyst: claim | return | close | {says: …} | {note: …}
  crowd: {attended, after, waiting}: other citizens, attended after so many minutes or waiting still
  clock: minutes that pass; restart: everything in memory is forgotten
In what is written, {folio} and {key} are those of the case just opened.
"""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select

from bot import idle, notices
from bot.channels.console import NAME, Console
from bot.desk import Desk
from bot.dialogue import from_json, typed
from handoff import cases, conversations, corrections, people, proceedings, queue
from handoff.exchanges import chain
from handoff.proceedings import Step
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import (
    Case,
    CaseState,
    Conversation,
    Direction,
    Exchange,
    Person,
    Role,
    Survey,
)
from nlu.interpretation import Interpreter
from tests.conftest import Clock

# Buttons after the folio name it. Typed, they are understood by what was asked (`aftercare`).
AFTER = ("respuesta:", "resuelto:", "no_resuelto:", "otra_vez:", "caso:", "agrega:", "califica:")
TRANSCRIPTS = sorted((Path(__file__).parent / "conversations").glob("*.yml"))


@dataclass
class Player:
    store: Store
    interpreter: Interpreter
    rules: rules.Desk
    clock: Clock
    said: deque[Exchange] = field(default_factory=deque)
    last: Exchange | None = None
    opened: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.console = self._console("citizen")

    def _console(self, address: str) -> Console:
        desk = Desk(self.store, self.interpreter, self.rules, self.clock.now)
        return Console(self.store, desk, self.clock.now, address)

    def play(self, steps: Sequence[Any]) -> None:
        for number, step in enumerate(steps, start=1):
            [(what, value)] = step.items() if isinstance(step, dict) else [(step, None)]
            try:
                getattr(self, f"step_{what}")(value)
            except AssertionError as error:
                raise AssertionError(f"step {number}, {what}: {error}") from error
        assert not self.said, f"the bot also said: {[each.text for each in self.said]}"

    def step_citizen(self, value: Any) -> None:
        assert not self.said, f"the bot also said: {[each.text for each in self.said]}"
        self.clock.forward(seconds=20)
        if isinstance(value, dict):
            text = value.pop("text", "")
            self._hear(self.console.say(text, content=value))
        else:
            self._hear(self.console.say(self._filled(value)))

    def step_together(self, values: list[Any]) -> None:
        self.clock.forward(seconds=20)
        said = [
            (value.pop("text", ""), value) if isinstance(value, dict) else (str(value), None)
            for value in values
        ]
        self._hear(self.console.say_all(said))

    def _filled(self, text: Any) -> str:
        return str(text).format(**self.opened) if self.opened else str(text)

    def _hear(self, exchanges: Sequence[Exchange]) -> None:
        self.said.extend(exchanges)
        if exchanges:
            self._check_labels(exchanges[-1])
        for exchange in exchanges:
            if found := re.search(r"Folio: (\S+)\nClave de consulta: (\S+)", exchange.text):
                self.opened = {"folio": found[1], "key": found[2]}

    def _check_labels(self, exchange: Exchange) -> None:
        """Typing the label of a button does what pressing it does."""
        state = from_json(self._conversation().dialogue)
        for label, payload in (exchange.content or {}).get("buttons", []):
            content = self.console.desk.as_pressed(state, label, {}, self.clock.now())
            does = content.get("payload") or typed.command_in(label)
            if not payload.startswith(("tel:", *AFTER)):
                assert does == payload, f"{label!r} does {does!r}"

    def step_bot(self, parts: Any) -> None:
        assert self.said, "the bot said nothing"
        self.last = self.said.popleft()
        for part in [parts] if isinstance(parts, str) else parts:
            wanted = self._filled(part).lower()
            assert wanted in self.last.text.lower(), f"{wanted!r} is not in {self.last.text!r}"

    def step_exactly(self, text: str) -> None:
        assert self.said, "the bot said nothing"
        self.last = self.said.popleft()
        assert self.last.text == self._filled(text).strip()

    def step_buttons(self, labels: list[str]) -> None:
        assert self.last is not None
        assert [label for label, _ in (self.last.content or {}).get("buttons", [])] == labels

    def step_press(self, label: str) -> None:
        assert self.last is not None
        pressed = dict((self.last.content or {}).get("buttons", []))
        self.step_citizen({"text": label, "payload": pressed[label]})

    def step_silence(self, _value: None) -> None:
        assert not self.said, f"the bot said: {[each.text for each in self.said]}"

    def step_note(self, text: str) -> None:
        with self.store.reading() as session:
            rows = select(Exchange).filter_by(direction=Direction.note)
            last = session.scalars(rows.order_by(Exchange.id.desc())).first()
        assert (last and last.text) == self._filled(text)

    def step_owner(self, owner: str) -> None:
        assert self._conversation().owner.value == owner

    def step_closing(self, closing: str) -> None:
        assert self._conversation().closing == closing

    def step_case(self, category: str | None) -> None:
        case = self._case()
        assert (case.category if case else None) == category

    def step_case_state(self, state: str) -> None:
        case = self._case()
        assert case is not None, "no case was opened"
        assert case.state.value == state

    def step_survey(self, answer: list[Any] | None) -> None:
        with self.store.reading() as session:
            survey = session.scalars(select(Survey).order_by(Survey.id.desc())).first()
        assert (survey and [survey.score, survey.words]) == answer

    def step_facts(self, facts: dict[str, str]) -> None:
        case = self._case()
        assert case is not None, "no case was opened"
        assert case.facts == {name: str(value) for name, value in facts.items()}

    def step_corrections(self, noted: list[list[str | None]]) -> None:
        with self.store.reading() as session:
            rows = reversed(corrections.listed(session))
            found = [[each.exchange.text, each.believed, each.meant] for each in rows]
        assert found == noted

    def step_clock(self, minutes: float) -> None:
        self.clock.forward(minutes=minutes)
        with self.store.transaction() as session:
            proceedings.conclude_unanswered(session, self.clock.now())
            idle.attend(session, self.rules, self.clock.now())
        self._hear(self.console.read())

    def step_staff(self, what: dict[str, str]) -> None:
        with self.store.transaction() as session:
            case = cases.by_folio(session, self.opened["folio"])
            cases.lock_conversations(session, case)
            case, now = cases.lock(session, case.folio), self.clock.now()
            analyst = _analyst(session, now)
            proceedings.take(session, case, _step(what), analyst, self.rules, now)
            notices.tell(session, case, self.rules, now)
        self._hear(self.console.read())

    def step_restart(self, _value: None) -> None:
        cursor = self.console.cursor
        self.console = self._console("citizen")
        self.console.cursor = cursor

    def step_analyst(self, what: Any) -> None:
        with self.store.transaction() as session:
            person = _analyst(session, self.clock.now())
            conversation = conversations.lock(session, self._conversation().key)
            now = self.clock.now()
            match what:
                case "claim":
                    conversations.claim(session, conversation, person, now)
                case "return":
                    conversations.give_back(session, conversation, person, now)
                case "close":
                    notices.ask_rating(session, conversation, self.rules, now)
                    conversations.close(session, conversation, person, "attended", now)
                case {"says": text}:
                    conversations.answer(session, conversation, person, text, now)
                case {"note": text}:
                    conversations.note(session, conversation, person, text, now)
                case _:
                    pytest.fail(f"an analyst cannot {what!r}")
        self._hear(self.console.read())

    def step_crowd(self, crowd: dict[str, int]) -> None:
        first = self.clock.now()
        for number in range(crowd["attended"] + crowd["waiting"]):
            self._console(f"other{number}").say("persona")
        self.clock.forward(minutes=crowd["after"])
        with self.store.transaction() as session:
            person = _analyst(session, self.clock.now())
            for handoff in list(queue.waiting(session))[: crowd["attended"]]:
                assert handoff.requested_at == first
                taken = conversations.lock(session, handoff.conversation.key)
                conversations.claim(session, taken, person, self.clock.now())

    def _conversation(self) -> Conversation:
        with self.store.reading() as session:
            mine = select(Conversation).filter_by(channel=NAME, address="citizen")
            return session.scalars(mine.order_by(Conversation.id.desc()).limit(1)).one()

    def _case(self) -> Case | None:
        with self.store.reading() as session:
            return session.scalars(select(Case).order_by(Case.id.desc())).first()


def _step(what: dict[str, str]) -> Step:
    match what:
        case {"answer": text}:
            return Step(CaseState.contestado, text)
        case {"close": why}:
            return Step(CaseState.concluido, why)
        case {"reopen": why}:
            return Step(CaseState.reabierto, why)
        case _:
            words, same = what.get("why"), what.get("same_as")
            return Step(CaseState(what["state"]), words, what.get("agency"), same)


def _analyst(session: Any, now: datetime) -> Person:
    try:
        return people.named(session, "analista")
    except LookupError:
        person = Person(username="analista", name="Analista de Chat", role=Role.analyst)
        return people.add(session, person, "una clave larga", now)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(
    path: Path, store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> None:
    transcript = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "at" in transcript:
        clock.moment = datetime.fromisoformat(transcript["at"]).replace(tzinfo=desk_rules.zone)
    Player(store, interpreter, desk_rules, clock).play(transcript["steps"])
    with store.reading() as session:
        assert list(chain.verify(session)) == []
