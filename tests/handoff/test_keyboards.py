"""Which messages are to be shown without their buttons, on every database."""

from itertools import count

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff import conversations, exchanges, keyboards
from handoff.exchanges import Inbound, Outcome, Words
from handoff.keyboards import Answer
from handoff.store import Store
from handoff.store.models import Conversation, Delivery
from tests.conftest import Clock

ASKED = Words("¿Es correcto?", buttons=(("Sí", "si"), ("No", "no")))
numbers = count(1)


def ask(store: Store, clock: Clock, words: Words = ASKED, channel: str = "telegram") -> int:
    """Write down a message that is owed; its id."""
    inbound = Inbound(channel, "42", f"{channel}:u{next(numbers)}", "hola", clock.now())
    with store.transaction() as session:
        exchanges.record(session, [inbound], clock.now())
        return exchanges.queue(session, _open(session), words, clock.now()).id


def arrive(store: Store, clock: Clock, exchange_id: int, message_id: str | None) -> None:
    became = Delivery.delivered if message_id else Delivery.refused
    with store.transaction() as session:
        exchanges.settle(session, [Outcome(exchange_id, became, clock.now(), message_id)])


def spend(store: Store, clock: Clock, answer: Answer) -> None:
    with store.transaction() as session:
        keyboards.spend(session, _open(session), answer, clock.now())


def due(store: Store, clock: Clock) -> list[tuple[str | None, str | None]]:
    with store.reading() as session:
        found = keyboards.due(session, ["telegram"], clock.now(), 10)
    return [(each.message_id, each.chosen) for each in found]


def _open(session: Session) -> Conversation:
    key = session.scalars(select(Conversation.key).where(Conversation.closed_at.is_(None))).one()
    return conversations.lock(session, key)


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [
        (Answer("si", "m1"), "Sí"),
        (Answer("no"), "No"),
        (Answer(None), None),
        (Answer("persona"), None),
        (Answer(None, "m1"), None),
    ],
)
def test_what_was_chosen(store: Store, clock: Clock, answer: Answer, chosen: str | None) -> None:
    arrive(store, clock, ask(store, clock), "m1")
    spend(store, clock, answer)
    spend(store, clock, Answer(None))
    assert due(store, clock) == [("m1", chosen)]


def test_a_message_is_edited_once_it_has_arrived(store: Store, clock: Clock) -> None:
    first, second = ask(store, clock), ask(store, clock)
    spend(store, clock, Answer(None))
    assert due(store, clock) == []
    arrive(store, clock, first, "m1")
    arrive(store, clock, second, None)
    assert sorted(due(store, clock), key=str) == [("m1", None), (None, None)]


def test_what_was_tried_is_due_later_or_never(store: Store, clock: Clock) -> None:
    asked = ask(store, clock)
    arrive(store, clock, asked, "m1")
    spend(store, clock, Answer("si", "m1"))
    later = clock.now().replace(hour=18)
    for try_at, found in ((later, []), (clock.now(), [("m1", "Sí")]), (None, [])):
        with store.transaction() as session:
            keyboards.settle(session, asked, try_at)
        assert due(store, clock) == found


def test_an_old_button_that_is_pressed_goes(store: Store, clock: Clock) -> None:
    asked = ask(store, clock)
    arrive(store, clock, asked, "m1")
    with store.transaction() as session:
        conversations.close(session, _open(session), "clock", "attended", clock.now())
    arrive(store, clock, ask(store, clock), "m2")
    spend(store, clock, Answer(None, "m1"))
    assert sorted(due(store, clock), key=str) == [("m1", None), ("m2", None)]
    for exchange_id in (asked, asked + 2):
        with store.transaction() as session:
            keyboards.settle(session, exchange_id, None)
    spend(store, clock, Answer(None, "m1"))
    assert due(store, clock) == [("m1", None)]


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        (ASKED, "webchat"),
        (Words("¿Calle?", buttons=(("No lo sé", "omitir:calle"),), asks="location"), "telegram"),
        (Words("Llame", buttons=(("Llamar", "tel:911"),)), "telegram"),
        (Words("Gracias"), "telegram"),
    ],
)
def test_where_there_is_nothing_to_take_away(
    store: Store, clock: Clock, words: Words, channel: str
) -> None:
    arrive(store, clock, ask(store, clock, words, channel), "m1")
    spend(store, clock, Answer(None))
    assert due(store, clock) == []


def test_what_was_offered_for_typing_is_known_to_the_next_message(
    store: Store, clock: Clock
) -> None:
    asking = Words("¿Calle?", asks="location")
    for words, before in ((asking, False), (Words("Gracias"), True), (Words("Adiós"), False)):
        asked = ask(store, clock, words)
        with store.reading() as session:
            [owed] = exchanges.owed(session, ["telegram"], clock.now())
            assert (owed.asks, owed.after_asking) == (words.asks, before)
            assert exchanges.sent(session, asked) == owed
        arrive(store, clock, asked, f"m{asked}")
