"""Accounts."""

import pytest

from tests.admin_api.conftest import Office, on_both_databases
from tests.admin_api.console import PASSWORD

NEW = {"username": "nueva", "name": "Nueva Persona", "role": "supervisor", "password": PASSWORD}
PEOPLE = "/api/v1/people"


@on_both_databases
def test_a_new_person_can_log_in(office: Office) -> None:
    made = office.client("admin").post(PEOPLE, json=NEW)
    assert (made.status_code, made.json()["role"]) == (201, "supervisor")
    login = {"username": "nueva", "password": PASSWORD}
    assert office.anonymous().post("/api/v1/sessions", json=login).status_code == 201
    assert "nueva" in [each["username"] for each in office.client().get(PEOPLE).json()["items"]]


def test_a_username_is_given_once(office: Office) -> None:
    again = office.client("admin").post(PEOPLE, json=NEW | {"username": "eruiz"})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/username-taken")


@pytest.mark.parametrize(
    "bad",
    [
        {"username": "Con Espacios"},
        {"username": "x"},
        {"password": "corta"},
        {"name": "  "},
        {"name": "con\x00nulo"},
        {"role": "director"},
        {"apodo": "sobra"},
    ],
)
def test_what_cannot_be_an_account_is_refused_without_repeating_it(
    office: Office, bad: dict[str, str]
) -> None:
    answer = office.client("admin").post(PEOPLE, json=NEW | bad)
    assert answer.status_code == 422
    assert [each["where"][-1] for each in answer.json()["errors"]] == list(bad)
    assert PASSWORD not in answer.text


@on_both_databases
def test_an_edit_of_something_that_changed_is_refused(office: Office) -> None:
    admin = office.client("admin")
    edition = {"If-Match": admin.get(f"{PEOPLE}/eruiz").headers["etag"]}
    first = admin.patch(f"{PEOPLE}/eruiz", json={"name": "Elena R."}, headers=edition)
    assert first.status_code == 200
    second = admin.patch(f"{PEOPLE}/eruiz", json={"name": "Elena Ruiz S."}, headers=edition)
    assert (second.status_code, second.json()["type"]) == (412, "/problems/edited-meanwhile")
    third = {"If-Match": first.headers["etag"]}
    assert admin.patch(f"{PEOPLE}/eruiz", json={"role": "admin"}, headers=third).is_success


def test_disabling_an_account_ends_its_logins(office: Office) -> None:
    elena = office.client("eruiz")
    admin = office.client("admin")
    disabled = admin.patch(f"{PEOPLE}/eruiz", json={"disabled": True})
    assert disabled.json()["disabled_at"] is not None
    assert elena.get("/api/v1/queue").status_code == 401
    login = {"username": "eruiz", "password": PASSWORD}
    assert office.anonymous().post("/api/v1/sessions", json=login).status_code == 401
    assert admin.patch(f"{PEOPLE}/eruiz", json={"disabled": False}).json()["disabled_at"] is None
    assert elena.get("/api/v1/queue").status_code == 401


@pytest.mark.parametrize("change", [{"disabled": True}, {"role": "analyst"}])
def test_the_last_administrator_stays(office: Office, change: dict[str, object]) -> None:
    admin = office.client("admin")
    answer = admin.patch(f"{PEOPLE}/admin", json=change)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/last-admin")
    assert admin.get(f"{PEOPLE}/admin").json()["role"] == "admin"
    admin.patch(f"{PEOPLE}/ssoto", json={"role": "admin"})
    assert admin.patch(f"{PEOPLE}/admin", json=change).status_code == 200


def test_everybody_changes_their_own_password_with_the_one_they_have(office: Office) -> None:
    elena, url = office.client("eruiz"), f"{PEOPLE}/eruiz/password"
    wrong = {"password": "la nueva contraseña", "current": "no es esta"}
    assert elena.post(url, json=wrong).status_code == 403
    assert elena.post(url, json={"password": "la nueva contraseña"}).status_code == 403
    assert elena.post(url, json=wrong | {"current": PASSWORD}).status_code == 204
    assert elena.get("/api/v1/queue").status_code == 401
    login = {"username": "eruiz", "password": "la nueva contraseña"}
    assert office.anonymous().post("/api/v1/sessions", json=login).status_code == 201


def test_accounts_that_do_not_exist(office: Office) -> None:
    admin = office.client("admin")
    assert admin.get(f"{PEOPLE}/nadie").status_code == 404
    assert admin.patch(f"{PEOPLE}/nadie", json={}).status_code == 404


def test_changes_of_accounts_are_audited(office: Office) -> None:
    admin = office.client("admin")
    admin.post(PEOPLE, json=NEW)
    admin.patch(f"{PEOPLE}/nueva", json={"role": "analyst"})
    entries = admin.get("/api/v1/audit?subject=person:nueva").json()["items"]
    assert [(each["person"], each["action"]) for each in entries] == [
        ("admin", "edit"),
        ("admin", "add"),
    ]
