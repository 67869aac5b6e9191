"""Marks what reached the citizens' screens, many of them in one transaction."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from handoff import exchanges
from handoff.store import Store

log = logging.getLogger(__name__)


class Collecting:
    """While one group of marks is written, the next gathers. A mark that is lost does no harm: the
    client confirms again with the next cursor it brings."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._reached: dict[str, int] = {}
        self._writing: asyncio.Task[None] | None = None

    def mark(self, address: str, until_id: int) -> None:
        self._reached[address] = max(until_id, self._reached.get(address, 0))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())

    async def _write_all(self) -> None:
        try:
            while self._reached:
                group, self._reached = self._reached, {}
                await asyncio.to_thread(self._write, group)
        except SQLAlchemyError as error:
            log.warning("deliveries not marked: %s", type(error).__name__)
        finally:
            self._writing = None

    def _write(self, group: dict[str, int]) -> None:
        with self._store.transaction() as session:
            for address, until_id in sorted(group.items()):
                exchanges.collected(session, "webchat", address, until_id, self._now())
