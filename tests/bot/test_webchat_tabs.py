"""Two tabs of the same citizen: one conversation, one greeting, one outbox."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.bot.chat_page import (
    BROUGHT_BACK,
    NOT_YET_SENT,
    all_is_sent,
    arrive,
    bubbles,
    refuse_to_connect,
    write,
)
from tests.bot.webchat_desk import Desk, running

NO_LOCKS = "Object.defineProperty(navigator, 'locks', { value: undefined });"
# A tab that is sending: the others wait for their turn. When it has sent, nothing is stored.
SENDS = """() => new Promise((isHeld) => navigator.locks.request("ventanilla.outbox",
  () => new Promise((free) => { window.free = free; isHeld(); })))"""
STORED = "Object.keys(localStorage).filter((name) => name.includes('.outbox.'))"
HAS_SENT = f"{STORED}.forEach((name) => localStorage.removeItem(name))"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


@pytest.fixture
def other(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(autouse=True)
def elsewhere(context: BrowserContext) -> None:
    other = "<title>Otro sitio</title>"
    context.route("https://www.google.com/", lambda route: route.fulfill(body=other))


def is_ready(page: Page) -> None:
    expect(page.locator("#log")).not_to_have_attribute("aria-busy", "true")


def test_both_are_live(page: Page, other: Page, desk: Desk) -> None:
    arrive(page, desk)
    other.goto(desk.url)
    write(page, "desde uno")
    write(other, "desde otro")
    desk.says("a los dos")
    for each in (page, other):
        expect(bubbles(each)).to_have_text(["desde uno", "desde otro", "a los dos"])
    assert [row.text for row in desk.log()] == ["", "desde uno", "desde otro", "a los dos"]


@pytest.mark.parametrize("script", ["", NO_LOCKS], ids=["locks", "no locks"])
def test_opened_at_once_they_greet_once(
    context: BrowserContext, page: Page, other: Page, desk: Desk, script: str
) -> None:
    context.add_init_script(script)
    held: list[Route] = []
    page.route("**/chat/sessions", lambda route: held.append(route))
    with page.expect_request("**/chat/sessions"):
        page.goto(desk.url)
    if script:  # the other asks too, and is answered first
        with other.expect_response("**/chat/sessions"):
            other.goto(desk.url)
        is_ready(other)
    else:
        other.goto(desk.url)
    held[0].continue_()
    for each in (page, other):
        is_ready(each)
    write(other, "Hola")
    expect(bubbles(page)).to_have_text(["Hola"])
    assert [row.text for row in desk.log()] == ["", "Hola"]


@pytest.mark.parametrize("script", ["", NO_LOCKS], ids=["locks", "no locks"])
def test_what_was_not_sent_is_sent_once(
    context: BrowserContext, page: Page, other: Page, desk: Desk, script: str
) -> None:
    context.add_init_script(script)
    arrive(page, desk)
    context.route("**/chat/messages", refuse_to_connect)
    for words in ("uno", "dos", "tres"):
        page.get_by_role("textbox").fill(words)
        page.keyboard.press("Enter")
    expect(page.locator(".trouble").first).to_be_visible()
    other.goto(desk.url)
    expect(bubbles(other)).to_have_text(["uno", "dos", "tres"])
    context.unroute("**/chat/messages")
    for each in (page, other):
        each.evaluate("dispatchEvent(new Event('online'))")
    for each in (page, other):
        all_is_sent(each)
        expect(bubbles(each)).to_have_text(["uno", "dos", "tres"])
    assert [row.text for row in desk.log()] == ["", "uno", "dos", "tres"]


def test_one_waits_while_another_sends_and_does_not_send_it_again(
    context: BrowserContext, page: Page, other: Page, desk: Desk
) -> None:
    arrive(page, desk)
    other.goto(desk.url)
    is_ready(other)
    other.evaluate(SENDS)
    posted: list[str] = []
    context.on("request", lambda each: posted.append(f"{each.method} {each.url}"))
    page.get_by_role("textbox").fill("uno")
    page.keyboard.press("Enter")
    expect(bubbles(other)).to_have_text(["uno"])
    for each in (page, other):
        expect(each.locator(NOT_YET_SENT)).to_have_count(1)
    other.evaluate(HAS_SENT)
    for each in (page, other):
        each.wait_for_function(f"() => {STORED}.length === 0")
    other.evaluate("free()")
    for each in (page, other):
        all_is_sent(each)
    assert f"POST {desk.url}/chat/messages" not in posted


def test_what_one_could_not_send_another_shows_and_sends_though_the_first_is_gone(
    context: BrowserContext, page: Page, other: Page, desk: Desk
) -> None:
    arrive(page, desk)
    other.goto(desk.url)
    is_ready(other)
    context.route("**/chat/messages", refuse_to_connect)
    page.get_by_role("textbox").fill("No me pierda")
    page.keyboard.press("Enter")
    expect(bubbles(other)).to_have_text(["No me pierda"])
    page.close()
    context.unroute("**/chat/messages")
    other.evaluate("dispatchEvent(new Event('online'))")
    all_is_sent(other)
    assert [row.text for row in desk.log()] == ["", "No me pierda"]


def test_leaving_one_leaves_both(page: Page, other: Page, desk: Desk) -> None:
    arrive(page, desk)
    other.goto(desk.url)
    is_ready(other)
    page.get_by_role("button", name="Salir rápido").click()
    for each in (page, other):
        expect(each).to_have_title("Otro sitio")


def test_forgetting_in_one_shows_nothing_in_the_other(page: Page, other: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("De quien estuvo antes")
    other.goto(desk.url)
    expect(bubbles(other)).to_have_count(1)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Borrar de este equipo").click()
    expect(bubbles(other)).to_have_count(0)
    is_ready(other)
    write(page, "Hola")
    expect(bubbles(other)).to_have_text(["Hola"])


def test_a_page_brought_back_does_not_show_what_was_erased_meanwhile(
    page: Page, desk: Desk
) -> None:
    arrive(page, desk)
    write(page, "De quien estuvo antes")
    page.evaluate("localStorage.clear()")
    page.evaluate(BROUGHT_BACK)
    expect(bubbles(page)).to_have_count(0)
    is_ready(page)
    write(page, "Hola")
    page.evaluate(BROUGHT_BACK)
    expect(bubbles(page)).to_have_text(["Hola"])
