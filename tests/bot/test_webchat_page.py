"""The chat page in a real browser: for the keyboard, for screen readers, and for bad networks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, Route, expect

from handoff.store.models import Delivery
from tests.bot.chat_page import all_is_sent, arrive, bubbles, refuse, refuse_to_connect, write
from tests.bot.webchat_desk import Desk, running
from tests.pictures import PNG


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


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
    all_is_sent(page)
    last = desk.log()[-1]
    assert (last.text, last.content) == ("Sí, registrar", {"payload": "si"})


def test_the_line_above_says_who_attends(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    state = page.get_by_role("status")
    expect(state).to_have_text("Asistente automático")
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
    expect(state).to_have_text("Conversación terminada")
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
    all_is_sent(page)
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
    all_is_sent(page)
    expect(bubbles(page)).to_have_text(["No me pierda"])


def test_an_answer_lost_on_the_way_does_not_make_two_messages(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.route("**/chat/messages", carry_out_and_lose_the_answer, times=1)
    page.get_by_role("textbox").fill("Una sola vez")
    page.keyboard.press("Enter")
    all_is_sent(page)
    expect(bubbles(page)).to_have_text(["Una sola vez"])
    assert [row.text for row in desk.log()] == ["", "Una sola vez"]


def carry_out_and_lose_the_answer(route: Route) -> None:
    route.fetch()
    route.abort("connectionreset")


def test_what_the_server_refuses_says_why_and_can_be_tried_again(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.route("**/chat/messages", refuse, times=1)
    page.get_by_role("textbox").fill("Hola")
    page.keyboard.press("Enter")
    expect(page.locator("#messages").get_by_role("alert")).to_have_text("No se pudo tomar.")
    expect(page.locator(".failed .fate")).to_have_text("No se envió")
    page.get_by_role("button", name="Reintentar").click()
    expect(page.get_by_role("textbox")).to_be_focused()
    all_is_sent(page)
    assert desk.log()[-1].text == "Hola"


def test_what_the_server_refuses_can_be_given_up(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.route("**/chat/messages", refuse)
    page.get_by_role("textbox").fill("Hola")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Descartar").click()
    expect(bubbles(page)).to_have_count(0)
    page.unroute("**/chat/messages")
    page.reload()
    write(page, "Otra cosa")
    assert [row.text for row in desk.log()] == ["", "Otra cosa"]


def test_numbers_can_be_called_and_folios_cannot(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says(
        "Llame al 9-1-1, al 800 911 2000 o al (662) 289-3800; su folio es CS-2026-004512-6 "
        "y el de la plataforma 260123456789012, hasta el 2026-11-25. Denuncias: 089."
    )
    links = bubbles(page).get_by_role("link")
    expect(links).to_have_text(["9-1-1", "800 911 2000", "(662) 289-3800", "089"])
    expect(links.nth(1)).to_have_attribute("href", "tel:8009112000")
    expect(links.nth(2)).to_have_attribute("href", "tel:6622893800")


def test_a_button_that_dials_stays_and_is_not_an_answer(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("Si está en peligro, llame.", ("Llamar al 9-1-1", "tel:911"))
    desk.says("¿Puede llamar?", ("Sí", "si"))
    page.get_by_role("button", name="Sí").click()
    all_is_sent(page)
    call = page.get_by_role("link", name="Llamar al 9-1-1")
    expect(call).to_have_attribute("href", "tel:911")
    assert [row.text for row in desk.log()][-1] == "Sí"


def test_a_question_can_be_answered_though_the_bot_said_more(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("¿Es correcto?", ("Sí", "si"))
    desk.says("¿Sigue ahí?")
    expect(bubbles(page)).to_have_count(2)
    page.get_by_role("button", name="Sí").click()
    expect(page.get_by_role("button", name="Sí")).to_have_count(0)


def test_a_person_can_be_asked_for_until_one_waits_for_them(page: Page, desk: Desk) -> None:
    ask = page.get_by_role("button", name="Hablar con una persona")
    state = page.get_by_role("status")
    arrive(page, desk)
    expect(page.get_by_text("escriba 0 o persona")).to_be_visible()
    desk.hands_over()
    expect(state).to_have_text("En fila para hablar con una persona: posición 1")
    expect(ask).to_be_hidden()
    desk.takes()
    expect(ask).to_be_hidden()
    desk.closes()
    expect(ask).to_be_visible()


def test_a_day_is_named_once(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("uno")
    write(page, "dos")
    desk.says("tres")
    expect(bubbles(page)).to_have_text(["uno", "dos", "tres"])
    expect(page.locator("li.day")).to_have_count(1)


def test_without_websockets_it_asks_again_and_again(page: Page, desk: Desk) -> None:
    page.add_init_script("delete window.WebSocket; window.WebSocket = function () { throw 1; }")
    arrive(page, desk)
    desk.says("uno")
    expect(bubbles(page)).to_have_text(["uno"])
    desk.says("dos")
    expect(bubbles(page)).to_have_text(["uno", "dos"])


def test_a_photo_is_shown_before_and_after_it_is_sent(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.locator("#files").set_input_files([photo("bache.png"), photo("otra.png")])
    expect(page.get_by_text("bache.png")).to_be_visible()
    page.get_by_role("button", name="Quitar otra.png").click()
    expect(page.get_by_role("textbox")).to_be_focused()
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_role("img", name="Imagen: bache.png")).to_have_attribute(
        "src", re.compile("^blob:")
    )
    all_is_sent(page)
    files = (desk.log()[-1].content or {})["attachments"]
    assert [each["name"] for each in files] == ["bache.png"]
    page.reload()
    expect(page.get_by_role("img", name="Imagen: bache.png")).to_have_attribute(
        "src", re.compile("^blob:")
    )


def photo(name: str, content: bytes = PNG) -> FilePayload:
    return {"name": name, "mimeType": "image/png", "buffer": content}


def test_a_long_upload_says_how_far_it_is(context: BrowserContext, page: Page, desk: Desk) -> None:
    arrive(page, desk)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 60_000}
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow)
    page.locator("#files").set_input_files([photo("grande.png", PNG + bytes(200_000))])
    page.get_by_role("button", name="Enviar").click()
    bar = page.get_by_role("progressbar", name="Enviando grande.png")
    expect(bar).to_have_attribute("value", re.compile(r"^[1-9]\d?$"))
    all_is_sent(page)
    expect(bar).to_have_count(0)


def test_a_file_of_another_kind_is_not_taken_and_the_words_stay(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.get_by_role("textbox").fill("Va la foto")
    page.locator("#files").set_input_files([photo("falsa.png", b"MZ nada de eso")])
    expect(page.locator("#complaint")).to_contain_text("«falsa.png» no se puede enviar. Puede")
    expect(page.get_by_role("textbox")).to_have_value("Va la foto")
    expect(page.locator("#previews")).to_be_hidden()
    page.get_by_role("button", name="Enviar").click()
    all_is_sent(page)
    assert desk.log()[-1].text == "Va la foto"


def test_words_go_without_a_file_that_the_desk_refuses(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.route("**/chat/attachments", refuse)
    page.locator("#files").set_input_files([photo("rota.png")])
    page.get_by_role("textbox").fill("Va la foto")
    page.get_by_role("button", name="Enviar").click()
    all_is_sent(page)
    told = page.locator("#messages").get_by_role("alert")
    expect(told).to_have_text("«rota.png» no se envió. No se pudo tomar.")
    expect(bubbles(page)).to_have_text(["Va la foto"])
    last = desk.log()[-1]
    assert (last.text, last.content) == ("Va la foto", None)


def test_a_file_alone_that_is_refused_can_only_be_given_up(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.route("**/chat/attachments", refuse)
    page.locator("#files").set_input_files([photo("rota.png")])
    page.get_by_role("button", name="Enviar").click()
    expect(page.locator("#messages").get_by_role("alert")).to_contain_text("No se pudo tomar.")
    expect(page.get_by_role("button", name="Reintentar")).to_have_count(0)
    page.get_by_role("button", name="Descartar").click()
    write(page, "Entonces sin foto")


def test_a_token_that_is_no_longer_good_starts_anew(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.url}/chat/page/any/icon.svg")
    page.evaluate("localStorage.setItem('ventanilla.token', JSON.stringify('x.y'))")
    arrive(page, desk)
    desk.says("Le damos la bienvenida")
    expect(bubbles(page)).to_have_text(["Le damos la bienvenida"])


@pytest.mark.parametrize("way", ["button", "words", "Escape"])
def test_leaving_quickly_leaves_nothing_behind(
    context: BrowserContext, page: Page, desk: Desk, way: str
) -> None:
    context.route(
        "https://www.google.com/", lambda route: route.fulfill(body="<title>Otro sitio</title>")
    )
    page.goto(f"{desk.url}/chat/page/any/icon.svg")
    arrive(page, desk)
    desk.says("Algo que nadie debe ver")
    expect(bubbles(page)).to_have_count(1)
    page.get_by_role("textbox").fill("ni esto")
    if way == "button":
        page.get_by_role("button", name="Salir rápido").click()
    elif way == "words":
        page.get_by_role("textbox").fill("salir rapido")
        page.keyboard.press("Enter")
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    expect(page).to_have_title("Otro sitio")
    page.go_back()
    assert page.url.endswith("/icon.svg")
    assert page.evaluate("localStorage.length") == 0


def test_forgetting_starts_a_new_conversation(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    desk.says("De quien estuvo antes")
    expect(bubbles(page)).to_have_count(1)
    page.on("dialog", lambda dialog: dialog.accept())
    with page.expect_response(lambda answer: answer.url.endswith("/chat/sessions")):
        page.get_by_role("button", name="Borrar de este equipo").click()
    expect(bubbles(page)).to_have_count(0)
