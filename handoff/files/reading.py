"""Which files may be given out, and why others may not."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from handoff.store.models import Attachment, Case, Conversation, Exchange, FileState

LOST = (FileState.refused, FileState.failed)
NOT_KEPT = {
    FileState.owed: "El archivo todavía no se descarga del canal.",
    FileState.unchecked: "El archivo espera la revisión del antivirus.",
    FileState.refused: "El archivo no se guardó.",
    FileState.failed: "El archivo no se pudo descargar.",
}


class AttachmentNotFound(LookupError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("No hay un archivo así en esta conversación.")


class AttachmentNotKept(RuntimeError):  # noqa: N818
    """It is known, and may not be given out: not yet, or never."""

    def __init__(self, state: FileState) -> None:
        super().__init__(NOT_KEPT[state])


def kept(session: Session, conversation: Conversation, key: str) -> Attachment:
    """A file of a message of this conversation that may be given out. Raises AttachmentNotFound,
    AttachmentNotKept."""
    row = session.scalar(
        select(Attachment)
        .join(Exchange, Exchange.id == Attachment.exchange_id)
        .where(Attachment.key == key, Exchange.conversation_id == conversation.id)
    )
    if row is None:
        raise AttachmentNotFound
    if row.state is not FileState.kept:
        raise AttachmentNotKept(row.state)
    return row


def since_last_case(session: Session, conversation: Conversation) -> Iterator[dict[str, Any]]:
    """The files that were sent in this conversation after its last case was opened, as their
    channel described them, in order; without those that were lost."""
    cases = select(func.max(Case.opened_at)).where(Case.conversation_id == conversation.id)
    opened_at = session.scalar(cases)
    rows = (
        select(Attachment.position, Exchange.content)
        .join(Exchange, Exchange.id == Attachment.exchange_id)
        .where(Exchange.conversation_id == conversation.id, Attachment.state.not_in(LOST))
        .order_by(Exchange.id, Attachment.position)
    )
    if opened_at is not None:
        rows = rows.where(Exchange.received_at > opened_at)
    for position, content in session.execute(rows):
        yield (content or {}).get("attachments", [])[position]
