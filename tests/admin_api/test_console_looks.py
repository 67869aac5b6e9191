"""The desk where there is little room, in the colours that a person chose, and on paper."""

from playwright.sync_api import Browser, Page, expect

from tests.admin_api.console import Attention, log_in, visit
from tests.pictures import shades, written

CUT = """() => [...document.querySelectorAll("dialog[open], dialog[open] *")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth
        || each.matches("dialog") && each.scrollWidth > each.clientWidth)
    .map((each) => each.outerHTML)"""


def a_conversation(desk: Attention, name: str = "Ma. D'Angelo O'Brien") -> str:
    key = desk.write(name, "no sirve la lámpara", intent="alumbrado")
    for number in range(120):
        desk.write(name, f"renglón {number}")
    desk.open_case(key, "alumbrado", "No sirve la lámpara.", municipio="Cajeme")
    desk.claim(key, "eruiz")
    return key


def open_conversation(page: Page, key: str) -> None:
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    page.get_by_role("button", name="Ver mensajes anteriores").wait_for(state="attached")
    page.get_by_text("renglón 119", exact=True).last.wait_for()


def test_at_400_percent_the_messages_and_the_answer_can_be_reached(
    browser: Browser, desk: Attention
) -> None:
    key = a_conversation(desk)
    with visit(browser, desk, viewport={"width": 341, "height": 192}) as page:
        open_conversation(page, key)
        assert page.locator("#scroll").evaluate("each => each.clientHeight") > 120
        for name in ("Enviar", "Cerrar"):
            page.get_by_role("button", name=name, exact=True).focus()
            expect(page.get_by_role("button", name=name, exact=True)).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog", name="Cerrar la conversación")).to_be_visible()
        assert page.evaluate(CUT) == []


def test_a_dialog_shows_what_enter_would_do(page: Page, desk: Attention) -> None:
    open_conversation(page, a_conversation(desk))
    page.get_by_role("button", name="Devolver al asistente").click()
    cancel = page.get_by_role("dialog").get_by_role("button", name="Cancelar")
    expect(cancel).to_be_focused()
    expect(cancel).to_have_css("outline-style", "solid")


def test_the_ring_of_the_menu_is_not_cut_off(page: Page) -> None:
    log_in(page)
    place = page.get_by_role("link", name="Atención")
    while not place.evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
    expect(place).to_have_css("outline-offset", "-3px")


def test_chosen_colours_still_tell_where_one_is(browser: Browser, desk: Attention) -> None:
    with visit(browser, desk, forced_colors="active") as page:
        log_in(page)
        edge = "each => getComputedStyle(each).borderBottomColor"
        places = page.locator(".bar nav a")
        others = page.locator(".bar nav a:not([aria-current])")
        here = page.locator(".bar nav a[aria-current]").evaluate(edge)
        assert places.count() == others.count() + 1
        assert all(each.evaluate(edge) != here for each in others.all())


def test_on_paper_stand_the_case_and_every_message(browser: Browser, desk: Attention) -> None:
    key = a_conversation(desk)
    with visit(browser, desk, color_scheme="dark") as page:
        open_conversation(page, key)
        expect(page.get_by_text("renglón 0", exact=True)).to_have_count(0)
        page.get_by_text("Historial (1)").wait_for()
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.get_by_text("renglón 0", exact=True)).to_be_visible()
        expect(page.get_by_role("article")).to_contain_text("Ayuntamiento de Cajeme")
        expect(page.locator(".events li").first).to_be_visible()
        for selector in (".bar", ".list", "#answer", ".talk-acts", ".case-acts"):
            expect(page.locator(selector)).to_be_hidden()
        expect(page.locator("body")).to_have_css("color", "rgb(30, 36, 38)")
        assert page.locator("#scroll").evaluate("each => each.scrollHeight <= each.clientHeight")


def test_pictures_that_come_late_leave_one_at_the_end(page: Page, desk: Attention) -> None:
    picture = written(shades("RGB", (1200, 900)), "JPEG")
    sent = [({"kind": "photo", "name": f"{number}.jpg"}, picture) for number in range(10)]
    key = desk.send("Ana", "le mando todas las fotos", *sent)
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    last = page.get_by_role("link", name="Descargar Foto · 9.jpg")
    last.wait_for()
    page.wait_for_load_state("networkidle")
    expect(last).to_be_in_viewport()
    first, second = (page.locator(".preview").nth(each).bounding_box() for each in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"], "they stand side by side"
