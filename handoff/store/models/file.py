"""Files that citizens send: what each is, where it belongs, and what became of it."""

import enum
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from handoff.store.models.base import Base, BigId, one_of
from handoff.store.models.conversation import Exchange


class FileState(enum.StrEnum):
    """owed: its channel has it still; unchecked: here, and kept apart until the virus scanner has
    seen it; kept: may be given out; refused: we do not keep it; failed: it could not be had."""

    owed = "owed"
    unchecked = "unchecked"
    kept = "kept"
    refused = "refused"
    failed = "failed"


class Attachment(Base):
    """A file of a citizen; its bytes are on disk under their digest.

    `exchange_id` and `position` are its place in the log: None while it was sent to us and not yet
    said. One row for each place, so nothing is fetched twice. `reason`: a short code, why it is
    refused or failed. `try_at`: when an owed or unchecked one is looked at again.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        UniqueConstraint("exchange_id", "position"),
        CheckConstraint(
            "(state IN ('kept', 'unchecked')) = (sha256 IS NOT NULL)", name="kept_has_content"
        ),
        CheckConstraint(
            "(state IN ('refused', 'failed')) = (reason IS NOT NULL)", name="loss_has_reason"
        ),
        Index(
            "attachment_open",
            "try_at",
            sqlite_where=text("state IN ('owed', 'unchecked')"),
            postgresql_where=text("state IN ('owed', 'unchecked')"),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    channel: Mapped[str]
    address: Mapped[str] = mapped_column(index=True)
    exchange_id: Mapped[int | None] = mapped_column(ForeignKey(Exchange.id))
    position: Mapped[int | None]
    name: Mapped[str]
    type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str | None]
    at: Mapped[datetime]
    state: Mapped[FileState] = mapped_column(one_of(FileState))
    reason: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    try_at: Mapped[datetime | None]
