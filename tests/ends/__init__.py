"""The citizen's end of each channel: what they send and press goes in as the channel gives it, and
what is said to them passes through the channel's own renderer.

To add one: a module with its `connect` and what its citizens can send, and a line in ENDS.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from bot.channels.console import Console
from bot.channels.webchat import reading
from bot.desk import Desk
from bot.transcripts import Clock, Transcript
from bot.transcripts.player import Connect
from handoff import exchanges
from handoff.store import Store
from handoff.store.models import Exchange
from tests.ends import telegram, webchat, whatsapp

SAYING = ("citizen", "together", "hastily")


@dataclass(frozen=True)
class End:
    """`sends` are the kinds of content that a citizen can send there, besides text and presses."""

    connect: Callable[[Store, Clock, Path], AbstractContextManager[Connect]]
    sends: frozenset[str]

    def fits(self, transcript: Transcript) -> bool:
        """Whether a citizen could do there all that this one does."""
        steps = (each for each in transcript.steps if each.what in SAYING)
        said = (each for step in steps for each in _messages(step.value))
        return all(_kinds(each) <= self.sends for each in said)


ENDS = {
    "telegram": End(telegram.connect, telegram.SENDS),
    "webchat": End(webchat.connect, webchat.SENDS),
    "whatsapp": End(whatsapp.connect, whatsapp.SENDS),
}


@dataclass
class OnEveryRenderer(Console):
    """A console on which what is said passes through every channel's renderer."""

    def _show(self, session: Session, exchange: Exchange) -> None:
        outbound = exchanges.sent(session, exchange.id)
        telegram.rendered(outbound)
        whatsapp.rendered(outbound)
        webchat.check_shown(outbound, msgspec.to_builtins(reading.shown(exchange, self.address)))


def on_every_renderer(store: Store, desk: Desk, clock: Clock, address: str) -> Console:
    return OnEveryRenderer(store, desk, clock.now, address)


def _messages(said: Any) -> list[Any]:
    return said if isinstance(said, list) else [said]


def _kinds(said: Any) -> set[str]:
    """`own_contact`: the citizen's own telephone, where the transcript says which; `sticker`: no
    file that one chooses."""
    kinds = set(said) - {"text", "payload"} if isinstance(said, dict) else set()
    if "attachments" in kinds and said["attachments"][0].get("kind") == "sticker":
        kinds = kinds - {"attachments"} | {"sticker"}
    is_own = "contact" in kinds and said["contact"].get("own", True)
    return kinds - {"contact"} | {"own_contact"} if is_own else kinds
