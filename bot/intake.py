"""The committer: everything that waits goes into the log in one transaction."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from sqlalchemy.exc import OperationalError

from handoff import exchanges
from handoff.exchanges import Inbound, Recorded
from handoff.store import Store

LARGEST_GROUP = 256

log = logging.getLogger(__name__)
Waiting = tuple[Inbound, asyncio.Future[Recorded]]


class NotRecorded(RuntimeError):  # noqa: N818
    """The log could not be written; the message must be sent again."""


class Intake:
    """Group commit. While one group is being written, the next one gathers."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._waiting: list[Waiting] = []
        self._writing: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="intake")

    async def record(self, inbound: Inbound) -> Recorded:
        """Returns once the message is durably in the log."""
        recorded: asyncio.Future[Recorded] = asyncio.get_running_loop().create_future()
        self._waiting.append((inbound, recorded))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
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
        finally:
            self._writing = None

    async def _write(self, group: list[Waiting]) -> None:
        messages = [inbound for inbound, _ in group]
        write = asyncio.get_running_loop().run_in_executor(self._thread, self._record, messages)
        for (_, answer), result in zip(group, await write, strict=True):
            _give(answer, result)

    def _record(self, messages: list[Inbound]) -> list[Recorded | NotRecorded]:
        """Together; if that fails, one by one, so that one bad message harms no other."""
        try:
            return list(self._commit(messages))
        except Exception as error:  # a supervisor: whoever waits must hear of it
            log.exception("%s messages were not recorded", len(messages))
            if len(messages) == 1 or isinstance(error, OperationalError):
                return [NotRecorded(type(error).__name__)] * len(messages)
            return [result for message in messages for result in self._record([message])]

    def _commit(self, messages: list[Inbound]) -> list[Recorded]:
        with self._store.transaction() as session:
            return exchanges.record(session, messages, self._now())


def _give(answer: asyncio.Future[Recorded], result: Recorded | NotRecorded) -> None:
    if answer.done():  # whoever asked has gone; the message is in the log all the same
        return
    if isinstance(result, NotRecorded):
        answer.set_exception(result)
    else:
        answer.set_result(result)
