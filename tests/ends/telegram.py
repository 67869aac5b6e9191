"""A citizen on Telegram: updates come in, keyboards go out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session
from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.channels.console import Console
from bot.channels.telegram import sending, updates
from bot.desk import Desk
from bot.replies import WORDS, speaking
from bot.transcripts import Clock
from bot.transcripts.player import Connect
from handoff import exchanges
from handoff.exchanges import Inbound, Outbound
from handoff.store import Store
from handoff.store.models import Exchange
from tests.bot.telegram_desk import CHAT, CITIZEN, written
from tests.ends.shown import Choice, Shown, check

SENDS = frozenset({
    "location", "contact", "own_contact", "attachments", "sticker", "album", "message_id",
    "edit_of",
})  # fmt: skip
UNIQUE = {"file_unique_id": "U"}
OWN_NUMBERS_FROM = 1000  # those below are given by transcripts


@dataclass
class Screen:
    """What was shown, by the number of the message, and the keyboard below the field."""

    numbers: Iterator[int] = field(default_factory=lambda: count(OWN_NUMBERS_FROM))
    messages: dict[int, tuple[str, InlineKeyboardMarkup | None]] = field(default_factory=dict)
    below: Sequence[str] = ()


@dataclass
class OnTelegram(Console):
    channel: str = updates.CHANNEL
    screen: Screen = field(default_factory=Screen)

    def press(self, exchange: Exchange, label: str) -> Sequence[Exchange]:
        """An inline button comes back as a callback query, one below the field as words."""
        if label in self.screen.below:
            return self.say(label)
        number, text, markup = self._holding(label)
        rows = [each for row in markup.inline_keyboard for each in row]
        [payload] = [each.callback_data for each in rows if each.text == label]
        shown = {"text": text, "reply_markup": markup.to_dict()}
        inbound = self._read(_click(number, str(payload), self._stamp, **shown))
        meant = dict((exchange.content or {})["buttons"])[label]
        assert (inbound.text, (inbound.content or {})["payload"]) == (label, meant)
        return self._send([inbound])

    def _holding(self, label: str) -> tuple[int, str, InlineKeyboardMarkup]:
        for number, (text, markup) in reversed(self.screen.messages.items()):
            if markup and any(label == each.text for row in markup.inline_keyboard for each in row):
                return number, text, markup
        raise AssertionError(f"no button says {label!r}")

    def _inbound(self, text: str, content: dict[str, Any] | None) -> Inbound:
        content = content or {}
        if "payload" in content:
            return self._read(_click(1, content["payload"], 0))
        inbound = self._read(self._update(text, content))
        assert inbound.text == text
        return inbound

    def _update(self, text: str, content: dict[str, Any]) -> dict[str, Any]:
        said: dict[str, Any] = {"date": self._stamp}
        if "location" in content:
            place = content["location"]
            said["location"] = {"latitude": place["lat"], "longitude": place["lon"]}
        if contact := content.get("contact"):
            whose = {"user_id": CITIZEN["id"]} if contact.get("own", True) else {}
            said["contact"] = {"phone_number": contact["phone"], "first_name": "Luz", **whose}
        if files := content.get("attachments"):
            said |= _file(files[0])
        if album := content.get("album"):
            said["media_group_id"] = album
        if text:
            said["caption" if files else "text"] = text
        number = int(content.get("message_id", next(self.screen.numbers)))
        update = written(number, **said)
        update["update_id"] = next(self.screen.numbers)
        if "edit_of" in content:
            edited = {**update.pop("message"), "edit_date": self._stamp}
            update["edited_message"] = edited
        return update

    def _read(self, raw: dict[str, Any]) -> Inbound:
        received = updates.received(raw, self.now())
        assert received.inbound is not None
        return received.inbound

    @property
    def _stamp(self) -> int:
        return int(self.now().timestamp())

    def _show(self, session: Session, exchange: Exchange) -> str:
        sent = rendered(exchanges.sent(session, exchange.id))
        self._check_below(sent)
        for text, markup in sent:
            inline = markup if isinstance(markup, InlineKeyboardMarkup) else None
            self.screen.messages[next(self.screen.numbers)] = text, inline
            if isinstance(markup, ReplyKeyboardMarkup | ReplyKeyboardRemove):
                self.screen.below = _labels(markup)
        return str(max(self.screen.messages))

    def _check_below(self, sent: Sequence[sending.Part]) -> None:
        """A keyboard below the field goes when something else is said."""
        removed = any(isinstance(each, ReplyKeyboardRemove) for _, each in sent)
        replaced = any(isinstance(each, ReplyKeyboardMarkup) for _, each in sent)
        assert removed or replaced or not self.screen.below, f"left below: {self.screen.below}"


def rendered(outbound: Outbound) -> list[sending.Part]:
    """As it is sent; nothing is lost or too long, and edits find their keyboard in the last."""
    sent = sending.messages(outbound)
    check(outbound, _shown(sent, outbound.language), 4096)
    below = [each for _, each in sent if isinstance(each, InlineKeyboardMarkup)]
    assert not below or sent[-1][1] is below[-1]
    assert len(below) <= 1
    for row in (row for each in below for row in each.inline_keyboard):
        assert all(len(str(each.callback_data).encode()) <= 64 for each in row)
    return sent


def _file(given: dict[str, Any]) -> dict[str, Any]:
    file = {"file_id": given["id"], **UNIQUE}
    match given.get("kind", "photo"):
        case "photo":
            return {"photo": [{**file, "width": 90, "height": 90}]}
        case "voice":
            return {"voice": {**file, "duration": 4, "mime_type": given["type"]}}
        case "sticker":
            flags = {"type": "regular", "is_animated": False, "is_video": False}
            emoji = {"emoji": given["emoji"]} if "emoji" in given else {}
            return {"sticker": {**file, **flags, **emoji, "width": 512, "height": 512}}
        case _:
            return {"document": {**file, "file_name": given["name"], "mime_type": given["type"]}}


def _shown(sent: Sequence[sending.Part], language: str | None) -> Shown:
    with speaking(language):
        noted = WORDS["telegram"]["noted"]
    markups = [markup for _, markup in sent if markup is not None]
    choices = [
        Choice(str(each.callback_data), each.text)
        for markup in markups
        if isinstance(markup, InlineKeyboardMarkup)
        for row in markup.inline_keyboard
        for each in row
    ]
    labels = [label for markup in markups for label in _labels(markup)]
    return Shown([text for text, _ in sent], choices, labels, noted)


def _labels(markup: sending.Markup) -> list[str]:
    if not isinstance(markup, ReplyKeyboardMarkup):
        return []
    return [each.text for row in markup.keyboard for each in row]


def _click(message_id: int, payload: str, date: int, **shown: Any) -> dict[str, Any]:
    """`date` 0: Telegram knows the message no more."""
    message = {"message_id": message_id, "chat": CHAT, "date": date, **shown}
    click = {"id": "C", "from": CITIZEN, "chat_instance": "1", "data": payload}
    return {"update_id": next(_clicks), "callback_query": {**click, "message": message}}


_clicks = count(1_000_000)


@contextmanager
def connect(_store: Store, _clock: Clock, _folder: Path) -> Iterator[Connect]:
    screen = Screen()

    def connected(store: Store, desk: Desk, clock: Clock, _address: str) -> Console:
        return OnTelegram(store, desk, clock.now, str(CHAT["id"]), screen=screen)

    yield connected
