"""Wakes the desk: when something was written, and when what was put off comes due."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.desk import Desk
from handoff.signals import Signals

LOOK_EVERY = 2.0  # seconds between two looks, when nothing rings and nothing comes due


async def run(
    desk: Desk, signals: Signals, now: Callable[[], datetime], look_every: float = LOOK_EVERY
) -> None:
    """Have the desk work until cancelled."""
    with signals.follow() as bell:
        while True:
            looked = now()
            if not await asyncio.to_thread(desk.handle_waiting):
                due = await asyncio.to_thread(desk.next_due, looked)
                left = (due - now()).total_seconds() if due else look_every
                await bell.wait(min(max(left, 0.0), look_every))
