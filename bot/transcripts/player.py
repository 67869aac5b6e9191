"""Plays a transcript through a channel, down to the database."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from bot import idle
from bot.channels.console import Console
from bot.desk import Account, Desk
from bot.dialogue import from_json
from bot.dialogue.reading import typed
from bot.transcripts import others, records, staff
from bot.transcripts.clock import Clock
from bot.transcripts.reading import DoesNotHold, Step, message, must
from handoff import conversations, proceedings
from handoff.rules import desk as rules
from handoff.settings import ANSWER_AFTER
from handoff.store import Store
from handoff.store.models import Case, Conversation, Exchange
from nlu.interpretation import Interpreter

Connect = Callable[[Store, Desk, Clock, str], Console]
CITIZEN = "citizen"
AFTER_WORDS = timedelta(seconds=ANSWER_AFTER)
BREATH = 0.4  # seconds between messages of somebody in haste
# Buttons after the folio name it. Typed, they are understood by what was asked (`aftercare`).
AFTER = ("respuesta:", "resuelto:", "no_resuelto:", "otra_vez:", "caso:", "agrega:", "califica:")


def on_console(store: Store, desk: Desk, clock: Clock, address: str) -> Console:
    return Console(store, desk, clock.now, address)


@dataclass(frozen=True, slots=True)
class Played:
    """A step that was done, or holds. `read` is the message that it is about, if any; `accounts`
    tell what was decided in it."""

    step: Step
    read: Exchange | None
    accounts: tuple[Account, ...]


@dataclass
class Player:
    """`connect` gives the citizen's end of a channel."""

    store: Store
    interpreter: Interpreter
    rules: rules.Desk
    clock: Clock
    connect: Connect = on_console
    said: deque[Exchange] = field(default_factory=deque)
    last: Exchange | None = None
    opened: dict[str, str] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.console = self._console()
        self.step_here(True)

    def _console(self) -> Console:
        desk = Desk(self.store, self.interpreter, self.rules, self.clock.now, AFTER_WORDS)
        desk.watch = self.accounts.append
        console = self.connect(self.store, desk, self.clock, CITIZEN)
        console.reach = self.clock.reach
        return console

    def play(self, steps: Sequence[Step]) -> Iterator[Played]:
        """Each step once it is done. Raises DoesNotHold."""
        for step in steps:
            before = self.last
            try:
                self._do(step)
            except (ArithmeticError, LookupError, TypeError, ValueError, DoesNotHold) as error:
                raise DoesNotHold(f"paso {step.number}, {step.what}: {error}") from error
            accounts, self.accounts[:] = tuple(self.accounts), []
            yield Played(step, self.last if self.last is not before else None, accounts)
        self._must_have_said_all()

    def _do(self, step: Step) -> None:
        do = getattr(self, f"step_{step.what}", None)
        if do is None:
            raise DoesNotHold("no hay un paso así")
        do(step.value)

    def step_citizen(self, value: Any) -> None:
        self._must_have_said_all()
        self.clock.forward(seconds=20)
        text, content = message(value)
        self._hear(self.console.say(self._filled(text), content))

    def step_together(self, values: list[Any]) -> None:
        self._must_have_said_all()
        self.clock.forward(seconds=20)
        self._hear(self.console.say_all([message(value) for value in values]))

    def step_hastily(self, values: list[Any]) -> None:
        self._must_have_said_all()
        self.clock.forward(seconds=20)
        said = [message(value) for value in values]
        self._hear(self.console.say_hastily(said, partial(self.clock.forward, seconds=BREATH)))

    def _must_have_said_all(self) -> None:
        must(not self.said, f"el bot dijo además: {_texts(self.said)}")

    def _filled(self, text: Any) -> str:
        return str(text).format(**self.opened) if self.opened else str(text)

    def _hear(self, exchanges: Sequence[Exchange]) -> None:
        self.said.extend(exchanges)
        if exchanges:
            self._check_labels(exchanges[-1])
        for exchange in exchanges:
            self.opened = records.opened(exchange.text) or self.opened

    def _check_labels(self, exchange: Exchange) -> None:
        """Typing the label of a button does what pressing it does."""
        state = from_json(self._conversation().dialogue)
        for label, payload in (exchange.content or {}).get("buttons", []):
            content = self.console.desk.as_pressed(state, label, {}, self.clock.now())
            does = content.get("payload") or typed.command_in(label)
            is_free = payload.startswith(("tel:", *AFTER))
            must(is_free or does == payload, f"«{label}» escrito hace {does!r}")

    def _next(self) -> Exchange:
        must(bool(self.said), "el bot no dijo nada")
        self.last = self.said.popleft()
        return self.last

    def step_bot(self, parts: Any) -> None:
        text = self._next().text
        for part in [parts] if isinstance(parts, str) else parts:
            wanted = self._filled(part).lower()
            must(wanted in text.lower(), f"no está «{wanted}» en «{text}»")

    def step_exactly(self, text: str) -> None:
        self._must_be(self._next().text, self._filled(text).strip())

    def step_buttons(self, labels: list[str]) -> None:
        self._must_be([label for label, _ in self._buttons()], labels)

    def step_press(self, label: str) -> None:
        self._must_have_said_all()
        must(label in dict(self._buttons()), f"no hay un botón «{label}»")
        self.clock.forward(seconds=20)
        self._hear(self.console.press(self._read_last(), label))

    def _buttons(self) -> list[list[str]]:
        buttons: list[list[str]] = (self._read_last().content or {}).get("buttons", [])
        return buttons

    def _read_last(self) -> Exchange:
        if self.last is None:
            raise DoesNotHold("no se ha leído ningún mensaje del bot")
        return self.last

    def step_silence(self, _value: None) -> None:
        must(not self.said, f"el bot dijo: {_texts(self.said)}")

    def step_note(self, text: str) -> None:
        self._must_be(records.note(self.store), self._filled(text))

    def step_owner(self, owner: str) -> None:
        self._must_be(self._conversation().owner.value, owner)

    def step_closing(self, closing: str) -> None:
        self._must_be(self._conversation().closing, closing)

    def step_case(self, category: str | None) -> None:
        case = records.case(self.store)
        self._must_be(case.category if case else None, category)

    def step_case_state(self, state: str) -> None:
        self._must_be(self._opened_case().state.value, state)

    def step_survey(self, answer: list[Any] | None) -> None:
        self._must_be(records.survey(self.store), answer)

    def step_facts(self, facts: dict[str, Any]) -> None:
        wanted = {name: str(value) for name, value in facts.items()}
        self._must_be(self._opened_case().facts, wanted)

    def step_request(self, words: str) -> None:
        request = self._opened_case().request
        must(words in request, f"la petición dice «{request}»")

    def step_corrections(self, noted: list[list[str | None]]) -> None:
        self._must_be(records.corrected(self.store), noted)

    def step_clock(self, minutes: float) -> None:
        self.clock.forward(minutes=minutes)
        with self.store.transaction() as session:
            proceedings.conclude_unanswered(session, self.clock.now())
            idle.attend(session, self.rules, self.clock.now())
        self._hear(self.console.read())

    def step_staff(self, what: dict[str, str]) -> None:
        must(bool(self.opened), "no se ha abierto un caso")
        with self.store.transaction() as session:
            folio = self.opened["folio"]
            staff.proceed(session, folio, what, self.rules, self.clock.now())
        self._hear(self.console.read())

    def step_analyst(self, what: Any) -> None:
        with self.store.transaction() as session:
            conversation = conversations.lock(session, self._conversation().key)
            staff.attend(session, conversation, what, self.rules, self.clock.now())
        self._hear(self.console.read())

    def step_here(self, is_anybody: Any) -> None:
        with self.store.transaction() as session:
            (staff.arrive if is_anybody else staff.leave)(session, self.clock.now())

    def step_event(self, what: dict[str, str]) -> None:
        with self.store.transaction() as session:
            staff.mark(session, what, self.clock.now())

    def step_restart(self, _value: None) -> None:
        cursor = self.console.cursor
        self.console = self._console()
        self.console.cursor = cursor

    def step_crowd(self, crowd: dict[str, int]) -> None:
        others.crowd(self.store, self.console.desk, self.clock, crowd)
        self.accounts.clear()

    def step_other(self, texts: list[str]) -> None:
        self.opened = others.write(self.store, self.console.desk, self.clock, texts)
        self.accounts.clear()

    def _must_be(self, found: object, wanted: object) -> None:
        must(found == wanted, f"es {found!r}, no {wanted!r}")

    def _conversation(self) -> Conversation:
        return records.conversation(self.store, self.console.channel, self.console.address)

    def _opened_case(self) -> Case:
        case = records.case(self.store)
        if case is None:
            raise DoesNotHold("no se ha abierto un caso")
        return case


def _texts(said: Iterable[Exchange]) -> list[str]:
    return [each.text for each in said]
