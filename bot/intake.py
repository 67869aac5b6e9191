"""The committer: everything that waits goes into the log in one transaction."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from sqlalchemy.exc import IntegrityError, OperationalError

from handoff import exchanges
from handoff.exchanges import Inbound, Recorded
from handoff.store import Store, topic

LARGEST_GROUP = 256
# After a group of some size, turns of the loop in which those just answered may write again.
TURNS, SOME = 8, 4
# A commit that took longer (a slow disk, another writer) is not waited for in the loop. Seconds.
QUICK = 0.02

log = logging.getLogger(__name__)
Waiting = tuple[Inbound, asyncio.Future[Recorded]]


class NotRecorded(RuntimeError):  # noqa: N818
    """The log could not be written; the message must be sent again."""


class Intake:
    """Group commit: while one group is being written, the next one gathers.

    On SQLite the loop itself writes, if nobody else does: it takes a millisecond or two, and a
    thread beside the loop would fight with it for the interpreter at every row.
    """

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._waiting: list[Waiting] = []
        self._writing: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="intake")
        self._took = 0.0

    async def record(self, inbound: Inbound) -> Recorded:
        """Returns once the message is durably in the log. Raises NotRecorded."""
        loop = asyncio.get_running_loop()
        recorded: asyncio.Future[Recorded] = loop.create_future()
        self._waiting.append((inbound, recorded))
        if self._writing is None:
            self._writing = loop.create_task(self._write_all())
        return await recorded

    async def receive(self, group: Sequence[Inbound]) -> list[Recorded]:
        """The same for a group; a `Receive` for channels."""
        return list(await asyncio.gather(*(self.record(inbound) for inbound in group)))

    async def _write_all(self) -> None:
        try:
            while self._waiting:
                group = self._waiting[:LARGEST_GROUP]
                del self._waiting[:LARGEST_GROUP]
                await self._write(group)
                if len(group) >= SOME:
                    for _ in range(TURNS):
                        await asyncio.sleep(0)
        finally:
            self._writing = None

    async def _write(self, group: list[Waiting]) -> None:
        messages = [inbound for inbound, _ in group]
        loop = asyncio.get_running_loop()
        started = loop.time()
        results = self._at_once(messages)
        if results is None:
            results = await loop.run_in_executor(self._thread, self._record, messages)
        self._took = loop.time() - started
        for (_, answer), result in zip(group, results, strict=True):
            _give(answer, result)

    def _at_once(self, messages: list[Inbound]) -> Sequence[Recorded | NotRecorded] | None:
        """In the loop, or None if that cannot be or failed: then the thread finds out why."""
        with contextlib.suppress(Exception):
            if self._took < QUICK and self._store.is_free:
                return self._write_new(messages)
        return None

    def _record(self, messages: list[Inbound]) -> Sequence[Recorded | NotRecorded]:
        """Together; if that fails, one by one, so that one bad message harms no other."""
        try:
            return self._commit(messages)
        except Exception as error:  # a supervisor: whoever waits must hear of it
            log.exception("%s messages were not recorded", len(messages))
            if len(messages) == 1 or isinstance(error, OperationalError):
                return [NotRecorded(type(error).__name__)] * len(messages)
            return [result for message in messages for result in self._record([message])]

    def _commit(self, messages: list[Inbound]) -> list[Recorded]:
        try:
            return self._write_new(messages)
        except (IntegrityError, OperationalError):  # a repeat; or another process writes
            with self._store.transaction() as session:
                return exchanges.record(session, messages, self._now())

    def _write_new(self, messages: list[Inbound]) -> list[Recorded]:
        topics = {topic(each.channel, each.address) for each in messages}
        with self._store.writing(topics) as connection:
            return exchanges.write(connection, messages, self._now())


def _give(answer: asyncio.Future[Recorded], result: Recorded | NotRecorded) -> None:
    if answer.done():  # whoever asked has gone; the message is in the log all the same
        return
    if isinstance(result, NotRecorded):
        answer.set_exception(result)
    else:
        answer.set_result(result)
