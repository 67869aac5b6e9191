"""Conversations, the exchange log, the queue of handoffs, and the seals over the log."""

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from handoff.rules import catalogue
from handoff.store.models.base import Base, BigId, one_of, only
from handoff.store.models.person import Person


class Owner(enum.StrEnum):
    """Who speaks with the citizen now."""

    bot = "bot"
    queue = "queue"
    analyst = "analyst"
    closed = "closed"


class Conversation(Base):
    """One attention from first message to closure: a person on a channel has one open at most."""

    __tablename__ = "conversation"
    __table_args__ = (
        CheckConstraint("(owner = 'analyst') = (analyst_id IS NOT NULL)", name="analyst_is_owner"),
        CheckConstraint("(owner = 'closed') = (closed_at IS NOT NULL)", name="closed_is_owner"),
        Index(
            "one_open_conversation",
            "channel",
            "address",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("conversation_of_address", "address", "channel"),
        Index("conversation_by_last", "last_at"),
        Index(
            "conversation_idle",
            "idle_at",
            sqlite_where=text("idle_at IS NOT NULL"),
            postgresql_where=text("idle_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    channel: Mapped[str]
    address: Mapped[str]
    name: Mapped[str | None]
    owner: Mapped[Owner] = mapped_column(one_of(Owner), default=Owner.bot)
    analyst_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
    opened_at: Mapped[datetime]
    last_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closing: Mapped[str | None]  # attended | abandoned | cancelled
    category: Mapped[str | None]
    is_reserved: Mapped[bool] = mapped_column(default=False, server_default=false())
    notice_version: Mapped[str | None]
    notice_at: Mapped[datetime | None]
    notice_refused_at: Mapped[datetime | None]
    dialogue: Mapped[dict[str, Any] | None]
    idle_at: Mapped[datetime | None]
    idle_step: Mapped[str | None]  # what happens then: remind | pause | end | abandon
    length: Mapped[int] = mapped_column(default=0)
    head: Mapped[str] = mapped_column(default="")

    analyst: Mapped[Person | None] = relationship(lazy="raise_on_sql")

    @validates("category")
    def _reserve(self, _name: str, category: str | None) -> str | None:
        """What was once about a reserved matter stays reserved: see `handoff.sight`."""
        if catalogue.is_reserved(category):
            self.is_reserved = True
        return category


class Direction(enum.StrEnum):
    inbound = "in"
    outbound = "out"
    note = "note"


class Author(enum.StrEnum):
    citizen = "citizen"
    bot = "bot"
    analyst = "analyst"
    system = "system"


class Delivery(enum.StrEnum):
    """What became of a message we owe."""

    owed = "owed"
    sending = "sending"
    delivered = "delivered"
    unknown = "unknown"
    refused = "refused"
    dropped = "dropped"


class Exchange(Base):
    """One message of the log. What was said never changes and is chained by `digest`;
    what became of it (understanding, handling, delivery) is filled in later."""

    __tablename__ = "exchange"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"),
        only("direction", Direction),
        only("author", Author),
        only("delivery", Delivery),
        Index(
            "exchange_unhandled",
            "id",
            sqlite_where=text("direction = 'in' AND handled_at IS NULL"),
            postgresql_where=text("direction = 'in' AND handled_at IS NULL"),
        ),
        Index(
            "exchange_owed",
            "conversation_id",
            sqlite_where=text("delivery IN ('owed', 'sending')"),
            postgresql_where=text("delivery IN ('owed', 'sending')"),
        ),
        Index(
            "exchange_of_channel",
            "channel_message_id",
            sqlite_where=text("channel_message_id IS NOT NULL"),
            postgresql_where=text("channel_message_id IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey(Conversation.id))
    seq: Mapped[int]
    direction: Mapped[Direction] = mapped_column(one_of(Direction, checked=False))
    author: Mapped[Author] = mapped_column(one_of(Author, checked=False))
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    author_name: Mapped[str | None]
    received_key: Mapped[str | None] = mapped_column(unique=True)
    text: Mapped[str]
    content: Mapped[dict[str, Any] | None]
    received_at: Mapped[datetime]
    at: Mapped[datetime]
    digest: Mapped[str]

    understanding: Mapped[dict[str, Any] | None]
    handled_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0, server_default="0")
    delivery: Mapped[Delivery | None] = mapped_column(one_of(Delivery, checked=False))
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    try_at: Mapped[datetime | None]  # not before: ours is sent, theirs is answered
    held_after: Mapped[int | None] = mapped_column(BigId)  # until the citizen writes after this one
    delivered_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    channel_message_id: Mapped[str | None]
    delivery_reason: Mapped[str | None]

    conversation: Mapped[Conversation] = relationship(lazy="raise_on_sql")
    # Attachments, which know of exchanges themselves.
    files: Mapped[list[Any]] = relationship("Attachment", lazy="raise_on_sql", viewonly=True)

    @property
    def waits_for_the_desk(self) -> bool:
        return self.direction is Direction.inbound and self.handled_at is None


class Handoff(Base):
    """A conversation that waits for a person, or had one."""

    __tablename__ = "handoff"
    __table_args__ = (
        Index(
            "one_open_handoff",
            "conversation_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("handoff_by_claim", "claimed_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey(Conversation.id), index=True)
    reason: Mapped[str]
    priority: Mapped[int]  # 0 danger to life now .. 3 low
    requested_at: Mapped[datetime]
    alarm_at: Mapped[datetime]
    alarmed_at: Mapped[datetime | None]
    claimed_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    claimed_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]  # closed | returned | abandoned | cancelled

    conversation: Mapped[Conversation] = relationship(lazy="raise_on_sql")
    analyst: Mapped[Person | None] = relationship(lazy="raise_on_sql")


class Seal(Base):
    """The digest over every chain head that moved in a day, chained to the seal before it."""

    __tablename__ = "seal"

    day: Mapped[date] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    conversations: Mapped[int]
    exchanges: Mapped[int]
    digest: Mapped[str]
