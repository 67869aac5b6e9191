"""Ticks: runs the table of jobs by the clock, in one process of the installation at a time."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from handoff import schedule
from handoff.schedule import Job
from handoff.store import Store

LEADER = 0x56454E54  # the advisory lock of PostgreSQL that the leading clock holds
ASK_EVERY = 5.0  # seconds between two tries to lead

log = logging.getLogger(__name__)


class Clockwork:
    """APScheduler in memory, for ticks only: what is due is in rows."""

    def __init__(self, store: Store, jobs: Sequence[Job], now: Callable[[], datetime]) -> None:
        self._store = store
        self._jobs = jobs
        self._now = now
        self.last_tick: datetime | None = None

    async def run(self) -> None:
        """Tick until cancelled, whenever this process leads."""
        while True:
            with self._leadership() as leads:
                if leads:
                    await self._tick_while(leads)
            await asyncio.sleep(ASK_EVERY)

    async def _tick_while(self, leads: Callable[[], bool]) -> None:
        scheduler: Any = AsyncIOScheduler()
        for job in self._jobs:
            seconds = job.every.total_seconds()
            scheduler.add_job(
                self._tick, "interval", args=[job], seconds=seconds, max_instances=1, coalesce=True
            )
            await self._tick(job)
        scheduler.start()
        try:
            while await asyncio.to_thread(leads):  # noqa: ASYNC110 - the lock rings no bell
                await asyncio.sleep(ASK_EVERY)
        finally:
            scheduler.shutdown(wait=False)

    async def _tick(self, job: Job) -> None:
        try:
            await asyncio.to_thread(schedule.run, self._store, job, self._now())
        except Exception:  # a supervisor: one job that fails must not stop the clock
            log.exception("job %s failed", job.name)
        self.last_tick = self._now()

    @contextlib.contextmanager
    def _leadership(self) -> Iterator[Callable[[], bool] | None]:
        """A question to repeat while leading, or None if another process leads."""
        if self._store.is_sqlite:
            yield lambda: True
            return
        try:
            with self._store.engine.connect() as connection:
                connection.detach()  # closed at the end, and the lock with it
                lock = text("SELECT pg_try_advisory_lock(:key)")
                leads = connection.scalar(lock, {"key": LEADER})
                connection.rollback()
                yield (lambda: _is_alive(connection)) if leads else None
        except SQLAlchemyError:
            log.warning("the clock lost the database")
            yield None


def _is_alive(connection: Connection) -> bool:
    """The advisory lock lasts as long as its connection."""
    try:
        connection.execute(text("SELECT 1"))
        connection.rollback()
    except SQLAlchemyError:
        return False
    return True
