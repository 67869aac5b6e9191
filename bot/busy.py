"""Shows citizens that what they wrote is being attended («escribiendo…»), where a channel can.

Best effort: only while the log holds a message of theirs that the bot has not handled yet, so that
nothing is shown for a person who attends, nor for an answer that is there.
"""

import asyncio
from collections.abc import Mapping

from bot.channels import Busy
from handoff import exchanges
from handoff.signals import Signals
from handoff.store import Store

AGAIN_AFTER = 4.0  # seconds; on Telegram it is shown for five
SPACING = 0.5  # seconds between two looks, however often it rings
LOOK_EVERY = 5.0
AT_ONCE = 50


class Attention:
    def __init__(self, store: Store, channels: Mapping[str, Busy]) -> None:
        self._store = store
        self._channels = channels
        self._shown: dict[tuple[str, str], float] = {}

    async def run(self, signals: Signals) -> None:
        """Until cancelled."""
        with signals.follow() as bell:
            while True:
                await bell.wait(LOOK_EVERY)
                await self.show()
                await asyncio.sleep(SPACING)

    async def show(self) -> None:
        moment = asyncio.get_running_loop().time()
        waiting = await asyncio.to_thread(self._waiting)
        fresh = {who: at for who, at in self._shown.items() if moment - at < AGAIN_AFTER}
        new = [who for who in waiting if who not in fresh]
        self._shown = {**fresh, **dict.fromkeys(new, moment)}
        for channel, address in new:
            self._channels[channel].show_busy(address, moment)

    def _waiting(self) -> list[tuple[str, str]]:
        with self._store.reading() as session:
            return exchanges.awaiting_bot(session, self._channels, AT_ONCE)
