"""What is reserved is not there for who does not attend it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from admin_api.access import Staff
from handoff import cases, conversations, events, exchanges, queue, search
from handoff.cases import Request
from handoff.events import Change
from handoff.exchanges import Inbound, Words
from handoff.files import owing
from handoff.files.taking import Files
from handoff.rules import catalogue
from handoff.rules.reasons import Reason
from handoff.store.models import Attachment, Conversation
from tests.admin_api.conftest import Office, on_both_databases
from tests.pictures import JPEG

SAID = "el inspector Zaragozano me pidió mordida"
ELENA, MARIO, SOFIA, ADMIN = "eruiz", "mlopez", "ssoto", "admin"


class Complaint:
    """A complaint about a public servant that waits for a person, with a file and a folio."""

    def __init__(self, office: Office, folder: Path, category: str) -> None:
        staff, files = office.staff, Files(folder)
        self.office = Office(Staff(staff.store, staff.now, staff.desk, shelf=files.shelf))
        self.store, self.now, self.desk = staff.store, staff.now(), staff.desk
        with self.store.transaction() as session:
            told = {"attachments": [{"kind": "photo", "id": "file of the channel"}]}
            inbound = Inbound("fake", "ana", "fake:ana", SAID, self.now, "Anastasia", told)
            exchanges.record(session, [inbound], self.now)
            [owed] = owing.claim_owed(session, ["fake"], self.now, 9)
            with (folder.parent / "photo.jpg").open("w+b") as photo:
                photo.write(JPEG)
                photo.seek(0)
                owing.kept(session, owed, files.take(photo), "zaragozano.jpg")
            here = session.scalars(select(Conversation)).one()
            self.key, self.file = here.key, session.scalars(select(Attachment.key)).one()
            [row] = exchanges.transcript(session, here)
            exchanges.handled(row, {"intent": {"name": category, "confidence": 0.9}}, self.now)
            about = catalogue.category(category)
            request = Request(about, about.destination[0], SAID, {"municipio": "Hermosillo"})
            case, _ = cases.open_for(session, here, request, self.desk, self.now)
            here.category, self.folio = category, case.folio
            receipt = Words(f"Su folio es {self.folio}.")
            exchanges.queue(session, here, receipt, self.now)
            need = queue.need(Reason.case_opened, 1, self.desk, self.now)
            conversations.hand_over(session, here, need, self.now)

    @property
    def words(self) -> tuple[str, ...]:
        return (self.key, self.folio, self.file, "Zaragozano", "zaragozano", "Anastasia")

    def get(self, path: str, username: str = ELENA, **query: Any) -> Any:
        answer = self.office.client(username).get(f"/api/v1{path}", params=query)
        return answer.json()["items"] if answer.status_code == 200 else answer.status_code

    def post(self, path: str, username: str = ELENA, **body: Any) -> int:
        return self.office.client(username).post(f"/api/v1{path}", json=body).status_code

    def give(self, to: str = ELENA, by: str = SOFIA) -> int:
        return self.post(f"/conversations/{self.key}/transfers", by, to=to)

    def is_seen_by(self, username: str) -> set[bool]:
        """By each page of it: whether it is there."""
        caller = self.office.client(username)
        pages = (
            f"/conversations/{self.key}",
            f"/conversations/{self.key}/exchanges",
            f"/conversations/{self.key}/attachments/{self.file}",
            f"/cases/{self.folio}",
            f"/cases/{self.folio}/events",
        )
        return {caller.get(f"/api/v1{page}").status_code == 200 for page in pages}


@pytest.fixture(params=["denuncia_servidor_publico", "queja_atencion"])
def complaint(office: Office, tmp_path: Path, request: pytest.FixtureRequest) -> Complaint:
    return Complaint(office, tmp_path / "files", request.param)


def test_the_catalogue_says_what_is_reserved() -> None:
    assert catalogue.reserved() == {"denuncia_servidor_publico", "queja_atencion"}


@on_both_databases
def test_pages_are_only_there_for_who_supervises_or_attends(complaint: Complaint) -> None:
    for username, sees in ((ELENA, False), (MARIO, False), (SOFIA, True), (ADMIN, True)):
        assert (username, complaint.is_seen_by(username)) == (username, {sees})
    assert complaint.give(ELENA) == 201
    assert (complaint.is_seen_by(ELENA), complaint.is_seen_by(MARIO)) == ({True}, {False})


@on_both_databases
def test_lists_and_search_leave_it_out(complaint: Complaint) -> None:
    other = complaint.office.write("beto", "me pidió una pipa")
    lists: tuple[tuple[str, dict[str, str]], ...] = (
        ("/queue", {}),
        ("/conversations", {}),
        ("/conversations", {"text": "mordida"}),
        ("/conversations", {"folio": complaint.folio}),
        ("/cases", {}),
        ("/exchanges", {"q": "mordida"}),
        ("/exchanges", {"q": "pidio"}),
    )
    for path, query in lists:
        told = json.dumps(complaint.get(path, ELENA, **query))
        assert (path, query, [word for word in complaint.words if word in told]) == (
            path,
            query,
            [],
        )
        assert (path, query, len(complaint.get(path, SOFIA, **query))) != (path, query, 0)
    assert [row["id"] for row in complaint.get("/conversations")] == [other]
    assert [row["conversation"] for row in complaint.get("/exchanges", q="pidio")] == [other]
    complaint.give(ELENA)
    for path, query in lists[1:]:
        assert (path, query, len(complaint.get(path, ELENA, **query))) != (path, query, 0)


@on_both_databases
def test_pages_are_full_though_something_is_left_out(complaint: Complaint) -> None:
    for name in ("beto", "caro", "dora"):
        complaint.office.open_case(name)
    caller = complaint.office.client(ELENA)
    for path in ("/conversations", "/cases"):
        page = caller.get(f"/api/v1{path}?limit=3").json()
        assert (path, len(page["items"]), page["next"]) == (path, 3, None)


@on_both_databases
def test_nobody_else_acts_on_it(complaint: Complaint) -> None:
    chat, case = f"/conversations/{complaint.key}", f"/cases/{complaint.folio}"
    acts: tuple[tuple[str, dict[str, str]], ...] = (
        (f"{chat}/claim", {}),
        (f"{chat}/answers", {"text": "hola"}),
        (f"{chat}/notes", {"text": "hola"}),
        (f"{chat}/transfers", {"to": MARIO}),
        (f"{chat}/return", {}),
        (f"{chat}/category", {"category": "bacheo"}),
        (f"{chat}/closure", {}),
        (f"{case}/state", {"to": "en_validacion", "why": "sí"}),
        (f"{case}/referrals", {"agency": "anticorrupcion"}),
        (f"{case}/answers", {"text": "sí"}),
        (f"{case}/closure", {"why": "sí"}),
        (f"{case}/reopening", {"why": "sí"}),
    )
    for path, body in acts:
        assert (path, complaint.post(path, ELENA, **body)) == (path, 404)
    caller = complaint.office.client(ELENA)
    assert caller.patch(f"/api/v1{case}", json={"category": "bacheo"}).status_code == 404
    mine = complaint.office.open_case("beto")
    body = {"to": "duplicado", "why": "el mismo", "same_as": complaint.folio}
    assert complaint.post(f"/cases/{mine}/state", ELENA, **body) == 404
    assert complaint.post(f"/cases/{mine}/state", SOFIA, **body) == 201
    assert caller.get(f"/api/v1/cases/{mine}").json()["same_as"] is None
    assert complaint.post(f"{chat}/claim", SOFIA) == 201


@on_both_databases
def test_who_attends_goes_on_until_it_is_closed(complaint: Complaint) -> None:
    chat = f"/conversations/{complaint.key}"
    complaint.give(ELENA)
    assert complaint.post(f"{chat}/answers", ELENA, text="Buenas tardes") == 201
    assert complaint.give(MARIO, by=ELENA) == 409
    assert complaint.post(f"{chat}/category", ELENA, category="bacheo") == 201
    assert complaint.is_seen_by(MARIO) == {False}
    assert complaint.post(f"{chat}/closure", ELENA) == 201
    assert (complaint.is_seen_by(ELENA), complaint.is_seen_by(SOFIA)) == ({False}, {True})


@on_both_databases
def test_what_becomes_reserved_while_attended_stays_with_its_analyst(office: Office) -> None:
    key = office.ask_for_person("ana")
    chat = f"/api/v1/conversations/{key}"
    elena, mario = office.client(ELENA), office.client(MARIO)
    elena.post(f"{chat}/claim")
    assert mario.get(chat).json()["is_reserved"] is False
    elena.post(f"{chat}/category", json={"category": "denuncia_servidor_publico"})
    assert (elena.get(chat).status_code, mario.get(chat).status_code) == (200, 404)
    elena.post(f"{chat}/return")
    assert elena.get(chat).status_code == 404


@on_both_databases
def test_who_supervises_lifts_it(office: Office) -> None:
    key = office.write("ana", "me trataron mal")
    chat = f"/api/v1/conversations/{key}"
    sofia, elena = office.client(SOFIA), office.client(ELENA)
    sofia.post(f"{chat}/category", json={"category": "queja_atencion"})
    assert elena.get(chat).status_code == 404
    sofia.post(f"{chat}/category", json={"category": "transporte_publico"})
    assert elena.get(chat).status_code == 200


@on_both_databases
def test_a_conversation_is_not_lifted_while_a_case_of_it_is_reserved(complaint: Complaint) -> None:
    chat = f"/conversations/{complaint.key}"
    complaint.post(f"{chat}/category", SOFIA, category="bacheo")
    assert complaint.is_seen_by(ELENA) == {False}
    boss = complaint.office.client(SOFIA)
    boss.patch(f"/api/v1/cases/{complaint.folio}", json={"category": "bacheo"})
    assert complaint.is_seen_by(ELENA) == {True}


@on_both_databases
def test_a_case_is_reserved_by_its_own_category(complaint: Complaint) -> None:
    with complaint.store.transaction() as session:
        here = session.scalars(select(Conversation)).one()
        here.category, here.is_reserved = "bacheo", False
    caller = complaint.office.client(ELENA)
    assert caller.get(f"/api/v1/conversations/{complaint.key}").json()["folios"] == []
    assert caller.get(f"/api/v1/cases/{complaint.folio}").status_code == 404
    assert complaint.get("/cases") == []
    assert complaint.get("/conversations", folio=complaint.folio) == []


@on_both_databases
def test_what_is_said_of_another_folio_in_a_complaint_is_no_event_of_its_page(
    complaint: Complaint,
) -> None:
    about = complaint.office.open_case("beto")
    with complaint.store.transaction() as session:
        here = session.scalars(select(Conversation).filter_by(key=complaint.key)).one()
        case = cases.by_folio(session, about)
        change = Change("complain", why=complaint.folio, where=here.id)
        events.of_case(session, case, change, "citizen", complaint.now)
    verbs = {
        name: [row["verb"] for row in complaint.get(f"/cases/{about}/events", name)]
        for name in (ELENA, SOFIA)
    }
    assert verbs == {ELENA: ["open"], SOFIA: ["open", "complain"]}


@on_both_databases
def test_danger_to_life_is_for_everybody_until_somebody_takes_it(complaint: Complaint) -> None:
    with complaint.store.transaction() as session:
        here = conversations.lock(session, complaint.key)
        need = queue.need(Reason.danger, 0, complaint.desk, complaint.now)
        conversations.hand_over(session, here, need, complaint.now)
    assert [row["conversation"] for row in complaint.get("/queue")] == [complaint.key]
    assert complaint.post(f"/conversations/{complaint.key}/claim", ELENA) == 201
    assert (complaint.is_seen_by(ELENA), complaint.is_seen_by(MARIO)) == ({True}, {False})


@on_both_databases
def test_live_news_of_it_are_not_sent(complaint: Complaint) -> None:
    other = complaint.office.ask_for_person("beto")
    # What was not understood yet may be a complaint as well.
    waits = complaint.office.write("caro", "no sé con quién quejarme", is_handled=False)
    told = {name: live(complaint.office, name) for name in (ELENA, SOFIA)}
    seen = {name: {row["conversation"] for row in told[name]["exchanges"]} for name in told}
    assert seen == {SOFIA: {complaint.key, other, waits}, ELENA: {other}}
    assert told[SOFIA]["queue"]["waiting"] == 2
    assert [word for word in complaint.words if word in json.dumps(told[ELENA])] == []
    assert told[ELENA]["queue"]["waiting"] == 1


def live(office: Office, username: str) -> dict[str, Any]:
    with office.client(username).websocket_connect("/api/v1/live?after=0") as line:
        frame: dict[str, Any] = line.receive_json()
        return frame


@on_both_databases
def test_no_page_of_the_api_has_a_word_of_it(complaint: Complaint) -> None:
    complaint.office.open_case("beto")
    with complaint.store.transaction() as session:
        search.catch_up(session)
    caller = complaint.office.client(ELENA)
    boss = complaint.office.client(SOFIA)
    seen_by_boss = set()
    asked = list(requests(complaint))
    for path in asked:
        told = caller.get(path)
        assert told.status_code < 500
        said = told.text + json.dumps(dict(told.headers))
        own = {word for word in complaint.words if word in path}
        leaks = [word for word in complaint.words if word in said and word not in own]
        assert (path, leaks) == (path, [])
        if told.status_code == 404:
            assert told.headers["content-type"] == "application/problem+json"
        seen_by_boss |= {word for word in complaint.words if word in boss.get(path).text}
    assert seen_by_boss == set(complaint.words)
    assert len(asked) > 20


def requests(complaint: Complaint) -> Iterator[str]:
    """Every GET of the contract, about the complaint where it is about something."""
    queries = {
        "q": "Zaragozano",
        "text": "Zaragozano",
        "folio": complaint.folio,
        "subject": f"conversation:{complaint.key}",
        "from": "2026-11-01&to=2026-11-30",
    }
    known = {
        "key": complaint.file, "folio": complaint.folio, "username": ELENA, "name": "chats_attended"
    }  # fmt: skip
    for path, item in complaint.office.app.openapi()["paths"].items():
        if "get" not in item:
            continue
        places = known | {"id": complaint.key if "/conversations" in path else "1"}
        yield path.format(**places)
        taken = {each["name"] for each in item["get"].get("parameters", ())}
        for name in queries.keys() & taken:
            yield f"{path.format(**places)}?{name}={queries[name]}"
