"""«Escribiendo…» between a citizen's chat and the console: two edges, one store, two windows."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select
from starlette.applications import Starlette
from websockets.sync.client import ClientConnection, connect

from admin_api.access import Staff
from admin_api.app import create_app
from bot.channels.webchat import WebChat, routes
from bot.intake import Intake
from handoff import logins, people
from handoff.clock import now
from handoff.files.taking import Files
from handoff.rules import desk as rules
from handoff.signals import EVERYTHING, Signals
from handoff.store.models import Exchange, Person, Role
from tests import databases
from tests.bot.chat_page import arrive
from tests.bot.webchat_desk import Desk
from tests.browser import serve
from tests.patience import PATIENCE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with databases.opened(databases.sqlite(tmp_path / "t.db")) as store:

        @asynccontextmanager
        async def lifespan(app: Starlette) -> AsyncIterator[None]:
            with Signals(store) as signals:
                files = Files(tmp_path / "attachments")
                chat = WebChat(store, Intake(store, now), signals, now, files)
                app.router.routes.extend(routes(chat))
                app.mount("/", create_app(Staff(store, now, rules.load(), signals)))
                yield

        with serve(Starlette(lifespan=lifespan)) as url:
            yield Desk(url, store, tmp_path)


def token(desk: Desk, username: str = "ana") -> str:
    with desk.store.transaction() as session:
        return logins.start(session, people.named(session, username), now())


def lines(desk: Desk) -> int:
    with desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(Exchange)) or 0


@contextmanager
def window(browser: Browser, desk: Desk) -> Iterator[Page]:
    with closing(browser.new_context(base_url=desk.url, locale="es-MX")) as context:
        yield context.new_page()


def test_each_sees_that_the_other_writes(browser: Browser, desk: Desk) -> None:
    with window(browser, desk) as citizen, window(browser, desk) as analyst:
        arrive(citizen, desk)
        desk.hands_over()
        desk.takes()
        desk.handles()
        before, key = lines(desk), desk.only()
        analyst.context.add_cookies(
            [{"name": "ventanilla_staff", "value": token(desk), "url": desk.url}]
        )
        analyst.goto(f"/console/conversations/{key}")
        analyst.get_by_text("En vivo").wait_for()
        state = citizen.get_by_role("status")
        expect(state).to_have_text("Le atiende Ana")
        citizen.get_by_role("textbox").press_sequentially("No hay")
        expect(analyst.locator("#writing")).to_have_text("Persona sin nombre está escribiendo…")
        box = analyst.locator("#text")
        analyst.get_by_role("radio", name="Nota interna").check()
        box.press_sequentially("una nota")
        analyst.get_by_role("radio", name="Respuesta a la persona").check()
        expect(state).to_have_text("Le atiende Ana")
        box.press_sequentially("Buenas")
        expect(state).to_have_text("Ana está escribiendo…")
        assert lines(desk) == before
        citizen.keyboard.press("Enter")
        expect(analyst.locator("#writing")).to_have_text("")
        box.press("Enter")
        expect(state).to_have_text("Le atiende Ana")


@contextmanager
def citizen_line(desk: Desk, citizen: httpx.Client) -> Iterator[ClientConnection]:
    bearer = citizen.headers["authorization"].removeprefix("Bearer ")
    with connect(f"{desk.url.replace('http', 'ws')}/chat/live") as line:
        line.send(json.dumps({"token": bearer}))
        yield line


@contextmanager
def staff_line(desk: Desk, username: str = "ana") -> Iterator[ClientConnection]:
    with connect(f"{desk.url.replace('http', 'ws')}/api/v1/live") as line:
        line.send(json.dumps({"token": token(desk, username)}))
        line.recv(PATIENCE)
        yield line


def typings_until(line: ClientConnection, text: str) -> int:
    """How often somebody was said to write before this was said."""
    count = 0
    while True:
        frame = json.loads(line.recv(PATIENCE))
        count += "typing" in frame
        said = [*frame.get("messages", ()), *frame.get("exchanges", ())]
        if any(each["text"] == text for each in said):
            return count


def test_only_who_attends_is_told_to_write_and_not_too_often(desk: Desk) -> None:
    with desk.newcomer() as citizen, citizen_line(desk, citizen) as line:
        desk.hands_over()
        desk.takes()
        with desk.store.transaction() as session:
            people.add(
                session,
                Person(username="beto", name="Beto", role=Role.analyst),
                "una clave larga",
                now(),
            )
        key = desk.only()
        with staff_line(desk, "beto") as other, staff_line(desk) as mine:
            for odd in ("", "[]", "{", '{"typing": 7}', '{"looking": ["x"]}'):
                mine.send(odd)
            other.send(json.dumps({"typing": key}))
            desk.says("primero")
            assert typings_until(line, "primero") == 0
        with staff_line(desk) as mine:
            for _ in range(5):
                mine.send(json.dumps({"typing": key}))
            while "typing" not in json.loads(line.recv(PATIENCE)):
                pass
            desk.says("segundo")
            assert typings_until(line, "segundo") == 0


def test_nothing_is_told_of_a_conversation_that_has_ended(desk: Desk) -> None:
    with desk.newcomer() as citizen, citizen_line(desk, citizen) as line:
        desk.hands_over()
        desk.takes()
        key = desk.only()
        with staff_line(desk) as mine:
            mine.send(json.dumps({"looking": key}))
            desk.closes()
            line.send(json.dumps({"typing": True}))
            mine.send(json.dumps({"typing": key}))
            citizen.post("/chat/messages", json={"id": "1", "text": "¿hola?"})
            assert typings_until(line, "¿hola?") == 0
            desk.handles()
            assert typings_until(mine, "¿hola?") == 0


def test_a_hint_wakes_who_follows_it_and_nobody_else(desk: Desk) -> None:
    async def woken(ring: str) -> tuple[bool, bool]:
        with (
            Signals(desk.store) as signals,
            signals.follow() as log,
            signals.follow_hint("ana") as hint,
        ):
            if ring == "hint":
                signals.hint("ana")
            else:
                signals.ring([EVERYTHING])
            assert await (hint if ring == "hint" else log).wait(PATIENCE)
            return await log.wait(0), await hint.wait(0)

    assert asyncio.run(woken("hint")) == (False, False)
    assert asyncio.run(woken("everything")) == (False, False)
