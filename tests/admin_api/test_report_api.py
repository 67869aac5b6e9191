"""Reports over HTTP, for supervisors."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from admin_api import errors
from admin_api.access import Staff
from admin_api.headers import SafeHeaders
from admin_api.resources import reports
from handoff.store.models import Audit
from tests.admin_api import reported
from tests.admin_api.conftest import Office

URL = "/api/v1/reports"
CHATS = f"{URL}/chats_attended"
NOVEMBER = {"from": "2026-11-01", "to": "2026-11-30"}


def serve(staff: Staff) -> FastAPI:
    app = FastAPI()
    app.add_middleware(SafeHeaders)
    app.state.staff = staff
    app.include_router(reports.router, prefix="/api/v1")
    errors.install(app)
    return app


@pytest.fixture
def supervisor(office: Office) -> TestClient:
    return caller(office, "ssoto")


def caller(office: Office, username: str) -> TestClient:
    headers = {"Authorization": f"Bearer {office.token(username)}"}
    return TestClient(serve(office.staff), headers=headers)


def test_the_list_tells_what_each_report_counts(supervisor: TestClient) -> None:
    (report,) = supervisor.get(URL).json()["items"]
    assert (report["name"], report["title"]) == ("chats_attended", "Chats atendidos")
    assert report["formats"] == ["html", "csv", "json"]
    assert report["columns"][0]["title"] == "Día"
    assert all(column["definition"] for column in report["columns"])


def test_a_report_as_json(office: Office, supervisor: TestClient) -> None:
    with office.staff.store.transaction() as session:
        chat = reported.chat(session, "2026-11-23 23:30", "webchat", "alumbrado")
        chat.ask(1).claim("eruiz", 3).answer("eruiz", 4)
    found = supervisor.get(CHATS, params=NOVEMBER).json()
    assert (found["from"], found["to"]) == ("2026-11-01", "2026-11-30")
    assert (found["zone"], found["generated_at"]) == (
        "America/Hermosillo",
        "2026-11-24T10:00:00-07:00",
    )
    (row,) = found["rows"]
    assert row["day"] == "2026-11-23"
    assert row["analyst"] == {"key": "eruiz", "name": "Elena Ruiz"}
    assert (row["attended"], row["wait_median"]) == (1, 120)


def test_a_report_as_a_file_has_a_name(supervisor: TestClient) -> None:
    answer = supervisor.get(CHATS, params={**NOVEMBER, "format": "csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert (
        'filename="chats_attended_2026-11-01_2026-11-30.csv"'
        in (answer.headers["content-disposition"])
    )


def test_pages_may_run_nothing_at_all(supervisor: TestClient) -> None:
    for address in (f"{URL}?format=html", f"{CHATS}?from=2026-11-01&to=2026-11-30&format=html"):
        answer = supervisor.get(address)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_the_page_of_reports_proposes_this_month(supervisor: TestClient) -> None:
    page = supervisor.get(f"{URL}?format=html").text
    assert 'value="01/11/2026"' in page
    assert 'value="24/11/2026"' in page
    assert f'action="{CHATS}"' in page


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        (f"{URL}/nothing?from=2026-11-01&to=2026-11-30", 404, "no-report"),
        (f"{CHATS}?from=2026-11-30&to=2026-11-01", 422, "bad-period"),
        (f"{CHATS}?from=2026-11-01&to=2026-11-30&format=docx", 422, "unknown-format"),
        (f"{CHATS}?from=2026-11-31&to=2026-11-30", 422, "invalid"),
        (f"{CHATS}?from=2026-11-01&to=9999-12-31", 422, "invalid"),
        (CHATS, 422, "invalid"),
        (f"{URL}?format=csv", 422, "invalid"),
    ],
)
def test_what_cannot_be_reported_is_said_by_name(
    supervisor: TestClient, address: str, status: int, kind: str
) -> None:
    answer = supervisor.get(address)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{kind}")


def test_a_page_of_a_wrong_period_lets_one_choose_again(supervisor: TestClient) -> None:
    answer = supervisor.get(f"{CHATS}?from=2026-11-30&to=2026-11-01&format=html")
    assert answer.status_code == 422
    assert "El periodo termina (01/11/2026) antes de empezar (30/11/2026)." in answer.text
    assert "<form" in answer.text


@pytest.mark.parametrize("address", [URL, f"{CHATS}?from=2026-11-01&to=2026-11-30"])
def test_reports_are_for_supervisors(office: Office, address: str) -> None:
    assert TestClient(serve(office.staff)).get(address).status_code == 401
    assert caller(office, "eruiz").get(address).status_code == 403
    assert caller(office, "admin").get(address).status_code == 200


def test_each_reading_is_audited(office: Office, supervisor: TestClient) -> None:
    supervisor.get(CHATS, params={**NOVEMBER, "format": "csv"})
    supervisor.get(CHATS, params={"from": "2026-11-30", "to": "2026-11-01"})
    with office.staff.store.reading() as session:
        entries = session.execute(select(Audit.action, Audit.subject)).all()
    assert [tuple(entry) for entry in entries] == [
        ("read", "report:chats_attended 2026-11-01..2026-11-30 csv")
    ]
