"""Talk to the bot in a terminal, with no account and no network."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.desk import Desk
from handoff import exchanges
from handoff.exchanges import Inbound, Outcome
from handoff.store import Store, keys
from handoff.store.models import Delivery, Direction, Exchange

NAME = "console"
MOST_TRIES = 200  # a message that fails goes to a person long before

Said = tuple[str, dict[str, Any] | None]  # text, content


@dataclass(slots=True)
class Console:
    """One conversation; what it says is logged like on any channel."""

    store: Store
    desk: Desk
    now: Callable[[], datetime]
    address: str = field(default_factory=keys.opaque)
    cursor: int = 0
    channel: str = NAME
    # Have the clock reach a moment, so that what was put off comes due.
    reach: Callable[[datetime], object] = lambda _moment: None

    def say(self, text: str, content: dict[str, Any] | None = None) -> Sequence[Exchange]:
        """One message of the citizen (`content` as in Inbound); what the bot answers."""
        return self.say_all([(text, content)])

    def say_all(self, said: Sequence[Said]) -> Sequence[Exchange]:
        """Several messages, written before any of them is answered."""
        return self._answered(self._write(said))

    def say_hastily(self, said: Sequence[Said], breath: Callable[[], object]) -> Sequence[Exchange]:
        """Several messages, with a breath after each, to a desk that has nothing else to do."""
        written: list[int] = []
        for each in said:
            written += self._write([each])
            self.desk.handle_waiting()
            breath()
        return self._answered(written)

    def press(self, exchange: Exchange, label: str) -> Sequence[Exchange]:
        """A button of a message of the bot."""
        payload = dict((exchange.content or {})["buttons"])[label]
        return self.say(label, {"payload": payload})

    def _inbound(self, text: str, content: dict[str, Any] | None) -> Inbound:
        key = f"{self.channel}:{self.address}:{keys.opaque()}"
        return Inbound(self.channel, self.address, key, text, self.now(), content=content)

    def _write(self, said: Sequence[Said]) -> list[int]:
        """Into the log; the ids of the rows."""
        return self._record([self._inbound(text, content) for text, content in said])

    def _send(self, group: Sequence[Inbound]) -> Sequence[Exchange]:
        return self._answered(self._record(group))

    def _record(self, group: Sequence[Inbound]) -> list[int]:
        with self.store.transaction() as session:
            recorded = exchanges.record(session, group, self.now())
        return [each.exchange_id for each in recorded]

    def _answered(self, exchange_ids: Sequence[int]) -> Sequence[Exchange]:
        for _ in range(MOST_TRIES):
            if all(map(self._is_handled, exchange_ids)):
                break
            self._work()
        return self.read()

    def _work(self) -> None:
        if self.desk.handle_waiting():
            return
        if due := self.desk.next_due(self.now()):
            self.reach(due)

    def _is_handled(self, exchange_id: int) -> bool:
        with self.store.reading() as session:
            return session.get_one(Exchange, exchange_id).handled_at is not None

    def read(self) -> list[Exchange]:
        """What was said to the citizen since the last time, which is thereby delivered."""
        with self.store.transaction() as session:
            written = exchanges.after(session, self.cursor, self.channel, self.address)
            said = (each for each in written if each.direction is Direction.outbound)
            # What the bot had still to say when a person took over is not said.
            ours = [each for each in said if each.delivery is not Delivery.dropped]
            for each in ours:
                shown_as, now = self._show(session, each), self.now()
                reached = Outcome(each.id, Delivery.delivered, now, shown_as)
                exchanges.settle(session, [reached])
        if written:
            self.cursor = written[-1].id
        return ours

    def _show(self, _session: Session, _exchange: Exchange) -> str | None:
        """The channel's id of the message, where there is one."""
        return None


def talk(console: Console, lines: Iterator[str], *, as_json: bool) -> None:
    """Read messages until the input ends. A number chooses a button of the last answer."""
    buttons: list[list[str]] = []
    for line in lines:
        text, payload = _message(line.strip(), buttons)
        if not text and not payload:
            continue
        for exchange in console.say(text, {"payload": payload} if payload else None):
            buttons = (exchange.content or {}).get("buttons", [])
            print(_json(exchange) if as_json else _plain(exchange, buttons), flush=True)


def prompted() -> Iterator[str]:
    """Lines of the keyboard, with a prompt when somebody is there to see it."""
    prompt = "> " if sys.stdin.isatty() else ""
    while True:
        try:
            yield input(prompt)
        except (EOFError, KeyboardInterrupt):
            return


def _message(line: str, buttons: list[list[str]]) -> tuple[str, str | None]:
    """Plain text, `{"text", "payload"}` as JSON, or the number of a button."""
    if line.startswith("{"):
        try:
            given = json.loads(line)
        except ValueError:
            return line, None
        return str(given.get("text", "")), given.get("payload")
    if line.isdigit() and 0 < int(line) <= len(buttons):
        label, payload = buttons[int(line) - 1]
        return label, payload
    return line, None


def _json(exchange: Exchange) -> str:
    buttons = (exchange.content or {}).get("buttons", [])
    return json.dumps(
        {
            "from": exchange.author.value,
            "text": exchange.text,
            "buttons": [{"text": label, "payload": payload} for label, payload in buttons],
        },
        ensure_ascii=False,
    )


def _plain(exchange: Exchange, buttons: list[list[str]]) -> str:
    shown = "  ".join(f"[{n}] {label}" for n, (label, _) in enumerate(buttons, start=1))
    return f"\n{exchange.text}\n{shown}".rstrip() + "\n"
