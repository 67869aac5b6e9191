"""Folios: looked up, moved, closed, reopened."""

import pytest

from tests.admin_api.conftest import Office, on_both_databases
from tests.conftest import Clock

CASES = "/api/v1/cases"
WHY = {"why": "La dependencia respondió."}


def test_a_case_shows_what_was_asked_and_by_when(office: Office) -> None:
    folio = office.open_case()
    answer = office.client().get(f"{CASES}/{folio.lower().replace('-', ' ')}")
    case = answer.json()
    assert (case["folio"], case["state"], case["municipality"]) == (folio, "recibido", "Hermosillo")
    assert case["category_name"] == "Alumbrado público"
    assert case["due_at"] > case["opened_at"]
    assert answer.headers["etag"]
    assert "key" not in answer.text


@pytest.mark.parametrize("folio", ["CS-2026-000001-0", "no es un folio", "%00"])
def test_a_folio_that_does_not_exist(office: Office, folio: str) -> None:
    assert office.client().get(f"{CASES}/{folio}").status_code == 404


@on_both_databases
def test_a_case_from_opening_to_reopening(office: Office) -> None:
    folio = office.open_case()
    url, elena = f"{CASES}/{folio}", office.client()
    moved = elena.post(f"{url}/state", json={"to": "en_tramite", "why": "Enviado por oficio."})
    assert (moved.status_code, moved.json()["state"]) == (201, "en_tramite")
    assert elena.post(f"{url}/reopening", json=WHY).json()["type"] == "/problems/case-open"
    assert elena.post(f"{url}/closure", json=WHY).json()["closed_at"] is not None
    again = elena.post(f"{url}/closure", json=WHY)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/case-closed")
    assert elena.post(f"{url}/reopening", json=WHY).json()["closed_at"] is None
    events = elena.get(f"{url}/events").json()["items"]
    assert [(each["actor"], each["verb"], each["before"], each["after"]) for each in events] == [
        ("citizen", "open", None, "recibido"),
        ("eruiz", "process", "recibido", "en_tramite"),
        ("eruiz", "close", "en_tramite", "concluido"),
        ("eruiz", "reopen", "concluido", "reabierto"),
    ]
    assert events[1]["why"] == "Enviado por oficio."


def test_a_case_that_changed_meanwhile_is_not_moved(office: Office) -> None:
    url = f"{CASES}/{office.open_case()}"
    edition = {"If-Match": office.client().get(url).headers["etag"]}
    move = {"to": "en_validacion", "why": "Se revisa."}
    assert office.client("eruiz").post(f"{url}/state", json=move, headers=edition).is_success
    late = office.client("mlopez").post(f"{url}/state", json=move, headers=edition)
    assert late.status_code == 412
    assert late.headers["content-type"] == "application/problem+json"


@on_both_databases
def test_cases_are_found_by_what_is_known_of_them(office: Office, clock: Clock) -> None:
    lamp, water = office.open_case("ana"), office.open_case("beto", "agua_potable")

    def found(query: str) -> list[str]:
        items = office.client().get(f"{CASES}?{query}").json()["items"]
        return [each["folio"] for each in items]

    assert found("") == [water, lamp]
    assert found("limit=1") == [water]
    assert found("category=alumbrado&state=recibido&municipality=Hermosillo") == [lamp]
    assert found("destination=organismo_agua") == [water]
    assert found("overdue=true") == []
    clock.forward(days=90)
    assert found("overdue=true") == [water, lamp]
    office.client().post(f"{CASES}/{lamp}/closure", json=WHY)
    assert found("overdue=true") == [water]
