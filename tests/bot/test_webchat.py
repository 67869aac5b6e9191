"""The web chat's calls: what is acknowledged is in the log, once, and nothing is skipped."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.channels.webchat.limits import Buckets
from bot.intake import NotRecorded
from handoff.exchanges import Inbound, Recorded
from handoff.rules.reasons import Reason
from handoff.store.models import Delivery
from tests import patience
from tests.bot.webchat_desk import Desk, running

OFTEN = 500  # looks at what is written soon


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


@pytest.fixture
def citizen(desk: Desk) -> Iterator[httpx.Client]:
    with desk.newcomer() as citizen:
        yield citizen


def write(citizen: httpx.Client, **message: Any) -> httpx.Response:
    return citizen.post("/chat/messages", json=message)


def read(
    citizen: httpx.Client, after: str = "", wait: int = 0, told: str | None = None
) -> dict[str, Any]:
    """`told`: the ETag of the state that the reader knows."""
    known = {"if-none-match": told} if told else {}
    answer = citizen.get("/chat/messages", params={"after": after, "wait": wait}, headers=known)
    assert answer.status_code == 200
    news: dict[str, Any] = answer.json()
    return news


def texts(news: dict[str, Any]) -> list[str]:
    return [message["text"] for message in news["messages"]]


def test_a_message_is_in_the_log_when_it_is_acknowledged(desk: Desk, citizen: httpx.Client) -> None:
    answer = write(citizen, id="m1", text="No hay luz en mi calle")
    assert answer.status_code == 202
    [logged] = desk.log()
    assert answer.json() == {"cursor": str(logged.id)}
    assert logged.text == "No hay luz en mi calle"


def test_the_same_id_again_is_the_same_message(desk: Desk, citizen: httpx.Client) -> None:
    first = write(citizen, id="m1", text="Hay un bache")
    again = write(citizen, id="m1", text="Hay un bache")
    assert (again.status_code, again.json()) == (202, first.json())
    assert len(desk.log()) == 1


def test_two_citizens_may_use_the_same_id(desk: Desk, citizen: httpx.Client) -> None:
    with desk.newcomer() as other:
        assert write(citizen, id="1", text="uno").json() != write(other, id="1", text="dos").json()
        assert texts(read(citizen)) == ["uno"]


def test_a_button_and_a_place_need_no_text(desk: Desk, citizen: httpx.Client) -> None:
    place = {"lat": 29.07, "lon": -110.95}
    assert write(citizen, id="1", payload="inicio", text="").status_code == 202
    assert write(citizen, id="2", location=place).status_code == 202
    assert [row.content for row in desk.log()] == [{"payload": "inicio"}, {"location": place}]


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ({"id": "1"}, 422),
        ({"id": "1", "text": "  \n"}, 422),
        ({"text": "sin id"}, 422),
        ({"id": "", "text": "hola"}, 422),
        ({"id": "x" * 65, "text": "hola"}, 422),
        ({"id": "a\nb", "text": "hola"}, 422),
        ({"id": "1", "text": 7}, 422),
        ({"id": "1", "location": {"lat": 129, "lon": 0}}, 422),
        ({"id": "1", "attachments": ["no-es-mio"]}, 422),
        ({"id": "1", "text": "á" * 4_001}, 413),
        ({"id": "1", "text": "á" * 70_000}, 413),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_reason(
    desk: Desk, citizen: httpx.Client, message: dict[str, Any], status: int
) -> None:
    answer = citizen.post("/chat/messages", json=message)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]
    assert desk.log() == []


def test_the_longest_text_arrives_whole(desk: Desk, citizen: httpx.Client) -> None:
    assert write(citizen, id="1", text="ñ" * 4_000).status_code == 202
    assert desk.log()[0].text == "ñ" * 4_000


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"id": "1", "text": "\\ud800"}'])
def test_what_is_not_json_is_refused(citizen: httpx.Client, body: bytes) -> None:
    assert citizen.post("/chat/messages", content=body).status_code == 400


def test_a_character_that_no_database_holds_is_left_out(desk: Desk, citizen: httpx.Client) -> None:
    assert write(citizen, id="1", text="ho\0la").status_code == 202
    assert desk.log()[0].text == "hola"


@pytest.mark.parametrize("token", ["x", ".", "x.y", "ñ.ñ", "x.y.z"])
def test_nobody_speaks_without_a_token_of_ours(desk: Desk, token: str) -> None:
    headers = {b"authorization": f"Bearer {token}".encode("latin-1")}
    with patience.client(base_url=desk.url, headers=headers) as stranger:
        refused = [
            stranger.post("/chat/messages", json={"id": "1", "text": "hola"}),
            stranger.get("/chat/messages"),
            stranger.post("/chat/attachments", files={"file": b"x"}),
            stranger.get("/chat/attachments/x"),
        ]
    assert {answer.status_code for answer in refused} == {401}
    assert refused[0].json()["title"] == "Sesión no válida"


def test_a_token_changed_in_one_letter_is_not_ours(citizen: httpx.Client) -> None:
    token = citizen.headers["authorization"]
    changed = token[:-2] + ("AA" if token[-2:] != "AA" else "BB")
    answer = citizen.get("/chat/messages", headers={"authorization": changed})
    assert answer.status_code == 401


def test_a_token_outlives_the_process(tmp_path: Path) -> None:
    with running(tmp_path) as desk, desk.newcomer() as citizen:
        write(citizen, id="1", text="antes")
        headers = citizen.headers
    with running(tmp_path) as desk, patience.client(base_url=desk.url, headers=headers) as citizen:
        assert texts(read(citizen)) == ["antes"]


def test_reading_shows_who_said_what_and_goes_on_from_the_cursor(
    desk: Desk, citizen: httpx.Client
) -> None:
    sent = write(citizen, id="m1", text="Hola").json()["cursor"]
    desk.says("Buenas tardes", ("Sí, registrar", "si"), ("Corregir", "no"))
    news = read(citizen)
    mine, reply = news["messages"]
    assert (mine["from"], mine["id"], mine["cursor"]) == ("citizen", "m1", sent)
    assert (reply["from"], reply["text"], reply["attachments"]) == ("bot", "Buenas tardes", [])
    assert reply["buttons"][0] == {"text": "Sí, registrar", "payload": "si"}
    assert news["state"] == {"owner": "bot"}
    assert texts(read(citizen, after=sent)) == ["Buenas tardes"]
    assert texts(read(citizen, after=reply["cursor"])) == []


def test_a_long_transcript_comes_in_pages_and_nothing_is_skipped(
    desk: Desk, citizen: httpx.Client
) -> None:
    for number in range(205):
        desk.says(str(number))
    first = read(citizen)
    rest = read(citizen, after=first["messages"][-1]["cursor"])
    assert texts(first) + texts(rest) == [str(number) for number in range(205)]


@pytest.mark.parametrize(
    "query", ["after=x", "after=-1", "after=" + "9" * 19, "wait=nan", "wait=x"]
)
def test_a_wrong_cursor_or_wait_is_refused(citizen: httpx.Client, query: str) -> None:
    assert citizen.get(f"/chat/messages?{query}").status_code == 400


def test_a_waiting_reader_wakes_when_something_is_written(
    desk: Desk, citizen: httpx.Client
) -> None:
    with ThreadPoolExecutor(1) as aside:
        waiting = aside.submit(read, citizen, wait=30)
        desk.says("Aquí estoy")
        assert texts(waiting.result(5)) == ["Aquí estoy"]


def test_a_waiting_reader_wakes_when_somebody_takes_over(desk: Desk, citizen: httpx.Client) -> None:
    desk.hands_over()
    told = citizen.get("/chat/messages").headers["etag"]
    with ThreadPoolExecutor(1) as aside:
        waiting = aside.submit(read, citizen, wait=30, told=told)
        desk.takes()
        news = waiting.result(5)
    assert (news["messages"], news["state"]) == ([], {"owner": "analyst", "analyst": "Ana"})


def test_who_was_taken_between_two_calls_does_not_wait_to_know(
    desk: Desk, citizen: httpx.Client
) -> None:
    desk.hands_over()
    told = citizen.get("/chat/messages").headers["etag"]
    desk.takes()
    news = read(citizen, wait=30, told=told)
    assert (news["messages"], news["state"]["owner"]) == ([], "analyst")


def test_nobody_waits_for_longer_than_asked(citizen: httpx.Client) -> None:
    assert read(citizen, wait=1)["messages"] == []


def test_the_place_in_the_queue_counts_who_is_before(desk: Desk, citizen: httpx.Client) -> None:
    desk.hands_over(desk.only())
    more_urgent = patience.post(f"{desk.url}/chat/sessions").json()["conversation"]
    desk.hands_over(more_urgent, priority=0)
    assert read(citizen)["state"] == {"owner": "queue", "queue_position": 2}
    told = citizen.get("/chat/messages").headers["etag"]
    with ThreadPoolExecutor(1) as aside:
        waiting = aside.submit(read, citizen, wait=30, told=told)
        desk.takes(more_urgent)
        assert waiting.result(5)["state"] == {"owner": "queue", "queue_position": 1}


def test_in_danger_no_place_in_the_line_is_told(desk: Desk, citizen: httpx.Client) -> None:
    desk.hands_over(priority=0)
    assert read(citizen)["state"] == {"owner": "queue", "danger": True}


def test_with_nobody_at_work_no_place_in_the_line_is_told(
    desk: Desk, citizen: httpx.Client
) -> None:
    desk.leaves()
    desk.hands_over()
    assert read(citizen)["state"] == {"owner": "queue", "nobody_here": True}
    desk.arrives()
    assert read(citizen)["state"] == {"owner": "queue", "queue_position": 1}


def test_in_danger_it_is_told_that_nobody_is_at_work(desk: Desk, citizen: httpx.Client) -> None:
    desk.leaves()
    desk.hands_over(priority=0)
    assert read(citizen)["state"] == {"owner": "queue", "danger": True, "nobody_here": True}


def test_in_danger_when_the_office_is_closed_nobody_is_said_to_be_at_work(tmp_path: Path) -> None:
    def tomorrow(at: datetime) -> datetime:
        return at + timedelta(days=1)

    with running(tmp_path, next_opening=tomorrow) as desk, desk.newcomer() as citizen:
        desk.hands_over(priority=0)
        assert read(citizen)["state"] == {"owner": "queue", "danger": True, "nobody_here": True}


def test_whose_case_is_reviewed_has_no_place_in_the_line(desk: Desk, citizen: httpx.Client) -> None:
    desk.hands_over(reason=Reason.case_opened)
    assert read(citizen)["state"] == {"owner": "queue"}


def test_an_analyst_is_known_by_the_first_name_and_notes_stay_inside(
    desk: Desk, citizen: httpx.Client
) -> None:
    desk.takes()
    desk.notes("Ojo: ya llamó ayer")
    desk.answers("Le atiendo con gusto")
    [answer] = read(citizen)["messages"]
    assert (answer["from"], answer["name"], answer["text"]) == (
        "analyst",
        "Ana",
        "Le atiendo con gusto",
    )


def test_what_the_bot_had_still_to_say_is_not_shown_after_the_take_over(
    desk: Desk, citizen: httpx.Client
) -> None:
    desk.says("Respuesta tardía")
    desk.takes()
    desk.answers("Buenas tardes")
    assert texts(read(citizen)) == ["Buenas tardes"]


def test_a_closed_conversation_says_so_and_the_next_message_opens_another(
    desk: Desk, citizen: httpx.Client
) -> None:
    write(citizen, id="1", text="uno")
    desk.closes()
    assert read(citizen)["state"] == {"owner": "closed"}
    write(citizen, id="2", text="dos")
    news = read(citizen)
    first = news["messages"][0]["cursor"]
    assert texts(news) == ["uno", "dos"]
    assert news["state"] == {"owner": "bot", "delivered": first, "read": first}


def test_what_a_reader_confirms_is_marked_delivered(desk: Desk, citizen: httpx.Client) -> None:
    desk.says("uno")
    desk.says("dos")
    first, _second = read(citizen)["messages"]
    assert {row.delivery for row in desk.log()} == {Delivery.owed}
    for _ in range(OFTEN):  # the mark is written aside
        read(citizen, after=first["cursor"])
        if desk.log()[0].delivery is Delivery.delivered:
            break
    assert [row.delivery for row in desk.log()] == [Delivery.delivered, Delivery.owed]


class FullDisk:
    """An intake that cannot write."""

    async def record(self, inbound: Inbound) -> Recorded:
        raise NotRecorded("OperationalError")


def test_what_could_not_be_logged_is_not_acknowledged(tmp_path: Path) -> None:
    with running(tmp_path, intake=FullDisk()) as desk, desk.newcomer() as citizen:
        answer = write(citizen, id="1", text="hola")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert answer.json()["detail"] == "Su mensaje no se guardó. Envíelo de nuevo en un momento."


def test_who_opens_too_many_sessions_waits(tmp_path: Path) -> None:
    moment = datetime(2027, 3, 1, 19, tzinfo=UTC)
    with (
        running(tmp_path, now=lambda: moment) as desk,
        patience.client(base_url=desk.url) as caller,
    ):
        answers = [caller.post("/chat/sessions") for _ in range(201)]
    assert [answer.status_code for answer in answers] == [201] * 200 + [429]
    assert answers[-1].headers["retry-after"] == "1"
    assert answers[-1].json()["detail"] == "Intente de nuevo en 1 s."


def test_a_bucket_fills_again_and_callers_do_not_share_it() -> None:
    buckets, start = Buckets(2, 0.5), datetime(2027, 3, 1, 19, tzinfo=UTC)
    assert [buckets.take("a", start) for _ in range(3)] == [0, 0, 2]
    assert buckets.take("b", start) == 0
    assert buckets.take("a", start + timedelta(seconds=2)) == 0
    assert buckets.take("a", start + timedelta(seconds=3)) == 1
