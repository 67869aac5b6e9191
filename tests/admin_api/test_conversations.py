"""Reading conversations, attending them, and what others see meanwhile."""

import threading

import pytest
from sqlalchemy import select

from handoff import conversations, exchanges
from handoff.exchanges import Words
from handoff.store.models import Delivery, Event, Exchange
from tests.admin_api.conftest import Office, on_both_databases
from tests.conftest import Clock

CONVERSATIONS = "/api/v1/conversations"


@on_both_databases
def test_the_queue_tells_who_is_next_and_why(office: Office) -> None:
    office.ask_for_person("ana", priority=2)
    urgent = office.ask_for_person("beto", priority=0)
    items = office.client().get("/api/v1/queue").json()["items"]
    assert [(each["position"], each["name"], each["priority"]) for each in items] == [
        (1, "Beto", 0),
        (2, "Ana", 2),
    ]
    assert (items[0]["conversation"], items[0]["reason"]) == (urgent, "asked")
    assert items[0]["alarm_at"] > items[0]["since"]


@on_both_databases
def test_of_two_that_claim_at_once_one_gets_it(office: Office) -> None:
    url = f"{CONVERSATIONS}/{office.ask_for_person()}/claim"
    answers = {}
    together = threading.Barrier(2)

    def claim(username: str) -> None:
        client = office.client(username)
        together.wait()
        answers[username] = client.post(url)

    threads = [threading.Thread(target=claim, args=(name,)) for name in ("eruiz", "mlopez")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = {"eruiz": "Elena Ruiz", "mlopez": "Mario López"}
    winner = next(name for name, answer in answers.items() if answer.status_code == 201)
    loser = next(name for name in names if name != winner)
    assert answers[winner].json()["analyst"]["name"] == names[winner]
    assert answers[loser].status_code == 409
    assert answers[loser].json()["by"] == names[winner]


def test_claiming_what_is_mine_already_changes_nothing(office: Office) -> None:
    url = f"{CONVERSATIONS}/{office.ask_for_person()}/claim"
    elena = office.client()
    assert [elena.post(url).status_code for _ in range(2)] == [201, 201]
    with office.staff.store.reading() as session:
        verbs = session.scalars(select(Event.verb).order_by(Event.id)).all()
    assert verbs == ["hand_over", "claim"]


@on_both_databases
def test_a_shift_with_one_conversation(office: Office, clock: Clock) -> None:
    key = office.ask_for_person()
    url, elena, mario = f"{CONVERSATIONS}/{key}", office.client("eruiz"), office.client("mlopez")
    assert elena.post(f"{url}/claim").json()["state"] == "analyst"
    assert office.client().get("/api/v1/queue").json()["items"] == []
    assert elena.post(f"{url}/answers", json={"text": " Buenas tardes. "}).status_code == 201
    note = mario.post(f"{url}/notes", json={"text": "Ya había llamado."})
    assert (note.json()["direction"], note.json()["author"]["name"]) == ("note", "Mario López")
    moved = elena.post(f"{url}/transfers", json={"to": "mlopez", "note": "Sigue usted."})
    assert moved.json()["analyst"]["username"] == "mlopez"
    closed = mario.post(f"{url}/closure", json={"farewell": "Que tenga buen día."})
    assert (closed.json()["state"], closed.json()["closing"]) == ("closed", "attended")
    assert (closed.json()["analyst"], closed.json()["attended_by"]["username"]) == (None, "mlopez")
    said = mario.get(f"{url}/exchanges").json()["items"]
    assert [(each["direction"], each["text"], each["delivery"]) for each in said] == [
        ("in", "quiero hablar con una persona", None),
        ("out", "Buenas tardes.", "owed"),
        ("note", "Ya había llamado.", None),
        ("note", "Sigue usted.", None),
        ("out", "Que tenga buen día.", "owed"),
    ]
    assert said[0]["author"] == {"kind": "citizen", "name": "Ana"}
    assert said[1]["author"] == {"kind": "analyst", "name": "Elena Ruiz"}


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("answers", {"text": "hola"}),
        ("return", None),
        ("closure", {}),
        ("transfers", {"to": "eruiz"}),
    ],
)
def test_only_who_attends_may_act(office: Office, verb: str, body: dict[str, str] | None) -> None:
    url = f"{CONVERSATIONS}/{office.ask_for_person()}"
    office.client("eruiz").post(f"{url}/claim")
    answer = office.client("mlopez").post(f"{url}/{verb}", json=body)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-yours")


def test_supervision_gives_a_conversation_to_somebody_else(office: Office) -> None:
    url = f"{CONVERSATIONS}/{office.ask_for_person()}"
    office.client("eruiz").post(f"{url}/claim")
    moved = office.client("ssoto").post(f"{url}/transfers", json={"to": "mlopez"})
    assert moved.json()["analyst"]["name"] == "Mario López"


def test_nobody_transfers_to_an_account_that_is_closed(office: Office) -> None:
    url = f"{CONVERSATIONS}/{office.ask_for_person()}"
    office.client("admin").patch("/api/v1/people/mlopez", json={"disabled": True})
    office.client("eruiz").post(f"{url}/claim")
    answer = office.client("eruiz").post(f"{url}/transfers", json={"to": "mlopez"})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/person-disabled")


def test_a_returned_conversation_is_the_bots_again(office: Office) -> None:
    url = f"{CONVERSATIONS}/{office.ask_for_person()}"
    elena = office.client()
    elena.post(f"{url}/claim")
    assert elena.post(f"{url}/return").json()["state"] == "bot"
    assert elena.get(url).json()["analyst"] is None


def test_what_is_closed_stays_closed(office: Office) -> None:
    url = f"{CONVERSATIONS}/{office.ask_for_person()}"
    supervisor = office.client("ssoto")
    assert supervisor.post(f"{url}/closure", json={"closing": "abandoned"}).status_code == 201
    for verb, body in [("claim", None), ("closure", {}), ("answers", {"text": "hola"})]:
        answer = supervisor.post(f"{url}/{verb}", json=body)
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/conversation-closed")


def test_a_failed_act_leaves_nothing_behind(office: Office) -> None:
    url = f"{CONVERSATIONS}/{office.ask_for_person()}"
    office.client("eruiz").post(f"{url}/claim")
    note = {"to": "nadie", "note": "no debe quedar"}
    assert office.client("eruiz").post(f"{url}/transfers", json=note).status_code == 404
    with office.staff.store.reading() as session:
        assert "no debe quedar" not in session.scalars(select(Exchange.text)).all()


def test_reading_a_transcript_is_written_down(office: Office) -> None:
    key = office.write()
    office.client().get(f"{CONVERSATIONS}/{key}/exchanges")
    entries = office.client("ssoto").get("/api/v1/audit?action=read").json()["items"]
    assert [(each["person"], each["subject"]) for each in entries] == [
        ("eruiz", f"conversation:{key}")
    ]


@on_both_databases
def test_conversations_are_found_by_what_is_known_of_them(office: Office, clock: Clock) -> None:
    ana = office.write("ana", "se fue el agua en la colonia Sahuaro")
    clock.forward(days=1)
    folio = office.open_case("beto")
    beto = office.write("beto")
    carla = office.ask_for_person("carla")
    office.client().post(f"{CONVERSATIONS}/{carla}/claim")
    client = office.client("mlopez")

    def found(query: str) -> list[str]:
        items = client.get(f"{CONVERSATIONS}?{query}").json()["items"]
        return [each["id"] for each in items]

    assert found("") == [carla, beto, ana]
    assert found("channel=fake&state=bot") == [beto, ana]
    assert found("channel=telegram") == []
    assert found("owner=eruiz") == [carla]
    assert found(f"folio={folio.lower()}") == [beto]
    assert found("folio=CS-2026-000001-0") == []
    assert found("text=AGÚA sahu") == [ana]
    assert found("from=2026-11-25") == [carla, beto]
    assert found("to=2026-11-24") == [ana]
    assert client.get(f"{CONVERSATIONS}/{beto}").json()["folios"] == [folio]


@on_both_databases
def test_pages_hold_still_while_people_write(office: Office) -> None:
    keys = [office.write(f"persona {number}") for number in range(7)]
    client, seen, cursor = office.client(), [], None
    while True:
        page = client.get(
            CONVERSATIONS, params={"limit": 3, **({"cursor": cursor} if cursor else {})}
        )
        seen += [each["id"] for each in page.json()["items"]]
        cursor = page.json()["next"]
        office.write(f"otra después de {len(seen)}")
        if cursor is None:
            break
    assert seen == keys[::-1]


def test_a_long_transcript_comes_in_pages(office: Office) -> None:
    key = next(office.write(text=f"mensaje {number}") for number in range(1))
    for number in range(1, 5):
        office.write(text=f"mensaje {number}")
    url, client = f"{CONVERSATIONS}/{key}/exchanges?limit=2", office.client()
    pages = [client.get(url).json()]
    while pages[-1]["next"]:
        pages.append(client.get(f"{url}&cursor={pages[-1]['next']}").json())
    assert [[each["text"] for each in page["items"]] for page in pages] == [
        ["mensaje 0", "mensaje 1"],
        ["mensaje 2", "mensaje 3"],
        ["mensaje 4"],
    ]


@pytest.mark.parametrize("query", ["cursor=%00", "cursor=LTE", "cursor=ñ", "limit=0", "limit=201"])
def test_pages_that_do_not_exist(office: Office, query: str) -> None:
    answer = office.client().get(f"{CONVERSATIONS}?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_taking_over_drops_what_the_bot_had_to_say(office: Office) -> None:
    key = office.write()
    with office.staff.store.transaction() as session:
        conversation = conversations.lock(session, key)
        exchanges.queue(session, conversation, Words("¿En qué municipio?"), office.staff.now())
    office.client().post(f"{CONVERSATIONS}/{key}/claim")
    said = office.client().get(f"{CONVERSATIONS}/{key}/exchanges").json()["items"]
    assert said[-1]["delivery"] == Delivery.dropped
