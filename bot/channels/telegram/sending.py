"""What a message looks like in Telegram, and what a failure to send it means."""

from collections.abc import Sequence

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.channels import NotNow, Refused, Unknown
from bot.channels import parts as cutting
from bot.channels.telegram.client import ServerFailed, TooManyRequests

LONGEST_TEXT = 4096  # UTF-16 code units; core.telegram.org/bots/api#sendmessage
LONGEST_PAYLOAD = 64  # bytes; core.telegram.org/bots/api#inlinekeyboardbutton

NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)

# What Telegram's descriptions say, and what we write down about it.
REFUSALS = (
    ("blocked by the user", "blocked"),
    ("user is deactivated", "deactivated"),
    ("can't initiate conversation", "not started"),
    ("chat not found", "chat not found"),
    ("message is too long", "too long"),
    ("message text is empty", "empty"),
)


def parts(text: str, longest: int = LONGEST_TEXT) -> list[str]:
    """The text in as many messages as it takes."""
    return cutting.parts(text, longest)


def keyboard(buttons: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup | None:
    """One button in each row. Raises Refused for a payload that Telegram cannot carry back."""
    # Telegram has no buttons that dial; the number stands in the text as well.
    shown = [(label, payload) for label, payload in buttons if not payload.startswith("tel:")]
    if any(len(payload.encode()) > LONGEST_PAYLOAD for _, payload in shown):
        raise Refused("payload too long")
    rows = [[InlineKeyboardButton(label, callback_data=payload)] for label, payload in shown]
    return InlineKeyboardMarkup(rows) if rows else None


def failure(error: TelegramError) -> NotNow | Refused | Unknown:
    """What delivery is told. The reason is a short code; it says nothing about the citizen."""
    return _later(error) or _never(error) or _unknown(error)


def _later(error: TelegramError) -> NotNow | None:
    if isinstance(error, TooManyRequests):
        return NotNow("too many requests", error.after)
    if isinstance(error, ServerFailed):
        return NotNow("server failed")
    if isinstance(error, InvalidToken):  # the message can go out once the operator mends it
        return NotNow("token rejected")
    if isinstance(error, NetworkError) and isinstance(error.__cause__, NOT_SENT):
        return NotNow("unreachable")
    return None


def _never(error: TelegramError) -> Refused | None:
    if not isinstance(error, Forbidden | BadRequest | ChatMigrated):
        return None
    said = error.message.lower()
    known = (reason for description, reason in REFUSALS if description in said)
    return Refused(next(known, "forbidden" if isinstance(error, Forbidden) else "bad request"))


def _unknown(error: TelegramError) -> Unknown:
    return Unknown("time-out" if isinstance(error, TimedOut) else "connection lost")
