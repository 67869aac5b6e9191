"""The people of the desk, their sessions, and what they looked at."""

import enum
from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from handoff.store.models.base import Base, BigId, one_of


class Role(enum.StrEnum):
    """Each role can do what the one before it can."""

    analyst = "analyst"
    supervisor = "supervisor"
    admin = "admin"


class Person(Base):
    """Someone who works at the desk."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(one_of(Role))
    password_hash: Mapped[str]
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
    failed_logins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]

    @property
    def supervises(self) -> bool:
        return self.role is not Role.analyst


class StaffSession(Base):
    """A login. Only the token's digest is kept."""

    __tablename__ = "staff_session"

    token_digest: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    open_at: Mapped[datetime | None]  # when a screen of it was open last
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise_on_sql")


class Audit(Base):
    """Who looked at or changed what, and when."""

    __tablename__ = "audit"
    __table_args__ = (Index("audit_by_time", "at"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    action: Mapped[str]
    subject: Mapped[str]
