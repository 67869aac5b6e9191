"""The live connection: it resumes where it was left, and what arrived is known to have arrived."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import ClientConnection, connect

from handoff.rules.reasons import Reason
from handoff.store import Store
from handoff.store.models import Delivery
from tests import patience
from tests.bot.webchat_desk import Desk, running, running_on
from tests.patience import PATIENCE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


@pytest.fixture
def citizen(desk: Desk) -> Iterator[httpx.Client]:
    with desk.newcomer() as citizen:
        yield citizen


@contextmanager
def live(desk: Desk, citizen: httpx.Client, after: str = "") -> Iterator[ClientConnection]:
    token = citizen.headers["authorization"].removeprefix("Bearer ")
    with connect(f"{desk.url.replace('http', 'ws')}/chat/live?after={after}") as opened:
        opened.send(json.dumps({"token": token}))
        yield opened


def frame(connection: ClientConnection) -> dict[str, Any]:
    received: dict[str, Any] = json.loads(connection.recv(PATIENCE))
    return received


def texts(news: dict[str, Any]) -> list[str]:
    return [message["text"] for message in news["messages"]]


def write(citizen: httpx.Client, id: str, text: str) -> str:
    cursor: str = citizen.post("/chat/messages", json={"id": id, "text": text}).json()["cursor"]
    return cursor


def test_the_first_frame_brings_what_there_is_and_who_attends(
    desk: Desk, citizen: httpx.Client
) -> None:
    write(citizen, "1", "Hola")
    desk.says("Buenas tardes", ("Registrar", "registrar"))
    with live(desk, citizen) as connection:
        first = frame(connection)
    assert texts(first) == ["Hola", "Buenas tardes"]
    assert first["messages"][1]["buttons"] == [{"text": "Registrar", "payload": "registrar"}]
    assert first["state"] == {"owner": "bot"}


def test_what_is_said_arrives_as_it_is_written(desk: Desk, citizen: httpx.Client) -> None:
    with live(desk, citizen) as connection:
        assert texts(frame(connection)) == []
        write(citizen, "1", "¿Hay alguien?")
        assert texts(frame(connection)) == ["¿Hay alguien?"]
        desk.says("Sí")
        assert texts(frame(connection)) == ["Sí"]


def test_it_is_told_that_the_bot_waits_for_more(desk: Desk, citizen: httpx.Client) -> None:
    with live(desk, citizen) as connection:
        frame(connection)
        write(citizen, "1", "hola")
        [hello] = frame(connection)["messages"]
        desk.waits_for_more()
        told, cursor = frame(connection), hello["cursor"]
        assert told["state"] == {"owner": "bot", "delivered": cursor, "writing": True}
        desk.handles()
        assert frame(connection)["state"] == {"owner": "bot", "delivered": cursor, "read": cursor}


def test_two_screens_of_the_same_citizen_show_the_same(desk: Desk, citizen: httpx.Client) -> None:
    with live(desk, citizen) as one, live(desk, citizen) as other:
        assert texts(frame(one)) == texts(frame(other)) == []
        write(citizen, "1", "desde uno")
        assert frame(one)["messages"] == frame(other)["messages"]


def test_what_was_written_while_away_arrives_on_return(desk: Desk, citizen: httpx.Client) -> None:
    with live(desk, citizen) as connection:
        frame(connection)
        desk.says("antes")
        cursor = frame(connection)["messages"][-1]["cursor"]
    desk.says("mientras")
    desk.says("tanto")
    with live(desk, citizen, after=cursor) as connection:
        assert texts(frame(connection)) == ["mientras", "tanto"]


def test_more_than_a_page_arrives_in_order(desk: Desk, citizen: httpx.Client) -> None:
    for number in range(205):
        desk.says(str(number))
    with live(desk, citizen) as connection:
        arrived = texts(frame(connection)) + texts(frame(connection))
    assert arrived == [str(number) for number in range(205)]


def test_a_change_of_who_attends_arrives_without_a_message(
    desk: Desk, citizen: httpx.Client
) -> None:
    with live(desk, citizen) as connection:
        assert frame(connection)["state"] == {"owner": "bot"}
        desk.hands_over()
        assert frame(connection) == {
            "messages": [],
            "state": {"owner": "queue", "queue_position": 1},
        }
        desk.takes()
        assert frame(connection)["state"] == {"owner": "analyst", "analyst": "Ana"}
        desk.closes()
        assert frame(connection)["state"] == {"owner": "closed"}


def test_moving_up_in_the_queue_is_told_though_nobody_wrote(
    desk: Desk, citizen: httpx.Client
) -> None:
    desk.hands_over(desk.only())
    more_urgent = patience.post(f"{desk.url}/chat/sessions").json()["conversation"]
    desk.hands_over(more_urgent, priority=0)
    with live(desk, citizen) as connection:
        assert frame(connection)["state"]["queue_position"] == 2
        desk.takes(more_urgent)
        assert frame(connection)["state"]["queue_position"] == 1


def test_what_was_sent_is_marked_delivered_and_not_dropped_afterwards(
    desk: Desk, citizen: httpx.Client
) -> None:
    with live(desk, citizen) as connection:
        frame(connection)
        desk.says("uno")
        frame(connection)
        desk.says("dos")
        frame(connection)
        # Words that come later stand behind the mark in the queue for the only writer.
        desk.notes("tres")
    assert desk.log()[0].delivery is Delivery.delivered


def test_the_cursor_of_a_reconnection_confirms_what_came_before(
    desk: Desk, citizen: httpx.Client
) -> None:
    cursor = desk.says("uno")
    with live(desk, citizen, after=str(cursor)) as connection:
        assert texts(frame(connection)) == []
        desk.notes("dos")
    assert desk.log()[0].delivery is Delivery.delivered


@pytest.mark.parametrize(
    "hello", ['{"token": "x.y"}', '{"token": 7}', "{}", "nada", '{"token": ""}', b"\xff"]
)
def test_a_wrong_first_frame_closes(desk: Desk, hello: str | bytes) -> None:
    with connect(f"{desk.url.replace('http', 'ws')}/chat/live") as connection:
        connection.send(hello)
        with pytest.raises(ConnectionClosedError) as closed:
            connection.recv(PATIENCE)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4401


def test_a_wrong_cursor_closes(desk: Desk, citizen: httpx.Client) -> None:
    with (
        live(desk, citizen, after="x") as connection,
        pytest.raises(ConnectionClosedError) as closed,
    ):
        connection.recv(PATIENCE)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4400


def test_the_server_stops_though_somebody_listens(tmp_path: Path) -> None:
    with ExitStack() as stays:
        with running(tmp_path) as desk:
            citizen = stays.enter_context(desk.newcomer())
            connection = stays.enter_context(live(desk, citizen))
            frame(connection)
        with pytest.raises(ConnectionClosedError) as closed:
            connection.recv(PATIENCE)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1012


def test_the_bot_has_read_what_it_is_done_with(desk: Desk, citizen: httpx.Client) -> None:
    with live(desk, citizen) as connection:
        frame(connection)
        cursor = write(citizen, "1", "Hola")
        assert frame(connection)["state"] == {"owner": "bot"}
        desk.handles()
        state = {"owner": "bot", "delivered": cursor, "read": cursor}
        assert frame(connection) == {"messages": [], "state": state}


def test_a_person_has_read_what_they_found_and_what_they_answered(
    desk: Desk, citizen: httpx.Client
) -> None:
    asked = write(citizen, "1", "Quiero hablar con una persona")
    desk.handles()
    desk.hands_over()
    found = write(citizen, "2", "¿Hay alguien?")
    assert reached(citizen) == (asked, asked)
    desk.handles()  # by the bot, which the citizen was not asking
    assert reached(citizen) == (found, asked)
    desk.takes()
    assert reached(citizen) == (found, found)
    after = write(citizen, "3", "Buenas tardes")
    desk.handles()
    assert reached(citizen) == (after, found)
    desk.answers("Dígame")
    assert reached(citizen) == (after, after)


def test_the_bot_goes_on_reading_while_only_the_case_waits(
    desk: Desk, citizen: httpx.Client
) -> None:
    write(citizen, "1", "Sí, registrar")
    desk.handles()
    desk.hands_over(reason=Reason.case_opened)
    thanks = write(citizen, "2", "Gracias")
    desk.handles()
    assert reached(citizen) == (thanks, thanks)


def test_what_was_said_in_an_earlier_conversation_was_read(
    desk: Desk, citizen: httpx.Client
) -> None:
    before = write(citizen, "1", "Gracias")
    desk.closes()
    write(citizen, "2", "Otra cosa")
    assert reached(citizen) == (before, before)


def reached(citizen: httpx.Client) -> tuple[str | None, str | None]:
    """Up to where what they wrote was delivered, and read."""
    state = citizen.get("/chat/messages").json()["state"]
    return state.get("delivered"), state.get("read")


def test_it_is_the_same_on_every_database(store: Store, tmp_path: Path) -> None:
    with running_on(store, tmp_path) as desk, desk.newcomer() as citizen:
        with live(desk, citizen) as connection:
            frame(connection)
            write(citizen, "1", "Hola")
            assert texts(frame(connection)) == ["Hola"]
            desk.hands_over()
            assert frame(connection)["state"] == {"owner": "queue", "queue_position": 1}
            desk.takes()
            first = str(desk.log()[0].id)
            told = {"owner": "analyst", "analyst": "Ana", "delivered": first, "read": first}
            assert frame(connection)["state"] == told
            desk.answers("Buenas tardes")
            cursor = frame(connection)["messages"][-1]["cursor"]
        with live(desk, citizen, after=cursor) as connection:
            assert texts(frame(connection)) == []
        assert write(citizen, "1", "Hola") == str(desk.log()[0].id)
        assert desk.log()[-1].delivery is Delivery.delivered
