"""What is reserved leaves the screens of who does not attend it."""

from playwright.sync_api import Browser, Page, expect

from tests.admin_api.console import Attention, log_in, visit

SAID = "un policía me pidió dinero"


def test_what_becomes_reserved_is_put_away(browser: Browser, page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "quiero hablar con alguien")
    desk.hand_over(key, "asked", 2)
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    expect(page.get_by_role("heading", name="Ana")).to_be_visible()
    desk.write("Ana", SAID, intent="denuncia_servidor_publico")
    expect(page.get_by_text("Nadie espera.")).to_be_visible()
    expect(page.get_by_role("heading", name="Ana")).to_be_hidden()
    expect(page.get_by_text(SAID)).to_have_count(0)
    assert page.url.endswith("/console")
    with visit(browser, desk) as other:
        log_in(other, "msoto")
        other.goto(f"/console/conversations/{key}")
        expect(other.locator("#talk-facts")).to_contain_text("Reservada")
        expect(other.locator("#transcript").get_by_text(SAID)).to_be_visible()


def test_who_closes_it_has_it_no_longer(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "quiero hablar con alguien")
    desk.hand_over(key, "asked", 2)
    desk.claim(key, "eruiz")
    desk.write("Ana", SAID, intent="denuncia_servidor_publico")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    expect(page.locator("#transcript").get_by_text(SAID)).to_be_visible()
    page.get_by_role("button", name="Cerrar").click()
    page.get_by_role("dialog").get_by_role("button", name="Cerrar").click()
    expect(page.get_by_role("heading", name="Ana")).to_be_hidden()
    expect(page.get_by_text(SAID)).to_have_count(0)
    assert desk.owner(key) == "closed"
