"""A folio typed without its key: its state is told where it was opened from, to nobody else."""

import pytest

from handoff import cases, conversations
from handoff.cases import Request
from handoff.rules import catalogue
from handoff.rules import desk as rules
from handoff.store import Store
from tests.bot.desk_at_work import Room
from tests.conftest import Clock

ASKED = "clave de consulta"
TOLD = "está así"
NOBODYS = "CS-2026-999999-5"


@pytest.fixture
def room(store: Store, clock: Clock, desk_rules: rules.Desk) -> Room:
    return Room(store, clock, desk_rules)


def opened(room: Room, category: str) -> str:
    """The folio of a case of Ana's."""
    room.write("hola")
    room.desk().handle_waiting()
    about = catalogue.category(category)
    with room.store.transaction() as session:
        chat = conversations.lock(session, room.conversation().key)
        request = Request(about, about.destination[0], "lo que pasó", {"municipio": "Cajeme"})
        return cases.open_for(session, chat, request, room.rules, room.clock.now())[0].folio


def answer(room: Room, *texts: str, who: str) -> str:
    before = len(room.said(who))
    for text in texts:
        room.write(text, who=who)
        room.desk().handle_waiting()
    return "\n".join(each.text for each in room.said(who)[before:])


def test_its_own_citizen_is_told_the_state(room: Room) -> None:
    folio = opened(room, "alumbrado")
    assert TOLD in answer(room, folio, who="ana")


@pytest.mark.parametrize("before", [(), ("hay un bache",)])
@pytest.mark.parametrize("times", [1, 2])
def test_a_stranger_is_asked_the_key_as_if_there_were_none(
    room: Room, before: tuple[str, ...], times: int
) -> None:
    folio = opened(room, "alumbrado")
    said = answer(room, *before, *[folio] * times, who="luis")
    none = answer(room, *before, *[NOBODYS] * times, who="eva")
    assert said.replace(folio, "") == none.replace(NOBODYS, "")
    assert TOLD not in said


@pytest.mark.parametrize("before", [(), ("hay un bache",)])
def test_who_wrote_in_confidence_is_asked_the_key(room: Room, before: tuple[str, ...]) -> None:
    folio = opened(room, "denuncia_servidor_publico")
    said = answer(room, *before, folio, who="ana")
    assert ASKED in said
    assert TOLD not in said
