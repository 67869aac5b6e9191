"""Buttons and keyboards of a conversation on Telegram, from the press to what is shown after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handoff.exchanges import Outbound
from handoff.rules import desk as rules
from handoff.store.models import Author
from nlu.interpretation import Interpreter
from tests import databases
from tests.bot.bot_api import BotApi, Fail, Page
from tests.bot.telegram_desk import TelegramDesk
from tests.conftest import Clock

pytestmark = pytest.mark.anyio


@pytest.fixture
def desk(
    api: BotApi, tmp_path: Path, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> Iterator[TelegramDesk]:
    with databases.opened(databases.sqlite(tmp_path / "t.db")) as store:
        yield TelegramDesk(api, store, interpreter, desk_rules, clock)


def edits(api: BotApi) -> list[tuple[int, str | None]]:
    """Messages that lost their buttons, and their new text if it changed."""
    changed = [each for each in api.calls if each.method.startswith("editMessage")]
    assert all("reply_markup" not in each.given for each in changed)
    return [(each.given["message_id"], each.given.get("text")) for each in changed]


async def test_a_request_from_the_first_word_to_the_folio(desk: TelegramDesk, api: BotApi) -> None:
    async with desk.at_work():
        desk.writes("hay un bache en nogales")
        asked = await desk.hears("¿En qué colonia")
        below = [row[0]["text"] for row in asked["reply_markup"]["keyboard"]]
        assert below == ["Enviar mi ubicación", "No lo sé"]
        desk.writes(location={"latitude": 31.3, "longitude": -110.93})
        summary = await desk.hears("Ubicación: 31.3, -110.93")
        assert summary["reply_markup"] == {"remove_keyboard": True}
        question = await desk.hears("¿Es correcto?")
        assert "inline_keyboard" in question["reply_markup"]
        number = desk.presses("¿Es correcto?", "Sí, registrar")
        await desk.hears("Folio:")
        await desk.until(lambda: edits(api) != [])
    assert edits(api) == [(number, "¿Es correcto?\n\n✓ Sí, registrar")]


async def test_a_typed_answer_takes_the_buttons_away(desk: TelegramDesk, api: BotApi) -> None:
    async with desk.at_work():
        desk.writes("hay un bache en nogales, colonia centro, calle hidalgo")
        await desk.hears("¿Es correcto?")
        desk.writes("la calle es morelos")
        await desk.hears("Calle: Morelos")
        await desk.until(lambda: len(edits(api)) == 1)
        desk.writes("si")
        await desk.hears("Folio:")
        await desk.until(lambda: len(edits(api)) == 2)
    (_, unmarked), (_, marked) = edits(api)
    assert unmarked is None
    assert marked is not None
    assert marked.endswith("¿Lo registro así?\n\n✓ Sí, registrar")


async def test_buttons_of_a_question_that_still_stands_stay(
    desk: TelegramDesk, api: BotApi
) -> None:
    async with desk.at_work():
        desk.writes("hay un bache en nogales, colonia centro, calle hidalgo")
        await desk.hears("¿Es correcto?")
        desk.writes("adiós")
        await desk.hears("seguimos donde nos quedamos")
        desk.presses("¿Es correcto?", "Sí, registrar")
        await desk.hears("Folio:")
        await desk.until(lambda: len(edits(api)) == 1)


async def test_an_edit_that_fails_holds_nothing_up_and_repeats_nothing(
    desk: TelegramDesk, api: BotApi
) -> None:
    gone = Fail(400, "Bad Request: message to edit not found")
    api.fail("editMessageText", Fail(500, "Internal Server Error"), gone)
    async with desk.at_work():
        desk.writes("hay un bache en nogales, colonia centro, calle hidalgo")
        await desk.hears("¿Es correcto?")
        desk.presses("¿Es correcto?", "Sí, registrar")
        await desk.hears("Folio:")
        await desk.until(lambda: api.waiting_failures("editMessageText") == [gone])
        before = len(api.sent)
        desk.clock.forward(seconds=60)
        desk.writes("gracias")
        await desk.until(lambda: not api.waiting_failures("editMessageText"))
        await desk.until(lambda: len(api.sent) > before)
        desk.writes("hola")
        await desk.hears("Aquí estoy")
    assert edits(api) == []
    folios = [each for each in api.sent if "Folio:" in each["text"]]
    assert len(folios) == 1


async def test_a_press_before_a_restart_is_shown_after_it(desk: TelegramDesk, api: BotApi) -> None:
    async with desk.at_work():
        desk.writes("hay un bache en nogales, colonia centro, calle hidalgo")
        await desk.hears("¿Es correcto?")
        api.fail("editMessageText", Page(502))
        desk.presses("¿Es correcto?", "Sí, registrar")
        await desk.hears("Folio:")
        await desk.until(lambda: not api.waiting_failures("editMessageText"))
    desk.clock.forward(minutes=5)
    async with desk.at_work():
        await desk.until(lambda: len(edits(api)) == 1)


async def test_an_old_button_is_answered_kindly_and_goes(desk: TelegramDesk, api: BotApi) -> None:
    async with desk.at_work():
        desk.writes("hay un bache en nogales, colonia centro, calle hidalgo")
        await desk.hears("¿Es correcto?")
        number = desk.presses("¿Es correcto?", "Sí, registrar")
        await desk.hears("Folio:")
        await desk.until(lambda: len(edits(api)) == 1)
        desk.presses("¿Es correcto?", "Corregir")
        await desk.hears("Ese botón era de una pregunta anterior")
        await desk.until(lambda: len(edits(api)) == 2)
    assert edits(api)[1][0] == number


async def test_no_room_for_what_was_chosen(desk: TelegramDesk, api: BotApi) -> None:
    async with desk.at_work() as telegram:
        long = Outbound(1, 1, "telegram", "42", Author.bot, None, "a" * 4096, (("Sí", "si"),), 0)
        await telegram.take_buttons_away(long, "7", "Sí")
    assert edits(api) == [(7, None)]
