"""What the running system itself remembers: secrets it made, jobs it ran, answers it gave."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from handoff.store.models.base import Base, BigId
from handoff.store.models.person import Person


class Secret(Base):
    """A random key made on first use and shared by every process of the installation."""

    __tablename__ = "secret"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class JobRun(Base):
    """A job ran for a slot of the clock: the primary key makes a second run impossible."""

    __tablename__ = "job_run"

    job: Mapped[str] = mapped_column(primary_key=True)
    slot: Mapped[datetime] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class Reading(Base):
    """How far a follower of the log has read (the full-text index, for one)."""

    __tablename__ = "reading"

    follower: Mapped[str] = mapped_column(primary_key=True)
    exchange_id: Mapped[int] = mapped_column(BigId)


class Answered(Base):
    """What a person's request was answered, so that its repeat gets the same and does nothing."""

    __tablename__ = "answered"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
    status: Mapped[int | None]
    body: Mapped[str | None]
    media_type: Mapped[str | None]
    etag: Mapped[str | None]
