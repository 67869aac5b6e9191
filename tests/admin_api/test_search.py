"""Full text over the whole log."""

from handoff import search
from handoff.store import Store
from tests.admin_api.conftest import Office, on_both_databases


def texts(office: Office, query: str) -> list[str]:
    answer = office.client().get("/api/v1/exchanges", params={"q": query})
    assert answer.status_code == 200
    return [each["exchange"]["text"] for each in answer.json()["items"]]


SAID = "No sirve la lámpara de mi calle en Puerto Peñasco"


@on_both_databases
def test_words_are_found_however_they_are_written(office: Office) -> None:
    office.write("ana", SAID)
    office.write("beto", "gracias")
    for query in FINDS:
        assert (query, texts(office, query)) == (query, [SAID])
    for query in FINDS_NOTHING:
        assert (query, texts(office, query)) == (query, [])


FINDS = (
    "lampara",
    "LÁMPARA",
    "calle lampara",
    "lamp",
    "penasco",
    "Peñasco",
    "¿lámpara?",
    '"lámpara" (calle)',
    "lámpara: *calle*",
)
FINDS_NOTHING = (
    "lamp calle",  # only the last word may be unfinished
    "lámpara drenaje",
    *("AND", "OR NOT", "NEAR(", "words:", "a & | !", "a:*b", "col^2", "{a b}", "ﷺ", "ა", "ß"),
    *('"', "'", "*", "()", "-", "\\", "%", "<->", "🙂", "__", ":*", ";--", "½", "x" * 200, "İ"),
)


def test_the_newest_comes_first_with_its_conversation_and_a_piece(office: Office) -> None:
    office.write("ana", "agua")
    long = "Buenas tardes, le escribo de la colonia Sahuaro porque " + "ayer " * 20
    key = office.write("beto", long + "se fue el AGUA y no ha vuelto " + "nunca " * 50)
    found = office.client().get("/api/v1/exchanges?q=agua").json()["items"]
    assert [each["name"] for each in found] == ["Beto", "Ana"]
    assert found[0]["conversation"] == key
    pieces = found[0]["snippet"]
    assert [each["text"] for each in pieces if each["is_match"]] == ["AGUA"]
    whole = "".join(each["text"] for each in pieces)
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert len(whole) < 250


@on_both_databases
def test_what_was_said_by_us_and_in_notes_is_found_too(office: Office) -> None:
    url = f"/api/v1/conversations/{office.ask_for_person()}"
    elena = office.client()
    elena.post(f"{url}/claim")
    elena.post(f"{url}/answers", json={"text": "Registré su bache."})
    elena.post(f"{url}/notes", json={"text": "Tercer bache de la semana."})
    assert texts(office, "bache") == ["Tercer bache de la semana.", "Registré su bache."]


def test_searching_is_written_down_but_not_the_words(office: Office) -> None:
    office.client().get("/api/v1/exchanges?q=secreto")
    entries = office.client("ssoto").get("/api/v1/audit?action=search")
    assert [each["person"] for each in entries.json()["items"]] == ["eruiz"]
    assert "secreto" not in entries.text


def test_an_empty_question_is_not_one(office: Office) -> None:
    assert office.client().get("/api/v1/exchanges?q=").status_code == 422


@on_both_databases
def test_the_index_catches_up_once(office: Office, store: Store) -> None:
    for number in range(3):
        office.write("ana", f"mensaje {number}")
    with store.transaction() as session:
        assert search.is_behind(session)
        assert [search.catch_up(session), search.catch_up(session)] == [3, 0]
        assert not search.is_behind(session)
