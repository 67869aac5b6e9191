"""Files that citizens send: known by content, kept under their digest, given to their owner."""

import asyncio
import hashlib
import os
import tempfile
from collections.abc import AsyncGenerator
from pathlib import Path, PurePath
from typing import BinaryIO

import msgspec
import puremagic
from sqlalchemy import select
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from bot.channels.webchat.chat import WebChat
from bot.channels.webchat.problems import Problem, too_often
from handoff.store import keys
from handoff.store.models import Attachment

LARGEST = 10 * 1024 * 1024
ENVELOPE = 64 * 1024  # what the multipart form adds around the file
SUFFIXES = {
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "image/gif": (".gif",),
    "application/pdf": (".pdf",),
    "audio/ogg": (".ogg", ".oga", ".opus"),
    "audio/mpeg": (".mp3", ".mpga"),
    "audio/mp4": (".m4a", ".f4a"),
    "video/mp4": (".mp4", ".m4v"),
    "video/3gpp": (".3gp", ".3ga"),
    "video/quicktime": (".mov",),
}
# puremagic knows some of them by another name, and some by their suffix alone.
ALSO = {"application/ogg": "audio/ogg", ".oga": "audio/ogg", ".m4a": "audio/mp4"}
LONGEST_NAME = 120
# Whatever a file holds, a browser that opens it runs nothing.
SAFE = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, max-age=86400",
}


async def post_attachment(chat: WebChat, request: Request) -> Response:
    """201 with the id to name in a message."""
    address = chat.bearer(request.headers.get("authorization", ""))
    if wait := chat.uploads.take(address, chat.now()):
        raise too_often(wait)
    async with _Form(request) as file:
        row = await asyncio.to_thread(_keep, chat, address, file)
    body = {"id": row.key, "name": row.name, "type": row.type, "size": row.size}
    return Response(msgspec.json.encode(body), 201, media_type="application/json")


async def get_attachment(chat: WebChat, request: Request) -> Response:
    """The file, for whoever sent it."""
    address = chat.bearer(request.headers.get("authorization", ""))
    row = await asyncio.to_thread(_find, chat, address, request.path_params["key"])
    path = place(chat.attachments, row.sha256) if row else None
    if row is None or path is None or not await asyncio.to_thread(path.is_file):
        raise Problem(404, "No hay un archivo así en esta conversación.")
    return FileResponse(path, headers=SAFE, media_type=row.type, filename=row.name)


def place(folder: Path, sha256: str) -> Path:
    """Where the bytes of a file are."""
    return folder / sha256[:2] / sha256


class _Form:
    """The one file of a multipart form, refused while it is read if it is too large."""

    def __init__(self, request: Request) -> None:
        self._request = request

    async def __aenter__(self) -> UploadFile:
        try:
            parser = MultiPartParser(self._request.headers, self._limited(), max_files=1)
            self._form = await parser.parse()
        except (MultiPartException, KeyError):
            raise Problem(400, "El archivo no llegó completo; envíelo de nuevo.") from None
        for value in self._form.values():
            if isinstance(value, UploadFile):
                return value
        raise Problem(422, "Falta el archivo.")

    async def __aexit__(self, *_: object) -> None:
        await self._form.close()

    async def _limited(self) -> AsyncGenerator[bytes, None]:
        read = 0
        async for chunk in self._request.stream():
            read += len(chunk)
            if read > LARGEST + ENVELOPE:
                raise _too_large()
            yield chunk


def _too_large() -> Problem:
    return Problem(413, f"El archivo puede pesar hasta {LARGEST // 1024 // 1024} MB.")


def _keep(chat: WebChat, address: str, file: UploadFile) -> Attachment:
    if (file.size or 0) > LARGEST:
        raise _too_large()
    kind = _kind(file)
    sha256 = _store(chat.attachments, file.file)
    row = Attachment(
        key=keys.opaque(),
        address=address,
        name=_name(file.filename or "", kind),
        type=kind,
        size=file.size or 0,
        sha256=sha256,
        at=chat.now(),
    )
    with chat.store.transaction() as session:
        session.add(row)
    return row


def _kind(file: UploadFile) -> str:
    """The type that the content shows. Raises Problem 415 if it is not one of ours, or if it is
    of another family than was declared."""
    kind = _recognised(file.file)
    declared = (file.content_type or "").partition("/")[0]
    families = {kind.partition("/")[0]} if kind else set()
    if families & {"audio", "video"}:  # the same containers hold both
        families |= {"audio", "video"}
    generic = file.content_type in (None, "", "application/octet-stream", "application/ogg")
    if kind is None or not (generic or declared in families):
        raise Problem(
            415, "Puede enviar fotos, PDF, audio o video. Este archivo no es de esos tipos."
        )
    return kind


def _recognised(file: BinaryIO) -> str | None:
    try:
        matches = puremagic.magic_stream(file)
    except (puremagic.PureError, ValueError):
        return None
    finally:
        file.seek(0)
    for match in matches:
        names = (match.mime_type, ALSO.get(match.mime_type), ALSO.get(match.extension))
        if found := next((name for name in names if name in SUFFIXES), None):
            return found
        if match.mime_type:
            return None
    return None


def _store(folder: Path, file: BinaryIO) -> str:
    """Write the bytes durably under their digest, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as writing:
        try:
            while chunk := file.read(256 * 1024):
                digest.update(chunk)
                writing.write(chunk)
            writing.flush()
            os.fsync(writing.fileno())
        except OSError:
            Path(writing.name).unlink()
            raise
    kept = place(folder, digest.hexdigest())
    kept.parent.mkdir(exist_ok=True)
    Path(writing.name).replace(kept)
    return digest.hexdigest()


def _name(given: str, kind: str) -> str:
    """The name it came with, free of paths and controls, with a suffix that tells the truth."""
    last = PurePath(given.replace("\\", "/")).name
    plain = "".join(letter for letter in last if letter.isprintable())
    stem, suffix = PurePath(plain).stem, PurePath(plain).suffix
    true = suffix if suffix.lower() in SUFFIXES[kind] else SUFFIXES[kind][0]
    return f"{stem[:LONGEST_NAME] or 'archivo'}{true}"


def _find(chat: WebChat, address: str, key: str) -> Attachment | None:
    with chat.store.reading() as session:
        return session.scalar(
            select(Attachment).where(Attachment.key == key, Attachment.address == address)
        )
