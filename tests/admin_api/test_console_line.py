"""The console's own live line: cut, mended, resumed."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Request, WebSocketRoute, expect
from sqlalchemy import select

from admin_api.access import UNATTENDED
from handoff import clock
from handoff.store.models import Delivery, Exchange
from tests.admin_api.console import Attention, log_in


def test_a_cut_line_is_told_and_resumes_without_losing_a_row(page: Page, desk: Attention) -> None:
    lines: list[WebSocketRoute] = []

    def connect(line: WebSocketRoute) -> None:
        lines.append(line)
        line.connect_to_server()

    key = desk.write("Ana", "primero")
    desk.hand_over(key, "asked", 2)
    desk.claim(key, "eruiz")
    page.route_web_socket("**/api/v1/live*", connect)
    log_in(page)
    page.get_by_role("link", name="Ana").click()
    said = page.get_by_label("Mensajes, del más antiguo al más reciente")
    expect(said).to_contain_text("primero")
    lines[0].close(code=1012)
    expect(page.get_by_text("Sin conexión en vivo")).to_be_visible()
    for text in ("segundo", "tercero"):
        desk.write("Ana", text)
    expect(said).to_contain_text("tercero")
    expect(page.get_by_text("En vivo")).to_be_visible()
    texts = said.locator(".words").all_text_contents()
    assert texts == ["primero", "segundo", "tercero"]
    assert "after" in parse_qs(urlsplit(lines[-1].url).query)


def test_a_page_that_nobody_touches_says_so_when_it_reads(page: Page, desk: Attention) -> None:
    log_in(page)
    expect(page.get_by_text("En vivo")).to_be_visible()
    page.clock.set_fixed_time(clock.now() + timedelta(minutes=5))
    with page.expect_request(reads_by_itself):
        desk.write("Ana", "primero")
    page.keyboard.press("Escape")
    with page.expect_request(lambda it: it.url.endswith("/queue") and not reads_by_itself(it)):
        desk.write("Ana", "segundo")


def reads_by_itself(request: Request) -> bool:
    return request.url.endswith("/queue") and UNATTENDED in request.headers


def test_what_the_citizen_has_seen_is_told(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "primero")
    desk.reply(key, "una respuesta")
    desk.reply(key, "otra")
    with desk.store.transaction() as session:
        ours = select(Exchange).where(Exchange.text == "una respuesta")
        exchange = session.scalars(ours).one()
        exchange.delivery, exchange.seen_at = Delivery.delivered, exchange.at
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    fates = page.locator("#transcript .said.bot .fate")
    expect(fates.nth(0)).to_contain_text("Visto · ")
    expect(fates.nth(1)).to_have_text("Pendiente de enviar")


def test_without_a_socket_the_page_looks_by_itself(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "primero")
    desk.hand_over(key, "asked", 2)
    log_in(page)
    page.route_web_socket("**/api/v1/live*", lambda line: line.close(code=1011))
    page.goto(f"/console/conversations/{key}")
    expect(page.get_by_text("Sin conexión en vivo")).to_be_visible()
    desk.write("Ana", "segundo")
    expect(page.locator("#transcript")).to_contain_text("segundo")


def test_a_reader_keeps_their_place_and_is_told_of_what_is_new(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "mensaje 0")
    for number in range(1, 130):
        desk.write("Ana", f"mensaje {number}")
    desk.hand_over(key, "asked", 2)
    log_in(page)
    page.get_by_role("link", name="Ana").click()
    scroll = page.get_by_role("region", name="Mensajes")
    expect(page.get_by_text("mensaje 129", exact=True)).to_be_in_viewport()
    page.get_by_role("button", name="Ver mensajes anteriores").click()
    expect(scroll.get_by_text("mensaje 0", exact=True)).to_be_attached()
    scroll.evaluate("place => place.scrollTop = 0")
    expect(scroll.get_by_text("mensaje 0", exact=True)).to_be_in_viewport()
    desk.write("Ana", "una cosa más")
    page.get_by_role("button", name="1 mensaje nuevo").click()
    expect(page.get_by_text("una cosa más", exact=True)).to_be_in_viewport()
    expect(page.get_by_text("Mensajes nuevos", exact=True)).to_be_visible()


def test_the_page_goes_to_the_login_when_the_session_ends(page: Page, desk: Attention) -> None:
    log_in(page)
    other = page.context.new_page()
    other.goto("/console/people")
    other.locator("#me summary").click()
    other.get_by_role("button", name="Cerrar sesión").click()
    expect(page.get_by_role("button", name="Entrar")).to_be_visible()
