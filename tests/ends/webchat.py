"""A citizen on the web chat: its HTTP calls, as its page makes them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from bot.channels.console import Console, Said
from bot.channels.webchat.chat import CHANNEL
from bot.desk import Desk
from bot.intake import Intake
from bot.transcripts import Clock
from bot.transcripts.player import Connect
from handoff import exchanges
from handoff.exchanges import Outbound
from handoff.store import Store, keys
from handoff.store.models import Exchange
from tests.bot.webchat_desk import application
from tests.ends.shown import Choice, Shown, check
from tests.pictures import PNG

SENDS = frozenset({"location", "attachments"})
FILES = {
    "photo": ("foto.png", PNG, "image/png"),
    "document": ("curp.pdf", b"%PDF-1.4\n%%EOF\n", "application/pdf"),
    "voice": ("voz.ogg", b"OggS\0\2" + b"\0" * 22 + b"\1\x13OpusHead" + b"\0" * 11, "audio/ogg"),
}
LONGEST_TEXT = 100_000  # a page has no limit of its own
LONGEST_PAYLOAD = 200  # what the call takes back


@dataclass
class OnWebChat(Console):
    client: TestClient = field(kw_only=True)
    channel: str = CHANNEL

    def _write(self, said: Sequence[Said]) -> list[int]:
        return [self._post(text, content) for text, content in said]

    def _post(self, text: str, content: dict[str, Any] | None) -> int:
        body = {"id": keys.opaque(), "text": text, **(content or {})}
        if files := body.get("attachments"):
            body["attachments"] = [self._upload(each.get("kind", "photo")) for each in files]
        posted = self.client.post("/chat/messages", json=body)
        assert posted.status_code == 202, posted.text
        return int(posted.json()["cursor"])

    def _upload(self, kind: str) -> str:
        posted = self.client.post("/chat/attachments", files={"file": FILES[kind]})
        assert posted.status_code == 201, posted.text
        return str(posted.json()["id"])

    def read(self) -> list[Exchange]:
        """What the page shows is what was said, whole."""
        cursor = self.cursor
        got = self.client.get("/chat/messages", params={"after": cursor})
        assert got.status_code == 200, got.text
        shown = {each["cursor"]: each for each in got.json()["messages"]}
        said = super().read()
        with self.store.reading() as session:
            for each in said:
                check_shown(exchanges.sent(session, each.id), shown[str(each.id)])
        return said


def check_shown(outbound: Outbound, message: dict[str, Any]) -> None:
    """As the page is given it, nothing is lost."""
    choices = [Choice(each["payload"], each["text"]) for each in message["buttons"]]
    assert all(len(each.payload) <= LONGEST_PAYLOAD for each in choices)
    check(outbound, Shown([message["text"]], choices), LONGEST_TEXT)


@contextmanager
def connect(store: Store, clock: Clock, folder: Path) -> Iterator[Connect]:
    settings = {"now": clock.now, "intake": Intake(store, clock.now)}
    with TestClient(application(store, folder, **settings)) as client:
        token = client.post("/chat/sessions", json={}).json()["token"]
        client.headers["authorization"] = f"Bearer {token}"

        def connected(store: Store, desk: Desk, clock: Clock, _address: str) -> Console:
            return OnWebChat(store, desk, clock.now, token.partition(".")[0], client=client)

        yield connected
