"""What is said beside a danger, and whether it is a matter of its own."""

import pytest

from bot.dialogue import own_matter, pleas
from bot.dialogue.own_matter import is_of_what_befell
from tests.bot.saying import said


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("ya le hablé al 911 ya vienen gracias", "called"),
        ("ya les hablé tres veces", "called"),
        ("mi vecino ya les habló", "called"),
        ("si ya llamé y me traen vueltas", "no_answer"),
        ("dicen que no les toca", "no_answer"),
        ("no me hacen caso en el 911", "no_answer"),
        ("no sé si sea para tanto", "doubt"),
        ("¿lo llevo mejor al centro de salud?", "doubt"),
        ("ya nos vamos en el carro", "underway"),
        ("se fueron en un carro", None),
        ("¿apagamos la luz del pasillo?", "switches"),
        ("se fue la luz", None),
    ],
)
def test_what_has_an_answer(text: str, topic: str | None) -> None:
    assert pleas.topic(text) == topic


def test_the_lot_that_burns_is_no_matter() -> None:
    assert is_of_what_befell(said("hay un incendio en el lote", "basura_parques"))
    assert not is_of_what_befell(said("hay basura en el lote", "basura_parques"))


def test_what_others_do_about_it_is_no_matter() -> None:
    came = "ya llegaron unos vecinos con pipa y la están apagando"
    assert own_matter_of(came) is None
    assert own_matter_of("no hay agua en mi colonia desde ayer") == "agua_potable"


def own_matter_of(text: str) -> str | None:
    return own_matter.told(said(text, "agua_potable", 0.95, move="matter"))
