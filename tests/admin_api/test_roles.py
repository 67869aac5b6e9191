"""Who may do what."""

import pytest

from tests.admin_api.conftest import Office

NEW = {"username": "nueva", "name": "Nueva Persona", "password": "una contraseña larga"}
RANKS = ["eruiz", "ssoto", "admin"]

MATRIX = [
    ("GET", "/queue", None, "analyst"),
    ("GET", "/conversations", None, "analyst"),
    ("GET", "/conversations/{key}", None, "analyst"),
    ("GET", "/conversations/{key}/exchanges", None, "analyst"),
    ("GET", "/exchanges?q=hola", None, "analyst"),
    ("GET", "/cases", None, "analyst"),
    ("GET", "/cases/{folio}", None, "analyst"),
    ("GET", "/people", None, "analyst"),
    ("GET", "/catalogue", None, "analyst"),
    ("GET", "/agencies", None, "analyst"),
    ("GET", "/calendar", None, "analyst"),
    ("POST", "/conversations/{key}/claim", None, "analyst"),
    ("POST", "/conversations/{key}/notes", {"text": "nota"}, "analyst"),
    ("PUT", "/cases/{folio}/concerns", {"people": ["mlopez"]}, "supervisor"),
    ("GET", "/corrections", None, "supervisor"),
    ("GET", "/corrections/{correction}", None, "supervisor"),
    ("POST", "/corrections/{correction}/approval", {"category": "bacheo"}, "supervisor"),
    ("POST", "/corrections/{correction}/rejection", None, "supervisor"),
    ("GET", "/mass-events", None, "supervisor"),
    ("GET", "/audit", None, "supervisor"),
    ("GET", "/reports", None, "supervisor"),
    ("GET", "/reports/chats_attended?from=2026-11-01&to=2026-11-30", None, "supervisor"),
    ("GET", "/log/verification", None, "supervisor"),
    ("POST", "/people", NEW, "admin"),
    ("PATCH", "/people/mlopez", {"name": "Mario L."}, "admin"),
    ("POST", "/people/mlopez/password", {"password": "otra contraseña"}, "admin"),
]
ORDER = ["analyst", "supervisor", "admin"]


@pytest.mark.parametrize(("method", "path", "body", "lowest"), MATRIX)
def test_each_role_can_do_what_is_its_own(
    office: Office, method: str, path: str, body: dict[str, str] | None, lowest: str
) -> None:
    folio = office.open_case("ana")
    known = {"key": office.write("beto"), "folio": folio, "correction": office.misunderstand()}
    url = "/api/v1" + path.format(**known)
    assert office.anonymous().request(method, url, json=body).status_code == 401
    for username, role in zip(RANKS, ORDER, strict=True):
        status = office.client(username).request(method, url, json=body).status_code
        if ORDER.index(role) < ORDER.index(lowest):
            assert (username, status) == (username, 403)
            continue
        assert (username, status) in {(username, good) for good in (200, 201, 204)}
        break
