"""What the console says when something is not there, is written wrong, or has ended."""

from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests import patience
from tests.admin_api.console import Attention, log_in, visit


def test_an_unknown_address_leads_back(page: Page) -> None:
    log_in(page)
    answer = page.goto("/console/nada")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", name="Esta página no existe")).to_be_visible()
    page.get_by_role("link", name="Volver a Atención").click()
    expect(page.get_by_role("heading", name="En espera")).to_be_visible()


def test_a_citizen_who_is_astray_is_shown_to_the_chat(page: Page, desk: Attention) -> None:
    answer = page.goto("/quejas")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("link", name="Ir al chat")).to_have_attribute("href", "/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "accepted"), [("/quejas", "application/json"), ("/api/v1/quejas", "text/html")]
)
def test_a_program_that_is_astray_is_told_so(desk: Attention, path: str, accepted: str) -> None:
    answer = patience.get(desk.url + path, headers={"Accept": accepted})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_an_event_with_a_wrong_day_is_not_marked(page: Page) -> None:
    log_in(page, "msoto")
    page.goto("/console/events")
    page.get_by_role("button", name="Marcar un evento").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Asunto").select_option(index=1)
    dialog.get_by_label("Municipio", exact=True).select_option("Hermosillo")
    dialog.get_by_label("Frase para las personas").fill("Se repara.")
    dialog.get_by_label("Hasta").fill("2026")
    dialog.get_by_role("button", name="Marcar").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Escriba día, mes y año")


def test_with_a_conversation_that_does_not_exist_nothing_can_be_done(page: Page) -> None:
    log_in(page)
    page.goto("/console/conversations/nada")
    expect(page.get_by_role("alert")).to_contain_text("No se pudo abrir la conversación.")
    expect(page.locator(".talk").get_by_role("button")).to_have_count(0)
    expect(page.get_by_label("Nota interna")).to_be_hidden()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"Folio": "CS-2026-9"}, "Escriba el folio completo"),
        ({"Desde": "31/02/2026"}, "Escriba día, mes y año"),
        ({"Desde": "25/11/2026", "Hasta": "24/11/2026"}, "no puede ser posterior"),
    ],
)
def test_with_a_wrong_filter_nothing_is_shown(
    page: Page, desk: Attention, written: dict[str, str], told: str
) -> None:
    desk.write("Ana", "no hay luz")
    log_in(page)
    page.goto("/console/conversations")
    expect(page.locator("#rows tr")).to_have_count(1)
    for label, words in written.items():
        page.get_by_label(label).fill(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(told)
    expect(page.get_by_role("region", name="Conversaciones encontradas")).to_be_hidden()


def test_with_a_wrong_day_no_report_can_be_opened(browser: Browser, desk: Attention) -> None:
    with visit(browser, desk) as page:
        log_in(page, "msoto")
        page.goto("/console/reports")
        view = "Ver: Chats atendidos"
        expect(page.get_by_role("link", name=view)).to_be_visible()
        page.get_by_label("Desde").fill("31/02/2026")
        expect(page.get_by_role("button", name=view)).to_be_disabled()
        expect(page.get_by_role("link", name=view)).to_have_count(0)
        page.get_by_label("Desde").fill("01/11/2026")
        expect(page.get_by_role("link", name=view)).to_be_visible()


def test_the_end_of_a_session_is_told_and_what_was_written_is_kept(
    page: Page, desk: Attention
) -> None:
    key = desk.write("Ana", "no hay luz")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    page.get_by_label("Su nota interna").fill("Ya llamó ayer.")
    page.context.clear_cookies()
    with suppress(Error):  # it may be leaving by itself
        page.evaluate("document.querySelector('#send')?.click()")
    expect(page.get_by_text("Su sesión terminó. Entre de nuevo. Lo que escribía")).to_be_visible()


def test_a_colleague_is_chosen_not_given(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "no hay luz")
    desk.claim(key, "eruiz")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    page.get_by_role("button", name="Transferir", exact=True).click()
    people = page.get_by_label("Persona que atenderá")
    expect(people).to_have_value("")
    expect(people).to_contain_text("Marta Soto · Supervisión")


def test_news_are_promised_only_where_they_are_told(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "no sirve la lámpara", intent="alumbrado")
    desk.open_case(key, "alumbrado", "No sirve la lámpara.", municipio="Cajeme")
    desk.claim(key, "eruiz")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    page.get_by_role("button", name="Cambiar estado").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Estado nuevo").select_option(label="Canalizado")
    expect(dialog).to_contain_text("lo hará cuando se cierre o se devuelva")


@pytest.mark.parametrize("height", [768, 500])
def test_a_conversation_opens_at_its_end(page: Page, desk: Attention, height: int) -> None:
    keys = [desk.write("Ana", f"no hay luz, {n}", 30 - n, intent="alumbrado") for n in range(30)]
    page.set_viewport_size({"width": 1366, "height": height})
    log_in(page)
    page.goto(f"/console/conversations/{keys[-1]}")
    expect(page.get_by_text("no hay luz, 29").last).to_be_in_viewport()
    page.get_by_label("Su nota interna").fill("Ya llamó ayer.")
    page.locator("#scroll").evaluate("pane => pane.scrollTop = 0")
    page.keyboard.press("Enter")
    expect(page.locator("#transcript").get_by_text("Ya llamó ayer.")).to_be_in_viewport()


def test_danger_is_what_was_understood(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "me quiere matar", 1, intent="salud_mental", danger="agresión en curso")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    told = page.locator("#transcript summary:not(.mark)")
    expect(told).to_have_text("Lo que se entendió: posible peligro (agresión en curso)")


def test_categories_are_found_by_what_people_call_them(page: Page, desk: Attention) -> None:
    key = desk.write("Ana", "no hay luz", 1)
    desk.claim(key, "eruiz")
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    page.get_by_role("button", name="Cambiar categoría").click()
    page.get_by_label("Buscar").fill("luz")
    expect(page.get_by_role("option", name="Alumbrado público")).to_be_attached()
