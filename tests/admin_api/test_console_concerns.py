"""Whom of the desk a complaint is about, told where it is attended."""

from playwright.sync_api import Browser, Page, expect

from tests.admin_api.console import Attention, log_in, visit
from tests.admin_api.test_console_pages import AXE, faults


def complains(desk: Attention, text: str = "nadie me contesta") -> str:
    key = desk.write("Ana", text, intent="queja_atencion")
    desk.open_case(key, "queja_atencion", text)
    desk.hand_over(key, "case_opened", 1)
    return key


def test_who_supervises_says_it_with_the_keyboard_alone(
    browser: Browser, page: Page, desk: Attention
) -> None:
    key = complains(desk)
    page.context.add_init_script(path=AXE)
    log_in(page, "msoto")
    page.goto(f"/console/conversations/{key}")
    side = page.get_by_role("complementary", name="Persona y asunto")
    with visit(browser, desk) as other:
        log_in(other, "admin")
        other.goto(f"/console/conversations/{key}")
        expect(other.get_by_role("heading", name="Ana")).to_be_visible()
        side.get_by_role("button", name="De quién trata").focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog", name="De quién trata CS-2026-")
        expect(dialog.get_by_role("group", name="Personas de la mesa")).to_be_visible()
        expect(dialog.get_by_label("Administración")).to_be_focused()
        assert faults(page) == []
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        expect(dialog).to_be_visible()
        dialog.get_by_role("button", name="Guardar").focus()
        page.keyboard.press("Enter")
        expect(dialog).to_be_hidden()
        expect(side).to_contain_text("Trata deAdministración")
        expect(side.get_by_role("button", name="De quién trata")).to_be_focused()
        expect(page.locator("#announcements")).to_have_text("Se guardó de quién trata.")
        expect(other.get_by_text("Nadie espera.")).to_be_visible()
        expect(other.get_by_role("heading", name="Ana")).to_be_hidden()
    side.get_by_role("button", name="De quién trata").click()
    expect(dialog.get_by_label("Administración")).to_be_checked()
    dialog.get_by_label("Marta Soto").check()
    dialog.get_by_role("button", name="Guardar").click()
    expect(page.get_by_text("Nadie espera.")).to_be_visible()
    expect(page.get_by_role("heading", name="Ana")).to_be_hidden()


def test_only_who_supervises_is_offered_it(page: Page, desk: Attention) -> None:
    key = complains(desk, "Marta Soto me colgó")
    desk.hand_over(key, "danger", 0)
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    side = page.get_by_role("complementary", name="Persona y asunto")
    expect(side.get_by_role("button", name="Cambiar estado")).to_be_visible()
    expect(side.get_by_role("button", name="De quién trata")).to_have_count(0)
    expect(side).not_to_contain_text("Trata de")
