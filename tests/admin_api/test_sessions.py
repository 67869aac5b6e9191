"""Logging in, being recognised, being locked out, and requests that other sites forge."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from admin_api.access import UNATTENDED, Staff
from admin_api.app import create_app
from admin_api.attempts import MOST_BY_ADDRESS, Attempts, TooManyAttempts
from handoff import logins
from tests.admin_api.conftest import Office
from tests.admin_api.console import PASSWORD
from tests.conftest import Clock

RIGHT = {"username": "eruiz", "password": PASSWORD}
WRONG = {"username": "eruiz", "password": "adivinanza"}
SELF = "/api/v1/sessions/current"


def test_a_login_gives_a_token_and_a_cookie(office: Office) -> None:
    client = office.anonymous()
    answer = client.post("/api/v1/sessions", json=RIGHT)
    assert answer.status_code == 201
    assert answer.json()["person"]["name"] == "Elena Ruiz"
    bearer = {"Authorization": f"Bearer {answer.json()['token']}"}
    assert office.anonymous().get(SELF, headers=bearer).json()["username"] == "eruiz"
    assert client.get(SELF).json()["username"] == "eruiz"


@pytest.mark.parametrize(
    ("public_url", "is_secure"), [("https://mesa.example", True), ("http://10.0.0.5", False)]
)
def test_the_cookie_stays_with_the_browser(
    office: Office, public_url: str, is_secure: bool
) -> None:
    staff = Staff(office.staff.store, office.staff.now, office.staff.desk, public_url=public_url)
    cookie = (
        TestClient(create_app(staff)).post("/api/v1/sessions", json=RIGHT).headers["set-cookie"]
    )
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert ("Secure" in cookie) is is_secure


@pytest.mark.parametrize("token", ["", "Bearer", "Bearer guess", "Basic ZXJ1aXo6eA=="])
def test_without_a_valid_token_nothing_is_told(office: Office, token: str) -> None:
    answer = office.anonymous().get("/api/v1/queue", headers={"Authorization": token})
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == "Bearer"


def test_logging_out_revokes_the_token(office: Office) -> None:
    client = office.client()
    assert client.delete(SELF).status_code == 204
    assert client.get(SELF).status_code == 401


def test_a_login_ends_by_itself(office: Office, clock: Clock) -> None:
    client = office.client()
    for _ in range(11):
        clock.forward(hours=1)
        assert client.get(SELF).status_code == 200
    clock.forward(hours=1)
    assert client.get(SELF).status_code == 401


def test_a_login_that_is_not_used_ends_sooner(office: Office, clock: Clock) -> None:
    client = office.client()
    clock.forward(hours=2)
    assert client.get(SELF).status_code == 401


def test_what_a_page_reads_by_itself_is_no_use_of_the_login(office: Office, clock: Clock) -> None:
    client = office.client()
    clock.forward(hours=1)
    assert client.get(SELF, headers={UNATTENDED: "yes"}).status_code == 200
    with office.staff.store.reading() as session:
        assert not logins.is_anybody_here(session, clock.now())
    assert client.get(SELF).status_code == 200
    with office.staff.store.reading() as session:
        assert logins.is_anybody_here(session, clock.now())


@pytest.mark.parametrize("username", ["eruiz", "nadie"])
def test_guessing_is_slowed_down_and_tells_no_names(
    office: Office, clock: Clock, username: str
) -> None:
    client = office.anonymous()
    guess = {"username": username, "password": "adivinanza"}
    answers = [client.post("/api/v1/sessions", json=guess) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert len({answer.json()["detail"] for answer in answers[:5]}) == 1
    assert 0 < int(answers[5].headers["retry-after"]) <= 901
    clock.forward(minutes=16)
    assert client.post("/api/v1/sessions", json=guess).status_code == 401


def test_a_locked_account_does_not_open_with_the_right_password(
    office: Office, clock: Clock
) -> None:
    for _ in range(5):
        office.anonymous().post("/api/v1/sessions", json=WRONG)
    elsewhere = TestClient(
        create_app(Staff(office.staff.store, office.staff.now, office.staff.desk))
    )
    assert elsewhere.post("/api/v1/sessions", json=RIGHT).status_code == 429
    clock.forward(seconds=logins.LOCKED_FOR / timedelta(seconds=1) + 1)
    assert elsewhere.post("/api/v1/sessions", json=RIGHT).status_code == 201


def test_one_address_may_not_try_every_name(clock: Clock) -> None:
    attempts = Attempts()
    for number in range(MOST_BY_ADDRESS):
        attempts.check(f"nadie{number}", "10.0.0.9", clock.now())
        attempts.failed(f"nadie{number}", "10.0.0.9", clock.now())
    with pytest.raises(TooManyAttempts):
        attempts.check("eruiz", "10.0.0.9", clock.now())
    attempts.check("eruiz", "10.0.0.8", clock.now())


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "https://malo.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 201),
        ({"Origin": "http://testserver"}, 201),
    ],
)
def test_a_cookie_serves_only_our_own_pages(
    office: Office, headers: dict[str, str], status: int
) -> None:
    key = office.write()
    url = f"/api/v1/conversations/{key}/notes"
    answer = office.browser().post(url, json={"text": "una nota"}, headers=headers)
    assert answer.status_code == status


def test_behind_a_proxy_our_own_pages_come_from_the_public_address(office: Office) -> None:
    staff = office.staff
    public = Staff(staff.store, staff.now, staff.desk, public_url="https://mesa.example/")
    cookies = {"ventanilla_staff": office.token("eruiz")}
    browser = TestClient(create_app(public), cookies=cookies)
    url = f"/api/v1/conversations/{office.write()}/notes"
    origin = {"Origin": "https://mesa.example"}
    assert browser.post(url, json={"text": "una nota"}, headers=origin).status_code == 201


def test_no_other_site_logs_a_browser_in(office: Office) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert (
        office.anonymous().post("/api/v1/sessions", json=RIGHT, headers=headers).status_code == 403
    )


def test_reading_with_a_cookie_needs_nothing_else(office: Office) -> None:
    assert office.browser().get("/api/v1/queue").status_code == 200
