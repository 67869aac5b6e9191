"""Waiting out what passes by itself: a network that is down, a limit, another poller."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ParamSpec, TypeVar

from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, wait_random_exponential

from bot.channels.telegram.client import TooManyRequests
from bot.intake import NotRecorded

log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")


class TelegramRejected(RuntimeError):  # noqa: N818
    """Telegram does not accept what is configured; the text is one line for the operator."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds: to hold a poll open, to wait for an answer, between attempts that failed, and before
    the next part of a message is tried again."""

    poll: int = 50
    answer: float = 20
    first_retry: float = 1
    longest_retry: float = 60
    conflict_retry: float = 30
    next_part: float = 2


class Patience:
    """Tries until it works. `state` is "ok", "starting", or why the last attempt failed."""

    def __init__(self, waits: Waits, now: Callable[[], datetime]) -> None:
        self.state = "starting"
        self.last_ok: datetime | None = None
        self._now = now
        self._conflict_retry = waits.conflict_retry
        self._back_off = wait_random_exponential(waits.first_retry, waits.longest_retry)

    async def insist(
        self, attempt: Callable[P, Awaitable[T]], *args: P.args, **given: P.kwargs
    ) -> T:
        """The result of the first attempt that works. Raises TelegramRejected."""
        retry = retry_if_exception(_may_pass)
        retrying = AsyncRetrying(retry=retry, wait=self._wait, before_sleep=self._note)
        try:
            result: T = await retrying(attempt, *args, **given)
        except InvalidToken:
            self.state = "token rejected"
            raise TelegramRejected(
                "Telegram rechazó el token; revise VENTANILLA_TELEGRAM_TOKEN."
            ) from None
        except BadRequest as error:
            self.state = "request rejected"
            raise TelegramRejected(f"Telegram no aceptó la petición: {error.message}") from None
        return result

    def well(self) -> None:
        if self.state not in ("ok", "starting"):
            log.info("receiving again")
        self.state, self.last_ok = "ok", self._now()

    def troubled(self, state: str) -> None:
        if self.state != state:
            log.warning("cannot receive: %s; trying again", state)
        self.state = state

    def _note(self, attempt: RetryCallState) -> None:
        self.troubled(_state(_error(attempt)))

    def _wait(self, attempt: RetryCallState) -> float:
        error = _error(attempt)
        if isinstance(error, TooManyRequests) and error.after is not None:
            return error.after
        if isinstance(error, Conflict):
            return self._conflict_retry
        return self._back_off(attempt)


def _may_pass(error: BaseException) -> bool:
    if isinstance(error, InvalidToken | BadRequest):
        return False
    return isinstance(error, TelegramError | NotRecorded)


def _error(attempt: RetryCallState) -> BaseException | None:
    return attempt.outcome.exception() if attempt.outcome else None


def _state(error: BaseException | None) -> str:
    if isinstance(error, NotRecorded):
        return "not recorded"
    if isinstance(error, Conflict):
        return "another program polls this bot, or a webhook is set"
    return "too many requests" if isinstance(error, TooManyRequests) else "unreachable"
