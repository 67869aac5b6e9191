"""The chat page on a slow network and in an old browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bot.channels.webchat.pages import FILES
from tests import patience
from tests.bot.chat_page import arrive
from tests.bot.webchat_desk import Desk, running

MOST = 60 * 1024
# 2G (EDGE), as the network panel of a browser has it: bytes a second and milliseconds.
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 31_000, "uploadThroughput": 31_000}
# What the browsers of the spring of 2019 do not know (Chrome 73, Firefox 66, Safari 12.1).
NEWER_SCRIPT = (
    r"\?\.[\w\[(]|\?\?|\|\|=|&&=|\(\?<[=!]|\.at\(|\.flat|\d_\d|catch \{|^await |\bimport\("
    r"|#[a-z]\w* ?[=(;]|static \w+ =|globalThis|replaceAll|replaceChildren|matchAll|allSettled"
    r"|fromEntries|structuredClone|randomUUID\("
)
NEWER_STYLE = (
    r":has\(|:is\(|:where\(|@layer|@container|color-mix|\binset:|aspect-ratio|^\s+&|\bgap:.*grid"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


def count_bytes(context: BrowserContext, page: Page) -> list[float]:
    """The bytes of each answer, headers included, as they come over the wire."""
    weights: list[float] = []
    network = context.new_cdp_session(page)
    network.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)
    return weights


def test_the_first_visit_weighs_little(context: BrowserContext, page: Page, desk: Desk) -> None:
    weights = count_bytes(context, page)
    arrive(page, desk)
    expect(page.get_by_role("textbox")).to_be_editable()
    assert len(weights) >= 10
    assert sum(weights) < MOST


def test_the_second_visit_asks_for_nothing_again(
    context: BrowserContext, page: Page, desk: Desk
) -> None:
    arrive(page, desk)
    weights = count_bytes(context, page)
    page.goto(desk.url)
    expect(page.locator("#log")).not_to_have_attribute("aria-busy", "true")
    assert sum(weights) < 2 * 1024


def test_the_loader_weighs_little(desk: Desk) -> None:
    with patience.stream("GET", f"{desk.url}/chat/loader.js") as answer:
        assert sum(len(each) for each in answer.iter_raw()) < 3 * 1024


def test_scripts_and_styles_are_kept_for_as_long_as_they_are_the_same(desk: Desk) -> None:
    page = patience.get(desk.url)
    assert page.headers["cache-control"] == "no-cache"
    [style] = re.findall(r'href="(/chat/page/\w+/chat.css)"', page.text)
    assert "immutable" in patience.get(f"{desk.url}{style}").headers["cache-control"]
    older = patience.get(f"{desk.url}/chat/page/older/chat.css")
    assert older.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", sorted(FILES.glob("*.[cj]s*")), ids=lambda path: path.name)
def test_a_browser_of_2019_understands_it(path: Path) -> None:
    comments = re.compile(r"^\s*//.*$|/\*[\s\S]*?\*/", re.MULTILINE)
    code = comments.sub("", path.read_text(encoding="utf-8"))
    assert code.strip()
    newer = NEWER_SCRIPT if path.suffix == ".js" else NEWER_STYLE
    assert re.findall(newer, code, re.MULTILINE) == []


def test_every_script_is_asked_for_at_once() -> None:
    html = (FILES / "index.html").read_text(encoding="utf-8")
    named = {Path(each).name for each in re.findall(r'(?:href|src)="([^"]+\.js)"', html)}
    assert named == {path.name for path in FILES.glob("*.js")} - {"loader.js"}


def test_a_browser_that_cannot_run_it_is_told_where_else_to_go(page: Page, desk: Desk) -> None:
    page.route("**/chat.js", lambda route: route.abort())
    page.goto(desk.url)
    told = page.locator("#unopened")
    expect(told).to_be_hidden()
    page.evaluate("document.getAnimations().forEach((each) => each.finish())")
    expect(told).to_be_visible()
    expect(told).to_contain_text("9-1-1")
    page.unroute("**/chat.js")
    arrive(page, desk)
    expect(told).to_have_count(0)
