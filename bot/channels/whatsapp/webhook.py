"""What Meta calls us with: whether it is Meta, and what it brings. Nothing of its form goes on."""

import hashlib
import hmac
import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from bot.channels.whatsapp.failures import reason
from bot.channels.whatsapp.messages import CHANNEL, inbound_from
from bot.channels.whatsapp.shapes import Bare
from handoff.exchanges import Fate, Inbound, Receipt

LARGEST = 4 * 1024 * 1024  # bytes; Meta says that a notification has up to 3 MB
FATES = {
    "sent": Fate.taken,
    "delivered": Fate.arrived,
    "read": Fate.seen,
    "played": Fate.seen,
    "failed": Fate.failed,
}

log = logging.getLogger(__name__)


class NotOurs(ValueError):  # noqa: N818
    """The body is none of the WhatsApp platform's notifications."""


@dataclass(frozen=True, slots=True)
class Received:
    """`others`: how many messages were to another number of the same account."""

    messages: list[Inbound]
    receipts: list[Receipt]
    others: int


class _Profile(Struct):
    name: str | None = None


class _Who(Struct):
    profile: _Profile = msgspec.field(default_factory=_Profile)
    wa_id: str = ""
    user_id: str = ""


class _Metadata(Struct):
    phone_number_id: str


class _Value(Struct):
    metadata: _Metadata
    contacts: list[_Who] = []
    messages: list[Any] = []
    statuses: list[Any] = []


class _Change(Struct):
    field: str
    value: msgspec.Raw


class _Entry(Struct):
    changes: list[_Change] = []


class _Notification(Struct):
    object: str
    entry: list[_Entry]


class _Error(Struct):
    code: int


class _Status(Struct):
    id: str
    status: str
    timestamp: str = ""
    recipient_type: str = "individual"
    biz_opaque_callback_data: str = ""
    errors: list[_Error] = []


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Whether `X-Hub-Signature-256` belongs to exactly this body."""
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(signature.encode(), f"sha256={digest}".encode())


def received(body: bytes, phone_id: str, now: datetime) -> Received:
    """Everything that a notification brings for this number. Raises NotOurs."""
    try:
        notification = msgspec.json.decode(body, type=_Notification)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise NotOurs from None
    if notification.object != "whatsapp_business_account":
        raise NotOurs
    found = Received([], [], 0)
    for entry in notification.entry:
        for change in entry.changes:
            if change.field == "messages":
                found = _with(found, change.value, phone_id, now)
    return found


def _with(found: Received, raw: bytes, phone_id: str, now: datetime) -> Received:
    try:
        value = msgspec.json.decode(raw, type=_Value)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise NotOurs from None
    if value.metadata.phone_number_id != phone_id:
        return Received(found.messages, found.receipts, found.others + len(value.messages))
    names = {id: who.profile.name for who in value.contacts for id in (who.wa_id, who.user_id)}
    messages = [_message(each, names, now) for each in value.messages]
    receipts = [_receipt(each, now) for each in value.statuses]
    return Received(
        [*found.messages, *filter(None, messages)],
        [*found.receipts, *filter(None, receipts)],
        found.others,
    )


def _message(raw: Any, names: dict[str, str | None], now: datetime) -> Inbound | None:
    try:
        wa_id = msgspec.convert(raw, Bare).wa_id
        return inbound_from(raw, names.get(wa_id), now)
    except msgspec.ValidationError:
        log.error("a message without id or sender cannot be read")  # noqa: TRY400
        return None


def _receipt(raw: Any, now: datetime) -> Receipt | None:
    """None for what tells nothing about a message of ours to one citizen."""
    try:
        status = msgspec.convert(raw, _Status)
    except msgspec.ValidationError:
        log.error("a status cannot be read")  # noqa: TRY400
        return None
    fate = FATES.get(status.status)
    if fate is None or status.recipient_type != "individual":
        return None
    ours, _, part = status.biz_opaque_callback_data.partition("/")
    return Receipt(
        channel=CHANNEL,
        message_id=status.id,
        fate=fate,
        at=Bare(status.id, timestamp=status.timestamp).at(now),
        exchange_id=int(ours) if ours.isascii() and ours.isdigit() else None,
        reason=_reason(status),
        is_part=bool(part),
    )


def _reason(status: _Status) -> str | None:
    if status.status != "failed":
        return None
    return reason(status.errors[0].code) if status.errors else "failed"


def tracker(exchange_id: int, part: str = "") -> str:
    """What receipts give back to us: which message it is, and whether it is only a part of it."""
    return f"{exchange_id}/{part}" if part else str(exchange_id)
