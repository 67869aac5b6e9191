"""The committer: what waits goes together, and what cannot be written is said so."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.intake import Intake, NotRecorded
from handoff.exchanges import Inbound, chain
from handoff.store import Store
from handoff.store.models import Exchange
from tests import databases
from tests.conftest import MORNING, Clock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with databases.opened(databases.sqlite(tmp_path / "intake.db")) as store:
        yield store


def message(number: int, words: str = "hola") -> Inbound:
    return Inbound("fake", f"citizen {number % 3}", f"fake:{number}", words, MORNING)


def logged(store: Store) -> list[str]:
    with store.reading() as session:
        return list(session.scalars(select(Exchange.text).order_by(Exchange.id)))


def test_what_waits_is_written_in_one_transaction(store: Store, clock: Clock) -> None:
    commits: list[set[str]] = []
    store.rings.append(commits.append)
    intake = Intake(store, clock.now)

    async def scenario() -> None:
        await intake.receive([message(number) for number in range(50)])

    asyncio.run(scenario())
    assert len(logged(store)) == 50
    assert len(commits) <= 2


def test_one_bad_message_harms_no_other(store: Store, clock: Clock) -> None:
    intake = Intake(store, clock.now)
    unwritable = Inbound("fake", "beto", "fake:bad", "x", MORNING, content={"bad": {1, 2}})

    async def scenario() -> list[object]:
        group = [message(1, "antes"), unwritable, message(2, "después")]
        waiting = (intake.record(each) for each in group)
        return list(await asyncio.gather(*waiting, return_exceptions=True))

    answers = asyncio.run(scenario())
    assert [isinstance(each, NotRecorded) for each in answers] == [False, True, False]
    assert logged(store) == ["antes", "después"]


def test_without_a_database_everybody_hears_of_it_and_the_next_ones_go_on(
    store: Store, clock: Clock
) -> None:
    intake = Intake(store, clock.now)
    with store.transaction() as session:
        session.execute(text("ALTER TABLE exchange RENAME TO away"))

    async def scenario() -> None:
        with pytest.raises(NotRecorded):
            await intake.record(message(1))
        with store.transaction() as session:
            session.execute(text("ALTER TABLE away RENAME TO exchange"))
        await intake.record(message(2))

    asyncio.run(scenario())
    assert logged(store) == ["hola"]


def test_what_no_database_can_keep_is_left_out_of_the_text(store: Store, clock: Clock) -> None:
    intake = Intake(store, clock.now)

    async def scenario() -> None:
        await intake.record(message(1, "ho\0la \ud83d señor"))

    asyncio.run(scenario())
    assert logged(store) == ["hola ? señor"]


def test_a_repeat_is_known_and_harms_no_other(store: Store, clock: Clock) -> None:
    intake = Intake(store, clock.now)

    async def scenario() -> None:
        first, second = await intake.receive([message(1, "uno"), message(2, "dos")])
        again = await intake.receive([message(3, "tres"), message(1, "uno"), message(4, "cuatro")])
        assert [each.is_repeat for each in (first, second, *again)] == [False] * 3 + [True, False]
        assert again[1].exchange_id == first.exchange_id

    asyncio.run(scenario())
    assert logged(store) == ["uno", "dos", "tres", "cuatro"]
    with store.reading() as session:
        assert list(chain.verify(session)) == []


def test_the_loop_goes_on_while_another_writes(store: Store, clock: Clock) -> None:
    intake = Intake(store, clock.now)

    async def scenario() -> None:
        with store.transaction():
            recorded = asyncio.create_task(intake.record(message(1)))
            for _ in range(100):
                await asyncio.sleep(0)
            assert not recorded.done()
        assert (await recorded).exchange_id == 1

    asyncio.run(scenario())


def test_another_process_that_writes_is_waited_for(store: Store, clock: Clock) -> None:
    intake = Intake(store, clock.now)
    other = Store(str(store.url))

    async def scenario() -> None:
        with other.transaction():
            recorded = asyncio.create_task(intake.record(message(1)))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert not recorded.done()
        await recorded

    with closing(other):
        asyncio.run(scenario())
    assert logged(store) == ["hola"]
