"""What people do with a folio: refer, ask, answer, link, and what is refused."""

import pytest

from tests.admin_api.conftest import Office, on_both_databases

CASES = "/api/v1/cases"


@on_both_databases
def test_a_case_goes_to_the_agency_named_and_comes_back_answered(office: Office) -> None:
    url = f"{CASES}/{office.open_case()}"
    elena = office.client()
    assert elena.get(url).json()["next"][:2] == ["en_validacion", "turnado"]
    inside = elena.post(f"{url}/referrals", json={"agency": "sidur"})
    assert (inside.json()["state"], inside.json()["destination"]) == ("turnado", "sidur")
    outside = elena.post(f"{url}/referrals", json={"agency": "ayuntamiento", "why": "Oficio 12."})
    assert (outside.json()["state"], outside.json()["destination"]) == (
        "canalizado",
        "ayuntamiento",
    )
    answered = elena.post(f"{url}/answers", json={"text": "La lámpara se repuso."}).json()
    assert (answered["state"], answered["answer"]) == ("contestado", "La lámpara se repuso.")
    assert answered["confirm_by"] > answered["answered_at"]
    events = elena.get(f"{url}/events").json()["items"]
    assert [(each["verb"], each["after"], each["why"]) for each in events[1:]] == [
        ("refer_inside", "turnado", "Secretaría de Infraestructura y Desarrollo Urbano"),
        ("refer_outside", "canalizado", "Ayuntamiento. Oficio 12."),
        ("answer", "contestado", "La lámpara se repuso."),
    ]


@pytest.mark.parametrize(
    ("path", "body", "problem"),
    [
        ("state", {"to": "notificado", "why": "ya"}, "case-step"),
        ("state", {"to": "turnado", "why": "ya", "agency": "ayuntamiento"}, "other-level"),
        ("state", {"to": "turnado", "why": "ya", "agency": "nadie"}, "unknown-agency"),
        ("referrals", {"agency": "nadie"}, "unknown-agency"),
        ("state", {"to": "duplicado", "why": "ya"}, "incomplete"),
        ("state", {"to": "duplicado", "why": "ya", "same_as": "CS-2026-000009-0"}, "no-case"),
        ("reopening", {"why": "ya"}, "case-open"),
    ],
)
def test_a_step_that_does_not_fit_changes_nothing(
    office: Office, path: str, body: dict[str, str], problem: str
) -> None:
    url = f"{CASES}/{office.open_case()}"
    refused = office.client().post(f"{url}/{path}", json=body)
    assert refused.json()["type"] == f"/problems/{problem}"
    assert office.client().get(url).json()["state"] == "recibido"


def test_a_repeated_case_is_linked_to_the_first_one(office: Office) -> None:
    first, second, third = (office.open_case(name) for name in ("ana", "beto", "caro"))
    elena = office.client()

    def link(folio: str, to: str) -> dict[str, object]:
        body = {"to": "duplicado", "why": "La misma lámpara.", "same_as": to}
        linked: dict[str, object] = elena.post(f"{CASES}/{folio}/state", json=body).json()
        return linked

    assert link(first, first)["type"] == "/problems/same-case"
    assert link(second, first)["same_as"] == first
    assert link(third, second)["same_as"] == first
    found = elena.get(CASES).json()["items"]
    assert {each["folio"]: each["linked"] for each in found} == {first: 2, second: 0, third: 0}


def test_an_answer_is_not_registered_over_what_changed_meanwhile(office: Office) -> None:
    url = f"{CASES}/{office.open_case()}"
    edition = {"If-Match": office.client().get(url).headers["etag"]}
    refer = {"agency": "ayuntamiento"}
    assert office.client().post(f"{url}/referrals", json=refer, headers=edition).is_success
    late = office.client("mlopez").post(f"{url}/answers", json={"text": "Sí."}, headers=edition)
    assert late.status_code == 412
