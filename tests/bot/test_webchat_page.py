"""The chat page in a real browser: for the keyboard, for screen readers, and for bad networks."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, Route, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route as Address

from handoff.store.models import Delivery
from tests.bot.test_webchat_attachments import PNG
from tests.bot.webchat_desk import Desk, running
from tests.browser import PATIENCE, serve

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
PHONE = {"width": 360, "height": 640}
DESKTOP = {"width": 1280, "height": 800}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="es-MX")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def bubbles(page: Page) -> Locator:
    return page.locator("#messages .bubble")


def arrive(page: Page, desk: Desk) -> None:
    """Open the page and wait until the bot has been asked to greet."""
    with page.expect_response(lambda answer: answer.url.endswith("/chat/messages")):
        page.goto(desk.url)


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document).then((results) => results.violations)")
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def test_the_page_opens_a_conversation_and_the_bot_is_asked_to_greet(
    page: Page, desk: Desk
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    arrive(page, desk)
    expect(page).to_have_title("Chat Sonora — Gobierno del Estado de Sonora")
    expect(page.get_by_text("no una persona")).to_be_visible()
    expect(page.get_by_role("link", name="9-1-1")).to_have_attribute("href", "tel:911")
    [hello] = desk.log()
    assert (hello.text, hello.content) == ("", {"payload": "inicio"})
    desk.says("Le damos la bienvenida")
    expect(bubbles(page)).to_have_text(["Le damos la bienvenida"])
    assert complaints == []


def test_one_writes_with_the_keyboard_alone_and_reads_the_answer(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    box = page.get_by_role("textbox", name="Escriba su mensaje")
    for _ in range(10):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    page.keyboard.type("No hay luz")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("desde ayer")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.keyboard.press("Enter")
    expect(bubbles(page)).to_have_text(["No hay luz\ndesde ayer"])
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    desk.says("¿En qué colonia?")
    expect(bubbles(page)).to_have_text(["No hay luz\ndesde ayer", "¿En qué colonia?"])
    assert desk.log()[1].text == "No hay luz\ndesde ayer"


def test_a_quick_reply_sends_its_payload_and_leaves(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("¿Es correcto?", ("Sí, registrar", "si"), ("Corregir", "no"))
    page.get_by_role("button", name="Sí, registrar").click()
    expect(page.locator("#messages .message").last).to_contain_text("Sí, registrar")
    expect(page.get_by_role("button", name="Corregir")).to_have_count(0)
    expect(page.locator(".trouble")).to_have_count(0)
    last = desk.log()[-1]
    assert (last.text, last.content) == ("Sí, registrar", {"payload": "si"})


def test_the_line_above_says_who_attends(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    state = page.get_by_role("status")
    expect(state).to_have_text("Le atiende un asistente automático")
    page.get_by_role("button", name="Hablar con una persona").click()
    expect(bubbles(page)).to_have_text(["Hablar con una persona"])
    desk.hands_over()
    expect(state).to_have_text("En fila para hablar con una persona: posición 1")
    desk.takes()
    desk.answers("Buenas tardes")
    expect(state).to_have_text("Le atiende Ana")
    expect(page.locator(".analyst .byline")).to_contain_text("Ana")
    expect(page.get_by_role("button", name="Hablar con una persona")).to_be_hidden()
    desk.closes()
    expect(state).to_have_text("La conversación terminó. Escriba para empezar otra.")
    assert desk.log()[1].content == {"payload": "persona"}


def test_the_conversation_is_there_after_a_reload(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("uno")
    expect(bubbles(page)).to_have_text(["uno"])
    desk.says("dos")
    page.reload()
    expect(bubbles(page)).to_have_text(["uno", "dos"])
    assert len(desk.log()) == 3


def test_what_is_shown_is_known_to_be_delivered(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("uno")
    expect(bubbles(page)).to_have_text(["uno"])
    page.reload()
    expect(bubbles(page)).to_have_text(["uno"])
    desk.notes("El escritor es uno solo: lo que sigue espera a la marca.")
    assert desk.log()[1].delivery is Delivery.delivered


def test_what_is_written_without_a_network_is_sent_once_it_is_back(
    context: BrowserContext, page: Page, desk: Desk
) -> None:
    arrive(page, desk)
    context.set_offline(True)
    page.get_by_role("textbox").fill("Se fue la señal")
    page.keyboard.press("Enter")
    expect(page.locator(".trouble")).to_contain_text("Se enviará en cuanto haya conexión")
    expect(page.get_by_role("status")).to_contain_text("Sin conexión")
    context.set_offline(False)
    expect(page.locator(".trouble")).to_have_count(0)
    expect(bubbles(page)).to_have_text(["Se fue la señal"])
    assert [row.text for row in desk.log()] == ["", "Se fue la señal"]


def test_what_was_not_sent_survives_a_reload(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.route("**/chat/messages", refuse_to_connect)
    page.get_by_role("textbox").fill("No me pierda")
    page.keyboard.press("Enter")
    expect(page.locator(".trouble")).to_contain_text("Sin enviar")
    page.unroute("**/chat/messages")
    page.reload()
    expect(page.locator(".trouble")).to_have_count(0)
    expect(bubbles(page)).to_have_text(["No me pierda"])


def refuse_to_connect(route: Route) -> None:
    route.abort("connectionrefused")


def test_an_answer_lost_on_the_way_does_not_make_two_messages(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.route("**/chat/messages", carry_out_and_lose_the_answer, times=1)
    page.get_by_role("textbox").fill("Una sola vez")
    page.keyboard.press("Enter")
    expect(page.locator(".trouble")).to_have_count(0)
    expect(bubbles(page)).to_have_text(["Una sola vez"])
    assert [row.text for row in desk.log()] == ["", "Una sola vez"]


def carry_out_and_lose_the_answer(route: Route) -> None:
    route.fetch()
    route.abort("connectionreset")


def test_what_the_server_refuses_says_why_and_can_be_tried_again(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.route(
        "**/chat/messages",
        lambda route: route.fulfill(status=422, json={"detail": "No se pudo tomar."}),
        times=1,
    )
    page.get_by_role("textbox").fill("Hola")
    page.keyboard.press("Enter")
    expect(page.locator(".trouble")).to_contain_text("No se pudo tomar.")
    page.get_by_role("button", name="Reintentar").click()
    expect(page.locator(".trouble")).to_have_count(0)
    assert desk.log()[-1].text == "Hola"


def test_without_websockets_it_asks_again_and_again(page: Page, desk: Desk) -> None:
    page.add_init_script("delete window.WebSocket; window.WebSocket = function () { throw 1; }")
    arrive(page, desk)
    desk.says("uno")
    expect(bubbles(page)).to_have_text(["uno"])
    desk.says("dos")
    expect(bubbles(page)).to_have_text(["uno", "dos"])


def test_a_photo_is_shown_before_and_after_it_is_sent(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    photo: FilePayload = {"name": "bache.png", "mimeType": "image/png", "buffer": PNG}
    page.locator("#files").set_input_files([photo])
    expect(page.get_by_text("bache.png")).to_be_visible()
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("img", name="Imagen: bache.png")).to_have_attribute(
        "src", re.compile("^blob:")
    )
    assert (desk.log()[-1].content or {})["attachments"][0]["name"] == "bache.png"


def test_a_token_that_is_no_longer_good_starts_anew(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.url}/chat/page/any/icon.svg")
    page.evaluate("localStorage.setItem('ventanilla.token', JSON.stringify('x.y'))")
    arrive(page, desk)
    desk.says("Le damos la bienvenida")
    expect(bubbles(page)).to_have_text(["Le damos la bienvenida"])


def test_leaving_quickly_leaves_nothing_behind(
    context: BrowserContext, page: Page, desk: Desk
) -> None:
    context.route(
        "https://www.google.com/", lambda route: route.fulfill(body="<title>Otro sitio</title>")
    )
    arrive(page, desk)
    desk.says("Algo que nadie debe ver")
    expect(bubbles(page)).to_have_count(1)
    page.get_by_role("button", name="Salir rápido").click()
    expect(page).to_have_title("Otro sitio")
    page.goto(f"{desk.url}/chat/page/any/icon.svg")
    assert page.evaluate("localStorage.length") == 0


def test_forgetting_starts_a_new_conversation(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("De quien estuvo antes")
    expect(bubbles(page)).to_have_count(1)
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_response(lambda answer: answer.url.endswith("/chat/sessions")):
        page.get_by_role("button", name="Borrar de este equipo").click()
    expect(bubbles(page)).to_have_count(0)


@pytest.mark.parametrize("size", [PHONE, DESKTOP, {"width": 320, "height": 256}])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_mend(
    browser: Browser, desk: Desk, size: dict[str, int], scheme: str
) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="es-MX")  # type: ignore[arg-type]
    page = context.new_page()
    arrive(page, desk)
    page.get_by_role("textbox").fill("Hay un bache enfrente de la escuela")
    page.keyboard.press("Enter")
    expect(page.locator(".trouble")).to_have_count(0)
    desk.hands_over()
    desk.takes()
    desk.answers("Buenas tardes, consulte https://www.sonora.gob.mx.")
    desk.says("¿Es correcto?", ("Sí, registrar", "si"), ("Corregir", "no"))
    expect(bubbles(page)).to_have_count(3)
    page.route("**/chat/messages", lambda route: route.fulfill(status=422, json={"detail": "No."}))
    page.get_by_role("textbox").fill("Otro")
    page.keyboard.press("Enter")
    expect(page.locator(".message.failed")).to_have_count(1)
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    context.close()


def test_the_first_visit_weighs_little(page: Page, desk: Desk) -> None:
    weights: list[int] = []
    page.on("response", lambda answer: weights.append(len(answer.body())))
    arrive(page, desk)
    expect(page.get_by_role("status")).to_be_visible()
    assert len(weights) >= 10
    assert sum(weights) < 60 * 1024


@contextmanager
def another_site(chat: list[str]) -> Iterator[str]:
    """Somebody else's page, on another origin, that loads the chat at `chat[0]`."""

    async def home(request: Request) -> HTMLResponse:
        loader = f'<script src="{chat[0]}/chat/loader.js" async></script>'
        return HTMLResponse(f"<!doctype html><title>Trámites</title>{loader}")

    with serve(Starlette(routes=[Address("/", home)])) as site:
        yield site


def test_inside_another_site_the_conversation_goes_on_after_a_reload(
    page: Page, tmp_path: Path
) -> None:
    chat: list[str] = []
    with another_site(chat) as site, running(tmp_path, embed_origins=(site,)) as desk:
        chat.append(desk.url)
        page.goto(site)
        page.get_by_role("button", name="Chat").click()
        frame = page.frame_locator("iframe")
        frame.get_by_role("textbox").fill("Hola desde otro sitio")
        page.keyboard.press("Enter")
        expect(frame.locator("#messages .bubble")).to_have_text(["Hola desde otro sitio"])
        expect(frame.locator(".trouble")).to_have_count(0)
        page.reload()
        page.get_by_role("button", name="Chat").click()
        expect(frame.locator("#messages .bubble")).to_have_text(["Hola desde otro sitio"])
        frame.get_by_role("button", name="Cerrar el chat").click()
        expect(page.locator("iframe")).to_be_hidden()
        expect(page.get_by_role("button", name="Chat")).to_be_focused()
        assert [row.text for row in desk.log()] == ["", "Hola desde otro sitio"]
        page.goto("about:blank")


def test_leaving_quickly_from_another_site_leaves_that_site(
    context: BrowserContext, page: Page, tmp_path: Path
) -> None:
    context.route(
        "https://www.google.com/", lambda route: route.fulfill(body="<title>Otro sitio</title>")
    )
    chat: list[str] = []
    with another_site(chat) as site, running(tmp_path, embed_origins=(site,)) as desk:
        chat.append(desk.url)
        page.goto(site)
        page.get_by_role("button", name="Chat").click()
        frame = page.frame_locator("iframe")
        expect(frame.locator("#log")).not_to_have_attribute("aria-busy", "true")
        frame.get_by_role("button", name="Salir rápido").click()
        expect(page).to_have_title("Otro sitio")
        page.goto(site)
        assert page.evaluate("localStorage.length") == 0
        page.goto("about:blank")


def test_a_site_that_is_not_allowed_cannot_frame_the_chat(page: Page, desk: Desk) -> None:
    with another_site([desk.url]) as site:
        page.goto(site)
        with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
            page.get_by_role("button", name="Chat").click()
        assert desk.log() == []
        page.goto("about:blank")
