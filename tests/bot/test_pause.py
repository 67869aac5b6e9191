"""What is waited for, how long, and what comes of it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from bot import pause
from bot.desk import Desk
from bot.dialogue import Stage, State, hear, is_complete
from bot.pause import LONGEST
from bot.understood import Understood, understand
from handoff.exchanges import Unhandled, chain
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import Owner
from nlu import entities
from nlu.interpretation import Interpretation, Urgency
from tests.bot.desk_at_work import THRESHOLDS, Ear, Room
from tests.conftest import MORNING, Clock
from tests.postgres import Cluster

AFTER = timedelta(seconds=1.5)


@pytest.fixture
def room(store: Store, clock: Clock, desk_rules: rules.Desk) -> Room:
    return Room(store, clock, desk_rules, AFTER)


def waiting(*said: tuple[float, str], **content: Any) -> list[Understood]:
    """What was said at which second; `content` is of the last."""
    numbers, ear = count(1), Ear()
    messages = [
        Unhandled(next(numbers), 1, text, None, 0, MORNING + timedelta(seconds=at))
        for at, text in said
    ]
    if content:
        number, at, text = messages[-1].exchange_id, messages[-1].at, messages[-1].text
        messages[-1] = Unhandled(number, 1, text, content, 0, at)
    meanings = ear.interpret([each.text for each in messages])
    return understand(zip(messages, meanings, strict=True), lambda texts: [*ear.interpret(texts)])


def seconds(turns: list[Understood]) -> float | None:
    until = pause.due(turns, AFTER)
    return None if until is None else (until - MORNING).total_seconds()


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ([(0, "hola")], 1.5),
        ([(0, "hola"), (1, "hay un bache")], 2.5),
        ([(0, "hola"), (1, "uno"), (2, "dos"), (3, "tres"), (4.5, "cuatro")], 5),
        ([(n / 10, f"van {n}") for n in range(20)], 3.4),
        ([(n / 10, f"van {n}") for n in range(21)], None),
        ([(0, "mi marido me")], 6),
        ([(0, "hola"), (4, "mi marido me")], 10),
        ([(0, "mi marido me"), (4, "dijo que")], 10),
        ([(0, "mi marido me"), (4, "dijo que si dan becas")], 5),
        ([(0, "hay un"), (5, "poste en mi"), (10, "calle y"), (15, "no hay")], 20),
        ([(0, "es para mi")], 6),
        ([(0, "mi marido me"), (1, "auxilio")], None),
        ([(0, "hola"), (1, "cancelar")], None),
        ([(0, "sí")], None),
        ([(0, "hola"), (1, "auxilio")], None),
        ([(0, "hola"), (1, " ")], None),
    ],
)
def test_words_wait_for_more_and_nothing_else_does(
    said: list[tuple[float, str]], until: float | None
) -> None:
    assert seconds(waiting(*said)) == until


@pytest.mark.parametrize(
    "content",
    [
        {"payload": "si"},
        {"attachments": [{"id": "foto"}]},
        {"location": {"lat": 29.0, "lon": -110.9}},
        {"edit_of": "1"},
    ],
)
def test_what_is_more_than_words_waits_for_nothing(content: dict[str, Any]) -> None:
    assert seconds(waiting((0, "hola"), (1, "miren"), **content)) is None
    assert seconds(waiting((0, "hola"), (1, "miren"), message_id="2")) == 2.5


PHONE = State(Stage.collecting, category="bacheo", asking="contacto")
TOWN = State(Stage.collecting, category="bacheo", asking="municipio")
STREET = State(Stage.collecting, category="bacheo", asking="calle")


@pytest.mark.parametrize(
    ("state", "text", "complete"),
    [
        (PHONE, "6621234567", True),
        (PHONE, "mi correo es ana@ejemplo.mx", True),
        (PHONE, "el de mi hermana", False),
        (STREET, "mi cel es 6621234567", False),
        (TOWN, "83190", True),
        (TOWN, "Hermosillo", False),
        (STREET, "12", False),
        (State(Stage.rating), "5", True),
        (State(Stage.rating), "muy atentos", False),
        (State(Stage.choosing, options=("bacheo", "alumbrado")), "2", True),
        (State(Stage.which_case), "1", True),
        (State(Stage.folio), "CS-2026-000001-5", True),
        (State(Stage.folio), "el de la semana pasada", False),
        (State(Stage.key), "7PPB-6VEN", True),
        (State(), "6621234567", False),
        (State(), "sí", True),
    ],
)
def test_the_short_answer_that_was_asked_for_waits_for_nothing(
    state: State, text: str, complete: bool
) -> None:
    place, told = entities.find(text)
    calm = Urgency(value=False, score=0.0, reason=None)
    meaning = Interpretation(text, "bacheo", 0.9, (), told, calm, place, "test")
    assert is_complete(state, hear(text, None, meaning, THRESHOLDS)) is complete


def test_messages_of_one_moment_are_answered_once(room: Room) -> None:
    desk = room.desk()
    for text in ("hay un bache", "en Cajeme", "colonia Centro"):
        room.write(text)
        assert desk.handle_waiting() == 0
        room.clock.forward(seconds=1)
    assert room.said() == []
    due = desk.next_due(room.clock.now())
    assert due == room.received()[-1].at + AFTER
    room.clock.reach(due)
    assert desk.handle_waiting() == 3
    _welcome, street = [each.text for each in room.said()]
    assert "¿En qué calle" in street
    assert desk.next_due(room.clock.now()) is None


def test_what_is_put_off_is_understood_once(room: Room) -> None:
    asked: list[int] = []
    desk = room.desk(lambda: asked.append(1))
    room.write("hay un bache")
    assert desk.handle_waiting() == 0
    room.clock.forward(seconds=2)
    assert desk.handle_waiting() == 1
    assert len(asked) == 1


def test_nobody_is_left_waiting_who_does_not_stop(room: Room) -> None:
    desk = room.desk()
    began = room.clock.now()
    while not room.said():
        room.write("y otra cosa")
        desk.handle_waiting()
        room.clock.forward(seconds=0.5)
        assert room.clock.now() - began <= LONGEST + AFTER


def test_words_that_wait_are_answered_with_a_command(room: Room) -> None:
    desk = room.desk()
    room.write("hay un bache")
    assert desk.handle_waiting() == 0
    room.clock.forward(seconds=1)
    room.write("cancelar")
    assert desk.handle_waiting() == 2
    assert "no se registró nada" in room.said()[-1].text


def test_danger_is_answered_at_once_with_what_waits(room: Room) -> None:
    desk = room.desk()
    room.write("hay un bache")
    assert desk.handle_waiting() == 0
    room.write("auxilio")
    assert desk.handle_waiting() == 2
    assert "9-1-1" in room.said()[0].text


def test_a_person_who_attends_is_waited_for_by_nobody(room: Room) -> None:
    desk = room.desk()
    room.write("cancelar")
    desk.handle_waiting()
    room.take()
    room.write("gracias")
    assert desk.handle_waiting() == 1
    assert room.conversation().owner is Owner.analyst


def test_what_was_put_off_outlives_the_desk_that_did_it(room: Room) -> None:
    room.write("hay un bache")
    assert room.desk().handle_waiting() == 0
    after = room.desk()
    assert after.handle_waiting() == 0
    due = after.next_due(room.clock.now())
    assert due is not None
    room.clock.reach(due)
    assert after.handle_waiting() == 1
    assert room.said()


def test_a_desk_that_waits_for_nothing_answers_each_by_itself(
    store: Store, clock: Clock, desk_rules: rules.Desk
) -> None:
    room = Room(store, clock, desk_rules)
    room.write("hay un bache")
    assert room.desk().handle_waiting() == 1


def test_one_citizen_who_waits_keeps_no_other_waiting(room: Room) -> None:
    desk = room.desk()
    for number in range(80):
        room.write("hola", who=f"citizen{number}")
    assert [desk.handle_waiting(), desk.handle_waiting()] == [0, 0]
    room.write("cancelar", who="beto")
    assert desk.handle_waiting() == 1
    assert room.said("beto")


def test_what_the_engine_cannot_take_waits_for_nothing(room: Room) -> None:
    desk = room.desk()
    room.write("hola")
    assert desk.handle_waiting() == 0
    room.write("lo que rompe el motor")
    assert [desk.handle_waiting() for _ in range(3)] == [0, 1, 1]
    assert room.conversation().owner is Owner.queue


def test_two_desks_answer_each_burst_once(
    postgres: Cluster, clock: Clock, desk_rules: rules.Desk
) -> None:
    with closing(Store(postgres.migrated_database())) as store:
        room = Room(store, clock, desk_rules, AFTER)
        desks = room.desk(), room.desk()
        citizens = [f"citizen{number}" for number in range(12)]
        with ThreadPoolExecutor(2) as pool:
            for text in ("hay un bache", "en Cajeme", "colonia Centro"):
                for who in citizens:
                    room.write(text, who=who)
                assert sum(pool.map(Desk.handle_waiting, desks)) == 0
                clock.forward(seconds=0.5)
            clock.forward(seconds=1)
            done = sum(sum(pool.map(Desk.handle_waiting, desks)) for _ in range(10))
        assert done == len(citizens) * 3
        for who in citizens:
            _welcome, street = [each.text for each in room.said(who)]
            assert "¿En qué calle" in street
        with store.reading() as session:
            assert list(chain.verify(session)) == []
