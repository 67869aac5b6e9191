"""A Cloud API server for the tests: real HTTP on a free port, with the failures one asks it for,
and what Meta's webhooks look like."""

import asyncio
import hashlib
import hmac
import itertools
import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.whatsapp import Account
from tests.bot.bot_api import Page, Silence
from tests.browser import serve
from tests.patience import PATIENCE

TOKEN = "EAAG-a-token-that-only-the-tests-know"
PHONE_ID = "106540352242922"
SECRET = "an app secret that only the tests know"
VERIFY = "a word to verify by"
CITIZEN = "5216621234567"
ADDRESS = "526621234567"  # the same citizen, as the log knows them
ACCOUNT = Account(PHONE_ID, TOKEN, SECRET, VERIFY)

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Fail:
    """Answer with one of Meta's errors."""

    code: int
    status: int = 400

    def response(self) -> Response:
        error = {"message": "(#1) said for people", "type": "OAuthException", "code": self.code}
        return JSONResponse({"error": error}, self.status)


Failure = Fail | Page | Silence


@dataclass
class CloudApi:
    """What the desk sent is read in `sent`, what it marked as read in `marked`; `media` are files
    by id: their bytes, or an address to give in place of our own."""

    root: str = ""
    sent: list[dict[str, Any]] = field(default_factory=list)
    marked: list[dict[str, Any]] = field(default_factory=list)
    media: dict[str, bytes | str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    _failures: dict[str, deque[Failure | None]] = field(default_factory=lambda: defaultdict(deque))
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _stopping: bool = False

    @property
    def url(self) -> str:
        return f"{self.root}/v23.0"

    def fail(self, what: str, *failures: Failure | None) -> None:
        """Let the next calls fail, one after the other; None lets one through. `what` is messages,
        marks, media, file or number."""
        self._failures[what].extend(failures)

    def left(self, what: str) -> int:
        """How many of these failures are still to come."""
        return len(self._failures[what])

    def wait_until(self, came: Callable[[], bool]) -> None:
        """Block until it came true; it is looked at after every request."""
        with self._changed:
            assert self._changed.wait_for(came, PATIENCE), "it did not come true"

    def texts(self) -> list[str]:
        return [text_of(each) for each in list(self.sent)]

    def application(self) -> Starlette:
        return Starlette(
            routes=[
                Route(f"/v23.0/{PHONE_ID}/messages", self._messages, methods=["POST"]),
                Route(f"/v23.0/{PHONE_ID}", self._number),
                Route("/v23.0/{id:path}", self._media),
                Route("/files/{id}", self._file),
            ]
        )

    async def _messages(self, request: Request) -> Response:
        given = await request.json()
        what, carry_out = ("marks", self._mark) if "status" in given else ("messages", self._take)
        return await asyncio.to_thread(self._respond, what, request, carry_out, given)

    async def _number(self, request: Request) -> Response:
        return await asyncio.to_thread(
            self._respond, "number", request, lambda _: {"id": PHONE_ID}, None
        )

    async def _media(self, request: Request) -> Response:
        id = request.path_params["id"]
        if id not in self.media:
            return Fail(100).response()
        return await asyncio.to_thread(self._respond, "media", request, self._address, id)

    async def _file(self, request: Request) -> Response:
        content = self.media[request.path_params["id"]]
        return await asyncio.to_thread(self._respond, "file", request, lambda _: content, None)

    def _respond(
        self, what: str, request: Request, carry_out: Callable[[Any], Any], given: Any
    ) -> Response:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return Fail(190, 401).response()
        with self._changed:
            failures = self._failures[what]
            failure = failures.popleft() if failures else None
            if isinstance(failure, Fail | Page):
                self._changed.notify_all()
                return failure.response()
            result = carry_out(given)
            self._changed.notify_all()
            if isinstance(failure, Silence):
                self._changed.wait_for(lambda: self._stopping)
            return Response(result) if isinstance(result, bytes) else JSONResponse(result)

    def _take(self, message: dict[str, Any]) -> dict[str, Any]:
        self.sent.append(message)
        to = message.get("to") or message["recipient"]
        contacts = [{"input": to, "wa_id": to}]
        messages = [{"id": f"wamid.out{len(self.sent)}"}]
        return {"messaging_product": "whatsapp", "contacts": contacts, "messages": messages}

    def _mark(self, status: dict[str, Any]) -> dict[str, Any]:
        self.marked.append(status)
        return {"success": True}

    def _address(self, id: str) -> dict[str, Any]:
        content = self.media[id]
        url = content if isinstance(content, str) else f"{self.root}/files/{id}"
        size = self.sizes.get(id, len(content))
        return {"messaging_product": "whatsapp", "url": url, "file_size": size, "id": id}

    def stop(self) -> None:
        with self._changed:
            self._stopping = True
            self._changed.notify_all()


@contextmanager
def running() -> Iterator[CloudApi]:
    """A server that listens for the length of the block."""
    api = CloudApi()
    with serve(api.application()) as api.root:
        try:
            yield api
        finally:
            api.stop()


def text_of(message: dict[str, Any]) -> str:
    """What a sent message says."""
    match message["type"]:
        case "text":
            return str(message["text"]["body"])
        case "interactive":
            return str(message["interactive"]["body"]["text"])
        case _:
            return str(message["template"]["name"])


def choices_of(message: dict[str, Any]) -> dict[str, str]:
    """What a citizen can choose: the payload of each label."""
    action = message["interactive"]["action"] if message["type"] == "interactive" else {}
    buttons = [each["reply"] for each in action.get("buttons", ())]
    rows = [row for section in action.get("sections", ()) for row in section["rows"]]
    return {each["title"]: each["id"] for each in (*buttons, *rows)}


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"X-Hub-Signature-256": f"sha256={digest}", "Content-Type": "application/json"}


def deliver(client: httpx.Client, notification: dict[str, Any]) -> int:
    """Call the desk as Meta does; the status of the answer."""
    body = json.dumps(notification).encode()
    return client.post("/whatsapp", content=body, headers=signed(body)).status_code


def notification(*values: dict[str, Any]) -> dict[str, Any]:
    """A webhook's body with one change for each value."""
    changes = [{"field": "messages", "value": value} for value in values]
    entry = [{"id": "102290129340398", "changes": [change]} for change in changes]
    return {"object": "whatsapp_business_account", "entry": entry}


def messages(*said: dict[str, Any], phone_id: str = PHONE_ID) -> dict[str, Any]:
    profile = {"profile": {"name": "Rosa Valenzuela"}, "wa_id": CITIZEN}
    return _value(phone_id, contacts=[profile], messages=list(said))


def statuses(*told: dict[str, Any]) -> dict[str, Any]:
    return _value(PHONE_ID, statuses=list(told))


def _value(phone_id: str, **content: Any) -> dict[str, Any]:
    metadata = {"display_phone_number": "526620000000", "phone_number_id": phone_id}
    return {"messaging_product": "whatsapp", "metadata": metadata, **content}


def message(kind: str, at: int = 1795539600, **content: Any) -> dict[str, Any]:
    """One message of the citizen; a content that is no dictionary stands beside its kind."""
    number = content.pop("id", None) or f"wamid.in{next(_numbers)}"
    sender = content.pop("sender", CITIZEN)
    return {"from": sender, "id": number, "timestamp": str(at), "type": kind, **content}


def text(words: str, **given: Any) -> dict[str, Any]:
    return message("text", text={"body": words}, **given)


def pressed(payload: str, label: str, **given: Any) -> dict[str, Any]:
    reply = {"type": "button_reply", "button_reply": {"id": payload, "title": label}}
    return message("interactive", interactive=reply, **given)


def status(fate: str, of: str, at: int, ours: str = "", code: int | None = None) -> dict[str, Any]:
    told: dict[str, Any] = {"id": of, "status": fate, "timestamp": str(at)}
    told["recipient_id"] = CITIZEN
    if ours:
        told["biz_opaque_callback_data"] = ours
    if code is not None:
        told["errors"] = [{"code": code, "title": "Said for people"}]
    return told
