"""How a played conversation looks, in a terminal or as JSON."""

import json
from typing import Any, Protocol, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.commands import explaining
from bot.desk import Account
from bot.transcripts import Played, Transcript
from handoff.store.models import Exchange

WIDEST = 100
DONE = ("citizen", "together", "hastily", "press", "staff", "analyst", "clock", "restart")
WHO = {
    "citizen": "Persona",
    "together": "Persona, varios mensajes",
    "hastily": "Persona, seguido",
    "press": "Persona, botón",
    "staff": "Dependencia",
    "analyst": "Analista",
    "clock": "Pasan minutos",
    "restart": "Se reinicia",
}


class Screen(Protocol):
    def title(self, transcript: Transcript) -> None: ...

    def played(self, step: Played) -> None: ...

    def account(self, account: Account) -> None:
        """Shown only where explanations are wanted."""
        ...

    def ended(self, why: str | None) -> None:
        """`why` it does not hold, if so."""
        ...


def screen(out: TextIO, *, as_json: bool, explain: bool) -> Screen:
    return _Json(out, explain) if as_json else _Terminal(out, explain)


class _Terminal:
    def __init__(self, out: TextIO, explain: bool) -> None:
        self._console = Console(file=out, highlight=False, soft_wrap=False)
        self._console.width = min(self._console.width, WIDEST)
        self._explain = explain

    def title(self, transcript: Transcript) -> None:
        self._console.print(Text(transcript.title, style="bold"))

    def played(self, step: Played) -> None:
        what, value = step.step.what, step.step.value
        if what in DONE:
            said = Text(f"\n{WHO[what]}: ", style="cyan")
            self._console.print(said.append(_shown(value), style="bold"))
        if step.read is not None:
            self._bot(step.read)
        for account in step.accounts:
            self.account(account)
        if what not in DONE:
            self._console.print(Text(f"  ✓ {what}: {_shown(value)}", style="green"))

    def _bot(self, exchange: Exchange) -> None:
        grid = Table.grid(padding=(0, 1))
        buttons = (exchange.content or {}).get("buttons", [])
        shown = "  ".join(f"[{label}]" for label, _ in buttons)
        body = Text(exchange.text)
        grid.add_row(Text(f"{_AUTHORS.get(exchange.author.value, 'Bot')}:", style="magenta"), body)
        if shown:
            grid.add_row("", Text(shown, style="blue"))
        self._console.print(grid)

    def account(self, account: Account) -> None:
        if not self._explain:
            return
        grid = Table.grid(padding=(0, 1))
        grid.add_column(min_width=10, justify="right")
        for name, value in explaining.lines(account):
            grid.add_row(Text(name, style="dim"), Text(value, style="dim"))
        self._console.print(grid)

    def ended(self, why: str | None) -> None:
        if why is None:
            self._console.print(Text("\nSe cumple.", style="bold green"))
        else:
            self._console.print(Text(f"\n✗ No se cumple. {why}", style="bold red"))


_AUTHORS = {"analyst": "Analista", "system": "Sistema"}


class _Json:
    """One object a line."""

    def __init__(self, out: TextIO, explain: bool) -> None:
        self._out = out
        self._explain = explain

    def title(self, transcript: Transcript) -> None:
        self._write({"title": transcript.title})

    def played(self, step: Played) -> None:
        for account in step.accounts:
            self.account(account)
        written = {"step": step.step.number, "what": step.step.what, "value": step.step.value}
        self._write({**written, "read": _message(step.read)} if step.read else written)

    def account(self, account: Account) -> None:
        if self._explain:
            self._write({"explained": explaining.as_json(account)})

    def ended(self, why: str | None) -> None:
        self._write({"holds": why is None} | ({"why": why} if why else {}))

    def _write(self, plain: dict[str, Any]) -> None:
        print(json.dumps(plain, ensure_ascii=False, default=str), file=self._out, flush=True)


def _message(exchange: Exchange) -> dict[str, Any]:
    buttons = (exchange.content or {}).get("buttons", [])
    return {
        "from": exchange.author.value,
        "text": exchange.text,
        "buttons": [{"text": label, "payload": payload} for label, payload in buttons],
    }


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return " · ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {each}" for name, each in value.items())
    return "" if value is None else str(value)
