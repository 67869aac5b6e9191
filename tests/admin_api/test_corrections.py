"""A category is changed, the misunderstanding is kept, and a supervisor lets it be learnt."""

from typing import Any

import pytest
from sqlalchemy import select

from handoff.store.models import Audit, Event
from tests.admin_api.conftest import Office, on_both_databases

CORRECTIONS = "/api/v1/corrections"
AT_HOME = {"category": "energia_electrica", "reason": "Es la luz de su casa."}


def listed(office: Office, query: str = "") -> list[dict[str, Any]]:
    found = office.client("ssoto").get(f"{CORRECTIONS}?{query}").json()["items"]
    return [dict(each) for each in found]


def taken(office: Office, username: str = "eruiz") -> tuple[str, str]:
    """A case about street lights in a conversation that this person attends."""
    key = office.understood("ana", "no hay luz, mi tel es 662 123 4567", "alumbrado")
    folio = office.open_case("ana")
    office.client(username).post(f"/api/v1/conversations/{key}/claim")
    return key, f"/api/v1/cases/{folio}"


@on_both_databases
def test_whoever_attends_changes_the_category_and_all_that_follows_from_it(office: Office) -> None:
    key, url = taken(office)
    elena = office.client()
    before = elena.get(url)
    edition = {"If-Match": before.headers["etag"]}
    answer = elena.patch(url, json=AT_HOME, headers=edition)
    case = answer.json()
    assert (answer.status_code, case["category"]) == (200, "energia_electrica")
    assert (case["level"], case["destination"], case["priority"]) == ("federal", "cfe", 2)
    assert answer.headers["etag"] != before.headers["etag"]
    assert elena.get(f"/api/v1/conversations/{key}").json()["category"] == "energia_electrica"
    event = elena.get(f"{url}/events").json()["items"][-1]
    assert (event["actor"], event["verb"], event["before"], event["after"], event["why"]) == (
        "eruiz", "reclassify", "alumbrado", "energia_electrica", "Es la luz de su casa.",
    )  # fmt: skip
    (noted,) = listed(office)
    assert (noted["believed"], noted["meant"], noted["confidence"]) == (
        "alumbrado", "energia_electrica", 0.61,
    )  # fmt: skip
    assert noted["said"] == {"by": "analyst", "name": "Elena Ruiz"}
    assert noted["text"] == "no hay luz, mi tel es 6620000000"
    assert elena.patch(url, json=AT_HOME, headers=edition).status_code == 412


def test_changing_it_to_what_it_is_changes_nothing(office: Office) -> None:
    _, url = taken(office)
    again = office.client().patch(url, json={"category": "alumbrado"})
    assert again.status_code == 200
    assert len(office.client().get(f"{url}/events").json()["items"]) == 1
    assert listed(office) == []


@pytest.mark.parametrize(
    ("username", "status", "problem"),
    [("mlopez", 409, "/problems/not-yours"), ("ssoto", 200, None), ("admin", 200, None)],
)
def test_others_do_not_but_supervisors_do(
    office: Office, username: str, status: int, problem: str | None
) -> None:
    _, url = taken(office)
    answer = office.client(username).patch(url, json=AT_HOME)
    assert (answer.status_code, answer.json().get("type")) == (status, problem)


def test_what_is_refused(office: Office) -> None:
    _, url = taken(office)
    elena = office.client()
    unknown = elena.patch(url, json={"category": "luz"})
    assert (unknown.status_code, unknown.json()["type"]) == (422, "/problems/unknown-category")
    assert elena.patch(url, json={}).status_code == 422
    elena.post(f"{url}/closure", json={"why": "Se resolvió."})
    assert elena.patch(url, json=AT_HOME).json()["type"] == "/problems/case-closed"


def test_a_conversation_without_a_folio_and_its_repeat(office: Office) -> None:
    key = office.understood("ana", "la pila está seca desde antier", "fuera_de_ambito")
    url = f"/api/v1/conversations/{key}"
    elena = office.client()
    water = {"category": "agua_potable"}
    assert elena.post(f"{url}/category", json=water).json()["type"] == "/problems/not-yours"
    elena.post(f"{url}/claim")
    once = {"Idempotency-Key": "una-vez"}
    first = elena.post(f"{url}/category", json=water, headers=once)
    again = elena.post(f"{url}/category", json=water, headers=once)
    assert (first.status_code, first.json()["category"]) == (201, "agua_potable")
    assert again.json() == first.json()
    with office.staff.store.reading() as session:
        assert len(session.scalars(select(Event).filter_by(verb="reclassify")).all()) == 1
    assert [each["meant"] for each in listed(office)] == ["agua_potable"]


@on_both_databases
def test_a_supervisor_approves_another_text_and_it_is_decided_once(office: Office) -> None:
    number = office.misunderstand(text="soy Ana Soto, no hay luz en la casa")
    sofia, url = office.client("ssoto"), f"{CORRECTIONS}/{number}"
    assert [each["id"] for each in listed(office, "state=pending")] == [number]
    missing = sofia.post(f"{url}/approval", json={})
    assert (missing.status_code, missing.json()["type"]) == (422, "/problems/nothing-to-learn")
    lesson = {"text": "no hay luz en la casa, 6621234567", "category": "energia_electrica"}
    approved = sofia.post(f"{url}/approval", json=lesson)
    assert (approved.status_code, approved.json()["state"]) == (201, "approved")
    assert approved.json()["text"] == "no hay luz en la casa, 6620000000"
    assert approved.json()["decided_by"] == "Sofía Soto"
    late = office.client("admin").post(f"{url}/approval", json=lesson)
    assert (late.status_code, late.json()["type"]) == (409, "/problems/correction-decided")
    assert listed(office, "state=pending") == []
    withdrawn = office.client("admin").post(f"{url}/rejection")
    assert withdrawn.json()["state"] == "rejected"
    with office.staff.store.reading() as session:
        rows = session.scalars(select(Audit).filter_by(subject=f"correction:{number}")).all()
        assert [row.action for row in rows] == ["approve", "reject"]


def test_a_correction_that_changed_meanwhile_is_not_decided(office: Office) -> None:
    url = f"{CORRECTIONS}/{office.misunderstand()}"
    edition = {"If-Match": office.client("ssoto").get(url).headers["etag"]}
    lesson = {"category": "energia_electrica"}
    assert office.client("ssoto").post(f"{url}/approval", json=lesson, headers=edition).is_success
    assert office.client("admin").post(f"{url}/rejection", headers=edition).status_code == 412


@pytest.mark.parametrize("number", ["0", "99", "ñ", "9" * 19, "9" * 40])
def test_a_correction_that_does_not_exist(office: Office, number: str) -> None:
    assert office.client("ssoto").get(f"{CORRECTIONS}/{number}").status_code == 404


def test_corrections_come_page_by_page_and_reading_them_is_audited(office: Office) -> None:
    numbers = [office.misunderstand(address) for address in ("ana", "beto", "carla")]
    sofia = office.client("ssoto")
    first = sofia.get(f"{CORRECTIONS}?limit=2").json()
    rest = sofia.get(f"{CORRECTIONS}?limit=2&cursor={first['next']}").json()
    assert [each["id"] for each in (*first["items"], *rest["items"])] == numbers[::-1]
    with office.staff.store.reading() as session:
        assert len(session.scalars(select(Audit).filter_by(subject="corrections")).all()) == 2
