"""A Bot API server for the tests: real HTTP on a free port, with the failures one asks it for."""

import asyncio
import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.browser import serve
from tests.patience import PATIENCE

TOKEN = "110201543:a-token-that-only-the-tests-know"
Update = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A request that a bot made."""

    method: str
    given: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fail:
    """Answer with an error, as Telegram words it."""

    status: int
    description: str
    parameters: dict[str, Any] | None = None

    def response(self) -> Response:
        body = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return JSONResponse(body, self.status)


@dataclass(frozen=True, slots=True)
class Page:
    """Answer with something that is not of the Bot API, as a proxy does."""

    status: int

    def response(self) -> Response:
        return Response("<html>", self.status, media_type="text/html")


class Silence:
    """Carry the request out and never answer."""


BLOCKED = Fail(403, "Forbidden: bot was blocked by the user")
Failure = Fail | Page | Silence


@dataclass
class BotApi:
    """What citizens do is put in (`put`), what the bot did is read (`calls`, `sent`).

    As with Telegram, an update is given again and again until a request with a higher offset
    confirms it.
    """

    url: str = ""
    pending: list[Update] = field(default_factory=list)
    confirmed: list[int] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    webhook: str = ""
    profile: dict[str, Any] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)  # by file_id
    _failures: dict[str, deque[Failure | None]] = field(default_factory=lambda: defaultdict(deque))
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _stopping: bool = False

    def put(self, *updates: Update) -> None:
        with self._changed:
            self.pending.extend(updates)
            self._changed.notify_all()

    def fail(self, method: str, *failures: Failure | None) -> None:
        """Let the next calls of this method fail, one after the other; None lets one through."""
        self._failures[method].extend(failures)

    def waiting_failures(self, method: str) -> list[Failure | None]:
        """Of those that were asked for, the ones that have not happened yet."""
        return list(self._failures[method])

    def forgive(self, method: str) -> None:
        """Let no more of its calls fail."""
        self._failures[method].clear()

    def wait_until(self, came: Callable[[], bool]) -> None:
        """Block until it came true; it is looked at after every request."""
        with self._changed:
            assert self._changed.wait_for(came, PATIENCE), "it did not come true"

    def called(self, method: str) -> list[dict[str, Any]]:
        return [call.given for call in list(self.calls) if call.method == method]

    @property
    def sent(self) -> list[dict[str, Any]]:
        """The messages that reached a citizen or may have reached one, in order."""
        return self.called("sendMessage")

    def application(self) -> Starlette:
        path = f"/bot{TOKEN}/{{method}}"
        file = Route(f"/file/bot{TOKEN}/files/{{name}}", self._give)
        missing = Route("/{path:path}", self._unauthorized, methods=["GET", "POST"])
        return Starlette(routes=[Route(path, self._answer, methods=["GET", "POST"]), file, missing])

    async def _unauthorized(self, request: Request) -> Response:
        return Fail(401, "Unauthorized").response()

    async def _answer(self, request: Request) -> Response:
        async with request.form() as form:
            sent = (*request.query_params.items(), *form.items())
            given = {name: value if name == "text" else _plain(value) for name, value in sent}
        return await asyncio.to_thread(self._respond, request.path_params["method"], given)

    async def _give(self, request: Request) -> Response:
        """The bytes of a file; it is a method of its own to `fail` and `called`."""
        return await asyncio.to_thread(self._respond, "file", dict(request.path_params))

    def _respond(self, method: str, given: dict[str, Any]) -> Response:
        with self._changed:
            failures = self._failures[method]
            failure = failures.popleft() if failures else None
            if isinstance(failure, Fail | Page):
                self._changed.notify_all()
                return failure.response()
            self.calls.append(Call(method, given))
            self._changed.notify_all()
            if isinstance(failure, Silence):
                self._changed.wait_for(lambda: self._stopping)
            return self._carry_out(method, given)

    def _carry_out(self, method: str, given: dict[str, Any]) -> Response:
        match method:
            case "getUpdates":
                return self._updates(given.get("offset"), given.get("timeout", 0))
            case "sendMessage":
                return _ok(_message(len(self.sent), given))
            case "getFile" if given["file_id"] not in self.files:
                return Fail(400, "Bad Request: invalid file_id").response()
            case "getFile":
                name = given["file_id"]
                return _ok({"file_id": name, "file_unique_id": name, "file_path": f"files/{name}"})
            case "file":
                return Response(self.files[given["name"]])
            case "setWebhook":
                self.webhook = given["url"]
            case "deleteWebhook":
                self.webhook = ""
            case _ if "My" in method:
                return self._profile(method, given)
        return _ok(True)

    def _profile(self, method: str, given: dict[str, Any]) -> Response:
        """What is shown of the bot, by what it is, scope and language."""
        verb, what = method.split("My")
        scope = given.get("scope", {}).get("type", "default") if what == "Commands" else ""
        key = ":".join((what, scope, given.get("language_code", "")))
        name = {"Commands": "commands", "Description": "description"}.get(what, "short_description")
        match verb:
            case "set":
                self.profile[key] = given[name]
            case "delete":
                self.profile.pop(key, None)
            case _ if what == "Commands":
                return _ok(self.profile.get(key, []))
            case _:
                return _ok({name: self.profile.get(key, "")})
        return _ok(True)

    def _updates(self, offset: int | None, timeout: float) -> Response:
        if self.webhook:
            text = "Conflict: can't use getUpdates method while webhook is active"
            return Fail(409, text).response()
        if offset is not None:
            self.confirmed += [
                each["update_id"] for each in self.pending if each["update_id"] < offset
            ]
            self.pending = [each for each in self.pending if each["update_id"] >= offset]
            self._changed.notify_all()
        self._changed.wait_for(lambda: self.pending or self._stopping, timeout)
        return _ok(self.pending[:100])

    def stop(self) -> None:
        with self._changed:
            self._stopping = True
            self._changed.notify_all()


@contextmanager
def running() -> Iterator[BotApi]:
    """A server that listens for the length of the block."""
    api = BotApi()
    with serve(api.application()) as api.url:
        try:
            yield api
        finally:
            api.stop()


def _plain(value: Any) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _ok(result: Any) -> Response:
    return JSONResponse({"ok": True, "result": result})


def _message(number: int, given: dict[str, Any]) -> dict[str, Any]:
    chat = {"id": given["chat_id"], "type": "private"}
    return {"message_id": number, "date": 1764000000, "chat": chat, "text": given["text"]}
