"""A citizen's message on its way to the log: the busiest call, so it does only what it must."""

import asyncio
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct
from sqlalchemy import select
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from bot.channels.webchat.chat import CHANNEL, WebChat
from bot.channels.webchat.problems import Problem
from bot.intake import NotRecorded
from handoff.exchanges import Inbound, Recorded
from handoff.store.models import Attachment

LONGEST_TEXT = 4_000
LARGEST_BODY = 64 * 1024  # the longest text, every character of it escaped, and room to spare
MOST_ATTACHMENTS = 10
Id = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"\A[^\x00-\x1f\x7f]+\Z")]


class Location(Struct):
    lat: Annotated[float, Meta(ge=-90, le=90)]
    lon: Annotated[float, Meta(ge=-180, le=180)]


class Said(Struct):
    """What a client sends."""

    id: Id
    text: str | None = None
    payload: Annotated[str, Meta(max_length=200)] | None = None
    attachments: Annotated[list[Id], Meta(max_length=MOST_ATTACHMENTS)] = []
    location: Location | None = None

    @property
    def has_more_than_text(self) -> bool:
        return bool(self.payload or self.location or self.attachments)


_decode = msgspec.json.Decoder(Said).decode


class Messages:
    """POST /chat/messages, a plain ASGI endpoint: 202 with the cursor, once the message is durably
    in the log."""

    def __init__(self, chat: WebChat) -> None:
        self._chat = chat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            recorded = await self._record(scope, receive)
        except Problem as problem:
            await problem.response()(scope, receive, send)
            return
        except ClientDisconnect:  # in the middle of what it had to say: nobody is left to answer
            return
        body = b'{"cursor":"%d"}' % recorded.exchange_id
        length = b"%d" % len(body)
        headers = [(b"content-type", b"application/json"), (b"content-length", length)]
        await send({"type": "http.response.start", "status": 202, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _record(self, scope: Scope, receive: Receive) -> Recorded:
        chat = self._chat
        address = chat.bearer(_authorization(scope))
        said = _read(await _body(receive))
        content = await _content(chat, address, said) if said.has_more_than_text else None
        # PostgreSQL cannot hold NUL, and nobody types it.
        text = (said.text or "").replace("\0", "")
        if not content and not text.strip():
            raise Problem(422, "Escriba un mensaje.")
        key = f"{CHANNEL}:{address}:{said.id}"
        try:
            return await chat.intake.record(
                Inbound(CHANNEL, address, key, text, chat.now(), None, content)
            )
        except NotRecorded:
            raise Problem(
                503,
                "Su mensaje no se guardó. Envíelo de nuevo en un momento.",
                {"retry-after": "2"},
            ) from None


def _authorization(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"authorization":
            return str(value, "latin-1")
    return ""


async def _body(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunk: bytes = message.get("body", b"")
        body = body + chunk if body else chunk
        if len(body) > LARGEST_BODY:
            raise _too_long()
        if not message.get("more_body"):
            return body


def _read(body: bytes) -> Said:
    try:
        said = _decode(body)
    except msgspec.ValidationError as error:
        raise Problem(422, f"El mensaje no tiene la forma esperada: {error}") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Problem(400, "El mensaje no es JSON.") from None
    if len(said.text or "") > LONGEST_TEXT:
        raise _too_long()
    return said


def _too_long() -> Problem:
    return Problem(413, f"El mensaje puede tener hasta {LONGEST_TEXT:,} caracteres.")


async def _content(chat: WebChat, address: str, said: Said) -> dict[str, Any] | None:
    content: dict[str, Any] = {}
    if said.payload:
        content["payload"] = said.payload.replace("\0", "")
    if said.location:
        content["location"] = msgspec.structs.asdict(said.location)
    if said.attachments:
        content["attachments"] = await asyncio.to_thread(_named, chat, address, said.attachments)
    return content or None


def _named(chat: WebChat, address: str, wanted: list[str]) -> list[dict[str, Any]]:
    """The attachments, in the order asked for. Raises Problem if one is not of this citizen."""
    with chat.store.reading() as session:
        rows = session.scalars(
            select(Attachment).where(Attachment.key.in_(wanted), Attachment.address == address)
        )
        found = {row.key: _described(row) for row in rows}
    try:
        return [found[each] for each in dict.fromkeys(wanted)]
    except KeyError:
        raise Problem(422, "Uno de los archivos ya no está. Adjúntelo de nuevo.") from None


def _described(row: Attachment) -> dict[str, Any]:
    family = row.type.partition("/")[0]
    kind = "document" if family == "application" else family
    return {"kind": kind, "id": row.key, "name": row.name, "type": row.type, "size": row.size}
