"""Events that many citizens tell of at once, as who supervises marked them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from handoff.store.models.base import Base, BigId
from handoff.store.models.person import Person


class MassEvent(Base):
    """The same matter in one place: a whole municipality where there is no colonia. It goes on from
    `since`, until `until` if that is known, or until it is ended."""

    __tablename__ = "mass_event"
    __table_args__ = (
        CheckConstraint("until IS NULL OR until > since", name="until_follows_since"),
        CheckConstraint("(ended_at IS NULL) = (ended_by_id IS NULL)", name="ended_by_somebody"),
        Index("mass_event_of_place", "category", "municipality"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    category: Mapped[str]
    municipality: Mapped[str]
    colonia: Mapped[str | None]
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    words: Mapped[str]  # what citizens are told of it
    marked_at: Mapped[datetime]
    marked_by_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))

    marked_by: Mapped[Person] = relationship(lazy="raise_on_sql", foreign_keys=marked_by_id)
