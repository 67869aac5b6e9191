"""Buttons that were shown to a citizen and are done with."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from handoff.store.models.base import Base
from handoff.store.models.conversation import Exchange


class Keyboard(Base):
    """The message that holds them is to be shown without them, and with the label that was
    `chosen`, if one was. `try_at` is null once that was done or given up."""

    __tablename__ = "keyboard"
    __table_args__ = (
        Index(
            "keyboard_due",
            "try_at",
            sqlite_where=text("try_at IS NOT NULL"),
            postgresql_where=text("try_at IS NOT NULL"),
        ),
    )

    exchange_id: Mapped[int] = mapped_column(
        ForeignKey(Exchange.id), primary_key=True, autoincrement=False
    )
    chosen: Mapped[str | None]
    spent_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    try_at: Mapped[datetime | None]
