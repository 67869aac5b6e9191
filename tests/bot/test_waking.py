"""The desk wakes when something comes due, not when it looks by itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot import waking
from bot.desk import Desk
from handoff import clock, exchanges
from handoff.exchanges import Inbound
from handoff.rules import desk as rules
from handoff.signals import Signals
from handoff.store import Store, topic
from handoff.store.models import Author, Exchange
from tests.bot.desk_at_work import Ear
from tests.patience import PATIENCE

pytestmark = pytest.mark.anyio

AFTER = timedelta(seconds=0.3)


@asynccontextmanager
async def at_work(store: Store, desk_rules: rules.Desk) -> AsyncIterator[Signals]:
    desk = Desk(store, Ear(), desk_rules, clock.now, AFTER)
    with Signals(store) as signals:
        task = asyncio.create_task(waking.run(desk, signals, clock.now, look_every=60))
        try:
            yield signals
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def write(store: Store, text: str) -> None:
    said = Inbound("console", "ana", f"ana:{text}", text, clock.now())
    with store.transaction() as session:
        exchanges.record(session, [said], clock.now())


async def test_what_was_put_off_is_answered_when_it_comes_due(
    store: Store, desk_rules: rules.Desk
) -> None:
    """Nobody looks by themselves in the meantime."""
    async with at_work(store, desk_rules) as signals:
        with signals.follow(topic("console", "ana")) as bell:
            for text in ("hola", "hay un bache"):
                await asyncio.to_thread(write, store, text)
            while not (said := await asyncio.to_thread(answers, store)):
                assert await bell.wait(PATIENCE), "nobody woke"
    with store.reading() as session:
        heard = exchanges.last_heard(session, "console", "ana")
    assert heard is not None
    assert len(set(said)) == 1, "answered more than once"
    assert said[0] - heard.at >= AFTER


def answers(store: Store) -> list[datetime]:
    """When the bot spoke."""
    with store.reading() as session:
        ours = select(Exchange.at).where(Exchange.author == Author.bot)
        return list(session.scalars(ours.order_by(Exchange.id)))
