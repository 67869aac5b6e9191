"""What channels tell later about our messages goes into the log; a failure ends at a person."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from bot import undelivered
from bot.intake import NotRecorded
from handoff import exchanges
from handoff.exchanges import Receipt
from handoff.store import Store

# Returns, once they are durable, the receipts of messages that we do not know. Raises NotRecorded.
Acknowledge = Callable[[Sequence[Receipt]], Awaitable[list[Receipt]]]


class Receipts:
    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    async def acknowledge(self, receipts: Sequence[Receipt]) -> list[Receipt]:
        """An `Acknowledge` for channels."""
        try:
            return await asyncio.to_thread(self._write, receipts)
        except SQLAlchemyError as error:
            raise NotRecorded(type(error).__name__) from None

    def _write(self, receipts: Sequence[Receipt]) -> list[Receipt]:
        now = self._now()
        with self._store.transaction() as session:
            failed, strange = exchanges.acknowledge(session, receipts, now)
            undelivered.attend(session, failed, now)
        return strange
