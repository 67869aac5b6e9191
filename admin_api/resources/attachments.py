"""The files that citizens sent, for who may read their conversation."""

from typing import Annotated

from fastapi import APIRouter, Header, Response
from fastapi.responses import FileResponse

from admin_api import errors
from admin_api.access import Writing
from handoff import audit, sight
from handoff.files import kinds, reading
from handoff.files.reading import AttachmentNotFound
from handoff.files.serving import SAFE
from handoff.store.models import Attachment

router = APIRouter(prefix="/conversations", tags=["Conversaciones"])
# Kept by the browser, and asked for anew each time: so that each look is written down.
CACHE = {"cache-control": "private, no-cache"}
SHOWN = ("image", "audio", "video")  # in the browser; all else is saved


@router.get(
    "/{id}/attachments/{key}",
    summary="Un archivo de la persona",
    description="`key` es el `id` del adjunto en el diálogo. Solo se entregan los que están en "
    "`kept`. Cada lectura queda en la bitácora de accesos.",
    response_class=Response,
    responses=errors.documented(404, 409)
    | {
        200: {"content": {each: {} for each in kinds.SUFFIXES}},
        304: {"description": "Sin cambios"},
    },
)
def get_attachment(
    id: str, key: str, work: Writing, if_none_match: Annotated[str, Header()] = ""
) -> Response:
    conversation = sight.conversation(work.session, id, work.person)
    row = reading.kept(work.session, conversation, key)
    if not sight.reads(work.session, row.exchange_id, work.person):
        raise AttachmentNotFound
    path = work.staff.shelf.place(row.sha256) if work.staff.shelf and row.sha256 else None
    if path is None or not path.is_file():
        raise AttachmentNotFound
    audit.write(work.session, work.person, "read", f"attachment:{row.key}", work.now)
    headers = {**SAFE, **CACHE, "etag": f'"{row.sha256}"'}
    if f'"{row.sha256}"' in if_none_match:
        return Response(status_code=304, headers=headers)
    return FileResponse(
        path,
        headers=headers,
        media_type=row.type,
        filename=row.name,
        content_disposition_type=_disposition(row),
    )


def _disposition(row: Attachment) -> str:
    return "inline" if kinds.family(row.type) in SHOWN else "attachment"
