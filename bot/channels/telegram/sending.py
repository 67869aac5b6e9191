"""What a message looks like in Telegram, and what a failure to send it means."""

from collections.abc import Sequence

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
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
from bot.channels.unsent import NOT_SENT
from bot.replies import WORDS, speaking
from handoff.exchanges import Outbound

LONGEST_TEXT = 4096  # UTF-16 code units; core.telegram.org/bots/api#sendmessage
LONGEST_PAYLOAD = 64  # bytes; core.telegram.org/bots/api#inlinekeyboardbutton

KNOWN_BY_THE_PHONE = ("location", "contact")

# What Telegram's descriptions say, and what we write down about it.
REFUSALS = (
    ("blocked by the user", "blocked"),
    ("user is deactivated", "deactivated"),
    ("can't initiate conversation", "not started"),
    ("chat not found", "chat not found"),
    ("message is too long", "too long"),
    ("message text is empty", "empty"),
)


Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
Part = tuple[str, Markup | None]


def messages(outbound: Outbound) -> list[Part]:
    """The messages that carry it, in order. Buttons stand below the last text; what may take the
    place of a typed answer stands below the field where one types, and is taken away with what is
    said next. Texts are sent plain, so nothing in them needs escaping. Raises Refused."""
    texts = parts(outbound.text)
    with speaking(outbound.language):
        return _messages(outbound, texts)


def _messages(outbound: Outbound, texts: list[str]) -> list[Part]:
    below = typing_keyboard(outbound) if outbound.asks else keyboard(outbound.buttons)
    if below is None or isinstance(below, InlineKeyboardMarkup):
        removal = ReplyKeyboardRemove() if outbound.after_asking else None
        return _with_removal(texts, below, removal)
    return [*_bare(texts[:-1]), (texts[-1], below)]


def _with_removal(
    texts: list[str], below: InlineKeyboardMarkup | None, removal: ReplyKeyboardRemove | None
) -> list[Part]:
    """One message cannot both have buttons and take the keyboard away: then it is cut in two."""
    if below is None:
        return [(texts[0], removal), *_bare(texts[1:])]
    if removal is None:
        return [*_bare(texts[:-1]), (texts[-1], below)]
    first, *rest = texts if len(texts) > 1 else _in_two(texts[0])
    return [(first, removal), *_bare(rest[:-1]), (rest[-1], below)]


def _bare(texts: Sequence[str]) -> list[Part]:
    return [(text, None) for text in texts]


def _in_two(text: str) -> list[str]:
    """Before its last line, or its last sentence; a few words first if it is but one."""
    for bound in cutting.BOUNDS[:2]:
        ends = [found.end() for found in bound.finditer(text)]
        if ends:
            return [text[: ends[-1]].rstrip(), text[ends[-1] :]]
    return [WORDS["telegram"]["noted"], text]


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


def typing_keyboard(outbound: Outbound) -> ReplyKeyboardMarkup | None:
    """Below the field: what the phone knows, and the buttons as words that one tap types."""
    asks = outbound.asks or ""
    rows = [[_known(asks)]] if asks in KNOWN_BY_THE_PHONE else []
    shown = [label for label, payload in outbound.buttons if not payload.startswith("tel:")]
    rows += [[KeyboardButton(label)] for label in shown]
    if not rows:
        return None
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)


def _known(asks: str) -> KeyboardButton:
    return KeyboardButton(
        WORDS["telegram"][asks],
        request_location=asks == "location" or None,
        request_contact=asks == "contact" or None,
    )


def marked(text: str, chosen: str | None) -> str | None:
    """The text with what was chosen; None where that changes nothing, or does not fit."""
    if chosen is None:
        return None
    whole = f"{text}\n\n{WORDS['telegram']['chosen'].format(label=chosen)}"
    return whole if cutting.units(whole) <= LONGEST_TEXT else None


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
