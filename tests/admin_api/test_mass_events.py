"""Mass events: marked and ended by who supervises, and written in the audit."""

import pytest
from playwright.sync_api import Page, expect

from tests.admin_api.conftest import Office, on_both_databases
from tests.admin_api.console import Attention, log_in

URL = "/api/v1/mass-events"
LEAK = {
    "category": "agua_potable",
    "municipality": "Hermosillo",
    "colonia": "Sahuaro",
    "from": "24/11/2026",
    "words": "El organismo de agua repara una fuga en la zona.",
}


@on_both_databases
def test_it_is_marked_listed_and_ended_once(office: Office) -> None:
    boss = office.client("ssoto")
    marked = boss.post(URL, json=LEAK)
    assert marked.status_code == 201
    event = marked.json()
    assert (event["marked_by"], event["is_over"]) == ("Sofía Soto", False)
    assert event["since"].startswith("2026-11-24T07:00:00")
    assert [row["id"] for row in boss.get(URL).json()["items"]] == [event["id"]]
    assert boss.post(f"{URL}/{event['id']}/end").json()["is_over"] is True
    assert boss.post(f"{URL}/{event['id']}/end").status_code == 409
    audit = boss.get("/api/v1/audit", params={"subject": f"event:{event['id']}"}).json()["items"]
    assert [row["action"] for row in audit] == ["end", "mark"]
    assert {row["person"] for row in audit} == {"ssoto"}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"category": "no_hay"}, "unknown-category"),
        ({"category": "denuncia_servidor_publico"}, "not-for-events"),
        ({"municipality": "Monterrey"}, "unknown-municipality"),
        ({"to": "23/11/2026"}, "bad-period"),
        ({"from": "31/02/2026"}, "bad-day"),
        ({"words": " "}, "invalid"),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_no_event_is_refused(office: Office, change: dict[str, str], problem: str) -> None:
    answer = office.client("ssoto").post(URL, json=LEAK | change)
    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_analysts_mark_nothing_and_unknown_ones_are_not_found(office: Office) -> None:
    assert office.client("eruiz").post(URL, json=LEAK).status_code == 403
    for id in ("9", "x", "9" * 30, "9" * 5_000):
        assert office.client("ssoto").post(f"{URL}/{id}/end").status_code == 404


def test_a_supervisor_marks_one_and_ends_it(page: Page, desk: Attention) -> None:
    log_in(page, "msoto")
    page.goto("/console/events")
    expect(page.get_by_text("No se ha marcado ningún evento.")).to_be_visible()
    page.get_by_role("button", name="Marcar un evento").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Desde")).to_have_value("24/11/2026")
    dialog.get_by_label("Asunto").select_option("agua_potable")
    dialog.get_by_label("Municipio", exact=True).select_option("Hermosillo")
    dialog.get_by_label("Frase para las personas").fill("<b>Hay una fuga.</b>")
    dialog.get_by_label("Hasta").fill("2026")
    dialog.get_by_role("button", name="Marcar").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.get_by_label("Hasta").fill("25/11/2026")
    dialog.get_by_role("button", name="Marcar").click()
    row = page.locator("#rows li")
    expect(row).to_contain_text("todo Hermosillo Vigente")
    expect(row).to_contain_text("«<b>Hay una fuga.</b>»")
    expect(row).to_contain_text("Desde el 24 nov 2026 · Hasta el 25 nov 2026")
    row.get_by_role("button", name="Terminar").click()
    dialog.get_by_role("button", name="Terminar").click()
    expect(row).to_contain_text("Terminado")
    expect(row).to_contain_text("Se terminó el 24 nov 2026, 10:00")
