"""The other engine: a Rasa server, asked over HTTP with a deadline; the embedded one stands by."""

import asyncio
import base64
import hashlib
import hmac
import json
import logging
import threading
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx

from nlu import rasa_answers
from nlu.interpretation import (
    NOTHING_KNOWN,
    UNREAD,
    Interpretation,
    Interpreter,
    Reader,
    Thresholds,
    Told,
)
from nlu.rasa_answers import Answer, Calibration

DEADLINE = 0.8  # seconds, for all the texts of a call together
LIMITS = httpx.Limits(max_connections=8, keepalive_expiry=60)  # Rasa keeps a connection for 120 s
SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(seconds=1), timedelta(seconds=30)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outage:
    """The server is left alone until `again`, for longer after each failure in a row."""

    reason: str
    since: datetime
    pause: timedelta
    again: datetime


class RasaInterpreter:
    """Intent, ranking and learnt entities are the server's; facts, places and urgency our rules'.

    What the server does not answer in time and in order, the embedded engine answers: each
    interpretation names its engine, `state` says why and since when, `fallbacks` counts texts.
    """

    name = "rasa"

    def __init__(
        self, embedded: Interpreter, url: str, token: str | None, now: Callable[[], datetime]
    ) -> None:
        self.fallbacks: Counter[str] = Counter()  # texts by reason
        self.at_hand = embedded
        self._server = Server(url, token)
        self._now = now
        self._outage: Outage | None = None

    @property
    def thresholds(self) -> Thresholds:
        """Those of the engine that answers now. Confidences of both are honest, so a text that
        falls back amid others is judged well enough by either."""
        known = self._server.calibration
        if self._outage is not None or known is None:
            return self.at_hand.thresholds
        return known.thresholds

    @property
    def state(self) -> str:
        """`ok`, or why and since when the embedded engine answers."""
        out = self._outage
        return f"rasa: falling back ({out.reason}) since {out.since:%FT%T%z}" if out else "ok"

    def told(self, text: str, asked: str, known: Mapping[str, str] = NOTHING_KNOWN) -> Told:
        """The embedded engine reads answers."""
        own = self.at_hand
        return own.told(text, asked, known) if isinstance(own, Reader) else UNREAD

    def interpret(self, texts: Sequence[str]) -> list[Interpretation]:
        """See Interpreter. Both engines think at the same time; DEADLINE is the longest wait."""
        asked = [n for n, text in enumerate(texts) if rasa_answers.is_askable(text)]
        if not asked:
            return self.at_hand.interpret(texts)
        if self._outage is not None and self._now() < self._outage.again:
            self._count([self._outage.reason] * len(asked))
            return self.at_hand.interpret(texts)
        said = self._server.ask([texts[n] for n in asked])
        meanings = self.at_hand.interpret(texts)
        for n, answer in zip(asked, self._noted(said.result()), strict=True):
            if isinstance(answer, Answer):
                meanings[n] = rasa_answers.merged(meanings[n], answer)
        return meanings

    def close(self) -> None:
        self._server.close()

    def _noted(self, answers: "list[Answer | str]") -> "list[Answer | str]":
        reasons = [each for each in answers if isinstance(each, str)]
        self._count(reasons)
        if len(reasons) == len(answers):
            self._fall(reasons[0])
        elif self._outage is not None:
            log.info("rasa answers again")
            self._outage = None
        return answers

    def _count(self, reasons: list[str]) -> None:
        self.fallbacks.update(reasons)

    def _fall(self, reason: str) -> None:
        """No text was answered: the embedded engine takes over for a while."""
        now, before = self._now(), self._outage
        pause = min(before.pause * 2, LONGEST_PAUSE) if before else SHORTEST_PAUSE
        self._outage = Outage(reason, before.since if before else now, pause, now + pause)
        self._server.forget()
        log.warning("rasa: falling back (%s), next try in %s s", reason, pause.total_seconds())


class Server:
    """Asks from a thread and a loop of its own, so that connections outlive a call."""

    def __init__(self, url: str, token: str | None) -> None:
        self.calibration: Calibration | None = None  # of the model that it serves, once known
        self._url = url
        self._headers = {"Authorization": f"Bearer {signed(token)}"} if token else {}
        self._starting = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._client: httpx.AsyncClient | None = None
        self._meeting: asyncio.Lock | None = None

    def ask(self, texts: Sequence[str]) -> "Future[list[Answer | str]]":
        """An answer to each text, or in one word why there is none. Done after DEADLINE."""
        return self._run(self._answers(texts))

    def forget(self) -> None:
        """It may come back with another model."""
        self.calibration = None

    def close(self) -> None:
        if self._loop is not None:
            self._run(self._end()).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._loop = None

    def _run(self, work: Coroutine[Any, Any, Any]) -> "Future[Any]":
        with self._starting:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=_turn, args=(self._loop,), daemon=True).start()
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _answers(self, texts: Sequence[str]) -> "list[Answer | str]":
        tasks = [asyncio.create_task(self._answer(text)) for text in texts]
        _, late = await asyncio.wait(tasks, timeout=DEADLINE)
        for task in late:
            task.cancel()
        return ["timeout" if task in late else task.result() for task in tasks]

    async def _answer(self, text: str) -> Answer | str:
        try:
            known = await self._acquainted()
            said = await self._asked("POST", "/model/parse", {"text": rasa_answers.question(text)})
            return rasa_answers.read(said, text, known.scale)
        except httpx.TimeoutException:
            return "timeout"
        except httpx.HTTPStatusError as error:
            return f"status {error.response.status_code}"
        except httpx.HTTPError:
            return "unreachable"
        except (ValueError, RecursionError):  # no JSON, or none of ours
            return "nonsense"

    async def _acquainted(self) -> Calibration:
        """How honest its model is: its name says so, and is asked once."""
        self._meeting = self._meeting or asyncio.Lock()
        async with self._meeting:
            if self.calibration is None:
                said = await self._asked("GET", "/status", None)
                model = said.get("model_file") if isinstance(said, dict) else None
                self.calibration = rasa_answers.calibration(str(model))
            return self.calibration

    async def _asked(self, method: str, path: str, body: dict[str, str] | None) -> Any:
        if self._client is None:
            self._client = httpx.AsyncClient(
                base_url=self._url, headers=self._headers, limits=LIMITS, timeout=DEADLINE
            )
        response = await self._client.request(method, path, json=body)
        return response.raise_for_status().json()

    async def _end(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None


def signed(token: str) -> str:
    """Who asks, signed with the token as a JWT: Rasa takes a bare token in the address alone, and
    addresses end up in logs."""
    asker = {"user": {"username": "ventanilla", "role": "admin"}}
    parts = [_base64(json.dumps(each).encode()) for each in ({"alg": "HS256", "typ": "JWT"}, asker)]
    unsigned = ".".join(parts)
    signature = hmac.digest(token.encode(), unsigned.encode(), hashlib.sha256)
    return f"{unsigned}.{_base64(signature)}"


def _base64(plain: bytes) -> str:
    return base64.urlsafe_b64encode(plain).rstrip(b"=").decode()


def _turn(loop: asyncio.AbstractEventLoop) -> None:
    try:
        loop.run_forever()
    finally:
        loop.close()
