"""The contract: what the OpenAPI document promises, and that the API keeps it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation

from tests.admin_api.conftest import Office

load_all_checks()
PROMISES = [
    CHECKS.get_one(name)
    for name in (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
        "response_headers_conformance",
    )
]
FEW = settings(
    max_examples=15,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
METHODS = {"get", "post", "patch", "put", "delete"}


def operations(office: Office) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in office.app.openapi()["paths"].items():
        for method in METHODS & item.keys():
            yield method, path, item[method]


def test_every_call_has_a_name_of_its_own_a_summary_and_its_failures(office: Office) -> None:
    calls = list(operations(office))
    names = [call["operationId"] for _, _, call in calls]
    assert len(names) == len(set(names)) > 25
    for method, path, call in calls:
        assert (method, path, bool(call["summary"])) == (method, path, True)
        assert {"401", "422"} <= call["responses"].keys()
        for status, response in call["responses"].items():
            if status >= "400":
                assert response["content"].keys() == {"application/problem+json"}


def test_the_document_is_openapi_3_1(office: Office) -> None:
    document = office.anonymous().get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert "Problem" in document["components"]["schemas"]


def test_the_api_pages_show_every_call_and_need_nothing_from_elsewhere(office: Office) -> None:
    page = office.anonymous().get("/docs")
    assert page.status_code == 200
    for _, path, call in operations(office):
        assert path in page.text
        assert f'id="{call["operationId"]}"' in page.text
    assert "<script" not in page.text
    assert not re.search(r'(src|href)="(https?:)?//', page.text)
    assert page.headers["content-security-policy"].startswith("default-src 'self'")
    targets = re.findall(r'href="#([^"]+)"', page.text)
    assert {target for target in targets if f'id="{target}"' not in page.text} == set()
    assert office.anonymous().get("/docs/api.css").headers["content-type"].startswith("text/css")


@pytest.mark.parametrize(
    ("language", "title"),
    [("es-MX", "No existe"), ("en-US,en;q=0.9,es;q=0.5", "Not Found"), ("fr", "No existe"),
     ("es;q=0.2, en;q=0.8", "Not Found"), ("en;q=zzz", "No existe")],
)  # fmt: skip
def test_problems_are_told_in_the_readers_language(
    office: Office, language: str, title: str
) -> None:
    answer = office.anonymous().get("/api/v1/nada", headers={"Accept-Language": language})
    assert (answer.status_code, answer.json()["title"]) == (404, title)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_method_that_does_not_exist_and_a_body_that_is_too_large(office: Office) -> None:
    client = office.client()
    assert client.put("/api/v1/queue").status_code == 405
    url = f"/api/v1/conversations/{office.write()}/notes"
    assert client.post(url, content=b"x" * 300_000).status_code == 413
    broken = client.post(url, content=b"\xff{", headers={"Content-Type": "application/json"})
    assert broken.status_code == 400
    assert broken.headers["content-type"] == "application/problem+json"


def test_the_lists_of_reference(office: Office) -> None:
    client = office.client()
    catalogue = client.get("/api/v1/catalogue").json()["items"]
    assert "alumbrado" in [each["key"] for each in catalogue]
    assert "cea" in [each["key"] for each in client.get("/api/v1/agencies").json()["items"]]
    days = client.get("/api/v1/calendar?year=2026").json()["items"]
    assert {each["day"][:4] for each in days} == {"2026"}


def test_the_api_keeps_what_its_document_promises(office: Office) -> None:
    """Schemathesis makes requests from the document, some to what exists and some to what does
    not; no answer may be a failure of the server, nor one that the document does not tell."""
    known = {"folio": office.open_case(), "id": office.ask_for_person("beto"), "username": "mlopez"}
    known |= {"name": "chats_attended", "key": "nada"}
    correction = {"id": office.misunderstand("carla")}
    bearer = {"Authorization": f"Bearer {office.token('admin')}"}
    for found in schemathesis.openapi.from_asgi("/openapi.json", office.app).get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if "/sessions" not in operation.path:  # would log the tester out, or in again and again
            is_correction = "/corrections" in operation.path
            try_out(operation, known | correction if is_correction else known, bearer)


def try_out(
    operation: APIOperation[Any, Any, Any, Any], known: dict[str, str], bearer: dict[str, str]
) -> None:
    names = set(re.findall(r"{(\w+)}", operation.path))
    existing = {name: known[name] for name in names}
    cases = operation.as_strategy() | operation.as_strategy(path_parameters=existing)

    @FEW
    @given(case=cases)
    def attempt(case: Any) -> None:
        case.call_and_validate(headers=bearer, checks=PROMISES)

    attempt()
