"""What became of each message, as the page shows it, and that an answer is on its way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bot.chat_page import arrive, write
from tests.bot.webchat_desk import Desk, running


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


def test_each_message_says_whether_it_was_sent_delivered_and_read(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    write(page, "No hay agua")
    fates = page.locator(".fate")
    expect(fates).to_have_text(["Enviado"])
    desk.handles()
    expect(fates).to_have_text(["Leído"])
    desk.hands_over()
    write(page, "Espero")
    desk.handles()
    expect(fates).to_have_text(["Leído", "Entregado"])
    desk.takes()
    expect(fates).to_have_text(["Leído", "Leído"])
    write(page, "Gracias")
    expect(fates).to_have_text(["Leído", "Leído", "Enviado"])
    desk.handles()
    expect(fates).to_have_text(["Leído", "Leído", "Entregado"])
    page.reload()
    expect(fates).to_have_text(["Leído", "Leído", "Entregado"])
    desk.answers("A usted")
    expect(fates).to_have_text(["Leído", "Leído", "Leído"])


def test_dots_show_that_the_bot_has_something_to_answer(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    expect(page.locator("#dots")).to_be_visible()
    desk.handles()
    expect(page.locator("#dots")).to_be_hidden()


@pytest.mark.parametrize("height", [200, 568])
def test_the_dots_are_in_sight(page: Page, desk: Desk, height: int) -> None:
    page.set_viewport_size({"width": 320, "height": height})
    arrive(page, desk)
    desk.handles()
    desk.says("Puedo registrar su petición, decirle a quién le corresponde. " * 9)
    write(page, "Hola")
    expect(page.locator("#dots")).to_be_in_viewport(ratio=1)


def test_who_writes_in_pieces_sees_that_they_are_delivered(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.handles()
    write(page, "No hay agua")
    desk.waits_for_more()
    expect(page.locator(".fate")).to_have_text(["Entregado"])
    expect(page.locator("#dots")).to_be_visible()
    write(page, "Desde el lunes")
    expect(page.locator(".fate")).to_have_text(["Entregado", "Enviado"])
    expect(page.locator("#dots")).to_be_visible()
    desk.waits_for_more()
    expect(page.locator(".fate")).to_have_text(["Entregado", "Entregado"])
    desk.says("¿En qué municipio es?")
    desk.handles()
    expect(page.locator(".fate")).to_have_text(["Leído", "Leído"])
    expect(page.locator("#dots")).to_be_hidden()


def test_who_writes_english_reads_it_in_english(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.handles()
    desk.speaks_english()
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    write(page, "No water in my street")
    expect(page.locator(".fate")).to_have_text(["Sent"])
    desk.waits_for_more()
    expect(page.locator(".fate")).to_have_text(["Delivered"])
    desk.handles()
    expect(page.locator(".fate")).to_have_text(["Read"])
