"""The desk keeps order, does nothing twice, and never leaves a failure in silence."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot import idle
from bot.desk import Desk
from handoff import conversations, queue
from handoff.exchanges import chain
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import Case, Conversation, Delivery, Owner
from tests.bot.desk_at_work import BrokenTerms, Room
from tests.conftest import Clock
from tests.postgres import Cluster

# The third word of the question: «¿En qué calle…?»
PLACES_ASKED = ["calle"]


@pytest.fixture
def room(store: Store, clock: Clock, desk_rules: rules.Desk) -> Room:
    return Room(store, clock, desk_rules)


@pytest.fixture
def broken_room(store: Store, clock: Clock, desk_rules: rules.Desk) -> Room:
    """One where no case can be opened."""
    return Room(store, clock, replace(desk_rules, answer_within_by_category=BrokenTerms()))


def test_the_third_failure_goes_to_a_person_with_the_reason(broken_room: Room) -> None:
    desk = broken_room.desk()
    broken_room.write("hay un bache", "en Cajeme", "colonia Centro", "calle Sufragio 12")
    desk.handle_waiting()
    before = len(broken_room.said())
    broken_room.write("sí")
    assert [desk.handle_waiting() for _ in range(4)] == [0, 0, 1, 0]
    [words] = broken_room.said()[before:]
    assert "tuve un problema" in words.text
    assert "su mensaje está guardado" in words.text
    assert broken_room.conversation().owner is Owner.queue
    assert broken_room.received()[-1].failures == 3
    with broken_room.store.reading() as session:
        [handoff] = queue.waiting(session)
        assert (handoff.reason, handoff.priority) == ("failure", 1)
        assert session.scalars(select(Case)).all() == []


def test_what_comes_after_a_failing_message_waits_for_it(broken_room: Room) -> None:
    desk = broken_room.desk()
    broken_room.write("hay un bache", "en Cajeme", "colonia Centro", "calle Sufragio 12")
    desk.handle_waiting()
    broken_room.write("sí", "gracias")
    assert desk.handle_waiting() == 0
    assert [each.handled_at is None for each in broken_room.received()[-2:]] == [True, True]
    assert [desk.handle_waiting(), desk.handle_waiting()] == [0, 2]


def test_other_conversations_do_not_wait_for_a_failing_one(broken_room: Room) -> None:
    desk = broken_room.desk()
    broken_room.write("hay un bache", "en Cajeme", "colonia Centro", "calle Sufragio 12")
    desk.handle_waiting()
    broken_room.write("sí")
    broken_room.write("gracias", who="beto")
    assert desk.handle_waiting() == 1
    assert len(broken_room.said("beto")) == 1


def test_messages_that_wait_together_are_answered_once(room: Room) -> None:
    room.write("hola", "hay un bache", "en Cajeme", "colonia Centro")
    assert room.desk().handle_waiting() == 4
    welcome, street = [each.text for each in room.said()]
    assert "Aviso de privacidad" in welcome
    assert "¿En qué calle" in street
    assert all(each.handled_at for each in room.received())


def test_messages_that_a_desk_has_time_for_are_answered_one_by_one(room: Room) -> None:
    """One second apart on an idle desk: nothing is waited for."""
    desk = room.desk()
    for text in ("hay un bache", "en Cajeme"):
        room.write(text)
        room.clock.forward(seconds=1)
        assert desk.handle_waiting() == 1
    _, first, second = [each.text for each in room.said()]
    assert "¿En qué municipio" in first
    assert "¿En qué colonia" in second


def test_what_comes_while_the_desk_is_busy_is_taken_together_next(room: Room) -> None:
    late = [("en Cajeme", "colonia Centro")]
    desk = room.desk(meanwhile=lambda: late and room.write(*late.pop()))
    room.write("hay un bache")
    assert desk.handle_waiting() == 1
    assert desk.handle_waiting() == 2
    assert "¿En qué calle" in room.said()[-1].text


def test_a_command_among_messages_stays_what_it_is(room: Room) -> None:
    room.write("hay un bache", "en Cajeme", "cancelar", "hola", "gracias")
    assert room.desk().handle_waiting() == 5
    _, colonia, cancelled, *_ = [each.text for each in room.said()]
    assert "¿En qué colonia" in colonia
    assert "no se registró nada" in cancelled


def test_danger_among_messages_that_wait_is_answered_first(room: Room) -> None:
    room.write("hay un bache", "cancelar", "auxilio", "en Cajeme")
    assert room.desk().handle_waiting() == 4
    assert "9-1-1" in room.said()[0].text
    assert room.conversation().owner is Owner.queue


def test_a_repeated_message_is_handled_once(room: Room) -> None:
    [first] = room.write("gracias", key="telegram:u1")
    [again] = room.write("gracias", key="telegram:u1")
    assert (again.exchange_id, again.is_repeat) == (first.exchange_id, True)
    assert room.desk().handle_waiting() == 1
    assert room.desk().handle_waiting() == 0
    assert len(room.said()) == 1


def test_a_message_is_kept_until_a_desk_takes_it(room: Room) -> None:
    room.write("gracias")
    assert room.said() == []
    room.desk().handle_waiting()
    assert room.received()[0].handled_at is not None


def test_a_conversation_is_not_closed_over_a_message_that_waits(room: Room) -> None:
    room.write("gracias")
    room.desk().handle_waiting()
    room.clock.forward(days=2)
    room.write("hola")
    with room.store.transaction() as session:
        idle.attend(session, room.rules, room.clock.now())
    assert room.conversation().owner is Owner.bot
    room.desk().handle_waiting()
    assert "Aviso de privacidad" in room.said()[-1].text


def test_the_bot_is_silent_when_a_person_takes_over_while_it_thinks(room: Room) -> None:
    room.write("hay un bache")
    assert room.desk(meanwhile=room.take).handle_waiting() == 1
    assert room.said() == []
    assert room.conversation().owner is Owner.analyst


def test_a_reply_that_was_owed_is_dropped_when_a_person_takes_over(room: Room) -> None:
    room.write("hay un bache")
    room.desk().handle_waiting()
    assert {each.delivery for each in room.said()} == {Delivery.owed}
    room.take()
    assert {each.delivery for each in room.said()} == {Delivery.dropped}


def test_the_safety_line_is_not_dropped(room: Room) -> None:
    room.write("auxilio")
    room.desk().handle_waiting()
    room.take()
    line, _ = room.said()
    assert "9-1-1" in line.text
    assert line.delivery is Delivery.owed


def test_danger_while_a_person_attends_moves_the_conversation_up(room: Room) -> None:
    room.write("gracias")
    room.desk().handle_waiting()
    room.take()
    room.write("auxilio")
    room.desk().handle_waiting()
    assert "9-1-1" in room.said()[-1].text
    with room.store.reading() as session:
        handoff = queue.open_handoff(session, session.scalars(select(Conversation)).one())
        assert handoff is not None
        assert handoff.priority == 0


def test_two_desks_handle_nothing_twice_and_keep_the_order(
    postgres: Cluster, clock: Clock, desk_rules: rules.Desk
) -> None:
    with closing(Store(postgres.migrated_database())) as store:
        room = Room(store, clock, desk_rules)
        citizens = [f"citizen{number}" for number in range(12)]
        for who in citizens:
            room.write("hay un bache", "en Cajeme", "colonia Centro", "gracias", who=who)
        with ThreadPoolExecutor(2) as pool:
            done = sum(pool.map(_handle_all, (room.desk(), room.desk())))
        assert done == len(citizens) * 4
        for who in citizens:
            asked = [each.text.split("\n\n")[-1] for each in room.said(who)][1:]
            assert [each.split(" ")[2].strip("?,") for each in asked] == PLACES_ASKED
        with store.reading() as session:
            assert list(chain.verify(session)) == []


def _handle_all(desk: Desk) -> int:
    """Until nothing waits. What the other desk has in its hands comes back as nothing done."""
    done, idle = 0, 0
    while idle < 50:
        handled = desk.handle_waiting()
        done += handled
        idle = 0 if handled else idle + 1
    return done


def test_a_text_that_breaks_the_engine_harms_no_other_and_goes_to_a_person(room: Room) -> None:
    desk = room.desk()
    room.write("hola", who="beto")
    room.write("lo que rompe el motor")
    assert [desk.handle_waiting() for _ in range(4)] == [1, 0, 1, 0]
    with room.store.reading() as session:
        [handoff] = queue.waiting(session)
        assert (handoff.conversation.address, handoff.reason) == ("ana", "failure")


@pytest.mark.parametrize("writes_again", [False, True])
def test_danger_told_just_as_a_conversation_closes_is_heard(room: Room, writes_again: bool) -> None:
    room.write("hola")
    room.desk().handle_waiting()
    room.write("auxilio")
    with room.store.transaction() as session:
        key = session.scalars(select(Conversation.key)).one()
        conversation = conversations.lock(session, key)
        conversations.close(session, conversation, "clock", "attended", room.clock.now())
    if writes_again:
        room.write("hola")
    room.desk().handle_waiting()
    with room.store.reading() as session:
        [handoff] = queue.waiting(session)
        assert (handoff.reason, handoff.priority) == ("danger", 0)
        assert handoff.conversation.owner is Owner.queue
