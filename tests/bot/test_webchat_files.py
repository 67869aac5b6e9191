"""The page's files: under a strict policy, compressed, and sent once."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.channels.webchat.pages import Pages
from tests import patience
from tests.bot.webchat_desk import Desk, running


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    origins = ("https://www.ejemplo.mx", "http://127.0.0.1:8080")
    with running(tmp_path, public_url="https://chat.ejemplo.mx", embed_origins=origins) as desk:
        yield desk


def policy(answer: httpx.Response) -> dict[str, str]:
    parts = answer.headers["content-security-policy"].split("; ")
    return {name: value for name, _, value in (part.partition(" ") for part in parts)}


def test_the_page_runs_nothing_but_its_own_scripts(desk: Desk) -> None:
    page = patience.get(f"{desk.url}/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["referrer-policy"] == "no-referrer"
    rules = policy(page)
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["connect-src"] == "'self' wss://chat.ejemplo.mx"
    assert rules["frame-ancestors"] == "'none'"


def test_only_the_sites_that_are_allowed_may_hold_the_chat(desk: Desk) -> None:
    embedded = patience.get(f"{desk.url}/chat/embed")
    hosts = "https://www.ejemplo.mx http://127.0.0.1:8080"
    assert policy(embedded)["frame-ancestors"] == hosts
    assert f'<meta name="ventanilla-hosts" content="{hosts}">' in embedded.text


def test_without_allowed_sites_nobody_may(tmp_path: Path) -> None:
    with running(tmp_path) as desk:
        embedded = patience.get(f"{desk.url}/chat/embed")
    assert policy(embedded)["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(
    "origin",
    [
        "*",
        "ejemplo.mx",
        "https://",
        "https://a.mx/",
        "https://a.mx; x",
        "javascript:x",
        "https://*.mx",
    ],
)
def test_what_is_not_an_origin_stops_the_start(origin: str) -> None:
    with pytest.raises(ValueError, match="no es un origen"):
        Pages("", (origin,))


def test_nothing_is_left_to_fill_in(desk: Desk) -> None:
    assert "{{" not in patience.get(f"{desk.url}/").text


def test_a_file_that_did_not_change_is_not_sent_again(desk: Desk) -> None:
    first = patience.get(f"{desk.url}/chat/page/any/chat.js")
    again = patience.get(first.url, headers={"if-none-match": first.headers["etag"]})
    assert (first.status_code, first.headers["content-encoding"]) == (200, "gzip")
    assert (again.status_code, again.content) == (304, b"")


def test_a_client_that_cannot_unpack_gets_it_plain(desk: Desk) -> None:
    address = f"{desk.url}/chat/page/any/chat.css"
    plain = patience.get(address, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == patience.get(address).text


def test_any_site_may_load_the_loader(desk: Desk) -> None:
    loader = patience.get(f"{desk.url}/chat/loader.js")
    assert loader.headers["content-type"].startswith("text/javascript")
    assert loader.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize("name", ["nada.js", "index.html", "..%2f__init__.py"])
def test_nothing_else_is_given(desk: Desk, name: str) -> None:
    assert patience.get(f"{desk.url}/chat/page/any/{name}").status_code == 404
