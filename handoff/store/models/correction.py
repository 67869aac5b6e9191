"""Messages that were misunderstood, what is right, and whether the model is to learn it."""

import enum
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from handoff.store.models.base import Base, BigId, one_of
from handoff.store.models.conversation import Exchange
from handoff.store.models.person import Person


class Corrector(enum.StrEnum):
    """Who says that it was misunderstood."""

    citizen = "citizen"
    analyst = "analyst"


class CorrectionState(enum.StrEnum):
    pending = "pending"
    approved = "approved"
    rejected = "rejected"


class Correction(Base):
    """One message of a citizen that was misunderstood. `meant` is a key of the catalogue, or null
    while nobody has said what is right. `text` is what the model may learn: it is kept only once
    somebody has read it and found no personal data in it."""

    __tablename__ = "correction"
    __table_args__ = (
        CheckConstraint("(said_by = 'analyst') = (person_id IS NOT NULL)", name="analyst_named"),
        CheckConstraint(
            "(state = 'pending') = (decided_at IS NULL)"
            " AND (decided_at IS NULL) = (decided_by_id IS NULL)",
            name="decision_signed",
        ),
        CheckConstraint(
            "(state = 'approved') = (text IS NOT NULL)"
            " AND (state <> 'approved' OR meant IS NOT NULL)",
            name="approved_whole",
        ),
        CheckConstraint("meant IS NULL OR meant <> believed", name="is_disagreement"),
        Index("correction_by_state", "state", "id"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    exchange_id: Mapped[int] = mapped_column(ForeignKey(Exchange.id), unique=True)
    believed: Mapped[str]
    confidence: Mapped[float]
    meant: Mapped[str | None]
    said_by: Mapped[Corrector] = mapped_column(one_of(Corrector))
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    at: Mapped[datetime]
    state: Mapped[CorrectionState] = mapped_column(one_of(CorrectionState))
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    decided_at: Mapped[datetime | None]
    text: Mapped[str | None]

    exchange: Mapped[Exchange] = relationship(lazy="raise_on_sql")
    person: Mapped[Person | None] = relationship(lazy="raise_on_sql", foreign_keys=person_id)
    decided_by: Mapped[Person | None] = relationship(
        lazy="raise_on_sql", foreign_keys=decided_by_id
    )
