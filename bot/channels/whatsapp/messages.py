"""Reads one message of a citizen into what the exchange log records."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec

from bot.channels.whatsapp.shapes import Bare, Contact, Media, Message, Phone, System
from handoff.exchanges import Inbound

CHANNEL = "whatsapp"
# Until 2019 Mexican mobiles were called from abroad with a 1 after the country code.
WITH_A_ONE = re.compile(r"521(\d{10})")
# The notices that are worth knowing; a new security code is not.
MOVED = ("user_changed_number", "user_changed_user_id")

Said = tuple[str, dict[str, Any]]  # the words, and what is not words


def inbound_from(raw: Any, name: str | None, now: datetime) -> Inbound | None:
    """What is recorded of a message; None if it is none that is for us. Raises ValueError if it
    is no message at all."""
    bare = msgspec.convert(raw, Bare)
    if not bare.wa_id or not bare.id or bare.group_id is not None:
        return None
    said = _read(raw, bare)
    if said is None:
        return None
    address = canonical(bare.wa_id)
    given = {} if address == bare.wa_id else {"wa_id": bare.wa_id}
    text, content = said
    return Inbound(
        channel=CHANNEL,
        address=address,
        received_key=f"{CHANNEL}:{bare.id}",
        text=text,
        received_at=bare.at(now),
        name=name,
        content={**content, **given, "message_id": bare.id},
    )


def canonical(wa_id: str) -> str:
    """One address for each citizen: WhatsApp knows a Mexican number as 521… if its account is old
    and as 52… if it is new, and may change from one to the other. Whom we send to is still the id
    that came last, since for some accounts WhatsApp knows only that: it is kept as `wa_id`."""
    return WITH_A_ONE.sub(r"52\1", wa_id) if WITH_A_ONE.fullmatch(wa_id) else wa_id


def _read(raw: dict[str, Any], bare: Bare) -> Said | None:
    """A message of which we can make nothing is still a citizen who waits."""
    try:
        message = msgspec.convert(raw, Message)
    except msgspec.ValidationError:
        return "", {"unsupported": bare.type}
    if message.system is not None:
        return _system(message.system)
    read = READERS.get(message.type)
    return (read(message) if read else None) or _unsupported(message)


def _unsupported(message: Message) -> Said:
    kind = message.unsupported.type if message.unsupported else message.type
    return "", {"unsupported": kind}


def _system(system: System) -> Said | None:
    if system.type not in MOVED:
        return None
    new = system.new_wa_id or system.wa_id
    return "", {"system": system.type, **({"new": new} if new else {})}


def _text(message: Message) -> Said | None:
    return (message.text.body, {}) if message.text else None


def _file(message: Message) -> Said | None:
    media: Media | None = getattr(message, message.type)
    if media is None:
        return None
    facts = {"id": media.id, "name": media.filename, "type": media.mime_type}
    known = {fact: value for fact, value in facts.items() if value is not None}
    return media.caption, {"attachments": [{"kind": _kind(message.type, media), **known}]}


def _kind(kind: str, media: Media) -> str:
    """As the other channels call it."""
    if kind == "image":
        return "photo"
    return "voice" if media.voice else kind


def _location(message: Message) -> Said | None:
    place = message.location
    if place is None:
        return None
    text = ", ".join(part for part in (place.name, place.address) if part)
    return text, {"location": {"lat": place.latitude, "lon": place.longitude}}


def _contacts(message: Message) -> Said | None:
    cards = [_card(each, message.wa_id) for each in message.contacts]
    if not cards:
        return None
    first = next((card for card in cards if card["phone"]), cards[0])
    others = [f"{card['name']} {card['phone'] or ''}".strip() for card in cards if card != first]
    return "\n".join(others), {"contact": first}


def _card(contact: Contact, sender: str) -> dict[str, Any]:
    """A phone number; `own` says that it is that of the citizen who sent it."""
    phone = contact.phones[0] if contact.phones else Phone()
    digits = re.sub(r"\D", "", phone.phone or phone.wa_id or "")
    return {
        "phone": phone.phone or phone.wa_id,
        "name": contact.name.formatted_name,
        "own": bool(digits) and canonical(digits) == canonical(sender),
    }


def _chosen(message: Message) -> Said | None:
    reply = message.interactive
    choice = (reply.button_reply or reply.list_reply) if reply else None
    return (choice.title, {"payload": choice.id}) if choice else None


def _template_button(message: Message) -> Said | None:
    """A button of a template gives back its own words unless another payload was set."""
    button = message.button
    if button is None:
        return None
    is_ours = button.payload and button.payload != button.text
    return button.text, {"payload": button.payload} if is_ours else {}


def _reaction(message: Message) -> Said | None:
    reaction = message.reaction
    if reaction is None:
        return None
    return reaction.emoji, {"reaction": reaction.message_id}


def _deleted(message: Message) -> Said | None:
    return ("", {"deletes": message.revoke.original_message_id}) if message.revoke else None


def _edited(message: Message) -> Said | None:
    if message.edit is None:
        return None
    bare = Bare(message.id, message.sender, message.from_user_id, message.timestamp)
    new = {"id": message.id, "from": message.wa_id, **message.edit.message}
    said = _read(new, bare)
    if said is None:
        return None
    text, content = said
    return text, {**content, "edit_of": message.edit.original_message_id}


def _order(message: Message) -> Said | None:
    return (message.order.text, {"unsupported": "order"}) if message.order else None


READERS: dict[str, Callable[[Message], Said | None]] = {
    "text": _text,
    "image": _file,
    "video": _file,
    "audio": _file,
    "document": _file,
    "sticker": _file,
    "location": _location,
    "contacts": _contacts,
    "interactive": _chosen,
    "button": _template_button,
    "reaction": _reaction,
    "revoke": _deleted,
    "edit": _edited,
    "order": _order,
}
