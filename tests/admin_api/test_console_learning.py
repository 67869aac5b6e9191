"""What was misunderstood, decided by who supervises."""

from playwright.sync_api import Page, expect
from sqlalchemy import select

from handoff import corrections, people
from handoff.store.models import Exchange
from nlu.training_data import Example
from tests.admin_api.console import Attention, log_in


def misunderstood(desk: Attention, name: str, text: str) -> None:
    desk.write(name, text, intent="alumbrado")
    with desk.store.transaction() as session:
        row = session.scalars(select(Exchange).order_by(Exchange.id.desc()).limit(1)).one()
        corrections.note(session, row.id, None, None, desk.now)


def learnt(desk: Attention) -> list[Example]:
    with desk.store.reading() as session:
        return corrections.approved(session)


def test_a_supervisor_takes_the_name_out_approves_and_takes_it_back(
    page: Page, desk: Attention
) -> None:
    misunderstood(desk, "Ana", "soy Ana Soto, no hay luz en casa, 662 123 4567")
    misunderstood(desk, "Beto", "asdf asdf")
    log_in(page, "msoto")
    page.get_by_role("link", name="Aprendizaje").click()
    expect(page.get_by_text("quite los nombres de personas")).to_be_visible()
    lessons = page.get_by_role("list", name="Malentendidos").get_by_role("listitem")
    expect(lessons).to_have_count(2)

    lessons.filter(has_text="Por decidir").first.get_by_role("button", name="Rechazar").click()
    expect(lessons.first).to_contain_text("Rechazado por Marta Soto")
    ana = lessons.last
    text = ana.get_by_label("Lo que se aprenderá")
    expect(text).to_be_focused()
    expect(text).to_have_value("soy Ana Soto, no hay luz en casa, 6620000000")
    ana.get_by_role("button", name="Aprobar").click()
    expect(ana.get_by_label("Es un mensaje sobre")).to_be_focused()  # nothing chosen yet
    ana.get_by_label("Es un mensaje sobre").select_option("energia_electrica")
    text.fill("no hay luz en casa")
    ana.get_by_role("button", name="Aprobar").click()
    expect(ana).to_contain_text("Aprobado por Marta Soto")
    assert learnt(desk) == [Example("energia_electrica", "no hay luz en casa")]

    page.get_by_label("Estado").select_option("approved")
    expect(lessons).to_have_count(1)
    lessons.get_by_role("button", name="Retirar de lo aprobado").click()
    expect(lessons).to_contain_text("Rechazado por Marta Soto")
    assert learnt(desk) == []


def test_a_decision_taken_meanwhile_is_told(page: Page, desk: Attention) -> None:
    misunderstood(desk, "Beto", "asdf asdf")
    log_in(page, "msoto")
    page.goto("/console/learning")
    page.get_by_label("Es un mensaje sobre").select_option("bacheo")
    with desk.store.transaction() as session:
        (only,) = corrections.listed(session)
        corrections.reject(only, people.named(session, "admin"), desk.now)
    page.get_by_role("button", name="Aprobar").click()
    expect(page.get_by_text("Otra persona ya decidió esta corrección.")).to_be_visible()


def test_analysts_are_shown_the_way_back(page: Page, desk: Attention) -> None:
    log_in(page)
    expect(page.get_by_role("link", name="Aprendizaje")).to_have_count(0)
    page.goto("/console/learning")
    expect(page).to_have_url(f"{desk.url}/console")
