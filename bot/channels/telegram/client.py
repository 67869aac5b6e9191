"""The HTTP side of the library: what it hides about failures is told, what it tells is hidden."""

import logging
from typing import Any

import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import HTTPXRequest

GATEWAY_TIMEOUT = 504


class TooManyRequests(TelegramError):  # noqa: N818
    """Telegram asks to slow down, for `after` seconds if it says how long."""

    def __init__(self, after: float | None) -> None:
        super().__init__("Too many requests")
        self.after = after


class ServerFailed(NetworkError):  # noqa: N818
    """Telegram answered with an error of its own: the request was not carried out."""


class _Parameters(msgspec.Struct):
    retry_after: float | None = None


class _Failure(msgspec.Struct):
    parameters: _Parameters = msgspec.field(default_factory=_Parameters)


class Client(HTTPXRequest):
    """Names the failures of which the library keeps neither the status nor, without a warning,
    the time to wait."""

    async def do_request(self, *args: Any, **given: Any) -> tuple[int, bytes]:
        status, payload = await super().do_request(*args, **given)
        if status == 429:
            raise TooManyRequests(_retry_after(payload))
        if status == GATEWAY_TIMEOUT:  # whoever stands in between does not know what happened
            raise TimedOut
        if status >= 500:
            raise ServerFailed(f"Status {status}")
        return status, payload


def _retry_after(payload: bytes) -> float | None:
    try:
        return msgspec.json.decode(payload, type=_Failure).parameters.retry_after
    except msgspec.DecodeError:
        return None


def keep_secrets_out_of_logs() -> None:
    """httpx logs every address, and the token is in it; the library logs what it sends and gets."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
