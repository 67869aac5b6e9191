"""What lists, filters and searches show, and how days and hours are written."""

from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from admin_api.console import HERE
from tests.admin_api.console import Attention, attention, log_in, visit

LONG = "desde el lunes no pasa el camión de la basura por la calle Reforma y ya hay cucarachas"


def test_cards_show_the_first_words_of_the_matter(page: Page, desk: Attention) -> None:
    desk.write("Ana", "hola", intent="saludo")
    key = desk.write("Ana", f"<b>{LONG}</b>", intent="basura_parques")
    desk.hand_over(key, "asked", 2)
    desk.hand_over(desk.write("Luis", "oigan", is_handled=False), "asked", 2)
    log_in(page)
    cards = page.locator("#waiting .preview-line")
    expect(cards.nth(0)).to_have_text(
        "<b>desde el lunes no pasa el camión de la basura por la calle Reforma y ya hay…"
    )
    expect(cards.nth(1)).to_have_text("Por entender")
    assert cards.nth(0).evaluate("each => each.offsetHeight") < 30, "it takes more than one line"


def test_what_was_understood_is_told_where_it_tells_something(page: Page, desk: Attention) -> None:
    desk.write("Ana", "hola", intent="saludo")
    desk.write("Ana", "calle Reforma", intent="bacheo")
    key = desk.write("Ana", "no hay insulina", intent="salud_medicamentos")
    desk.open_case(key, "salud_medicamentos", "No hay insulina.", municipio="Navojoa")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    told = page.locator("#transcript summary:not(.mark)")
    expect(told).to_have_text(["Lo que se entendió: Falta de medicamentos"])
    marks = page.locator("#transcript summary.mark")
    expect(marks).to_have_count(2)
    marks.nth(1).click()
    expect(page.locator("#transcript")).to_contain_text("% de certeza")


def test_days_are_typed_day_first(browser: Browser, tmp_path: Path) -> None:
    with attention(tmp_path) as desk, visit(browser, desk, locale="en-US") as page:
        desk.write("Ana", "no hay luz", 2 * 24 * 60)
        desk.write("Luis", "hay un bache")
        log_in(page)
        page.goto("/console/conversations")
        rows = page.locator("#rows tr")
        expect(rows).to_have_count(2)
        page.get_by_label("Hasta").fill("23/11/2026")
        page.keyboard.press("Enter")
        expect(rows).to_have_count(1)
        expect(rows).to_contain_text("22 nov 2026, 10:00")
        page.get_by_label("Hasta").fill("11/23/2026")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("Escriba día, mes y año")
        page.get_by_role("button", name="Hoy").click()
        expect(page.get_by_label("Desde")).to_have_value("24/11/2026")
        expect(rows).to_contain_text("Luis")
        page.get_by_role("button", name="Este trimestre").click()
        expect(page.get_by_label("Desde")).to_have_value("01/10/2026")
        expect(rows).to_have_count(2)


def test_no_field_leaves_the_order_of_the_day_to_the_browser() -> None:
    pages = [*HERE.rglob("*.html"), *(HERE.parent / "reports").rglob("*.html")]
    assert [page.name for page in pages if 'type="date"' in page.read_text()] == []


def test_a_search_leads_to_the_message_with_its_words_marked(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "No hay insulina en la clínica", intent="salud_medicamentos")
    for number in range(150):
        desk.write("Ana", f"mensaje {number}")
    log_in(page)
    for path, label in (("search", "Palabras"), ("conversations", "Palabras")):
        page.goto(f"/console/{path}")
        page.get_by_label(label).fill("clinica")
        page.keyboard.press("Enter")
        expect(page.locator("#rows mark")).to_have_text("clínica")
        page.get_by_role("link", name="Ana").click()
        expect(page.locator("#transcript summary")).to_contain_text("Falta de medicamentos")
        mark = page.locator("#transcript mark")
        expect(mark).to_have_text("clínica")
        expect(mark).to_be_in_viewport()
        assert page.url.endswith(key)


def test_what_is_asked_last_is_what_is_shown(page: Page, desk: Attention) -> None:
    desk.write("Ana", "No hay insulina en la clínica")
    desk.write("Luis", "hay un bache")
    log_in(page)
    late: list[Route] = []
    page.route("**/api/v1/conversations", lambda route: late.append(route))
    page.goto("/console/conversations")
    page.get_by_label("Palabras").fill("clinica")
    page.keyboard.press("Enter")
    expect(page.locator("#rows mark")).to_have_text("clínica")
    with page.expect_response(late[0].request.url) as answered:
        late[0].continue_()
    answered.value.finished()
    expect(page.locator("#rows tr")).to_have_count(1)
    page.get_by_role("link", name="Ana").click()
    expect(page.locator("#transcript mark")).to_have_text("clínica")


def test_terms_are_told_in_working_days(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "no sirve la lámpara")
    desk.open_case(key, "alumbrado", "No sirve la lámpara.", municipio="Cajeme")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    case = page.get_by_role("article")
    expect(case).to_contain_text("En tiempo: faltan 30 días hábiles")
    page.clock.set_fixed_time(desk.now.replace(year=2027, month=1, day=11))
    page.reload()
    expect(case).to_contain_text("Vencido hace 1 día hábil")
