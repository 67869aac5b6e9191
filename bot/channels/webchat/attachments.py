"""Files that citizens send before the message that names them, and get back."""

import asyncio
from collections.abc import AsyncGenerator

import msgspec
from sqlalchemy import select
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from bot.channels.webchat.chat import CHANNEL, WebChat
from bot.channels.webchat.problems import Problem, too_often
from handoff.files import kinds, owing
from handoff.files.serving import SAFE
from handoff.files.unwanted import Unwanted, Why
from handoff.store.models import Attachment, FileState

ENVELOPE = 64 * 1024  # what the multipart form adds around the file
# Why a file is not taken: the status, and what the citizen reads.
REFUSALS = {
    Why.kind: (415, "Puede enviar fotos, PDF, audio o video. Este archivo no es de esos tipos."),
    Why.broken: (415, "El archivo está dañado o incompleto. Envíelo de nuevo o elija otro."),
    Why.too_many_pixels: (413, "La imagen es demasiado grande. Envíela con menor resolución."),
    Why.infected: (415, "El antivirus encontró un problema en este archivo; no se guardó."),
}


async def post_attachment(chat: WebChat, request: Request) -> Response:
    """201 with the id to name in a message."""
    address = chat.bearer(request.headers.get("authorization", ""))
    if wait := chat.uploads.take(address, chat.now()):
        raise too_often(wait)
    async with _Form(request) as file:
        loop = asyncio.get_running_loop()
        row = await loop.run_in_executor(chat.files.threads, _keep, chat, address, file)
    body = {"id": row.key, "name": row.name, "type": row.type, "size": row.size}
    return Response(msgspec.json.encode(body), 201, media_type="application/json")


async def get_attachment(chat: WebChat, request: Request) -> Response:
    """The file, for whoever sent it."""
    address = chat.bearer(request.headers.get("authorization", ""))
    row = await asyncio.to_thread(_find, chat, address, request.path_params["key"])
    if row is not None and row.state is FileState.unchecked:
        raise Problem(503, "El archivo se está revisando.", {"retry-after": "60"})
    path = chat.files.shelf.place(row.sha256) if row and row.sha256 else None
    if row is None or path is None or not await asyncio.to_thread(path.is_file):
        raise Problem(404, "No hay un archivo así en esta conversación.")
    headers = SAFE | {"cache-control": "private, max-age=86400"}
    return FileResponse(path, headers=headers, media_type=row.type, filename=row.name)


class _Form:
    """The one file of a multipart form, refused while it is read if it is too large."""

    def __init__(self, request: Request) -> None:
        self._request = request

    async def __aenter__(self) -> UploadFile:
        try:
            parser = MultiPartParser(self._request.headers, self._limited(), max_files=1)
            self._form = await parser.parse()
        except (MultiPartException, KeyError):
            raise _cut_short() from None
        for value in self._form.values():
            if isinstance(value, UploadFile):
                return value
        # The parser forgets a file whose end did not come.
        if unfinished := parser._files_to_close_on_error:
            for file in unfinished:
                file.close()
            raise _cut_short()
        raise Problem(422, "Falta el archivo.")

    async def __aexit__(self, *_: object) -> None:
        await self._form.close()

    async def _limited(self) -> AsyncGenerator[bytes, None]:
        read = 0
        async for chunk in self._request.stream():
            read += len(chunk)
            if read > kinds.LARGEST + ENVELOPE:
                raise _too_large(kinds.LARGEST)
            yield chunk


def _cut_short() -> Problem:
    return Problem(400, "El archivo no llegó completo; envíelo de nuevo.")


def _too_large(most: int) -> Problem:
    return Problem(413, f"El archivo puede pesar hasta {most // kinds.MEGABYTE} MB.")


def _keep(chat: WebChat, address: str, file: UploadFile) -> Attachment:
    try:
        taken = chat.files.take(file.file, file.content_type or "")
    except Unwanted as unwanted:
        raise _refusal(unwanted, file) from None
    name = kinds.clean_name(file.filename or "", taken.type)
    with chat.store.transaction() as session:
        return owing.sent(session, CHANNEL, address, name, taken, chat.now())


def _refusal(unwanted: Unwanted, file: UploadFile) -> Problem:
    if unwanted.why is Why.too_large:
        return _too_large(kinds.MOST[kinds.family(kinds.recognise(file.file))])
    return Problem(*REFUSALS[unwanted.why])


def _find(chat: WebChat, address: str, key: str) -> Attachment | None:
    wanted = select(Attachment).where(
        Attachment.key == key, Attachment.channel == CHANNEL, Attachment.address == address
    )
    with chat.store.reading() as session:
        return session.scalar(wanted)
