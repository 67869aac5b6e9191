"""A shift at the console, in a real browser."""

from playwright.sync_api import Browser, Page, Route, expect

from tests.admin_api.console import PASSWORD, Attention, log_in, visit


def asks_for_a_person(desk: Attention, name: str = "Ramón Yescas", ago: int = 3) -> str:
    key = desk.write(name, "no hay luz en la calle", ago, intent="alumbrado", colonia="Sahuaro")
    desk.hand_over(key, "asked", 2, ago)
    return key


def test_a_wrong_password_is_refused_in_words(page: Page) -> None:
    page.goto("/console")
    page.get_by_label("Usuario").fill("eruiz")
    page.get_by_label("Contraseña").fill("no es esta")
    page.get_by_role("button", name="Entrar").click()
    expect(page.get_by_role("alert")).to_contain_text("no son correctos")
    expect(page.get_by_label("Usuario")).to_have_value("eruiz")


def test_a_link_to_a_conversation_survives_the_login(page: Page, desk: Attention) -> None:
    key = asks_for_a_person(desk)
    page.goto(f"/console/conversations/{key}")
    page.get_by_label("Usuario").fill("eruiz")
    page.get_by_label("Contraseña").fill(PASSWORD)
    page.get_by_role("button", name="Entrar").click()
    expect(page.get_by_role("heading", name="Ramón Yescas")).to_be_visible()
    expect(page).to_have_url(f"{desk.url}/console/conversations/{key}")


def test_danger_to_life_stands_first_and_says_so(page: Page, desk: Attention) -> None:
    asks_for_a_person(desk, ago=30)
    danger = desk.write("Rosa", "me quiere matar", 1, intent="violencia_genero", danger="violence")
    desk.hand_over(danger, "danger", 0, 1)
    log_in(page)
    waiting = page.get_by_role("list", name="En espera").get_by_role("listitem")
    expect(waiting).to_have_count(2)
    expect(waiting.first).to_contain_text("Peligro de vida")
    expect(waiting.first).to_contain_text("Rosa")
    expect(waiting.last).to_contain_text("Nadie la tomó a tiempo")
    expect(waiting.last).to_contain_text("Espera 30 min")
    expect(page).to_have_title("⚠ (2) Atención · Chat Sonora")


def test_take_read_answer(page: Page, desk: Attention) -> None:
    key = asks_for_a_person(desk)
    desk.reply(key, "¿En qué calle?", ("Otra calle", "otra"), ago=2)
    log_in(page)
    page.get_by_role("button", name="Tomar la conversación de Ramón Yescas").click()
    expect(page.get_by_label("Su respuesta")).to_be_focused()
    said = page.get_by_label("Mensajes, del más antiguo al más reciente")
    expect(said).to_contain_text("no hay luz en la calle")
    expect(said).to_contain_text("09:57")
    expect(said).to_contain_text("Otra calle")
    expect(said).to_contain_text("Descartado: no se envió")
    said.get_by_text("Lo que se entendió: Alumbrado público").click()
    expect(said).to_contain_text("93 % de certeza")
    expect(said).to_contain_text("Colonia: Sahuaro")

    page.get_by_label("Su respuesta").focus()
    page.keyboard.type("Buenas tardes.")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("¿En qué calle?")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("Pendiente de enviar")
    expect(page.get_by_label("Su respuesta")).to_have_value("")
    assert desk.owner(key) == "analyst"
    assert desk.log(key)[-1] == ("out", "Buenas tardes.\n¿En qué calle?", "owed")


def test_what_the_citizen_writes_arrives_by_itself(page: Page, desk: Attention) -> None:
    key = asks_for_a_person(desk)
    desk.claim(key, "eruiz")
    log_in(page)
    page.get_by_role("link", name="Ramón Yescas").click()
    said = page.get_by_label("Mensajes, del más antiguo al más reciente")
    expect(said).to_contain_text("no hay luz")
    desk.write("Ramón Yescas", "sigo esperando")
    expect(said).to_contain_text("sigo esperando")


def test_an_unread_message_is_marked_in_the_list(page: Page, desk: Attention) -> None:
    mine, other = asks_for_a_person(desk), asks_for_a_person(desk, "Lucía")
    for key in (mine, other):
        desk.claim(key, "eruiz")
    log_in(page)
    mine_list = page.get_by_role("list", name="Mis conversaciones")
    mine_list.get_by_role("link", name="Ramón Yescas").click()
    expect(page.get_by_role("heading", name="Ramón Yescas")).to_be_visible()
    desk.now = desk.now.replace(minute=5)
    desk.write("Lucía", "¿sigue ahí?")
    lucia = mine_list.get_by_role("listitem").filter(has_text="Lucía")
    expect(lucia).to_contain_text("Nuevo")
    lucia.get_by_role("link").click()
    expect(lucia).not_to_contain_text("Nuevo")


def test_a_note_is_for_the_staff(page: Page, desk: Attention) -> None:
    key = asks_for_a_person(desk)
    log_in(page)
    page.get_by_role("link", name="Ramón Yescas").click()
    expect(page.get_by_label("Respuesta a la persona")).to_be_disabled()
    page.get_by_label("Su nota interna").fill("Ya reportó lo mismo en agosto.")
    page.get_by_role("button", name="Guardar nota").click()
    expect(page.get_by_text("Nota interna · Elena Ruiz")).to_be_visible()
    assert desk.log(key)[-1] == ("note", "Ya reportó lo mismo en agosto.", None)


def test_what_could_not_be_sent_stays_in_the_box(page: Page, desk: Attention) -> None:
    key = asks_for_a_person(desk)
    desk.claim(key, "eruiz")
    log_in(page)
    page.get_by_role("link", name="Ramón Yescas").click()
    box = page.get_by_label("Su respuesta")
    page.route("**/answers", lambda route: route.abort())
    box.fill("Ya va la cuadrilla.")
    box.press("Control+Enter")
    expect(page.get_by_role("alert").filter(has_text="No se envió")).to_be_visible()
    expect(box).to_have_value("Ya va la cuadrilla.")
    page.reload()
    expect(box).to_have_value("Ya va la cuadrilla.")
    page.unroute("**/answers")
    box.press("Enter")
    expect(box).to_have_value("")
    assert desk.log(key)[-1] == ("out", "Ya va la cuadrilla.", "owed")


def test_an_answer_whose_outcome_was_lost_is_not_said_twice(page: Page, desk: Attention) -> None:
    def deliver_and_drop(route: Route) -> None:
        route.fetch()
        route.abort()

    key = asks_for_a_person(desk)
    desk.claim(key, "eruiz")
    log_in(page)
    page.get_by_role("link", name="Ramón Yescas").click()
    page.route("**/answers", deliver_and_drop, times=1)
    box = page.get_by_label("Su respuesta")
    box.fill("Una sola vez.")
    box.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="No se envió")).to_be_visible()
    box.press("Enter")
    expect(box).to_have_value("")
    assert [text for _, text, _ in desk.log(key)].count("Una sola vez.") == 1


def test_close_with_a_farewell(page: Page, desk: Attention) -> None:
    key = asks_for_a_person(desk)
    desk.claim(key, "eruiz")
    log_in(page)
    page.get_by_role("link", name="Ramón Yescas").click()
    page.get_by_role("button", name="Cerrar", exact=True).click()
    dialog = page.get_by_role("dialog", name="Cerrar la conversación")
    dialog.get_by_label("Despedida (opcional)").fill("Gracias por comunicarse.")
    dialog.get_by_role("button", name="Cerrar conversación").click()
    expect(page.get_by_text("Cerrada · atendida")).to_be_visible()
    assert desk.owner(key) == "closed"
    assert desk.log(key)[-1] == ("out", "Gracias por comunicarse.", "owed")


def test_transfer_and_return(page: Page, browser: Browser, desk: Attention) -> None:
    key = asks_for_a_person(desk)
    desk.claim(key, "eruiz")
    log_in(page)
    page.get_by_role("link", name="Ramón Yescas").click()
    page.get_by_role("button", name="Transferir").click()
    page.get_by_label("Persona que atenderá").select_option(label="Joaquín López · Analista")
    page.get_by_role("dialog").get_by_role("button", name="Transferir").click()
    expect(page.get_by_text("La atiende Joaquín López")).to_be_visible()
    with visit(browser, desk) as colleague:
        log_in(colleague, "jlopez")
        colleague.get_by_role("link", name="Ramón Yescas").click()
        colleague.get_by_role("button", name="Devolver al asistente").click()
        colleague.get_by_role("dialog").get_by_role("button", name="Devolver").click()
        expect(colleague.get_by_role("button", name="Tomar")).to_be_visible()
    assert desk.owner(key) == "bot"


def test_of_two_who_take_at_once_one_gets_it_and_the_other_reads_who(
    page: Page, browser: Browser, desk: Attention
) -> None:
    key = asks_for_a_person(desk)
    log_in(page)
    # The colleague's page is held back for a moment, as on a slow network.
    with visit(browser, desk) as colleague:
        log_in(colleague, "jlopez")
        take = "Tomar la conversación de Ramón Yescas"
        expect(colleague.get_by_role("button", name=take)).to_be_visible()
        colleague.route("**/queue", lambda route: route.abort())
        page.get_by_role("button", name=take).click()
        expect(page.get_by_text("La atiende usted")).to_be_visible()
        colleague.get_by_role("button", name=take).click()
        alert = colleague.get_by_role("alert").filter(has_text="ya la atiende")
        expect(alert).to_contain_text("Elena Ruiz")
    assert desk.owner(key) == "analyst"
