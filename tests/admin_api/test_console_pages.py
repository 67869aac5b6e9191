"""Every page of the console: reachable by everybody, closed to who may not, and what it does."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from tests import patience
from tests.admin_api.console import Attention, log_in, visit

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
PAGES = (
    *("", "/conversations", "/search", "/reports", "/events", "/learning"),
    *("/log", "/people", "/account"),
)


def a_busy_desk(desk: Attention) -> str:
    """A conversation with everything that a transcript can have; its key."""
    desk.hand_over(
        desk.write("Rosa", "me quiere matar", 9, intent="ninez", danger="violence"), "danger", 0
    )
    desk.claim(desk.write("Luis", "gracias", 8), "jlopez")
    key = desk.write("Ana", "no hay insulina", 7, intent="salud_medicamentos", municipio="Navojoa")
    desk.reply(key, "¿Es correcto?", ("Sí", "si"), ("No", "no"), ago=6)
    facts = {"municipio": "Navojoa", "contacto": "642 000 0000"}
    desk.open_case(key, "salud_medicamentos", "No hay insulina.", **facts)
    desk.hand_over(key, "case_opened", 1, 5)
    desk.claim(key, "admin")
    return key


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 390])
def test_no_page_has_an_accessibility_fault(
    browser: Browser, desk: Attention, scheme: str, width: int
) -> None:
    key = a_busy_desk(desk)
    with visit(browser, desk, color_scheme=scheme) as page:
        page.set_viewport_size({"width": width, "height": 844})
        page.context.add_init_script(path=AXE)
        page.goto("/console/login")
        assert faults(page) == []
        log_in(page, "admin")
        for path in (*PAGES, f"/conversations/{key}"):
            page.goto(f"/console{path}")
            page.wait_for_load_state("networkidle")
            assert faults(page) == [], path
        page.locator("#transcript").get_by_text("¿Es correcto?").wait_for()
        page.locator(".said summary").first.click()
        assert faults(page) == []
        for name in ("Cerrar", "Transferir", "Devolver al asistente"):
            page.get_by_role("button", name=name, exact=True).click()
            page.locator("dialog[open]").wait_for()
            assert faults(page) == [], name
            page.keyboard.press("Escape")
            page.locator("dialog[open]").wait_for(state="hidden")


def faults(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA and its own best practice."""
    found = page.evaluate("async () => (await axe.run()).violations")
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


def test_pages_send_who_has_not_logged_in_to_the_login(desk: Attention) -> None:
    for path in PAGES:
        answer = patience.get(f"{desk.url}/console{path}")
        assert (answer.status_code, answer.headers["location"].split("?")[0]) == (
            303,
            "/console/login",
        )


def test_nothing_runs_but_our_own_scripts(page: Page, desk: Attention) -> None:
    policy = patience.get(f"{desk.url}/console/login").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    name, text = "<img src=x onerror=alert(1)>", "<script>alert(2)</script><b>hola</b>"
    key = desk.write(name, text)
    desk.hand_over(key, "asked", 2)
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.locator("#transcript .words")).to_have_text(text)


def test_an_analyst_is_not_offered_what_is_not_theirs(page: Page) -> None:
    log_in(page)
    names = page.get_by_role("navigation", name="Principal").get_by_role("link").all_inner_texts()
    assert names == ["Atención", "Conversaciones", "Buscar"]
    for path in ("/people", "/log", "/reports"):
        page.goto(f"/console{path}")
        expect(page.get_by_role("heading", name="En espera")).to_be_visible()


def test_the_case_stands_beside_and_moves_with_a_reason(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "no sirve la lámpara", intent="alumbrado")
    folio = desk.open_case(key, "alumbrado", "No sirve la lámpara.", municipio="Cajeme")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    case = page.get_by_role("article", name=f"Folio {folio}")
    expect(case).to_contain_text("Ayuntamiento de Cajeme")
    expect(case).to_contain_text("Municipal: corresponde al Ayuntamiento, no al Estado")
    expect(case).to_contain_text("En tiempo: faltan 30 días hábiles")
    case.get_by_role("button", name="Cambiar estado").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Estado nuevo").select_option(label="Contestado")
    expect(dialog.get_by_label("Respuesta, como la leerá la persona")).to_be_visible()
    expect(dialog.get_by_label("Dependencia")).to_be_hidden()
    dialog.get_by_label("Estado nuevo").select_option(label="Canalizado")
    expect(dialog.get_by_label("Dependencia")).to_have_value("ayuntamiento")
    expect(dialog).to_contain_text("Se avisa a la persona que se canalizó.")
    dialog.get_by_label("Motivo").fill("Se envió al Ayuntamiento.")
    dialog.get_by_role("button", name="Cambiar estado").click()
    expect(case).to_contain_text("Canalizado")
    case.get_by_text("Historial (2)").click()
    expect(case).to_contain_text("Recibido → Canalizado · Elena Ruiz")
    assert desk.case_state(folio) == "canalizado"


def test_a_case_past_its_term_says_so(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "no sirve la lámpara")
    desk.open_case(key, "alumbrado", "No sirve la lámpara.", municipio="Cajeme")
    log_in(page)
    page.clock.set_fixed_time(desk.now.replace(year=2027, month=2))
    page.goto(f"/console/conversations/{key}")
    expect(page.get_by_role("article")).to_contain_text("Vencido hace")


def test_search_the_whole_log(page: Page, desk: Attention) -> None:
    desk.write("Ana", "No hay insulina en la clínica")
    desk.write("Luis", "hay un bache")
    log_in(page)
    page.goto("/console/search")
    page.get_by_label("Palabras").fill("clinica")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 mensaje", exact=True)).to_be_visible()
    expect(page.locator("mark")).to_have_text("clínica")
    assert "clinica" not in page.url
    page.get_by_role("link", name="Ana").click()
    expect(page.get_by_role("heading", name="Ana")).to_be_visible()


def test_conversations_are_found_by_their_filters(page: Page, desk: Attention) -> None:
    desk.write("Ana", "no hay luz", intent="alumbrado")
    closed = desk.write("Luis", "hay un bache", intent="bacheo")
    folio = desk.open_case(closed, "bacheo", "Hay un bache.", municipio="Guaymas")
    log_in(page)
    page.goto("/console/conversations")
    rows = page.locator("#rows tr")
    expect(rows).to_have_count(2)
    page.get_by_label("Folio").fill(folio)
    page.get_by_role("button", name="Filtrar").click()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Luis")
    page.get_by_label("Folio").fill("")
    page.get_by_label("Categoría").select_option("alumbrado")
    page.get_by_role("button", name="Filtrar").click()
    expect(rows).to_contain_text("Ana")


def test_an_administrator_looks_after_the_accounts(
    page: Page, browser: Browser, desk: Attention
) -> None:
    log_in(page, "admin")
    page.goto("/console/people")
    page.get_by_role("button", name="Agregar persona").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Nombre completo").fill("Nora Félix")
    dialog.get_by_label("Usuario").fill("nfelix")
    dialog.get_by_label("Contraseña inicial").fill("una contraseña larga")
    dialog.get_by_role("button", name="Agregar").click()
    row = page.get_by_role("row").filter(has_text="Nora Félix")
    expect(row).to_contain_text("Analista")
    row.get_by_role("button", name="Cambiar rol").click()
    page.get_by_role("dialog").get_by_label("Rol").select_option(label="Supervisión")
    page.get_by_role("dialog").get_by_role("button", name="Cambiar rol").click()
    expect(row).to_contain_text("Supervisión")
    with visit(browser, desk) as hers:
        log_in(hers, "nfelix")
    row.get_by_role("button", name="Deshabilitar").click()
    page.get_by_role("dialog").get_by_role("button", name="Deshabilitar").click()
    expect(row).to_contain_text("Deshabilitada")


def test_one_changes_ones_own_password(page: Page) -> None:
    log_in(page)
    page.goto("/console/account")
    page.get_by_label("Contraseña actual").fill("una contraseña larga")
    page.get_by_label("Contraseña nueva", exact=True).fill("otra contraseña larga")
    page.get_by_label("Repita la contraseña nueva").fill("otra contraseña larga")
    page.get_by_role("button", name="Cambiar contraseña").click()
    page.get_by_label("Usuario").fill("eruiz")
    page.get_by_label("Contraseña").fill("otra contraseña larga")
    page.get_by_role("button", name="Entrar").click()
    expect(page.get_by_role("heading", name="En espera")).to_be_visible()


def test_a_supervisor_verifies_the_log(page: Page, desk: Attention) -> None:
    desk.write("Ana", "hola")
    log_in(page, "msoto")
    page.goto("/console/log")
    page.get_by_role("button", name="Verificar ahora").click()
    expect(page.get_by_text("Todo está en orden")).to_be_visible()
    with desk.store.transaction() as session:
        session.connection().exec_driver_sql("UPDATE exchange SET text = 'otra cosa'")
    page.get_by_role("button", name="Verificar ahora").click()
    expect(page.get_by_text("La bitácora no coincide")).to_be_visible()


def test_who_supervises_is_told_that_the_vacations_are_missing(
    browser: Browser, desk: Attention
) -> None:
    told = "Al calendario le faltan las vacaciones de 2029 y 2030"
    desk.now = desk.now.replace(year=2029)
    for username, times in (("admin", 1), ("jlopez", 0)):
        with visit(browser, desk) as page:
            page.context.add_init_script(path=AXE)
            log_in(page, username)
            expect(page.get_by_text("Nadie espera")).to_be_visible()
            expect(page.get_by_text(told)).to_have_count(times)
            if times:
                page.get_by_text(told).click()
                expect(page.get_by_text("ventanilla vacations add")).to_be_visible()
                assert faults(page) == []
