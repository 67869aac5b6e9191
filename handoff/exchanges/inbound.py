"""What a channel hands over to be logged, and what it hears of it."""

from datetime import datetime
from typing import Any

from msgspec import Struct


class Inbound(Struct, frozen=True):
    """One message of a citizen, as a channel received it.

    `received_key` is unique over all channels (`telegram:u123`): the same key again is the same
    message. `content` holds what is not text, each key only when present: `payload` of a button,
    `attachments` [{kind, name?, type?, size?, id?, duration?}], `location` {lat, lon},
    `contact` {phone, name}, `edit_of` (message id), `album`, `message_id`; `reaction` or `deletes`
    (message id of ours or theirs), `system` (a channel's notice), which ask for no answer.
    """

    channel: str
    address: str
    received_key: str
    text: str
    received_at: datetime
    name: str | None = None
    content: dict[str, Any] | None = None


class Recorded(Struct, frozen=True):
    """Where a message stands in the log. `is_repeat`: it had been recorded before."""

    exchange_id: int
    is_repeat: bool


def storable(text: str) -> str:
    """Without what no database keeps: NUL, and halves of characters."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
