"""What Meta's messages look like, as far as we read them. What else they hold is let go.

See developers.facebook.com/documentation/business-messaging/whatsapp/webhooks, «messages».
"""

from datetime import UTC, datetime
from typing import Any

from msgspec import Struct, field


class Text(Struct):
    body: str


class Media(Struct):
    id: str
    mime_type: str | None = None
    caption: str = ""
    filename: str | None = None
    voice: bool = False


class Location(Struct):
    latitude: float
    longitude: float
    name: str = ""
    address: str = ""


class Name(Struct):
    formatted_name: str = ""


class Phone(Struct):
    phone: str | None = None
    wa_id: str | None = None


class Contact(Struct):
    name: Name = field(default_factory=Name)
    phones: list[Phone] = []


class Choice(Struct):
    id: str
    title: str = ""


class Interactive(Struct):
    button_reply: Choice | None = None
    list_reply: Choice | None = None


class Button(Struct):
    text: str = ""
    payload: str = ""


class Reaction(Struct):
    message_id: str
    emoji: str = ""


class Of(Struct):
    original_message_id: str


class Edit(Of):
    message: dict[str, Any]


class System(Struct):
    type: str
    wa_id: str | None = None
    new_wa_id: str | None = None


class Order(Struct):
    text: str = ""


class Unsupported(Struct):
    type: str


class Bare(Struct):
    """The least that must be there to know that a citizen wrote."""

    id: str
    sender: str = field(name="from", default="")
    # Who hides their number behind a user name has only this.
    from_user_id: str = ""
    timestamp: str = ""
    type: str = "unknown"
    group_id: str | None = None

    @property
    def wa_id(self) -> str:
        return self.sender or self.from_user_id

    def at(self, now: datetime) -> datetime:
        try:
            return datetime.fromtimestamp(int(self.timestamp), UTC)
        except (ValueError, OverflowError, OSError):
            return now


class Message(Bare):
    text: Text | None = None
    image: Media | None = None
    video: Media | None = None
    audio: Media | None = None
    document: Media | None = None
    sticker: Media | None = None
    location: Location | None = None
    contacts: list[Contact] = []
    interactive: Interactive | None = None
    button: Button | None = None
    reaction: Reaction | None = None
    revoke: Of | None = None
    edit: Edit | None = None
    system: System | None = None
    order: Order | None = None
    unsupported: Unsupported | None = None
