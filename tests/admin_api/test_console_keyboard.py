"""The console without a mouse."""

from playwright.sync_api import Page, expect

from tests.admin_api.console import PASSWORD, Attention

NEXT_TASK = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def test_log_in_take_and_answer_with_the_keyboard_alone(page: Page, desk: Attention) -> None:
    first = desk.write("Ramón", "no hay luz", 5, intent="alumbrado")
    second = desk.write("Lucía", "hay un bache", 4, intent="bacheo")
    for key in (first, second):
        desk.hand_over(key, "asked", 2, 4)
    press, write = page.keyboard.press, page.keyboard.type

    page.goto("/console")
    expect(page.get_by_label("Usuario")).to_be_focused()
    write("eruiz")
    press("Tab")
    write(PASSWORD)
    press("Enter")
    page.get_by_text("En vivo").wait_for()
    expect(page.get_by_role("link", name="Lucía")).to_be_visible()
    press("j")
    press("j")
    expect(page.get_by_role("link", name="Lucía")).to_be_focused()
    press("t")
    expect(page.get_by_label("Su respuesta")).to_be_focused()
    write("¿En qué calle está el bache?")
    press("Enter")
    expect(page.get_by_text("Pendiente de enviar")).to_be_visible()
    assert desk.owner(second) == "analyst"
    assert desk.log(second)[-1][1] == "¿En qué calle está el bache?"
    press("Escape")
    press("n")
    expect(page.get_by_label("Su nota interna")).to_be_focused()
    press("Escape")
    press("c")
    closing = page.get_by_role("dialog", name="Cerrar la conversación")
    expect(closing).to_be_visible()
    press("Escape")
    expect(closing).to_be_hidden()
    page.evaluate(NEXT_TASK)  # the dialog gives the focus back a task after it is hidden
    press("?")
    expect(page.get_by_role("dialog", name="Atajos de teclado")).to_be_visible()


def test_single_keys_can_be_switched_off(page: Page, desk: Attention) -> None:
    page.goto("/console")
    page.get_by_label("Usuario").fill("eruiz")
    page.get_by_label("Contraseña").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_text("En vivo").wait_for()
    page.get_by_role("button", name="Atajos").click()
    page.get_by_label("Usar atajos de una sola tecla").uncheck()
    page.get_by_role("button", name="Entendido").click()
    page.keyboard.press("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{desk.url}/console")
