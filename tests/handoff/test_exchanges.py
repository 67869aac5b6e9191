"""The log: written in groups, once each, chained, and read without skipping."""

import itertools
import threading
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from handoff import conversations, exchanges
from handoff.exchanges import Inbound, Outcome, Words, chain, seals
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import Author, Conversation, Delivery, Exchange
from tests.conftest import MORNING, Clock

_numbers = itertools.count()


def message(words: str, address: str = "ana", key: str | None = None) -> Inbound:
    return Inbound("fake", address, key or f"fake:{next(_numbers)}", words, MORNING)


def write(store: Store, *group: Inbound, now: datetime = MORNING) -> list[exchanges.Recorded]:
    with store.transaction() as session:
        return exchanges.record(session, group, now)


def conversation_of(session: Session, address: str = "ana") -> Conversation:
    key = session.scalars(select(Conversation.key).filter_by(address=address)).one()
    return conversations.lock(session, key)


def say(store: Store, words: str, address: str = "ana", author: Author = Author.bot) -> int:
    with store.transaction() as session:
        conversation = conversation_of(session, address)
        return exchanges.queue(session, conversation, Words(words, author), MORNING).id


def breaches(store: Store) -> list[str]:
    with store.reading() as session:
        return [breach.reason for breach in chain.verify(session)]


def test_a_group_is_written_in_order_each_to_its_conversation(store: Store) -> None:
    write(store, message("uno"), message("hola", "beto"), message("dos"))
    write(store, message("tres"))
    with store.reading() as session:
        rows = session.execute(
            select(Conversation.address, Exchange.seq, Exchange.text)
            .join(Exchange.conversation)
            .order_by(Exchange.id)
        )
        assert [tuple(row) for row in rows] == [
            ("ana", 1, "uno"),
            ("beto", 1, "hola"),
            ("ana", 2, "dos"),
            ("ana", 3, "tres"),
        ]
    assert breaches(store) == []


def test_a_repeat_is_recognised_and_answers_the_same(store: Store) -> None:
    once = message("uno", key="fake:same")
    [first] = write(store, once)
    [again] = write(store, once)
    both = write(store, message("otro"), once, once)
    assert again == exchanges.Recorded(first.exchange_id, is_repeat=True)
    assert [each.exchange_id for each in both[1:]] == [first.exchange_id] * 2
    with store.reading() as session:
        assert session.scalar(select(func.count(Exchange.id))) == 2


def test_everything_that_was_sent_is_kept(store: Store) -> None:
    content = {"location": {"lat": 29.07, "lon": -110.95}, "attachments": [{"kind": "photo"}]}
    sent = datetime(2026, 11, 24, 16, 59, 58, 123456, tzinfo=UTC)
    write(store, Inbound("fake", "ana", "fake:x", "¿agua? 💧", sent, "Ana Á.", content))
    with store.reading() as session:
        row = session.scalars(select(Exchange)).one()
        assert (row.text, row.author_name, row.content) == ("¿agua? 💧", "Ana Á.", content)
        assert (row.received_at, row.at) == (sent, MORNING)
    assert breaches(store) == []


def test_many_writers_at_once_leave_one_chain(store: Store) -> None:
    def write_some(number: int) -> None:
        for count in range(10):
            key = f"fake:{count}:{number % 2}"  # two writers bring the same message
            write(store, message(f"{count}", f"citizen {count % 3}", key))

    threads = [threading.Thread(target=write_some, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as session:
        assert session.scalar(select(func.count(Exchange.id))) == 20
        assert session.scalar(select(func.count(Conversation.id))) == 3
    assert breaches(store) == []


@pytest.mark.parametrize(
    ("tamper", "reason"),
    [
        ("UPDATE exchange SET text = 'otra cosa' WHERE seq = 2", "el contenido"),
        ("UPDATE exchange SET author = 'bot' WHERE seq = 3", "el contenido"),
        ("UPDATE exchange SET at = received_at WHERE seq = 2", "el contenido"),
        ("DELETE FROM exchange WHERE seq = 2", "falta un renglón"),
        ("DELETE FROM exchange WHERE seq = 4", "al final"),
        ("UPDATE exchange SET seq = 9 WHERE text = 'uno'", "falta un renglón"),
        (
            "UPDATE exchange SET text = CASE text WHEN 'uno' THEN 'dos' ELSE 'uno' END"
            " WHERE text IN ('uno', 'dos')",
            "el contenido",
        ),
    ],
)
def test_what_was_changed_removed_or_reordered_is_found(
    store: Store, tamper: str, reason: str
) -> None:
    later = MORNING + timedelta(seconds=1)
    write(store, message("uno"), message("dos"), message("tres"), message("cuatro"), now=later)
    write(store, message("hola", "beto"))
    assert breaches(store) == []
    with store.transaction() as session:
        session.execute(text(tamper))
    [found] = breaches(store)
    assert reason in found


def test_a_conversation_that_vanished_breaks_the_seal_of_its_day(
    store: Store, desk_rules: rules.Desk
) -> None:
    zone = desk_rules.zone
    write(store, message("uno"), message("hola", "beto"))
    tomorrow = MORNING + timedelta(days=1)
    write(store, message("dos"), now=tomorrow)
    with store.transaction() as session:
        assert seals.seal_until(session, date(2026, 11, 25), zone, tomorrow) == 1
        assert seals.seal_until(session, date(2026, 11, 25), zone, tomorrow) == 0
        assert list(seals.verify(session, zone)) == []
        session.execute(text("DELETE FROM exchange WHERE text = 'hola'"))
        session.execute(text("DELETE FROM conversation WHERE address = 'beto'"))
        assert [each.conversation for each in seals.verify(session, zone)] == [
            "sello del 2026-11-24"
        ]
        assert list(chain.verify(session)) == []


def owed(store: Store, now: datetime = MORNING) -> Sequence[str]:
    with store.reading() as session:
        return [each.text for each in exchanges.owed(session, ["fake"], now)]


def settle(
    store: Store, exchange_id: int, became: Delivery, try_at: datetime | None = None
) -> None:
    with store.transaction() as session:
        exchanges.start_sending(session, [exchange_id], MORNING)
        exchanges.settle(session, [Outcome(exchange_id, became, MORNING, try_at=try_at)])


def test_what_is_owed_goes_in_order_one_at_a_time_per_conversation(store: Store) -> None:
    write(store, message("hola"), message("hola", "beto"))
    first = say(store, "uno")
    say(store, "dos")
    say(store, "para beto", "beto")
    assert owed(store) == ["uno", "para beto"]
    with store.transaction() as session:
        assert exchanges.start_sending(session, [first], MORNING) == {first}
        assert exchanges.start_sending(session, [first], MORNING) == set()
    assert owed(store) == ["para beto"]
    settle(store, first, Delivery.delivered)
    assert owed(store) == ["dos", "para beto"]


def test_a_postponed_message_keeps_its_place(store: Store, clock: Clock) -> None:
    write(store, message("hola"))
    first = say(store, "uno")
    say(store, "dos")
    settle(store, first, Delivery.owed, try_at=MORNING + timedelta(seconds=30))
    assert owed(store) == []
    clock.forward(seconds=30)
    assert owed(store, clock.now()) == ["uno"]


@pytest.mark.parametrize("became", [Delivery.unknown, Delivery.refused])
def test_what_will_not_arrive_does_not_hold_up_the_rest(store: Store, became: Delivery) -> None:
    write(store, message("hola"))
    settle(store, say(store, "uno"), became)
    say(store, "dos")
    assert owed(store) == ["dos"]


def test_what_a_crash_cut_short_is_unknown_and_never_sent_again(store: Store) -> None:
    write(store, message("hola"))
    cut = say(store, "uno")
    with store.transaction() as session:
        exchanges.start_sending(session, [cut], MORNING)
    with store.transaction() as session:
        [outcome] = exchanges.leave_unknown(session, MORNING + timedelta(seconds=1), MORNING)
        assert outcome.exchange_id == cut
    with store.reading() as session:
        assert session.get_one(Exchange, cut).delivery is Delivery.unknown
    assert owed(store) == []


def test_a_take_over_drops_what_the_bot_had_still_to_say(store: Store) -> None:
    write(store, message("hola"))
    say(store, "¿En qué colonia?")
    say(store, "Folio: CS-2026-000001-0", author=Author.system)
    with store.transaction() as session:
        exchanges.drop_replies(session, conversation_of(session))
    assert owed(store) == ["Folio: CS-2026-000001-0"]


def test_a_client_that_fetches_confirms_what_it_has(store: Store) -> None:
    write(store, message("hola"))
    first, second = say(store, "uno"), say(store, "dos")
    with store.transaction() as session:
        assert exchanges.has_uncollected(session, "fake", "ana", first)
        assert exchanges.collected(session, "fake", "ana", first, MORNING) == 1
        assert not exchanges.has_uncollected(session, "fake", "ana", first)
        assert exchanges.has_uncollected(session, "fake", "ana", second)
    with store.reading() as session:
        seen = exchanges.after(session, first, "fake", "ana")
        assert [each.text for each in seen] == ["dos"]


def test_who_follows_everything_misses_nothing_that_commits_late(store: Store) -> None:
    """A writer that took its ids first may commit last."""
    if store.is_sqlite:  # one writer at a time: it cannot happen
        return
    write(store, message("hola"), message("hola", "beto"))
    with store.reading() as session:
        cursor = exchanges.last_id(session)
    with store.transaction() as slow:
        exchanges.record(slow, [message("lento")], MORNING)
        write(store, message("rápido", "beto"))
        with store.reading() as session:
            assert exchanges.after_anywhere(session, cursor) == []
    with store.reading() as session:
        seen = exchanges.after_anywhere(session, cursor)
        assert [each.text for each in seen] == ["lento", "rápido"]
