"""Idempotency-Key: a POST that is sent twice is carried out once."""

import threading

import pytest
from sqlalchemy import func, select

from handoff.store.models import Answered, Direction, Exchange
from tests.admin_api.conftest import Office, on_both_databases
from tests.conftest import Clock

KEY = {"Idempotency-Key": "una-clave-1"}


def notes(office: Office) -> int:
    with office.staff.store.reading() as session:
        only = select(func.count()).where(Exchange.direction == Direction.note)
        return session.scalar(only) or 0


@on_both_databases
def test_a_repeat_gets_the_first_answer(office: Office) -> None:
    url, elena = f"/api/v1/conversations/{office.write()}/notes", office.client()
    first = elena.post(url, json={"text": "una nota"}, headers=KEY)
    again = elena.post(url, json={"text": "una nota"}, headers=KEY)
    assert (first.status_code, again.status_code) == (201, 201)
    assert (again.json(), again.headers["idempotency-replayed"]) == (first.json(), "true")
    assert notes(office) == 1


@on_both_databases
def test_repeats_at_once_are_carried_out_once(office: Office) -> None:
    url, together = f"/api/v1/conversations/{office.write()}/notes", threading.Barrier(4)
    answers = []

    def send() -> None:
        client = office.client()
        together.wait()
        answers.append(client.post(url, json={"text": "una nota"}, headers=KEY).json())

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert notes(office) == 1
    assert {answer["id"] for answer in answers} == {answers[0]["id"]}


def test_a_key_belongs_to_one_request_of_one_person(office: Office) -> None:
    url = f"/api/v1/conversations/{office.write()}/notes"
    office.client("eruiz").post(url, json={"text": "una nota"}, headers=KEY)
    other = office.client("eruiz").post(url, json={"text": "otra nota"}, headers=KEY)
    assert (other.status_code, other.json()["type"]) == (422, "/problems/key-reused")
    assert office.client("mlopez").post(url, json={"text": "una nota"}, headers=KEY).is_success
    assert notes(office) == 2


def test_a_failure_may_be_tried_again_with_the_same_key(office: Office) -> None:
    url, elena = f"/api/v1/conversations/{office.write()}", office.client()
    answer = {"text": "Buenas tardes."}
    assert elena.post(f"{url}/answers", json=answer, headers=KEY).status_code == 409
    elena.post(f"{url}/claim")
    assert elena.post(f"{url}/answers", json=answer, headers=KEY).status_code == 201


def test_keys_are_forgotten_after_a_day(office: Office, clock: Clock) -> None:
    url = f"/api/v1/conversations/{office.write()}/notes"
    for _ in range(2):
        assert office.client().post(url, json={"text": "una nota"}, headers=KEY).is_success
        clock.forward(hours=25)
    assert notes(office) == 2
    with office.staff.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Answered)) == 1


@pytest.mark.parametrize("key", ["con espacio", "ñ".encode(), "x" * 201])
def test_a_key_is_short_and_plain(office: Office, key: str | bytes) -> None:
    url = f"/api/v1/conversations/{office.write()}/notes"
    headers: dict[bytes, str | bytes] = {b"Idempotency-Key": key}
    answer = office.client().post(url, json={"text": "una nota"}, headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 422


def test_an_answer_without_content_is_repeated_too(office: Office) -> None:
    url, body = "/api/v1/people/mlopez/password", {"password": "otra contraseña larga"}
    admin = office.client("admin")
    statuses = [admin.post(url, json=body, headers=KEY).status_code for _ in range(2)]
    assert statuses == [204, 204]
