"""Commands and links: what stands behind a slash."""

import pytest

from bot.dialogue.reading import typed
from handoff.rules import catalogue
from nlu.interpretation import Interpreter


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", "inicio"),
        ("  /Start@Some_Bot \n", "inicio"),
        ("/start alumbrado", "inicio:alumbrado"),
        ("/start folio-CS-2026-000123-8", "inicio:folio-CS-2026-000123-8"),
        (f"/start {'a' * 64}", f"inicio:{'a' * 64}"),
        (f"/start {'a' * 65}", "inicio"),
        ("/start dos palabras", "inicio"),
        ("/start ¿?", "inicio"),
        ("/help", "ayuda"),
        ("/AYUDA", "ayuda"),
        ("/persona por favor", "persona"),
        ("/0", "persona"),
        ("/folio CS-2026-000123-8", "folio"),
        ("/cancelar@some_bot", "cancelar"),
        ("/privacidad", "aviso"),
        ("/omitir", "omitir"),
        ("/test", "desconocido"),
        ("/ñandú", "desconocido"),
        ("/register HR John Doe", None),
        ("/no sirve la luz", None),
        ("/", None),
        ("// nada", None),
        ("y/o", None),
    ],
)
def test_what_stands_behind_a_slash(text: str, command: str | None) -> None:
    assert typed.command_in(text) == command


def test_no_link_of_a_poster_is_taken_for_danger(interpreter: Interpreter) -> None:
    links = [f"/start {key}" for key in catalogue.load().categories]
    meanings = interpreter.interpret(links)
    assert [each.text for each in meanings if each.urgent.value] == []


def test_every_category_fits_in_a_link() -> None:
    keys = catalogue.load().categories
    assert {typed.command_in(f"/start {key}") for key in keys} == {f"inicio:{key}" for key in keys}
