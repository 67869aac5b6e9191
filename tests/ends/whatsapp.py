"""A citizen on WhatsApp: Meta's messages come in, buttons and lists go out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from bot.channels.console import Console
from bot.channels.whatsapp import messages, sending
from bot.desk import Desk
from bot.transcripts import Clock
from bot.transcripts.player import Connect
from handoff import exchanges
from handoff.exchanges import Inbound, Outbound
from handoff.store import Store
from handoff.store.models import Exchange
from tests.ends.shown import Choice, Shown, check

SENDS = frozenset({
    "location", "contact", "attachments", "sticker", "message_id", "edit_of", "unsupported",
    "reaction", "deletes", "system",
})  # fmt: skip
NUMBER = "526441234567"
# Characters; see the pages named in bot/channels/whatsapp/sending.py.
TEXT, ABOVE_BUTTONS, FOOTER, LIST_BUTTON = 4096, 1024, 60, 20
BUTTONS, BUTTON, BUTTON_ID = 3, 20, 256
ROWS, ROW, DESCRIPTION, ROW_ID = 10, 24, 72, 200
PLACE_BUTTON = "location_request_message"
KINDS = {"photo": "image", "voice": "audio"}  # as Meta calls them


@dataclass
class Screen:
    """The last choices that were shown, by what stands there about them."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1000))
    choices: list[tuple[str, dict[str, str], str]] = field(default_factory=list)


@dataclass
class OnWhatsApp(Console):
    channel: str = messages.CHANNEL
    screen: Screen = field(default_factory=Screen)

    def press(self, exchange: Exchange, label: str) -> Sequence[Exchange]:
        """A button or a row comes back with its id and its title; with no room, it is typed."""
        meant = dict((exchange.content or {})["buttons"])[label]
        for kind, choice, says in reversed(self.screen.choices):
            if label in says and choice["id"] == meant:
                inbound = self._chosen(kind, choice)
                assert (inbound.content or {})["payload"] == meant
                return self._send([inbound])
        return self.say(label)

    def _chosen(self, kind: str, choice: dict[str, str]) -> Inbound:
        return self._read({"type": "interactive", "interactive": {"type": kind, kind: choice}})

    def _inbound(self, text: str, content: dict[str, Any] | None) -> Inbound:
        content = content or {}
        if "payload" in content:
            return self._chosen("button_reply", {"id": content["payload"], "title": "Sí"})
        said = _said(text, content)
        given = {"id": content["message_id"]} if "message_id" in content else {}
        if "edit_of" in content:  # an edit is a message of its own
            edit = {"original_message_id": content["edit_of"], "message": said}
            said, given = {"type": "edit", "edit": edit}, {}
        inbound = self._read({**said, **given})
        assert (inbound.text or "") == text
        return inbound

    def _read(self, said: dict[str, Any]) -> Inbound:
        stamp = str(int(self.now().timestamp()))
        bare = {"id": f"wamid.{next(self.screen.numbers)}", "from": NUMBER, "timestamp": stamp}
        inbound = messages.inbound_from({**bare, **said}, "Luz", self.now())
        assert inbound is not None
        return inbound

    def _show(self, session: Session, exchange: Exchange) -> str:
        sent = rendered(exchanges.sent(session, exchange.id))
        self.screen.choices += [choice for each in sent for choice in _choices(each)]
        return f"wamid.{next(self.screen.numbers)}"


def rendered(outbound: Outbound) -> list[dict[str, Any]]:
    """As it is sent; nothing is lost, nor longer or more than WhatsApp takes."""
    sent = sending.messages(outbound)
    for each in sent:
        _check_limits(each)
    texts = [_body(each) for each in sent]
    shown = [Choice(choice["id"], says) for each in sent for _, choice, says in _choices(each)]
    typed = [label for label, _ in outbound.buttons if f"• {label}" in texts[-1]]
    check(outbound, Shown(texts, shown, typed), TEXT)
    return sent


def _said(text: str, content: dict[str, Any]) -> dict[str, Any]:
    match content:
        case {"location": place}:
            return {
                "type": "location",
                "location": {"latitude": place["lat"], "longitude": place["lon"]},
            }
        case {"contact": contact}:
            card = {"name": {"formatted_name": "Luz"}, "phones": [{"phone": contact["phone"]}]}
            return {"type": "contacts", "contacts": [card]}
        case {"attachments": [{"kind": "sticker", "id": file_id}]}:
            media = {"id": file_id, "mime_type": "image/webp", "animated": False}
            return {"type": "sticker", "sticker": media}
        case {"attachments": [file]}:
            kind = KINDS.get(file.get("kind", "photo"), "document")
            media = {"id": file["id"], "caption": text, "mime_type": file.get("type")}
            return {"type": kind, kind: {**media, "voice": kind == "audio"}}
        case {"unsupported": kind}:
            return {"type": kind}
        case {"reaction": message_id}:
            return {"type": "reaction", "reaction": {"message_id": message_id, "emoji": text}}
        case {"deletes": message_id}:
            return {"type": "revoke", "revoke": {"original_message_id": message_id}}
        case {"system": kind}:
            return {"type": "system", "system": {"type": kind}}
        case _:
            return {"type": "text", "text": {"body": text}}


def _body(message: dict[str, Any]) -> str:
    if message["type"] == "text":
        return str(message["text"]["body"])
    return str(message["interactive"]["body"]["text"])


def _choices(message: dict[str, Any]) -> list[tuple[str, dict[str, str], str]]:
    """The kind of reply, the choice, and all that stands there about it."""
    interactive = message.get("interactive")
    if interactive is None or interactive["type"] == PLACE_BUTTON:
        return []
    around = f"{interactive.get('footer', {}).get('text', '')}\n{_body(message)}"
    if interactive["type"] == "button":
        buttons = [each["reply"] for each in interactive["action"]["buttons"]]
        return [("button_reply", each, f"{each['title']}\n{around}") for each in buttons]
    rows = [row for section in interactive["action"]["sections"] for row in section["rows"]]
    return [
        ("list_reply", row, f"{row['title']}\n{row.get('description', '')}\n{around}")
        for row in rows
    ]


def _check_limits(message: dict[str, Any]) -> None:
    if message["type"] == "text":
        return
    interactive = message["interactive"]
    if interactive["type"] == PLACE_BUTTON:
        assert set(interactive) == {"type", "body", "action"}
        assert interactive["action"] == {"name": "send_location"}
        assert len(_body(message)) <= ABOVE_BUTTONS
        return
    choices = [choice for _, choice, _ in _choices(message)]
    titles = [each["title"] for each in choices]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert len(interactive.get("footer", {}).get("text", "")) <= FOOTER
    if interactive["type"] == "button":
        assert len(_body(message)) <= ABOVE_BUTTONS
        assert 1 <= len(choices) <= BUTTONS
        _check_lengths(choices, {"title": BUTTON, "id": BUTTON_ID})
    else:
        assert len(interactive["action"]["button"]) <= LIST_BUTTON
        assert 1 <= len(choices) <= ROWS
        _check_lengths(choices, {"title": ROW, "id": ROW_ID, "description": DESCRIPTION})


def _check_lengths(choices: list[dict[str, str]], most: dict[str, int]) -> None:
    for each in choices:
        assert all(len(each.get(name, "")) <= longest for name, longest in most.items()), each


@contextmanager
def connect(_store: Store, _clock: Clock, _folder: Path) -> Iterator[Connect]:
    screen = Screen()

    def connected(store: Store, desk: Desk, clock: Clock, _address: str) -> Console:
        return OnWhatsApp(store, desk, clock.now, NUMBER, screen=screen)

    yield connected
