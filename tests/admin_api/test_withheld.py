"""The first words of a matter, and what may not be read before it is known what it is about."""

from typing import Any

import pytest

from handoff import previews
from tests.admin_api.conftest import Office, on_both_databases

ELENA, MARIO, SOFIA = "eruiz", "mlopez", "ssoto"
SAID = "el inspector me pidió mordida"


def get(office: Office, path: str, username: str = ELENA, **query: str) -> list[dict[str, Any]]:
    answer = office.client(username).get(f"/api/v1{path}", params=query)
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def preview(office: Office, username: str = ELENA) -> str | None:
    [row] = get(office, "/conversations", username)
    words: str | None = row["preview"]
    return words


@on_both_databases
def test_what_is_not_understood_is_read_by_who_may_see_what_is_reserved(office: Office) -> None:
    key = office.write("ana", SAID, is_handled=False)
    for username, words in ((ELENA, None), (SOFIA, SAID)):
        assert (username, preview(office, username)) == (username, words)
        [row] = get(office, f"/conversations/{key}/exchanges", username)
        assert (row["text"], row["is_withheld"]) == (words or "", words is None)
        for path, query in (("/exchanges", {"q": "mordida"}), ("/conversations", {"text": "mord"})):
            found = get(office, path, username, **query)
            assert (path, username, len(found)) == (path, username, 0 if words is None else 1)


@on_both_databases
def test_who_attends_reads_it_at_once(office: Office) -> None:
    key = office.ask_for_person("ana")
    office.client(ELENA).post(f"/api/v1/conversations/{key}/claim")
    office.write("ana", SAID, is_handled=False)
    texts = {
        name: [row["text"] for row in get(office, f"/conversations/{key}/exchanges", name)]
        for name in (ELENA, MARIO)
    }
    assert (texts[ELENA][-1], texts[MARIO][-1]) == (SAID, "")


@on_both_databases
def test_danger_is_read_by_everybody(office: Office) -> None:
    key = office.ask_for_person("ana", priority=0)
    office.write("ana", "sigue afuera de la casa", is_handled=False)
    rows = get(office, f"/conversations/{key}/exchanges")
    assert [row["is_withheld"] for row in rows] == [False, False]
    assert get(office, "/queue")[0]["preview"] == "quiero hablar con una persona"


@on_both_databases
def test_the_preview_is_the_line_that_told_the_matter(office: Office) -> None:
    office.write("ana", "hola")
    assert preview(office) == "hola"
    office.understood("ana", "hay un bache", "bacheo")
    assert preview(office) == "hay un bache"
    key = office.understood("ana", "perdón, lo que no hay es\n luz en el poste", "alumbrado")
    assert preview(office) == "hay un bache"
    url = f"/api/v1/conversations/{key}/category"
    office.client(SOFIA).post(url, json={"category": "alumbrado"})
    assert preview(office) == "perdón, lo que no hay es luz en el poste"


@on_both_databases
def test_a_message_without_words_tells_no_matter(office: Office) -> None:
    office.understood("ana", "", "adultos_mayores")
    office.write("ana", "quiero hablar con alguien")
    assert preview(office) == "quiero hablar con alguien"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("", ""),
        (" no   hay\n agua ", "no hay agua"),
        ("palabra " * 20, "palabra " * 10 + "palabra…"),
        ("a" * 200, "a" * 89 + "…"),
    ],
)
def test_it_is_one_short_line(said: str, shown: str) -> None:
    assert previews.first_words(said) == shown
