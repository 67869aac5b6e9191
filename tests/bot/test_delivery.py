"""What is owed goes out once, in order, within the channel's limits, and its outcome is known."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.channels import NotNow, Refused, Unknown
from bot.delivery import Delivery, end_cut_short
from bot.pace import Pace
from handoff import conversations, exchanges
from handoff.exchanges import Inbound, Outbound, Words
from handoff.signals import Signals
from handoff.store import Store
from handoff.store.models import Author, Conversation, Direction, Exchange, Owner
from tests import databases
from tests.conftest import MORNING, Clock
from tests.patience import PATIENCE


@dataclass
class Line:
    """A channel whose answers are scripted by the text that is sent."""

    per_second: float = 1000.0
    per_address: float = 1000.0
    name: str = "fake"
    failures: dict[str, list[Exception]] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)
    held: asyncio.Event | None = None

    async def send(self, outbound: Outbound) -> str:
        if self.held is not None and outbound.text == "lento":
            await self.held.wait()
        if waiting := self.failures.get(outbound.text):
            raise waiting.pop(0)
        self.sent.append(outbound.text)
        return f"m{len(self.sent)}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with databases.opened(databases.sqlite(tmp_path / "delivery.db")) as store:
        yield store


def owe(store: Store, *texts: str, address: str = "ana", author: Author = Author.bot) -> None:
    with store.transaction() as session:
        inbound = Inbound("fake", address, f"fake:{address}:{texts}", "hola", MORNING)
        exchanges.record(session, [inbound], MORNING)
        key = session.scalars(select(Conversation.key).filter_by(address=address)).one()
        conversation = conversations.lock(session, key)
        for text in texts:
            exchanges.queue(session, conversation, Words(text, author), MORNING)


def outcomes(store: Store) -> dict[str, tuple[str | None, str | None]]:
    with store.reading() as session:
        rows = (
            select(Exchange).where(Exchange.direction == Direction.outbound).order_by(Exchange.id)
        )
        return {each.text: (each.delivery, each.delivery_reason) for each in session.scalars(rows)}


async def deliver(
    store: Store, line: Line, clock: Clock, until: Callable[[], bool], forward: float = 0
) -> None:
    """Run delivery until something is true; the clock goes forward with every look."""
    delivery = Delivery(store, {line.name: line}, clock.now)
    with Signals(store) as signals:
        running = asyncio.create_task(delivery.run(signals))
        try:
            async with asyncio.timeout(PATIENCE):
                while not until():
                    clock.forward(seconds=forward)
                    signals.ring({"*"})
                    await asyncio.sleep(0.005)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


def settled(store: Store) -> Callable[[], bool]:
    return lambda: all(became not in ("owed", "sending") for became, _ in outcomes(store).values())


def test_everything_goes_in_order(store: Store, clock: Clock) -> None:
    owe(store, "uno", "dos", "tres")
    line = Line()
    asyncio.run(deliver(store, line, clock, settled(store)))
    assert line.sent == ["uno", "dos", "tres"]
    assert set(outcomes(store).values()) == {("delivered", None)}


def test_not_now_is_tried_again_and_nothing_overtakes_it(store: Store, clock: Clock) -> None:
    owe(store, "uno", "dos")
    line = Line(failures={"uno": [NotNow("server"), NotNow("server")]})
    asyncio.run(deliver(store, line, clock, settled(store), forward=1))
    assert line.sent == ["uno", "dos"]


def test_a_time_out_is_unknown_and_never_sent_twice(store: Store, clock: Clock) -> None:
    owe(store, "uno", "dos")
    line = Line(failures={"uno": [Unknown("timeout")]})
    asyncio.run(deliver(store, line, clock, settled(store), forward=1))
    assert line.sent == ["dos"]
    assert outcomes(store)["uno"] == ("unknown", "timeout")


def test_a_bot_that_may_not_have_been_heard_asks_for_a_person(store: Store, clock: Clock) -> None:
    owe(store, "uno")
    line = Line(failures={"uno": [Unknown("timeout")]})
    asyncio.run(deliver(store, line, clock, settled(store)))
    with store.reading() as session:
        assert session.scalars(select(Conversation.owner)).one() is Owner.queue
        notes = select(Exchange.text).where(Exchange.direction == Direction.note)
        assert "No se sabe" in session.scalars(notes).one()


def test_who_blocked_the_bot_is_left_in_peace(store: Store, clock: Clock) -> None:
    owe(store, "uno")
    line = Line(failures={"uno": [Refused("blocked")]})
    asyncio.run(deliver(store, line, clock, settled(store)))
    assert outcomes(store)["uno"] == ("refused", "blocked")
    with store.reading() as session:
        conversation = session.scalars(select(Conversation)).one()
        assert (conversation.owner, conversation.closing) == (Owner.closed, "abandoned")


def test_a_fault_of_the_channel_stops_nobody_else(store: Store, clock: Clock) -> None:
    owe(store, "uno")
    owe(store, "dos", address="beto")
    line = Line(failures={"uno": [ZeroDivisionError()]})
    asyncio.run(deliver(store, line, clock, settled(store)))
    assert line.sent == ["dos"]
    assert outcomes(store)["uno"] == ("unknown", "fault")


def test_what_a_crash_cut_short_ends_at_a_person(store: Store, clock: Clock) -> None:
    owe(store, "uno", "dos")
    with store.transaction() as session:
        [first] = exchanges.owed(session, ["fake"], clock.now())
        exchanges.start_sending(session, [first.exchange_id], clock.now())
    clock.forward(minutes=1)
    with store.transaction() as session:
        end_cut_short(session, clock.now())
    assert outcomes(store)["uno"] == ("sending", None)
    clock.forward(minutes=2)
    with store.transaction() as session:
        end_cut_short(session, clock.now())
    assert outcomes(store)["uno"] == ("unknown", "interrupted")
    with store.reading() as session:
        assert session.scalars(select(Conversation.owner)).one() is Owner.queue
    line = Line()
    asyncio.run(deliver(store, line, clock, settled(store)))
    assert line.sent == ["dos"]


def test_a_slow_chat_does_not_hold_up_the_others(store: Store, clock: Clock) -> None:
    owe(store, "lento")
    owe(store, "uno", "dos", address="beto")

    async def scenario() -> list[str]:
        line = Line(held=asyncio.Event())
        await deliver(store, line, clock, lambda: line.sent == ["uno", "dos"])
        return line.sent

    assert asyncio.run(scenario()) == ["uno", "dos"]


def test_the_pace_keeps_both_limits() -> None:
    pace = Pace(per_second=3, per_address=1)
    assert [pace.take(address, 10.0) for address in "abcd"] == [True, True, True, False]
    assert pace.wait("d", 10.0) == pytest.approx(1 / 3)
    assert not pace.take("a", 10.5)
    assert pace.take("d", 10.5)
    assert pace.take("a", 11.0)


def test_a_channel_that_asks_for_a_pause_gets_it() -> None:
    pace = Pace(per_second=30, per_address=1)
    pace.stop(15.0)
    assert not pace.take("a", 14.9)
    assert pace.take("a", 15.0)
