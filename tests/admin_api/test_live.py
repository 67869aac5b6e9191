"""The live line of the staff, over a real socket."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from handoff import exchanges, logins, people
from handoff.exchanges import Outcome
from handoff.store.models import Audit, Delivery, StaffSession
from tests import patience
from tests.admin_api.console import PASSWORD, Attention, attention
from tests.patience import PATIENCE


def log_in(desk: Attention, username: str = "eruiz") -> str:
    answer = patience.post(
        f"{desk.url}/api/v1/sessions", json={"username": username, "password": PASSWORD}
    )
    token: str = answer.raise_for_status().json()["token"]
    return token


@contextmanager
def follow(desk: Attention, token: str, after: str | None = None) -> Iterator[ClientConnection]:
    query = "" if after is None else f"?after={after}"
    with connect(_address(desk) + query) as line:
        line.send(json.dumps({"token": token}))
        yield line


def _address(desk: Attention) -> str:
    return f"{desk.url.replace('http', 'ws')}/api/v1/live"


def hear(line: ClientConnection) -> dict[str, Any]:
    frame: dict[str, Any] = json.loads(line.recv(PATIENCE))
    return frame


def texts(frame: dict[str, Any]) -> list[str]:
    return [row["text"] for row in frame["exchanges"]]


def test_an_open_line_is_somebody_here(desk: Attention) -> None:
    with follow(desk, log_in(desk)) as line:
        hear(line)
    with desk.store.reading() as session:
        shown = session.scalar(select(StaffSession.open_at))
        assert shown is not None
        assert logins.is_anybody_here(session, shown)


def test_from_now_on_what_is_written_is_told(desk: Attention) -> None:
    desk.write("Ana", "antes de entrar")
    with follow(desk, log_in(desk)) as line:
        first = hear(line)
        assert (first["exchanges"], first["queue"]) == ([], {"waiting": 0, "alarms": 0})
        key = desk.write("Ana", "hay un bache", intent="bacheo")
        frame = hear(line)
        assert texts(frame) == ["hay un bache"]
        assert frame["exchanges"][0]["conversation"] == key
        assert frame["exchanges"][0]["understanding"]["intent"]["name"] == "bacheo"


def test_who_waits_and_who_took_it_is_told(desk: Attention) -> None:
    key = desk.write("Ana", "quiero hablar con alguien")
    with follow(desk, log_in(desk)) as line:
        hear(line)
        desk.hand_over(key, "asked", 2)
        frame = hear(line)
        assert (frame["changed"], frame["queue"]["waiting"]) == ([key], 1)
        desk.claim(key, "jlopez")
        frame = hear(line)
        assert (frame["changed"], frame["queue"]["waiting"]) == ([key], 0)


def test_a_line_that_was_cut_goes_on_where_it_was(desk: Attention) -> None:
    token = log_in(desk)
    with follow(desk, token) as line:
        hear(line)
        desk.write("Ana", "uno")
        cursor = hear(line)["cursor"]
    written = [f"mensaje {number}" for number in range(450)]
    for number in written:
        desk.write("Luis", number)
    with follow(desk, token, cursor) as line:
        told: list[str] = []
        while len(told) < len(written):
            told += texts(hear(line))
    assert told == written


def test_what_became_of_a_message_is_told_later(desk: Attention) -> None:
    key = desk.write("Ana", "hola")
    desk.reply(key, "¿En qué le ayudo?")
    with follow(desk, log_in(desk)) as line:
        hear(line)
        with desk.store.transaction() as session:
            (owed,) = exchanges.owed(session, ["webchat"], desk.now)
            exchanges.settle(session, [Outcome(owed.exchange_id, Delivery.delivered, desk.now)])
        frame = hear(line)
        assert [(row["text"], row["delivery"]) for row in frame["exchanges"]] == [
            ("¿En qué le ayudo?", "delivered")
        ]


def test_what_becomes_reserved_leaves_the_lines_of_others(desk: Attention) -> None:
    key = desk.write("Ana", "quiero hablar con alguien")
    desk.hand_over(key, "asked", 2)
    with follow(desk, log_in(desk)) as line, follow(desk, log_in(desk, "msoto")) as boss:
        assert (hear(line)["queue"]["waiting"], hear(boss)["queue"]["waiting"]) == (1, 1)
        desk.write("Ana", "un policía me pidió dinero", intent="denuncia_servidor_publico")
        frame = hear(line)
        assert (texts(frame), frame["changed"], frame["queue"]["waiting"]) == ([], [key], 0)
        frame = hear(boss)
        assert (texts(frame), frame["queue"]["waiting"]) == (["un policía me pidió dinero"], 1)


def test_what_is_not_understood_yet_is_told_once_it_is(desk: Attention) -> None:
    with follow(desk, log_in(desk)) as line:
        hear(line)
        waits = desk.write("Ana", "se fue el agua", is_handled=False)
        desk.write("Luis", "hay un bache", intent="bacheo")
        frame = hear(line)
        assert texts(frame) == ["hay un bache"]
        desk.handle(waits)
        assert texts(hear(line)) == ["se fue el agua"]
    with follow(desk, log_in(desk), frame["cursor"]) as line:
        assert texts(hear(line)) == ["se fue el agua", "hay un bache"]


def test_following_is_written_in_the_audit(desk: Attention) -> None:
    with follow(desk, log_in(desk)) as line:
        hear(line)
    with desk.store.reading() as session:
        followed = session.scalars(select(Audit.subject).where(Audit.action == "follow")).all()
    assert followed == ["log"]


def test_the_line_ends_when_the_login_is_revoked(desk: Attention) -> None:
    with follow(desk, log_in(desk)) as line:
        hear(line)
        with desk.store.transaction() as session:
            logins.end_all(session, people.named(session, "eruiz"), desk.now)
        assert _closing_code(line) == 4401


@pytest.mark.parametrize("frame", ['{"token": "no"}', '{"token": 1}', "[]", "hola", '{"t": ""}'])
def test_nobody_follows_without_a_login(desk: Attention, frame: str) -> None:
    with connect(_address(desk)) as line:
        line.send(frame)
        assert _closing_code(line) == 4401


def test_another_site_cannot_follow_with_our_cookie(desk: Attention) -> None:
    cookie = {"Cookie": f"ventanilla_staff={log_in(desk)}"}
    ours, other = Origin(desk.url), Origin("https://otro.example")
    with connect(_address(desk), additional_headers=cookie, origin=ours) as line:
        hear(line)
    with connect(_address(desk), additional_headers=cookie, origin=other) as line:
        line.send("{}")
        assert _closing_code(line) == 4401


@pytest.mark.parametrize("cursor", ["ayer", "-1", "", "9" * 30])
def test_a_cursor_that_is_none_is_refused(desk: Attention, cursor: str) -> None:
    with connect(f"{_address(desk)}?after={cursor}") as line:
        assert _closing_code(line) == 4400


def test_a_stop_ends_the_lines(tmp_path: Path) -> None:
    with ExitStack() as lines:
        with attention(tmp_path) as desk:
            line = lines.enter_context(follow(desk, log_in(desk)))
            hear(line)
        assert _closing_code(line) == 1012


def _closing_code(line: ClientConnection) -> int | None:
    try:
        while True:
            line.recv(PATIENCE)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None
