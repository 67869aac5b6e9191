"""Taking, answering, transferring, returning and closing; the queue in between."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff import conversations, exchanges, queue
from handoff.conversations import AlreadyTaken, ConversationClosed, NotYours
from handoff.exchanges import Inbound
from handoff.rules import desk as rules
from handoff.rules.reasons import Reason
from handoff.store import Store
from handoff.store.models import Conversation, Event, Handoff, Owner, Person, Role
from tests.conftest import MORNING, Clock

RULES = rules.load()


def arrive(session: Session, address: str) -> Conversation:
    exchanges.record(
        session, [Inbound("fake", address, f"fake:{address}", "hola", MORNING)], MORNING
    )
    key = session.scalars(select(Conversation.key).filter_by(address=address, closed_at=None)).one()
    return conversations.lock(session, key)


def ask_for_person(session: Session, address: str, priority: int = 2) -> Conversation:
    conversation = arrive(session, address)
    need = queue.need(Reason.asked, priority, RULES, MORNING)
    conversations.hand_over(session, conversation, need, MORNING)
    return conversation


def person(session: Session, username: str, role: Role = Role.analyst) -> Person:
    made = Person(
        username=username, name=username.title(), role=role, password_hash="-", created_at=MORNING
    )
    session.add(made)
    session.flush()
    return made


def test_the_queue_goes_by_priority_and_then_by_waiting_time(store: Store) -> None:
    with store.transaction() as session:
        for address, priority in [("ana", 2), ("beto", 1), ("carla", 2), ("dora", 0)]:
            ask_for_person(session, address, priority)
        waiting = [each.conversation.address for each in queue.waiting(session)]
        assert waiting == ["dora", "beto", "ana", "carla"]
        ana = next(each.conversation for each in queue.waiting(session) if each.priority == 2)
        assert queue.position(session, ana) == 2


def test_asking_again_keeps_the_place_and_danger_moves_up(store: Store) -> None:
    with store.transaction() as session:
        ask_for_person(session, "ana")
        beto = ask_for_person(session, "beto")
        conversations.hand_over(session, beto, queue.need(Reason.asked, 2, RULES, MORNING), MORNING)
        assert queue.position(session, beto) == 1
        danger = queue.need(Reason.danger, 0, RULES, MORNING)
        conversations.hand_over(session, beto, danger, MORNING)
        assert [each.conversation.address for each in queue.waiting(session)] == ["beto", "ana"]
        assert queue.position(session, beto) is None, "a line is told to who is in danger"
        assert session.scalars(select(Handoff.reason).order_by(Handoff.id)).all() == [
            "asked",
            "danger",
        ]


def test_two_who_claim_at_once_one_gets_it(store: Store) -> None:
    with store.transaction() as session:
        key = ask_for_person(session, "ana").key
        ids = [person(session, name).id for name in ("olga", "pablo")]
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def claim(person_id: int) -> None:
        start.wait()
        with store.transaction() as session:
            who = session.get_one(Person, person_id)
            try:
                conversations.claim(session, conversations.lock(session, key), who, MORNING)
                outcomes.append(f"{who.name} has it")
            except AlreadyTaken as error:
                outcomes.append(f"{error.by} has it")

    threads = [threading.Thread(target=claim, args=(each,)) for each in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 2
    assert len(set(outcomes)) == 1


def test_only_who_attends_answers_closes_or_returns(store: Store) -> None:
    with store.transaction() as session:
        conversation = ask_for_person(session, "ana")
        olga, pablo = person(session, "olga"), person(session, "pablo")
        conversations.claim(session, conversation, olga, MORNING)
        for verb in (
            lambda: conversations.answer(session, conversation, pablo, "hola", MORNING),
            lambda: conversations.give_back(session, conversation, pablo, MORNING),
            lambda: conversations.close(session, conversation, pablo, "attended", MORNING),
        ):
            with pytest.raises(NotYours):
                verb()
        conversations.note(session, conversation, pablo, "la conozco", MORNING)
        conversations.answer(session, conversation, olga, "Buenos días", MORNING)
        conversations.close(session, conversation, olga, "attended", MORNING)
        with pytest.raises(ConversationClosed):
            conversations.claim(session, conversation, pablo, MORNING)


def test_a_new_message_after_the_closure_opens_another_conversation(store: Store) -> None:
    with store.transaction() as session:
        first = ask_for_person(session, "ana")
        olga = person(session, "olga")
        conversations.claim(session, first, olga, MORNING)
        conversations.close(session, first, olga, "attended", MORNING)
        session.flush()
        again = Inbound("fake", "ana", "fake:again", "hola otra vez", MORNING)
        exchanges.record(session, [again], MORNING)
        owners = session.scalars(select(Conversation.owner).order_by(Conversation.id)).all()
        assert owners == [Owner.closed, Owner.bot]


def test_every_change_of_hands_is_written_down(store: Store) -> None:
    with store.transaction() as session:
        conversation = ask_for_person(session, "ana")
        olga, pablo = person(session, "olga"), person(session, "pablo")
        conversations.claim(session, conversation, olga, MORNING)
        conversations.transfer(session, conversation, olga, pablo, MORNING)
        conversations.give_back(session, conversation, pablo, MORNING)
        events = session.scalars(select(Event).order_by(Event.id)).all()
        assert [(each.actor, each.verb, each.before, each.after) for each in events] == [
            ("bot", "hand_over", "bot", "queue"),
            ("olga", "claim", "queue", "analyst"),
            ("olga", "transfer", "olga", "pablo"),
            ("pablo", "return", "analyst", "bot"),
        ]


def test_nobody_comes_so_it_alarms_once_and_stays_in_the_queue(store: Store, clock: Clock) -> None:
    with store.transaction() as session:
        ask_for_person(session, "ana", priority=2)
        clock.forward(minutes=9)
        assert queue.alarm(session, clock.now()) == []
        clock.forward(minutes=1)
        assert [each.reason for each in queue.alarm(session, clock.now())] == ["asked"]
        assert queue.alarm(session, clock.now()) == []
        assert len(queue.waiting(session)) == 1


def test_the_alarm_waits_for_the_office_to_open_but_not_in_danger() -> None:
    night = MORNING + timedelta(hours=12)
    opening = MORNING + timedelta(hours=22)  # the next day at eight
    assert queue.need(Reason.asked, 2, RULES, night).alarm_at == opening + RULES.alarm_after[2]
    assert queue.need(Reason.danger, 0, RULES, night).alarm_at == night + RULES.alarm_after[0]


def test_the_wait_is_told_only_when_there_is_something_to_tell_it_from(store: Store) -> None:
    with store.transaction() as session:
        olga = person(session, "olga")
        assert queue.expected_wait(session, MORNING) is None
        for number in range(5):
            conversation = ask_for_person(session, f"citizen {number}")
            taken = MORNING + timedelta(minutes=number + 1)
            conversations.claim(session, conversation, olga, taken)
        session.flush()
        later = MORNING + timedelta(minutes=10)
        assert queue.expected_wait(session, later) == timedelta(minutes=3)
