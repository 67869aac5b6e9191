"""Reads Telegram's updates into what the exchange log records. An `Update` goes no further."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from telegram import CallbackQuery, ChatMemberUpdated, Contact, Message, Update, User
from telegram.constants import ChatType, MessageAttachmentType, UpdateType

from bot.channels import Door
from bot.channels.telegram import membership
from handoff.exchanges import Inbound

log = logging.getLogger(__name__)

CHANNEL = "telegram"
# The kinds of update that we ask for. Groups and channel posts are not served.
KINDS = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.MY_CHAT_MEMBER,
)

# The files that a message may carry. An animation also comes as a document, a live photo as a
# photo: the first that is there is the one that was meant.
FILES = (
    MessageAttachmentType.ANIMATION,
    MessageAttachmentType.AUDIO,
    MessageAttachmentType.DOCUMENT,
    MessageAttachmentType.LIVE_PHOTO,
    MessageAttachmentType.PHOTO,
    MessageAttachmentType.STICKER,
    MessageAttachmentType.VIDEO,
    MessageAttachmentType.VIDEO_NOTE,
    MessageAttachmentType.VOICE,
)
# What we keep about a file: our word for it, and Telegram's.
FILE_FACTS = (
    ("id", "file_id"),
    ("name", "file_name"),
    ("type", "mime_type"),
    ("size", "file_size"),
    ("duration", "duration"),
    ("width", "width"),
    ("height", "height"),
    ("emoji", "emoji"),
)


@dataclass(frozen=True, slots=True)
class Received:
    """One update: what is to be recorded, if anything, the button press to acknowledge, the door
    that a citizen closed or opened, and the group to leave."""

    update_id: int
    inbound: Inbound | None
    click: str | None = None
    door: Door | None = None
    group: int | None = None


class _Chat(msgspec.Struct):
    id: int
    type: str


class _BareMessage(msgspec.Struct):
    chat: _Chat
    message_id: int
    text: str = ""
    caption: str = ""


class _BareUpdate(msgspec.Struct):
    """The least that must be there to know that a citizen wrote."""

    update_id: int
    message: _BareMessage | None = None
    edited_message: _BareMessage | None = None


def received(raw: Any, now: datetime) -> Received:
    """Read one update as it came. Raises ValueError if it is no update at all."""
    update_id = raw.get("update_id") if isinstance(raw, dict) else None
    if not isinstance(update_id, int):
        raise ValueError("not an update")
    try:
        update = Update.de_json(raw, None)
        if update.my_chat_member is not None:
            return _moved(update_id, update.my_chat_member)
        click = update.callback_query.id if update.callback_query else None
        return Received(update_id, inbound_from(update, now), click)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        log.error("update %s cannot be read: %s", update_id, type(error).__name__)  # noqa: TRY400
        return Received(update_id, _unreadable(raw, now))


def _moved(update_id: int, change: ChatMemberUpdated) -> Received:
    door, group = membership.door(change, CHANNEL), membership.entered(change)
    return Received(update_id, None, door=door, group=group)


def inbound_from(update: Update, now: datetime) -> Inbound | None:
    """The citizen's message in an update; none if it holds none that is for us. `now` is when a
    button was pressed: Telegram does not say."""
    if update.callback_query is not None:
        return _pressed(update.update_id, update.callback_query, now)
    if update.message is not None:
        return _written(update.update_id, update.message, {})
    # A live location is edited every few seconds; where the citizen was at first is enough.
    if update.edited_message is not None and update.edited_message.location is None:
        edit = {"edit_of": str(update.edited_message.message_id)}
        return _written(update.update_id, update.edited_message, edit)
    return None


def _pressed(update_id: int, click: CallbackQuery, now: datetime) -> Inbound | None:
    message = click.message
    if click.data is None or (message is not None and message.chat.type != ChatType.PRIVATE):
        return None
    content: dict[str, Any] = {"payload": click.data}
    if message is not None:
        content["message_id"] = str(message.message_id)
    return Inbound(
        channel=CHANNEL,
        address=str(click.from_user.id),  # in a private chat the chat has the citizen's own id
        received_key=f"{CHANNEL}:u{update_id}",
        text=_label(click),
        received_at=now,
        name=click.from_user.full_name,
        content=content,
    )


def _label(click: CallbackQuery) -> str:
    """What the pressed button says, if the message that shows it is still known."""
    message = click.message if isinstance(click.message, Message) else None
    rows = message.reply_markup.inline_keyboard if message and message.reply_markup else ()
    labels = (each.text for row in rows for each in row if each.callback_data == click.data)
    return next(labels, "")


def _written(update_id: int, message: Message, edit: dict[str, str]) -> Inbound | None:
    text, content = _text(message), _content(message)
    if message.chat.type != ChatType.PRIVATE or not (text or content):
        return None
    return Inbound(
        channel=CHANNEL,
        address=str(message.chat.id),
        received_key=f"{CHANNEL}:u{update_id}",
        text=text,
        received_at=message.edit_date or message.date,
        name=message.from_user.full_name if message.from_user else None,
        content={**content, **edit, "message_id": str(message.message_id)},
    )


def _text(message: Message) -> str:
    if message.venue is not None:
        return f"{message.venue.title}, {message.venue.address}"
    return message.text or message.caption or ""


def _content(message: Message) -> dict[str, Any]:
    """What is not text; empty for a message that Telegram itself put into the chat."""
    content: dict[str, Any] = {}
    if message.location is not None:
        content["location"] = {"lat": message.location.latitude, "lon": message.location.longitude}
    if message.contact is not None:
        content["contact"] = _contact(message.contact, message.from_user)
    if file := next((kind for kind in FILES if message[kind]), None):
        content["attachments"] = [_attachment(file, message[file])]
    if message.media_group_id is not None:
        content["album"] = message.media_group_id
    if not content and message.text is None and (kind := _unsupported(message)):
        content["unsupported"] = kind
    return content


def _contact(contact: Contact, sender: User | None) -> dict[str, Any]:
    """A phone number; `own` says that it is that of the citizen who sent it."""
    names = (contact.first_name, contact.last_name)
    return {
        "phone": contact.phone_number,
        "name": " ".join(name for name in names if name),
        "own": sender is not None and contact.user_id == sender.id,
    }


def _attachment(kind: MessageAttachmentType, file: Any) -> dict[str, Any]:
    if kind is MessageAttachmentType.PHOTO:
        file = max(file, key=lambda size: size.width * size.height)
    # As a dictionary, since reading `duration` from the object warns about its coming type.
    facts = file.to_dict()
    kept = {ours: facts[theirs] for ours, theirs in FILE_FACTS if theirs in facts}
    return {"kind": str(kind), **kept}


def _unsupported(message: Message) -> str | None:
    """The kind of a message that we cannot take in; none for Telegram's own notices."""
    if message.checklist is not None:
        return "checklist"
    known = (str(kind) for kind in MessageAttachmentType if message[kind])
    return next(known, "unknown" if message.api_kwargs else None)


def _unreadable(raw: dict[str, Any], now: datetime) -> Inbound | None:
    """A message of which the library can make nothing is still a citizen who waits."""
    try:
        update = msgspec.convert(raw, _BareUpdate)
    except msgspec.ValidationError:
        return None
    message = update.message or update.edited_message
    if message is None or message.chat.type != ChatType.PRIVATE:
        return None
    return Inbound(
        channel=CHANNEL,
        address=str(message.chat.id),
        received_key=f"{CHANNEL}:u{update.update_id}",
        text=message.text or message.caption,
        received_at=now,
        content={"unsupported": "unknown", "message_id": str(message.message_id)},
    )
