"""What a channel tells later of a message: in any order, more than once, and also too early."""

import itertools
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest

from handoff import conversations, exchanges
from handoff.exchanges import Fate, Inbound, Outcome, Receipt, Words
from handoff.store import Store
from handoff.store.models import Author, Conversation, Delivery, Exchange
from tests.conftest import MORNING, Clock

LATER = MORNING + timedelta(seconds=5)
LAST = MORNING + timedelta(minutes=9)


class Known(NamedTuple):
    delivery: Delivery | None
    delivered_at: datetime | None = None
    seen_at: datetime | None = None


def owe(store: Store, words: str = "Su folio", address: str = "ana", channel: str = "fake") -> int:
    with store.transaction() as session:
        key = exchanges.open_conversation(session, channel, address, MORNING)
        conversation = conversations.lock(session, key)
        return exchanges.queue(session, conversation, Words(words, Author.bot), MORNING).id


def write(store: Store, key: str, address: str = "ana") -> int:
    with store.transaction() as session:
        [recorded] = exchanges.record(
            session, [Inbound("fake", address, key, "hola", MORNING)], MORNING
        )
        return recorded.exchange_id


def settle(
    store: Store, exchange_id: int, became: Delivery = Delivery.delivered, **more: object
) -> None:
    with store.transaction() as session:
        exchanges.start_sending(session, [exchange_id], MORNING)
        given = {"channel_message_id": "W1", "arrived": False, **more}
        exchanges.settle(session, [Outcome(exchange_id, became, MORNING, **given)])  # type: ignore[arg-type]


def tell(store: Store, *receipts: Receipt) -> tuple[list[Outcome], list[Receipt]]:
    with store.transaction() as session:
        return exchanges.acknowledge(session, receipts, LAST)


def receipt(
    fate: Fate,
    at: datetime = LATER,
    *,
    message_id: str = "W1",
    exchange_id: int | None = None,
    is_part: bool = False,
) -> Receipt:
    reason = "undeliverable" if fate is Fate.failed else None
    return Receipt("fake", message_id, fate, at, exchange_id, reason, is_part)


def known(store: Store, exchange_id: int) -> Known:
    with store.reading() as session:
        row = session.get_one(Exchange, exchange_id)
        return Known(row.delivery, row.delivered_at, row.seen_at)


def owed(store: Store, now: datetime = MORNING) -> Sequence[str]:
    with store.reading() as session:
        return [each.text for each in exchanges.owed(session, ["fake"], now)]


def test_taken_is_not_yet_delivered(store: Store) -> None:
    ours = owe(store)
    settle(store, ours)
    assert known(store, ours) == Known(Delivery.delivered)
    assert tell(store, receipt(Fate.taken)) == ([], [])
    assert known(store, ours) == Known(Delivery.delivered)


GOOD = (
    receipt(Fate.taken),
    receipt(Fate.arrived),
    receipt(Fate.arrived),
    receipt(Fate.seen, LAST),
)


def test_in_whatever_order_they_come(store: Store) -> None:
    for number, order in enumerate(sorted(set(itertools.permutations(range(4))))):
        ours = owe(store, address=f"citizen {number}")
        settle(store, ours, channel_message_id=f"M{number}")
        receipts = [GOOD[place] for place in order]
        for each in receipts:
            assert tell(store, receipt(each.fate, each.at, message_id=f"M{number}")) == ([], [])
        found = known(store, ours)
        assert (found.delivery, found.seen_at) == (Delivery.delivered, LAST)
        assert found.delivered_at in (LATER, LAST)


def test_a_failure_after_it_was_taken(store: Store) -> None:
    ours = owe(store)
    settle(store, ours)
    [failed], strange = tell(store, receipt(Fate.failed))
    assert (failed.exchange_id, failed.delivery, failed.reason) == (
        ours,
        Delivery.refused,
        "undeliverable",
    )
    assert strange == []
    assert known(store, ours) == Known(Delivery.refused)
    assert tell(store, receipt(Fate.failed)) == ([], [])


def test_what_the_citizen_has_cannot_fail_any_more(store: Store) -> None:
    ours = owe(store)
    settle(store, ours)
    tell(store, receipt(Fate.failed), receipt(Fate.arrived))  # on one of two devices
    assert known(store, ours) == Known(Delivery.delivered, LATER)
    assert tell(store, receipt(Fate.failed)) == ([], [])
    assert known(store, ours) == Known(Delivery.delivered, LATER)


@pytest.mark.parametrize("fate", [Fate.taken, Fate.arrived, Fate.seen])
def test_what_nobody_knew_is_known_again(store: Store, fate: Fate) -> None:
    ours = owe(store)
    settle(store, ours, Delivery.unknown, channel_message_id=None)
    assert tell(store, receipt(fate, exchange_id=ours)) == ([], [])
    assert known(store, ours).delivery is Delivery.delivered


def test_a_receipt_may_come_before_the_answer(store: Store) -> None:
    ours = owe(store)
    with store.transaction() as session:
        exchanges.start_sending(session, [ours], MORNING)
    tell(store, receipt(Fate.arrived, exchange_id=ours))
    with store.transaction() as session:
        exchanges.settle(session, [Outcome(ours, Delivery.delivered, LAST, "W1", arrived=False)])
    assert known(store, ours) == Known(Delivery.delivered, LATER)


def test_what_arrived_although_the_channel_failed_is_not_sent_again(store: Store) -> None:
    ours = owe(store)
    settle(store, ours, Delivery.owed, channel_message_id=None)
    assert owed(store) == ["Su folio"]
    tell(store, receipt(Fate.arrived, exchange_id=ours))
    assert owed(store) == []


def test_of_a_part_only_the_failure_matters(store: Store) -> None:
    ours = owe(store)
    settle(store, ours)
    seen = receipt(Fate.seen, message_id="P1", exchange_id=ours, is_part=True)
    assert tell(store, seen) == ([], [])
    assert known(store, ours) == Known(Delivery.delivered)
    failed = receipt(Fate.failed, message_id="P1", exchange_id=ours, is_part=True)
    assert len(tell(store, failed)[0]) == 1


def test_receipts_of_others(store: Store) -> None:
    ours = owe(store, channel="another")
    inbound = write(store, "fake:1")
    strangers = [
        receipt(Fate.seen, message_id="W9"),
        receipt(Fate.seen, exchange_id=ours),
        receipt(Fate.seen, exchange_id=inbound),
        receipt(Fate.failed, exchange_id=99_999_999),
    ]
    assert tell(store, *strangers) == ([], strangers)
    known_one = owe(store)
    settle(store, known_one)
    mixed_up = receipt(Fate.seen, message_id="W2", exchange_id=known_one)
    assert tell(store, mixed_up) == ([], [mixed_up])


def test_what_was_dropped_stays_so(store: Store) -> None:
    ours = owe(store)
    with store.transaction() as session:
        conversation = session.get_one(
            Conversation, session.get_one(Exchange, ours).conversation_id
        )
        exchanges.drop_replies(session, conversation)
    tell(store, receipt(Fate.seen, exchange_id=ours))
    assert known(store, ours) == Known(Delivery.dropped)


def hold(store: Store, exchange_id: int, after: int) -> None:
    until = MORNING + timedelta(days=3)
    settle(store, exchange_id, Delivery.owed, held_after=after, try_at=until)


def test_what_is_held_waits_for_the_citizen_and_keeps_its_place(store: Store, clock: Clock) -> None:
    first_heard = write(store, "fake:1")
    held = owe(store, "uno")
    owe(store, "dos")
    hold(store, held, first_heard)
    clock.forward(days=30)
    assert owed(store, clock.now()) == []
    write(store, "fake:2", address="beto")
    assert owed(store, clock.now()) == []
    write(store, "fake:3")
    assert owed(store) == ["uno"]
    settle(store, held)
    assert owed(store) == ["dos"]


def test_the_answer_may_open_another_conversation(store: Store) -> None:
    first_heard = write(store, "fake:1")
    held = owe(store, "uno")
    hold(store, held, first_heard)
    with store.transaction() as session:
        row = session.get_one(Exchange, held)
        conversation = conversations.lock_id(session, row.conversation_id)
        conversations.close(session, conversation, "clock", "abandoned", MORNING)
    write(store, "fake:2")
    owe(store, "respuesta")
    assert owed(store) == ["uno"]
    settle(store, held)
    assert owed(store) == ["respuesta"]


def test_receipts_of_the_request_to_write(store: Store) -> None:
    held = owe(store, "uno")
    hold(store, held, 0)
    tell(store, receipt(Fate.arrived), receipt(Fate.seen))
    assert known(store, held) == Known(Delivery.owed)
    [failed], _ = tell(store, receipt(Fate.failed, exchange_id=held, is_part=True))
    assert failed.exchange_id == held
    assert known(store, held) == Known(Delivery.refused)


def test_who_does_not_write_in_time(store: Store, clock: Clock) -> None:
    heard = write(store, "fake:1")
    held, behind = owe(store, "uno"), owe(store, "dos")
    hold(store, held, heard)
    answered = owe(store, "para beto", "beto")
    hold(store, answered, 0)
    write(store, "fake:2", "beto")

    def end() -> list[int]:
        with store.transaction() as session:
            return sorted(exchanges.end_held(session, clock.now()))

    clock.forward(days=3, seconds=-1)
    assert end() == []
    clock.forward(seconds=1)
    assert end() == [held, behind]
    assert known(store, held) == Known(Delivery.refused)
    assert end() == []
    assert owed(store) == ["para beto"]
