"""Who is complained about does not learn of it from any page, list, count or number."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from handoff import conversations, corrections, people, queue, search
from handoff.rules.reasons import Reason
from handoff.store.models import Exchange
from tests.admin_api.conftest import Office, on_both_databases
from tests.admin_api.test_reserved import ADMIN, ELENA, MARIO, SOFIA, Complaint, live, requests

REPORT = "/api/v1/reports/chats_attended?from=2026-11-01&to=2026-11-30"


@pytest.fixture
def complaint(office: Office, tmp_path: Path) -> Complaint:
    """One that was misunderstood besides, so that it is seen where learning is decided."""
    complaint = Complaint(office, tmp_path / "files", "queja_atencion")
    with complaint.store.transaction() as session:
        said = session.scalars(select(Exchange.id).order_by(Exchange.id)).first()
        boss = people.named(session, SOFIA)
        assert said
        assert corrections.note(session, said, "transporte_publico", boss, complaint.now)
    return complaint


def say(complaint: Complaint, *usernames: str, by: str = SOFIA) -> int:
    caller = complaint.office.client(by)
    path = f"/api/v1/cases/{complaint.folio}/concerns"
    return caller.put(path, json={"people": usernames}).status_code


def concerns(complaint: Complaint, reader: str) -> list[str]:
    case = complaint.office.client(reader).get(f"/api/v1/cases/{complaint.folio}").json()
    return [each["username"] for each in case["concerns"]]


@on_both_databases
@pytest.mark.parametrize(("concerned", "other"), [(ADMIN, SOFIA), (SOFIA, ADMIN)])
def test_no_page_of_the_api_has_a_word_of_it(
    complaint: Complaint, concerned: str, other: str
) -> None:
    complaint.office.open_case("beto")
    with complaint.store.transaction() as session:
        search.catch_up(session)
    caller, boss = complaint.office.client(concerned), complaint.office.client(other)
    assert complaint.is_seen_by(concerned) == {True}
    assert say(complaint, concerned, by=other) == 200
    assert concerns(complaint, other) == [concerned]
    seen = set()
    for path in requests(complaint):
        told, shown = caller.get(path), boss.get(path).text
        assert told.status_code < 500
        said = told.text + json.dumps(dict(told.headers))
        leaks = [word for word in complaint.words if word in said and word not in path]
        assert (path, leaks) == (path, [])
        seen |= {word for word in complaint.words if word in shown}
    assert seen == set(complaint.words)


@on_both_databases
def test_it_is_in_no_count_and_in_no_live_frame(complaint: Complaint) -> None:
    complaint.office.ask_for_person("beto")
    assert say(complaint, ADMIN) == 200
    frames = {name: live(complaint.office, name) for name in (SOFIA, ADMIN)}
    assert {name: frame["queue"]["waiting"] for name, frame in frames.items()} == {
        SOFIA: 2,
        ADMIN: 1,
    }
    assert [word for word in complaint.words if word in json.dumps(frames[ADMIN])] == []
    for path, counts in (
        ("/queue", {SOFIA: 2, ADMIN: 1}),
        ("/corrections", {SOFIA: 1, ADMIN: 0}),
        ("/cases", {SOFIA: 1, ADMIN: 0}),
    ):
        assert (path, {name: len(complaint.get(path, name)) for name in counts}) == (path, counts)
    totals = {
        name: complaint.office.client(name).get(REPORT).json()["totals"]["received"]
        for name in (SOFIA, ADMIN)
    }
    assert totals == {SOFIA: 2, ADMIN: 1}


def test_only_who_supervises_and_is_not_concerned_says_and_knows_it(complaint: Complaint) -> None:
    assert complaint.give(ELENA) == 201
    assert say(complaint, MARIO, by=ELENA) == 403
    assert say(complaint, "nadie") == 404
    assert say(complaint, MARIO, ADMIN) == 200
    assert say(complaint, by=ADMIN) == 404
    assert (concerns(complaint, SOFIA), concerns(complaint, ELENA)) == ([ADMIN, MARIO], [])
    entries = complaint.get("/audit", SOFIA, action="concern")
    assert [each["subject"] for each in entries] == [f"case:{complaint.folio}"]
    path, caller = f"/api/v1/cases/{complaint.folio}", complaint.office.client(SOFIA)
    before = {"If-Match": caller.get(path).headers["etag"]}
    assert say(complaint) == 200
    stale = caller.put(f"{path}/concerns", json={"people": []}, headers=before)
    assert (stale.status_code, concerns(complaint, SOFIA)) == (412, [])


@on_both_databases
def test_nobody_attends_what_concerns_them(complaint: Complaint) -> None:
    assert complaint.give(ELENA) == 201
    assert say(complaint, ELENA) == 200
    assert complaint.is_seen_by(ELENA) == {False}
    here = complaint.office.client(SOFIA).get(f"/api/v1/conversations/{complaint.key}").json()
    assert here["analyst"]["username"] == SOFIA
    assert complaint.give(ELENA) == 409
    assert say(complaint, SOFIA) == 409
    assert complaint.give(MARIO) == 201


@on_both_databases
def test_what_turns_out_to_be_a_complaint_is_taken_from_who_attended(office: Office) -> None:
    number, elena, sofia = office.open_case("ana"), office.client(ELENA), office.client(SOFIA)
    key = elena.get(f"/api/v1/cases/{number}").json()["conversation"]
    assert elena.post(f"/api/v1/conversations/{key}/claim").status_code == 201
    case = sofia.patch(f"/api/v1/cases/{number}", json={"category": "queja_atencion"}).json()
    assert [each["username"] for each in case["concerns"]] == [ELENA]
    assert elena.get(f"/api/v1/conversations/{key}").status_code == 404
    assert sofia.get(f"/api/v1/conversations/{key}").json()["analyst"]["username"] == SOFIA


@on_both_databases
def test_danger_to_life_is_for_them_too(complaint: Complaint) -> None:
    assert say(complaint, ADMIN, ELENA) == 200
    with complaint.store.transaction() as session:
        here = conversations.lock(session, complaint.key)
        need = queue.need(Reason.danger, 0, complaint.desk, complaint.now)
        conversations.hand_over(session, here, need, complaint.now)
    assert complaint.is_seen_by(ADMIN) == complaint.is_seen_by(ELENA) == {True}
    assert say(complaint, by=ADMIN) == 404
    assert complaint.post(f"/conversations/{complaint.key}/claim", ELENA) == 201
    assert (complaint.is_seen_by(ELENA), complaint.is_seen_by(ADMIN)) == ({True}, {False})
    assert complaint.post(f"/conversations/{complaint.key}/closure", ELENA) == 201
    assert complaint.is_seen_by(ELENA) == {False}
