"""What runs by the clock: name, function, how often. Ticks only: every deadline is a row."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from handoff import proceedings, queue, search
from handoff.exchanges import seals
from handoff.rules import desk
from handoff.store import Store
from handoff.store.models import JobRun

KEPT = timedelta(days=2)  # how long the runs of jobs are remembered

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    name: str
    run: Callable[[Session, datetime], object]
    every: timedelta


def run(store: Store, job: Job, now: datetime) -> bool:
    """Run a job for the present slot of the clock, in one transaction. False if another process
    ran it already."""
    with store.transaction() as session:
        if not _is_first(session, job, now):
            return False
        job.run(session, now)
        return True


def alarm(session: Session, now: datetime) -> None:
    """Conversations that nobody took in time."""
    for handoff in queue.alarm(session, now):
        log.warning(
            "conversation %s waits since %s: %s",
            handoff.conversation.key,
            handoff.requested_at.isoformat(),
            handoff.reason,
        )


def seal(session: Session, now: datetime) -> None:
    """Every finished day gets its seal; a few minutes late, so that nothing is still being
    written for it."""
    zone = desk.load().zone
    seals.seal_until(session, (now - timedelta(minutes=5)).astimezone(zone).date(), zone, now)


def index(session: Session, _now: datetime) -> None:
    """The full-text index follows the log."""
    while search.catch_up(session):
        pass


def forget_runs(session: Session, now: datetime) -> None:
    session.execute(delete(JobRun).where(JobRun.slot < now - KEPT))


JOBS = (
    Job("alarm handoffs", alarm, every=timedelta(seconds=10)),
    Job("index the log", index, every=timedelta(seconds=5)),
    Job("seal days", seal, every=timedelta(minutes=10)),
    Job("conclude unanswered", proceedings.conclude_unanswered, every=timedelta(minutes=5)),
    Job("forget runs", forget_runs, every=timedelta(hours=6)),
)


def _is_first(session: Session, job: Job, now: datetime) -> bool:
    every = job.every.total_seconds()
    slot = datetime.fromtimestamp(now.timestamp() // every * every, tz=now.tzinfo)
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    claim = dialect.insert(JobRun).values(job=job.name, slot=slot, at=now)
    claimed = claim.on_conflict_do_nothing().returning(JobRun.job)
    return session.scalar(claimed) is not None
