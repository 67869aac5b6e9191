"""Cases with their folio, whom they concern, and the events of cases and conversations."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from handoff.rules.case_states import CaseState
from handoff.store.models.base import Base, BigId, one_of
from handoff.store.models.conversation import Conversation
from handoff.store.models.person import Person


class Case(Base):
    """What a citizen asked for, under one folio."""

    __tablename__ = "case_file"
    __table_args__ = (
        Index("case_by_opening", "opened_at"),
        Index("case_by_state", "state"),
        Index(
            "case_to_confirm",
            "confirm_by",
            sqlite_where=text("confirm_by IS NOT NULL"),
            postgresql_where=text("confirm_by IS NOT NULL"),
        ),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answer_dated"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    folio: Mapped[str] = mapped_column(unique=True)
    key_digest: Mapped[str]
    conversation_id: Mapped[int] = mapped_column(ForeignKey(Conversation.id), index=True)
    channel: Mapped[str]
    category: Mapped[str]
    also: Mapped[str | None]  # a second topic of the same message
    level: Mapped[str]
    destination: Mapped[str]
    priority: Mapped[int]
    state: Mapped[CaseState] = mapped_column(one_of(CaseState))
    request: Mapped[str]
    facts: Mapped[dict[str, Any]]
    municipality: Mapped[str | None]
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    answer: Mapped[str | None]  # what the agency answered, as the citizen is to read it
    answered_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]  # when the citizen had the answer
    untold_at: Mapped[datetime | None]  # when news were withheld that nobody has told since
    missing: Mapped[str | None]  # what the citizen is asked to add
    confirm_by: Mapped[datetime | None]  # silence until then means that it is solved
    same_as_id: Mapped[int | None] = mapped_column(ForeignKey("case_file.id"), index=True)

    conversation: Mapped[Conversation] = relationship(lazy="raise_on_sql")


class Concern(Base):
    """A case is about this person of the desk, or may be: it is kept from them."""

    __tablename__ = "concern"

    case_id: Mapped[int] = mapped_column(ForeignKey(Case.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, index=True)


class FolioCounter(Base):
    """The last number given in a year."""

    __tablename__ = "folio_counter"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class Event(Base):
    """A change of state of a conversation or a case: who, when, from, to, why."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[datetime]
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey(Conversation.id), index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey(Case.id), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    actor: Mapped[str]
    verb: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]
    why: Mapped[str | None]
