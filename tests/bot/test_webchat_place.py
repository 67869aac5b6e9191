"""Where it is, told by the phone: asked for only by who presses the button."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Geolocation, Page, expect

from handoff.store.models import Direction
from tests.bot.chat_page import all_is_sent, arrive, bubbles, violations
from tests.bot.webchat_desk import Desk, running

HERE: Geolocation = {"latitude": 29.07293, "longitude": -110.95591}
BUTTON = "Enviar mi ubicación"
NOT_KNOWN = ("No lo sé", "omitir")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path) as desk:
        yield desk


def asked(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("¿En qué calle?", NOT_KNOWN, asks="location")
    expect(page.locator(".buttons button")).to_have_text([BUTTON, "No lo sé"])


def test_one_press_sends_it(browser: Browser, desk: Desk) -> None:
    with browser.new_context(geolocation=HERE, permissions=["geolocation"]) as context:
        page = context.new_page()
        asked(page, desk)
        assert violations(page) == []
        page.get_by_role("button", name=BUTTON).click()
        expect(bubbles(page).last).to_have_text("Mi ubicación")
        all_is_sent(page)
        expect(page.locator(".buttons")).to_have_count(0)
        page.reload()
        expect(bubbles(page).last).to_have_text("Mi ubicación")
    told = [each.content for each in desk.log() if each.direction is Direction.inbound]
    assert told[-1] == {"location": {"lat": 29.07293, "lon": -110.95591}}


def test_where_it_is_not_allowed_one_is_told_to_write_it(browser: Browser, desk: Desk) -> None:
    with browser.new_context(locale="es-MX", permissions=[]) as context:
        page = context.new_page()
        page.add_init_script(
            "navigator.geolocation.getCurrentPosition = (found, failed) => failed({code: 1})"
        )
        asked(page, desk)
        page.get_by_role("button", name=BUTTON).click()
        expect(page.get_by_role("alert")).to_have_text(
            "No se pudo saber su ubicación. Escríbala, por favor."
        )
        expect(page.get_by_role("button", name=BUTTON)).to_be_enabled()


def test_nobody_is_offered_it_for_another_question(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("¿A qué teléfono?", NOT_KNOWN, asks="contact")
    expect(page.locator(".buttons button")).to_have_text(["No lo sé"])
