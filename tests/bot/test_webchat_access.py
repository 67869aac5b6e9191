"""The chat page for everybody: WCAG 2.2 AA, as far as a browser can tell."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, expect

from bot.desk import Desk as Bot
from handoff.clock import now
from handoff.rules import desk as rules
from handoff.store.models import Conversation, Owner
from nlu.interpretation import Interpreter
from tests.bot.chat_page import all_is_sent, arrive, bubbles, refuse, violations, write
from tests.bot.webchat_desk import Desk, running
from tests.pictures import PNG

# What a reader may set, WCAG 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
PHOTO: FilePayload = {"name": "bache.png", "mimeType": "image/png", "buffer": PNG}
LOOKS: dict[str, dict[str, Any]] = {
    "phone, dark": {"viewport": {"width": 360, "height": 640}, "color_scheme": "dark"},
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "400 %": {"viewport": {"width": 320, "height": 256}},
    "forced colours": {"viewport": {"width": 360, "height": 640}, "forced_colors": "active"},
}
SMALL = """Array.from(document.querySelectorAll("button, a, textarea")).filter((each) => {
    const box = each.getBoundingClientRect();
    const isInText = each.matches(".bubble p a");
    return box.width && !isInText && (box.width < 24 || box.height < 24);
}).map((each) => each.outerHTML)"""
ACROSS = """(part) => {
    const found = document.querySelector(part);
    return found.scrollWidth - found.clientWidth;
}"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


@pytest.fixture(params=LOOKS)
def looked_at(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="es-MX", **LOOKS[request.param])
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_to_mend_in_any_state(looked_at: Page, desk: Desk) -> None:
    page = looked_at
    arrive(page, desk)
    desk.handles()
    desk.says("Le damos la bienvenida", ("Registrar", "registrar"), ("Mi folio", "folio"))
    expect(bubbles(page)).to_have_count(1)
    is_fine(page, "greeting")
    desk.says("Si está en peligro, llame al 9-1-1.", ("Llamar al 9-1-1", "tel:911"))
    expect(page.get_by_role("link", name="Llamar")).to_be_visible()
    is_fine(page, "danger")
    page.locator("#files").set_input_files(PHOTO)
    expect(page.get_by_role("button", name="Quitar")).to_be_visible()
    is_fine(page, "preview")
    page.get_by_role("button", name="Enviar").click()
    all_is_sent(page)
    expect(page.locator("#dots")).to_be_visible()
    is_fine(page, "photo")
    desk.hands_over()
    expect(page.get_by_role("status")).to_contain_text("En fila")
    is_fine(page, "queue")
    desk.takes()
    desk.answers("Buenas tardes, consulte https://www.sonora.gob.mx o llame al 662 289 3800.")
    expect(bubbles(page).last).to_contain_text("Buenas tardes")
    is_fine(page, "analyst")
    page.route("**/chat/messages", refuse)
    page.get_by_role("textbox").fill("Otro")
    page.keyboard.press("Enter")
    expect(page.locator(".message.failed")).to_have_count(1)
    is_fine(page, "failed")
    page.unroute("**/chat/messages")
    page.context.set_offline(True)
    page.get_by_role("textbox").fill("Más tarde")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Sin conexión")
    is_fine(page, "offline")
    page.context.set_offline(False)
    all_is_sent(page)
    desk.closes()
    expect(page.get_by_role("status")).to_contain_text("terminada")
    is_fine(page, "closed")


def is_fine(page: Page, state: str) -> None:
    assert (state, violations(page)) == (state, [])
    assert (state, page.evaluate(SMALL)) == (state, [])
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert (state, wide) == (state, 0)


def test_at_400_percent_all_can_be_reached_by_scrolling_one_way(
    browser: Browser, desk: Desk
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 256}, locale="es-MX")
    page = context.new_page()
    arrive(page, desk)
    desk.says("Una respuesta larga. " * 20, ("Sí, registrar", "si"))
    desk.says("y" * 200)
    expect(bubbles(page)).to_have_count(2)
    assert [page.evaluate(ACROSS, each) for each in ("html", "#log", "form")] == [0, 0, 0]
    for name in ("Salir rápido", "Sí, registrar", "Enviar", "Borrar de este equipo"):
        page.get_by_role("button", name=name).focus()
        assert is_on_top(page.get_by_role("button", name=name)), name
    context.close()


def is_on_top(target: Locator) -> bool:
    """Whether its middle is in sight and under nothing else."""
    found: bool = target.evaluate(
        """(target) => {
            const box = target.getBoundingClientRect();
            const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return target.contains(there);
        }"""
    )
    return found


def test_with_the_keyboard_of_a_phone_open_one_sees_what_one_answers(
    browser: Browser, desk: Desk
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 780}, locale="es-MX", has_touch=True, is_mobile=True
    )
    page = context.new_page()
    arrive(page, desk)
    desk.says("Una respuesta. " * 12)
    desk.says("¿En qué colonia?")
    expect(bubbles(page)).to_have_count(2)
    page.get_by_role("textbox").tap()
    page.set_viewport_size({"width": 390, "height": 380})
    expect(page.get_by_role("textbox")).to_be_in_viewport(ratio=1)
    write(page, "La Sahuaro")
    desk.says("¿En qué calle?")
    expect(bubbles(page).last).to_have_text("¿En qué calle?")
    expect(bubbles(page).last).to_be_in_viewport(ratio=1)
    assert is_on_top(bubbles(page).last)
    assert is_on_top(page.get_by_role("textbox"))
    context.close()


def test_with_many_files_chosen_one_can_still_write_and_send(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="es-MX")
    page = context.new_page()
    arrive(page, desk)
    page.locator("#files").set_input_files([PHOTO] * 10)
    expect(page.locator("#previews li")).to_have_count(10)
    expect(page.get_by_role("textbox")).to_be_in_viewport(ratio=1)
    assert is_on_top(page.get_by_role("button", name="Enviar"))
    expect(page.locator("#log")).to_be_in_viewport(ratio=0.9)
    context.close()


def test_on_paper_stands_the_whole_conversation(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 500}, color_scheme="dark")
    page = context.new_page()
    arrive(page, desk)
    for number in range(8):
        desk.says(f"Renglón {number}. " * 30)
    expect(bubbles(page)).to_have_count(8)
    page.emulate_media(media="print")
    assert page.locator("#log").evaluate("each => each.scrollHeight <= each.clientHeight")
    assert page.evaluate("document.documentElement.scrollHeight") > 1000
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("body")).to_have_css("color", "rgb(29, 42, 46)")
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_spacing_of_the_text_cuts_nothing_off(
    browser: Browser, desk: Desk, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, locale="es-MX", bypass_csp=True
    )
    page = context.new_page()
    arrive(page, desk)
    desk.says("Entendí lo siguiente. ¿Es correcto?", ("Sí, registrar", "si"), ("Corregir", "no"))
    expect(bubbles(page)).to_have_count(1)
    page.add_style_tag(content=SPACING)
    cut = page.evaluate(
        """Array.from(document.querySelectorAll("h1, p, button, a, .bubble, label:not(.unseen)"))
            .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth)
            .map((each) => each.outerHTML)"""
    )
    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_nothing_moves_for_who_asked_for_less_motion(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    arrive(page, desk)
    write(page, "Hola")
    expect(page.locator("#dots")).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    context.close()


def test_each_message_enters_the_log_once(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.handles()
    desk.says("Le damos la bienvenida")
    expect(bubbles(page)).to_have_count(1)
    log = page.get_by_role("log", name="Conversación")
    log.evaluate(
        """(log) => {
            window.entered = [];
            new MutationObserver((records) => {
                for (const record of records) {
                    for (const node of record.addedNodes) {
                        const parent = node.nodeType === 1 ? node : node.parentElement;
                        const isTold = parent && !parent.closest("[aria-live=off], [aria-hidden]");
                        if (isTold) window.entered.push(node.textContent);
                    }
                }
            }).observe(log, { childList: true, subtree: true, characterData: true });
        }"""
    )
    write(page, "No hay luz")
    desk.handles()
    desk.says("¿En qué colonia?", ("Omitir", "omitir"))
    expect(bubbles(page)).to_have_count(3)
    expect(page.locator(".fate")).to_have_text("Leído")
    told = page.evaluate("window.entered")
    for words in ("No hay luz", "¿En qué colonia?", "Omitir"):
        assert sum(words in each for each in told) == 1, (words, told)


def tab_to(page: Page, target: Locator, *, back: bool = False) -> None:
    """With the keyboard alone; the focus can be seen on the way, and is never held."""
    seen: list[str] = []
    for _ in range(25):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", page.evaluate("document.activeElement.outerHTML")
        if target.count() and target.evaluate("each => each === document.activeElement"):
            return
        seen.append(page.evaluate("document.activeElement.textContent"))
    raise AssertionError(f"not reached: {seen}")


def test_from_the_beginning_to_the_folio_with_the_keyboard_alone(
    page: Page, desk: Desk, interpreter: Interpreter
) -> None:
    bot = Bot(desk.store, interpreter, rules.load(), now)
    arrive(page, desk)
    answered(page, bot, 1)
    tab_to(page, page.get_by_role("textbox"))
    page.keyboard.type(
        "no hay agua en Hermosillo, colonia Sahuaro, calle Nayarit 45, mi telefono es 6621234567"
    )
    page.keyboard.press("Enter")
    answered(page, bot, 3)
    yes = page.get_by_role("button", name="Sí, registrar")
    tab_to(page, yes, back=True)
    page.keyboard.press("Enter")
    all_is_sent(page)
    answered(page, bot, 5)
    expect(page.get_by_text("Clave de consulta")).to_be_visible()
    expect(page.get_by_role("textbox")).to_be_focused()
    with desk.store.reading() as session:
        assert session.get_one(Conversation, 1).owner is Owner.queue


def answered(page: Page, bot: Bot, at_least: int) -> None:
    """What was written so far is handled, and the answers are on the screen."""
    all_is_sent(page)
    bot.handle_waiting()
    expect(bubbles(page).nth(at_least - 1)).to_be_visible()
    expect(page.locator(".fate:not([data-state=read])")).to_have_count(0)


def test_the_line_above_says_when_the_network_goes_and_comes(
    context: BrowserContext, page: Page, desk: Desk
) -> None:
    arrive(page, desk)
    context.set_offline(True)
    expect(page.get_by_role("status")).to_contain_text("Sin conexión")
    context.set_offline(False)
    expect(page.get_by_role("status")).to_have_text("Asistente automático")
