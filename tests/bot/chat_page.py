"""The chat page in a browser: what its tests look at, and how they wait for it."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import FrameLocator, Locator, Page, Route, expect

from tests.bot.webchat_desk import Desk

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
NOT_YET_SENT = '.fate[data-state="waiting"], .fate[data-state="sending"]'

# By the button «back», as it was when it was left.
BROUGHT_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def arrive(page: Page, desk: Desk) -> None:
    """Open the page and wait until the bot has been asked to greet."""
    with page.expect_response(lambda answer: answer.url.endswith("/chat/messages")):
        page.goto(desk.url)


def bubbles(page: Page | FrameLocator) -> Locator:
    return page.locator("#messages .bubble")


def all_is_sent(page: Page | FrameLocator) -> None:
    """Everything that was written is in the log."""
    expect(page.locator(NOT_YET_SENT)).to_have_count(0)


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox").fill(words)
    page.keyboard.press("Enter")
    expect(bubbles(page).last).to_have_text(words)
    all_is_sent(page)


def violations(page: Page) -> list[str]:
    """What axe finds to mend, once nothing moves any more."""
    page.evaluate(
        "Promise.all(document.getAnimations()"
        ".filter((each) => each.effect.getComputedTiming().endTime < Infinity)"
        ".map((each) => each.finished))"
    )
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document).then((results) => results.violations)")
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def refuse_to_connect(route: Route) -> None:
    route.abort("connectionrefused")


def refuse(route: Route) -> None:
    route.fulfill(status=422, json={"detail": "No se pudo tomar."})
