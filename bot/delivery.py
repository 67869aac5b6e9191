"""The only sender: sends what the log says is owed, in order per conversation."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import undelivered
from bot.channels import Accepted, Channel, Held, NotNow, Refused, Unknown
from bot.pace import Pace
from handoff import exchanges
from handoff.exchanges import Outbound, Outcome
from handoff.signals import Signals
from handoff.store import Store
from handoff.store.models import Delivery as Became

LOOK_EVERY = 5.0  # seconds; a ring comes sooner
AT_ONCE = 50  # messages in the air
CUT_SHORT_AFTER = timedelta(minutes=2)  # longer than any attempt of a channel lasts
MOST_ATTEMPTS = 40  # with the pauses below, some three hours
LONGEST_PAUSE = 300.0  # seconds
MOST_HELD = timedelta(days=3)  # for a citizen to write who was asked to; then a person takes it

log = logging.getLogger(__name__)


class Delivery:
    """Sends for the channels it is given; what belongs to other channels stays owed."""

    def __init__(
        self, store: Store, channels: Mapping[str, Channel], now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._channels = channels
        self._now = now
        self._paces = {
            name: Pace(each.per_second, each.per_address) for name, each in channels.items()
        }
        self._in_the_air: set[asyncio.Task[None]] = set()
        self._outcomes: list[Outcome] = []
        self._landed: Callable[[], None] = lambda: None

    async def run(self, signals: Signals) -> None:
        """Send until cancelled."""
        with signals.follow() as bell:
            self._landed = bell.wake
            while True:
                await bell.wait(await self.send_owed())

    async def send_owed(self) -> float:
        """Start sending what may go now and write down what has landed; seconds until the next
        look."""
        await asyncio.to_thread(self._settle)
        owed = await asyncio.to_thread(self._owed)
        moment = asyncio.get_running_loop().time()
        room = AT_ONCE - len(self._in_the_air)
        ready = [each for each in owed if self._pace(each).take(each.address, moment)][:room]
        for outbound in await asyncio.to_thread(self._claim, ready):
            task = asyncio.create_task(self._attempt(outbound))
            self._in_the_air.add(task)
            task.add_done_callback(self._in_the_air.discard)
        waits = [self._pace(each).wait(each.address, moment) for each in owed if each not in ready]
        return min([LOOK_EVERY, *waits])

    async def _attempt(self, outbound: Outbound) -> None:
        try:
            outcome = await self._send(outbound)
        except Exception:  # a supervisor: a fault of a channel's code must not stop the others
            log.exception("exchange %s: its channel failed", outbound.exchange_id)
            outcome = self._became(outbound, Became.unknown, "fault")
        self._outcomes.append(outcome)
        self._landed()

    async def _send(self, outbound: Outbound) -> Outcome:
        channel = self._channels[outbound.channel]
        try:
            message_id = await channel.send(outbound)
        except NotNow as error:
            return self._postponed(outbound, error)
        except Held as error:
            return self._held(outbound, error)
        except Unknown as error:
            return self._became(outbound, Became.unknown, str(error))
        except Refused as error:
            return self._became(outbound, Became.refused, str(error))
        return Outcome(
            outbound.exchange_id,
            Became.delivered,
            self._now(),
            message_id,
            arrived=not isinstance(message_id, Accepted),
        )

    def _held(self, outbound: Outbound, error: Held) -> Outcome:
        now = self._now()
        return Outcome(
            outbound.exchange_id,
            Became.owed,
            now,
            error.message_id,
            reason=str(error),
            try_at=now + MOST_HELD,
            held_after=error.after,
        )

    def _postponed(self, outbound: Outbound, error: NotNow) -> Outcome:
        if outbound.attempts + 1 >= MOST_ATTEMPTS:
            return self._became(outbound, Became.refused, "given_up")
        pause = error.after
        if pause is None:
            pause = min(LONGEST_PAUSE, 2.0**outbound.attempts)
        else:
            self._pace(outbound).stop(asyncio.get_running_loop().time() + pause)
        now = self._now()
        return Outcome(
            outbound.exchange_id,
            Became.owed,
            now,
            reason=str(error),
            try_at=now + timedelta(seconds=pause),
        )

    def _became(self, outbound: Outbound, became: Became, reason: str) -> Outcome:
        return Outcome(outbound.exchange_id, became, self._now(), reason=reason)

    def _pace(self, outbound: Outbound) -> Pace:
        return self._paces[outbound.channel]

    def _owed(self) -> list[Outbound]:
        with self._store.reading() as session:
            return exchanges.owed(session, self._channels, self._now())

    def _claim(self, ready: list[Outbound]) -> list[Outbound]:
        if not ready:
            return []
        with self._store.transaction() as session:
            ids = (each.exchange_id for each in ready)
            claimed = exchanges.start_sending(session, ids, self._now())
        return [each for each in ready if each.exchange_id in claimed]

    def _settle(self) -> None:
        landed, self._outcomes = self._outcomes, []
        if not landed:
            return
        with self._store.transaction() as session:
            exchanges.settle(session, landed)
            undelivered.attend(session, landed, self._now())

    def leave_unknown(self, *, all_of_them: bool) -> None:
        """At the start: what a crash cut short. `all_of_them` when no other process sends."""
        now = self._now()
        with self._store.transaction() as session:
            end_cut_short(session, now, now if all_of_them else now - CUT_SHORT_AFTER)


def end_cut_short(session: Session, now: datetime, started_before: datetime | None = None) -> None:
    """Nobody knows whether these arrived: they are not sent again, and a person is told."""
    before = started_before or now - CUT_SHORT_AFTER
    undelivered.attend(session, exchanges.leave_unknown(session, before, now), now)


def end_held(session: Session, now: datetime) -> None:
    """Citizens who were asked to write, so that more could be sent, and did not."""
    ended = exchanges.end_held(session, now)
    reason = exchanges.WINDOW_CLOSED
    outcomes = [Outcome(each, Became.refused, now, reason=reason) for each in ended]
    undelivered.attend(session, outcomes, now)
