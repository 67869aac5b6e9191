"""Takes away the buttons that are done with, and shows which one was chosen.

Best effort, beside delivery and never in its way: what fails is tried again a few times and then
left; a button that stays is answered kindly. An edit may be repeated, so a crash costs nothing.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.channels import Editor, NotNow, Refused, Unknown
from bot.pace import Pace
from handoff import keyboards
from handoff.keyboards import Spent
from handoff.signals import Signals
from handoff.store import Store

LOOK_EVERY = 5.0  # seconds; a ring comes sooner
AT_ONCE = 20  # edits in the air
MOST_ATTEMPTS = 5
PER_SECOND, PER_ADDRESS = 10.0, 1.0  # less than messages: they come first

log = logging.getLogger(__name__)


class Keyboards:
    """Edits for the channels that it is given."""

    def __init__(
        self, store: Store, channels: Mapping[str, Editor], now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._channels = channels
        self._now = now
        self._paces = {name: Pace(PER_SECOND, PER_ADDRESS) for name in channels}

    async def run(self, signals: Signals) -> None:
        """Edit until cancelled."""
        with signals.follow() as bell:
            while True:
                await bell.wait(await self.edit_due())

    async def edit_due(self) -> float:
        """Edit what may be edited now; seconds until the next look."""
        due = await asyncio.to_thread(self._due)
        moment = asyncio.get_running_loop().time()
        ready = [each for each in due if self._pace(each).take(each.outbound.address, moment)]
        tries = await asyncio.gather(*map(self._attempt, ready))
        if ready:
            await asyncio.to_thread(self._settle, list(zip(ready, tries, strict=True)))
        waits = [
            self._pace(each).wait(each.outbound.address, moment)
            for each in due
            if each not in ready
        ]
        return min([LOOK_EVERY, *waits])

    async def _attempt(self, spent: Spent) -> datetime | None:
        """When to try again, if at all."""
        if spent.message_id is None:  # it never reached the citizen
            return None
        channel = self._channels[spent.outbound.channel]
        try:
            await channel.take_buttons_away(spent.outbound, spent.message_id, spent.chosen)
        except (NotNow, Unknown) as error:
            return self._later(spent, getattr(error, "after", None))
        except Refused:
            return None
        except Exception:  # a supervisor: a fault with one must not stop the others
            log.exception("exchange %s: its buttons stay", spent.outbound.exchange_id)
        return None

    def _later(self, spent: Spent, after: float | None) -> datetime | None:
        if spent.attempts + 1 >= MOST_ATTEMPTS:
            return None
        if after is not None:
            self._pace(spent).stop(asyncio.get_running_loop().time() + after)
        return self._now() + timedelta(seconds=2.0**spent.attempts if after is None else after)

    def _pace(self, spent: Spent) -> Pace:
        return self._paces[spent.outbound.channel]

    def _due(self) -> list[Spent]:
        with self._store.reading() as session:
            return keyboards.due(session, self._channels, self._now(), AT_ONCE)

    def _settle(self, tried: list[tuple[Spent, datetime | None]]) -> None:
        with self._store.transaction() as session:
            for spent, try_at in tried:
                keyboards.settle(session, spent.outbound.exchange_id, try_at)
