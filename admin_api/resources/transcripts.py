"""How one message of the log looks to the staff, in transcripts, in searches and live."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import Field

from admin_api.access import Work
from admin_api.resources.wording import View
from handoff import search, sight
from handoff.rules import folio
from handoff.store.models import Attachment, Author, Delivery, Direction, Exchange, FileState


class By(View):
    kind: Author
    name: str | None = Field(examples=["Elena Ruiz"])


class AttachmentView(View):
    """A file of the citizen. Its content: `GET /conversations/{id}/attachments/{key}`, where `key`
    is this `id`, once its state is `kept`."""

    id: str | None = None
    state: FileState = Field(
        FileState.failed,
        description="owed: se está descargando; unchecked: falta el antivirus; kept: se puede "
        "abrir; refused: no se guarda; failed: no se pudo descargar.",
    )
    reason: str | None = Field(None, examples=["too large"])
    kind: str | None = Field(None, examples=["photo"])
    name: str | None = None
    type: str | None = Field(None, examples=["image/jpeg"])
    size: int | None = None
    duration: int | None = Field(None, description="Segundos.")


class ButtonView(View):
    text: str
    payload: str


class LocationView(View):
    lat: float
    lon: float


class ContactView(View):
    phone: str | None = None
    name: str | None = None


class Piece(View):
    """Of a snippet: what was found, or what stands around it."""

    text: str
    is_match: bool


class Snippet(View):
    exchange: str = Field(description="Id del mensaje.")
    pieces: list[Piece] = Field(description="El fragmento, cortado donde coincide.")


class ExchangeView(View):
    """One message: of the citizen, of ours, or a note among staff."""

    id: str = Field(description="También es el cursor de lo que se escriba después.")
    at: datetime
    direction: Direction
    author: By
    text: str = Field(examples=["No sirve la lámpara de mi calle"])
    attachments: list[AttachmentView]
    buttons: list[ButtonView] = Field(description="Los que se le ofrecieron con el mensaje.")
    payload: str | None = Field(description="Del botón que eligió.")
    location: LocationView | None
    contact: ContactView | None
    edits: str | None = Field(description="Mensaje del canal que este corrige.")
    understanding: dict[str, Any] | None = Field(description="Lo que el asistente entendió.")
    delivery: Delivery | None = Field(description="Qué fue de un mensaje nuestro.")
    delivered_at: datetime | None = Field(
        description="Desde cuándo lo tiene la persona, si el canal lo dice."
    )
    seen_at: datetime | None = Field(description="Desde cuándo lo ha visto, si el canal lo dice.")
    is_withheld: bool = Field(
        False,
        description="Por entender: quien no la atiende ni supervisa lo lee cuando se sepa de qué "
        "trata.",
    )


def show_all(work: Work, rows: Sequence[Exchange]) -> list[ExchangeView]:
    """Messages of a conversation in sight; of those that may not be read yet, that they came."""
    read = {row.id for row in sight.rows(work.session, rows, work.person)}
    return [show(row) if row.id in read else _withheld(row) for row in rows]


def _withheld(exchange: Exchange) -> ExchangeView:
    seen = {
        "id": str(exchange.id),
        "at": exchange.at,
        "direction": exchange.direction,
        "author": By(kind=exchange.author, name=exchange.author_name),
        "text": "",
        "attachments": [],
        "buttons": [],
        "is_withheld": True,
    }
    return ExchangeView(**dict.fromkeys(ExchangeView.model_fields) | seen)


def show(exchange: Exchange) -> ExchangeView:
    content = exchange.content or {}
    return ExchangeView(
        id=str(exchange.id),
        at=exchange.at,
        direction=exchange.direction,
        author=By(kind=exchange.author, name=exchange.author_name),
        text=readable(exchange),
        attachments=_attachments(exchange, _all(content, "attachments")),
        buttons=[ButtonView(text=label, payload=data) for label, data in _all(content, "buttons")],
        payload=content.get("payload"),
        location=content.get("location"),
        contact=content.get("contact"),
        edits=_written(content.get("edit_of")),
        understanding=exchange.understanding,
        delivery=exchange.delivery,
        delivered_at=exchange.delivered_at,
        seen_at=exchange.seen_at,
    )


def _attachments(exchange: Exchange, told: list[dict[str, Any]]) -> list[AttachmentView]:
    """What the channel told of each file, and what became of it since."""
    if not told:
        return []
    rows = {row.position: row for row in exchange.files}
    return [_attachment(each, rows.get(place)) for place, each in enumerate(told)]


def _attachment(told: dict[str, Any], row: Attachment | None) -> AttachmentView:
    seen = {name: told.get(name) for name in ("kind", "name", "type", "size", "duration")}
    if row is None:
        return AttachmentView(**seen)
    known = {"name": row.name, "type": row.type, "size": row.size}
    seen |= {name: value for name, value in known.items() if value}
    return AttachmentView(**seen, id=row.key, state=row.state, reason=row.reason)


def snippet(exchange: Exchange, query: str) -> list[Piece]:
    """The fragment of the message with the words that were searched for."""
    pieces = search.snippet(readable(exchange), query)
    return [Piece(text=text, is_match=is_match) for text, is_match in pieces]


def readable(exchange: Exchange) -> str:
    """The words, without the citizen's query key: where we gave it to them, or they told it."""
    is_receipt = exchange.author is Author.system
    return (folio.hide_key if is_receipt else folio.hide_told_key)(exchange.text)


def _all(content: dict[str, Any], name: str) -> list[Any]:
    return content.get(name) or []


def _written(value: object) -> str | None:
    return None if value is None else str(value)
