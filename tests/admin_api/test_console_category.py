"""The category of a case and of a conversation, changed where they are attended."""

from playwright.sync_api import Browser, Page, expect

from handoff import corrections
from tests.admin_api.console import Attention, log_in, visit


def reports(desk: Attention, *, with_case: bool = True) -> str:
    text = "no hay luz en mi casa, mi tel es 662 123 4567"
    key = desk.write("Ramón", text, 3, intent="alumbrado")
    if with_case:
        desk.open_case(key, "alumbrado", text, municipio="Hermosillo")
    desk.hand_over(key, "asked", 2, 3)
    return key


def noted(desk: Attention) -> list[tuple[str, str | None]]:
    with desk.store.reading() as session:
        return [(each.believed, each.meant) for each in corrections.listed(session)]


def test_whoever_attends_changes_it_with_the_keyboard_alone(page: Page, desk: Attention) -> None:
    key = reports(desk)
    desk.claim(key, "eruiz")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    side = page.get_by_role("complementary", name="Persona y asunto")
    expect(side).to_contain_text("Ayuntamiento de Hermosillo")
    side.get_by_role("button", name="Cambiar categoría").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Cambiar la categoría de CS-2026-")
    expect(dialog).to_contain_text("Ahora: Alumbrado público")
    expect(dialog.get_by_label("Buscar")).to_be_focused()
    page.keyboard.type("transformador LUZ")
    expect(dialog.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(dialog.get_by_label("Categoría correcta")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Es la luz de su casa.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(side).to_contain_text("Luz en casa, transformador, recibo de CFE")
    expect(side).to_contain_text("Federal")
    expect(side.get_by_role("button", name="Cambiar categoría")).to_be_focused()
    side.get_by_text("Historial (2)").click()
    expect(side).to_contain_text("Cambio de categoría: Alumbrado público → Luz en casa")
    expect(side).to_contain_text("Es la luz de su casa.")
    expect(page.locator("#talk-facts")).to_contain_text("Luz en casa")
    assert noted(desk) == [("alumbrado", "energia_electrica")]


def test_a_conversation_without_a_folio_has_one_too(page: Page, desk: Attention) -> None:
    key = reports(desk, with_case=False)
    desk.claim(key, "eruiz")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    side = page.get_by_role("complementary", name="Persona y asunto")
    side.get_by_role("button", name="Cambiar categoría").click()
    dialog = page.get_by_role("dialog", name="Cambiar la categoría de esta conversación")
    dialog.get_by_label("Buscar").fill("zzz")
    expect(dialog).to_contain_text("Ninguna categoría tiene esas palabras.")
    dialog.get_by_label("Buscar").fill("")
    dialog.get_by_label("Categoría correcta").select_option("energia_electrica")
    dialog.get_by_role("button", name="Cambiar categoría").click()
    expect(side).to_contain_text("Luz en casa, transformador, recibo de CFE")
    assert noted(desk) == [("alumbrado", "energia_electrica")]


def test_only_whoever_attends_or_supervises_is_offered_it(
    browser: Browser, page: Page, desk: Attention
) -> None:
    key = reports(desk)
    desk.claim(key, "jlopez")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    side = page.get_by_role("complementary", name="Persona y asunto")
    expect(side.get_by_role("button", name="Cambiar estado")).to_be_visible()
    expect(side.get_by_role("button", name="Cambiar categoría")).to_have_count(0)
    with visit(browser, desk) as other:
        log_in(other, "msoto")
        other.goto(f"/console/conversations/{key}")
        expect(other.get_by_role("button", name="Cambiar categoría").first).to_be_visible()
