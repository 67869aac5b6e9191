"""The chat inside another site: another origin, with a strict policy, and strangers beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Frame,
    FrameLocator,
    Page,
    Route,
    expect,
)
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route as Address

from handoff.rules.reasons import Reason
from tests.bot.chat_page import BROUGHT_BACK, all_is_sent, bubbles, refuse_to_connect
from tests.bot.webchat_desk import Desk, running
from tests.browser import serve


@dataclass
class Site:
    """Somebody else's page at `url`, on an origin of its own, that loads the chat of `chat`.

    Its policy lets in the loader and the frame of that chat, and what is named in `frames`."""

    chat: str = ""
    frames: str = ""
    url: str = ""

    async def home(self, request: Request) -> HTMLResponse:
        body = f'<button>Trámites</button><script src="{self.chat}/chat/loader.js" async></script>'
        policy = (
            f"default-src 'none'; script-src {self.chat}; frame-src {self.chat} {self.frames}; "
            "style-src 'none'; require-trusted-types-for 'script'; base-uri 'none'"
        )
        headers = {"content-security-policy": policy}
        return HTMLResponse(f"<!doctype html><title>Trámites</title>{body}", headers=headers)

    async def blank(self, request: Request) -> HTMLResponse:
        return HTMLResponse("<!doctype html><title>Nada</title>")


@contextmanager
def a_site() -> Iterator[Site]:
    site = Site()
    pages = [Address("/", site.home), Address("/blank", site.blank)]
    with serve(Starlette(routes=pages)) as site.url:
        yield site


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as site:
        yield site


@pytest.fixture
def desk(site: Site, tmp_path: Path, page: Page) -> Iterator[Desk]:
    """The chat, which that site may show."""
    with running(tmp_path, embed_origins=(site.url,), look_again=0.05) as desk:
        site.chat = desk.url
        yield desk
        page.goto("about:blank")


@pytest.fixture(autouse=True)
def elsewhere(context: BrowserContext) -> None:
    other = "<title>Otro sitio</title>"
    context.route("https://www.google.com/", lambda route: route.fulfill(body=other))


def open_chat(page: Page, site: Site) -> FrameLocator:
    page.goto(site.url)
    page.get_by_role("button", name="Chat").click()
    frame = page.frame_locator("iframe[title=Chat]")
    expect(frame.locator("#log")).not_to_have_attribute("aria-busy", "true")
    return frame


def frame_of(page: Page, desk: Desk) -> Frame:
    [found] = [each for each in page.frames if each.url.startswith(desk.url)]
    return found


def write(page: Page, frame: FrameLocator, words: str) -> None:
    frame.get_by_role("textbox").fill(words)
    page.keyboard.press("Enter")
    expect(bubbles(frame).last).to_have_text(words)


def test_a_strict_policy_of_the_site_lets_it_work(page: Page, site: Site, desk: Desk) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    frame = open_chat(page, site)
    box = page.locator("iframe").bounding_box()
    assert box
    assert (box["width"], box["height"]) == (420, 680)
    write(page, frame, "Hola desde otro sitio")
    all_is_sent(frame)
    assert [row.text for row in desk.log()] == ["", "Hola desde otro sitio"]
    assert [each for each in complaints if "favicon" not in each and "404" not in each] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_the_smallest_phone_its_head_leaves_room_for_the_talk(
    page: Page, site: Site, desk: Desk, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 568})
    frame = open_chat(page, site)
    expect(frame.get_by_role("button", name="Salir rápido")).to_be_in_viewport(ratio=1)
    expect(frame.get_by_role("button", name="Cerrar el chat")).to_be_in_viewport(ratio=1)
    head = frame.locator("header").evaluate("each => each.offsetHeight")
    assert head <= 64
    assert frame.locator("html").evaluate("each => each.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [390, 1280])
def test_in_danger_its_head_is_one_line(page: Page, site: Site, desk: Desk, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 780})
    frame = open_chat(page, site)
    desk.hands_over(priority=0, reason=Reason.danger)
    expect(frame.locator("#call")).to_be_in_viewport(ratio=1)
    expect(frame.get_by_role("button", name="Cerrar el chat")).to_be_in_viewport(ratio=1)
    assert frame.locator("header").evaluate("each => each.offsetHeight") <= 70


def test_the_conversation_goes_on_after_a_reload(page: Page, site: Site, desk: Desk) -> None:
    frame = open_chat(page, site)
    write(page, frame, "Hola")
    all_is_sent(frame)
    frame = open_chat(page, site)
    expect(bubbles(frame)).to_have_text(["Hola"])
    assert [row.text for row in desk.log()] == ["", "Hola"]


def test_the_token_is_with_the_site_and_with_nobody_else(
    page: Page, site: Site, desk: Desk
) -> None:
    open_chat(page, site)
    assert page.evaluate("localStorage.getItem('ventanilla.token')")
    kept = frame_of(page, desk).evaluate("Object.keys(localStorage).join()")
    assert "token" not in kept


def test_what_was_not_sent_survives_a_reload_of_the_site(
    page: Page, site: Site, desk: Desk
) -> None:
    frame = open_chat(page, site)
    page.route("**/chat/messages", refuse_to_connect)
    write(page, frame, "No me pierda")
    expect(frame.locator(".trouble")).to_be_visible()
    page.unroute("**/chat/messages")
    frame = open_chat(page, site)
    expect(bubbles(frame)).to_have_text(["No me pierda"])
    all_is_sent(frame)
    assert [row.text for row in desk.log()] == ["", "No me pierda"]


@pytest.mark.parametrize("where", ["button", "frame", "site"])
def test_closing_gives_the_focus_back(page: Page, site: Site, desk: Desk, where: str) -> None:
    frame = open_chat(page, site)
    opener = page.get_by_role("button", name="Chat")
    expect(opener).to_have_attribute("aria-expanded", "true")
    if where == "button":
        frame.get_by_role("button", name="Cerrar el chat").click()
    else:
        if where == "frame":
            frame.get_by_role("textbox").focus()
        else:
            page.get_by_role("button", name="Trámites").focus()
        page.keyboard.press("Escape")
    expect(page.locator("iframe")).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    desk.says("¿Sigue ahí?")
    expect(page.get_by_role("button", name="Chat (1)")).to_be_visible()


@pytest.mark.parametrize("way", ["click", "Enter"])
def test_whoever_opens_it_can_write_at_once(page: Page, site: Site, desk: Desk, way: str) -> None:
    page.goto(site.url)
    opener = page.get_by_role("button", name="Chat")
    frame = page.frame_locator("iframe[title=Chat]")
    for words in ("No hay luz", "No hay agua"):
        opener.focus()
        page.keyboard.press("Enter") if way == "Enter" else opener.click()
        expect(frame.get_by_role("textbox")).to_be_focused()
        page.keyboard.type(words)
        page.keyboard.press("Enter")
        expect(bubbles(frame).last).to_have_text(words)
        page.keyboard.press("Escape")
        expect(opener).to_be_focused()


def test_the_keyboard_goes_out_again(page: Page, site: Site, desk: Desk) -> None:
    frame = open_chat(page, site)
    expect(frame.get_by_role("textbox")).to_be_focused()
    frame.get_by_role("button", name="Salir rápido").focus()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Chat")).to_be_focused()


def test_whoever_went_on_with_the_site_is_left_there(page: Page, site: Site, desk: Desk) -> None:
    page.route("**/chat/embed", hold_until_the_site_has_the_focus)
    frame = open_chat(page, site)
    expect(page.get_by_role("button", name="Trámites")).to_be_focused()
    expect(frame.get_by_role("textbox")).not_to_be_focused()


def hold_until_the_site_has_the_focus(route: Route) -> None:
    route.request.frame.page.get_by_role("button", name="Trámites").focus()
    route.continue_()


def test_on_a_phone_no_keyboard_covers_what_is_said(
    browser: Browser, site: Site, desk: Desk
) -> None:
    with browser.new_context(has_touch=True, is_mobile=True) as phone:
        frame = open_chat(phone.new_page(), site)
        expect(frame.locator("#log")).to_be_focused()


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_leaving_quickly_leaves_that_site(page: Page, site: Site, desk: Desk, way: str) -> None:
    page.goto(f"{site.url}/blank")
    frame = open_chat(page, site)
    write(page, frame, "Algo que nadie debe ver")
    if way == "button":
        frame.get_by_role("button", name="Salir rápido").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    expect(page).to_have_title("Otro sitio")
    page.go_back()
    assert page.url == f"{site.url}/blank"
    assert page.evaluate("localStorage.length") == 0


def test_two_tabs_of_the_site_are_one_conversation(
    context: BrowserContext, page: Page, site: Site, desk: Desk
) -> None:
    other = context.new_page()
    other.goto(site.url)
    first = open_chat(page, site)
    write(page, first, "Hola")
    other.get_by_role("button", name="Chat").click()
    second = other.frame_locator("iframe")
    expect(bubbles(second)).to_have_text(["Hola"])
    assert [row.text for row in desk.log()] == ["", "Hola"]
    page.on("dialog", lambda dialog: dialog.accept())
    first.get_by_role("button", name="Borrar de este equipo").click()
    expect(other.locator("iframe")).to_have_count(0)
    other.close()


# A site so busy that what the frame says to it is heard a second later.
IS_BUSY = """window.addEventListener("message", (event) => {
  if (!window.isBusy || !event.isTrusted) return;
  event.stopImmediatePropagation();
  const { data, origin } = event;
  const late = () => new MessageEvent("message", { data, origin, source: event.source });
  setTimeout(() => window.dispatchEvent(late()), 1000);
})"""


def test_a_busy_site_still_hears_that_it_must_forget(
    context: BrowserContext, page: Page, site: Site, desk: Desk
) -> None:
    page.add_init_script(IS_BUSY)
    first = open_chat(page, site)
    write(page, first, "De quien estuvo antes")
    other = context.new_page()
    second = open_chat(other, site)
    expect(bubbles(second)).to_have_count(1)
    page.evaluate("window.isBusy = true")
    page.on("dialog", lambda dialog: dialog.accept())
    first.get_by_role("button", name="Borrar de este equipo").click()
    expect(other.locator("iframe")).to_have_count(0)
    page.evaluate("window.isBusy = false")
    expect(first.locator("#log")).not_to_have_attribute("aria-busy", "true")
    expect(bubbles(first)).to_have_count(0)
    other.close()


def test_what_one_tab_forgot_another_does_not_bring_back(
    context: BrowserContext, page: Page, site: Site, desk: Desk
) -> None:
    write(page, open_chat(page, site), "De quien estuvo antes")
    other = context.new_page()
    second = open_chat(other, site)
    expect(bubbles(second)).to_have_count(1)
    other.on("dialog", lambda dialog: dialog.accept())
    other.route("**/chat/sessions", refuse_to_connect)
    second.get_by_role("button", name="Borrar de este equipo").click()
    expect(page.locator("iframe")).to_have_count(0)
    page.get_by_role("button", name="Chat").click()
    first = page.frame_locator("iframe")
    expect(first.locator("#log")).not_to_have_attribute("aria-busy", "true")
    expect(bubbles(first)).to_have_count(0)
    other.close()


def test_a_page_brought_back_does_not_show_what_was_erased_meanwhile(
    page: Page, site: Site, desk: Desk
) -> None:
    write(page, open_chat(page, site), "De quien estuvo antes")
    page.evaluate("localStorage.clear()")
    page.evaluate(BROUGHT_BACK)
    expect(page.locator("iframe")).to_have_count(0)
    frame = open_chat(page, site)
    page.evaluate(BROUGHT_BACK)
    expect(frame.get_by_role("textbox")).to_be_visible()


def test_a_stranger_in_a_third_frame_is_heard_by_nobody(page: Page, site: Site, desk: Desk) -> None:
    with a_site() as stranger:
        site.frames = stranger.url
        frame = open_chat(page, site)
        write(page, frame, "Hola")
        kept = page.evaluate("localStorage.getItem('ventanilla.token')")
        theirs = add_frame(page, f"{stranger.url}/blank")
        theirs.evaluate(
            """() => {
                addEventListener("message", (event) => { window.overheard = event.data; });
                const said = [{ventanilla: "token", token: "x.y"}, {ventanilla: "forget"},
                    {ventanilla: "close"}, {ventanilla: "leave", to: "https://www.google.com/"},
                    {ventanilla: "ask"}];
                for (const each of said) parent.postMessage(each, "*");
                for (let i = 0; i < parent.frames.length; i += 1) {
                    parent.frames[i].postMessage({ventanilla: "hello", token: "x.y"}, "*");
                }
            }"""
        )
        # What it said came before what is written now.
        write(page, frame, "Sigo aquí")
        all_is_sent(frame)
        assert page.evaluate("localStorage.getItem('ventanilla.token')") == kept
        overheard = theirs.evaluate("window.overheard && window.overheard.token")
        assert overheard in (None, "x.y")  # at most what it told itself
        expect(page.locator("iframe[title=Chat]")).to_be_visible()
        assert [row.text for row in desk.log()] == ["", "Hola", "Sigo aquí"]
        page.goto("about:blank")


def test_a_stranger_cannot_frame_the_chat(page: Page, site: Site, desk: Desk) -> None:
    with a_site() as stranger:
        page.goto(f"{stranger.url}/blank")
        with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
            add_frame(page, f"{desk.url}/chat/embed")
        assert desk.log() == []


def add_frame(page: Page, address: str) -> Frame:
    before = set(page.frames)
    page.evaluate(
        """(address) => new Promise((loaded) => {
            const frame = document.createElement("iframe");
            frame.onload = loaded;
            frame.src = address;
            document.body.append(frame);
        })""",
        address,
    )
    [added] = set(page.frames) - before
    return added


def test_a_site_that_is_not_allowed_is_shown_another_way_in(
    context: BrowserContext, page: Page, desk: Desk
) -> None:
    with a_site() as other:
        other.chat = desk.url
        page.goto(other.url)
        with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
            page.get_by_role("button", name="Chat").click()
        link = page.get_by_role("link", name="Abrir el chat en otra página")
        expect(link).to_be_focused()
        expect(link).to_have_attribute("href", f"{desk.url}/")
        assert desk.log() == []
        page.goto("about:blank")
