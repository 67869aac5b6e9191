"""Words at the summary: what adds to it, and corrections of several facts in one message."""

import pytest

from bot.dialogue import Stage
from bot.dialogue.reading import replaced
from tests.bot.saying import confirming, said, turn

KNOWN = {"municipio": "Cajeme", "calle": "Tamaulipas 45", "nombre": "Pepe", "ruta": "4"}


@pytest.mark.parametrize(
    "text",
    [
        "sí pero agregue que la cita es el lunes",
        "póngale que el niño entra en enero",
        "le falta decir que son 28 kilómetros",
        "se me olvidó decirle que es en la noche",
        "yes but add that it is very dark",
    ],
)
def test_it_adds_whatever_matter_it_resembles(text: str) -> None:
    decision = turn(confirming(**KNOWN), said(text, "salud_atencion", 0.95))
    assert decision.state.category == "bacheo"
    assert decision.state.request == f"hay un bache\n{text}"
    assert decision.state.misses == 0


@pytest.mark.parametrize(
    ("text", "is_registered"),
    [
        ("está bien, nomás que es urgente", True),
        ("está bien pero yo quiero que le llamen la atención, sí regístrelo", True),
        ("regístrelo por favor, es que ya no se puede pasar", True),
        ("sí está correcto muchas gracias oiga y en cuánto tiempo me resuelven", True),
        ("sí, pero ya no lo mande todavía", False),
        ("sí pero cambie el teléfono", False),
        ("sí pero por qué dice bacheo", False),
        ("sí, pero ¿es gratis?", False),
    ],
)
def test_a_yes_with_something_beside_it_is_a_yes(text: str, is_registered: bool) -> None:
    decision = turn(confirming(**KNOWN), said(text, "afirmar", 0.95))
    assert (decision.state.stage is Stage.idle) is is_registered


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("por favor incluya que llevamos tres meses", True),
        ("sí pero ya no quiero registrarlo", False),
    ],
)
def test_an_addition_cancels_nothing(text: str, stays: bool) -> None:
    decision = turn(confirming(**KNOWN), said(text, "cancelar", 0.95))
    assert (decision.state.category == "bacheo") is stays


def test_two_additions_call_no_person() -> None:
    once = turn(confirming(**KNOWN), said("agregue que es urgente"))
    twice = turn(once.state, said("agregue que es peligroso"))
    assert not twice.state.waits_for_person


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("sí pero no es bache, es otro asunto", "drenaje"),
        ("no, es una fuga de agua", "drenaje"),
        ("sí pero el nombre está mal", "negar"),
    ],
)
def test_what_is_wrong_is_no_addition(text: str, intent: str) -> None:
    after = turn(confirming(**KNOWN), said(text, intent, 0.95)).state
    assert (after.category, after.request) != ("bacheo", f"hay un bache\n{text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "no, no es Tamaulipas, es Tampico, y no es Pepe es José",
            {"calle": "Tampico 45", "nombre": "José"},
        ),
        ("y ponga José Luis Parra en vez de Pepe", {"nombre": "José Luis Parra"}),
        ("cambie Pepe por José Luis", {"nombre": "José Luis"}),
        ("change Pepe to Joe", {"nombre": "Joe"}),
        ("en vez de Tamaulipas ponga Sol", {"calle": "Sol 45"}),
        ("quite Tamaulipas y ponga Sol", {"calle": "Sol 45"}),
        ("Sol, no Tamaulipas; y José, no Pepe", {"calle": "Sol 45", "nombre": "José"}),
        ("Tamaulipas no, Sol; Pepe no, José", {"calle": "Sol 45", "nombre": "José"}),
        ("cambie la calle por Sol y el nombre por José", {"calle": "Sol", "nombre": "José"}),
        ("cambie el foco por favor", {}),
        ("todo bien nomas que es la linea 14 no la 4", {"ruta": "14"}),
        ("cambien la lámpara por una nueva", {}),
        ("no hay luz y la calle es un lodazal", {}),
    ],
)
def test_words_are_put_in_place_of_others(text: str, expected: dict[str, str]) -> None:
    assert replaced.within(KNOWN, text) == expected
