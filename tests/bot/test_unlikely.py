"""What a message is not about, whatever it looks like to the model."""

from dataclasses import replace

import pytest

from bot.dialogue import State, unlikely
from bot.dialogue.reading.heard import Heard
from tests.bot.saying import said


def ranked(text: str, *ranking: tuple[str, float]) -> Heard:
    heard = said(text, *ranking[0])
    return replace(heard, meaning=replace(heard.meaning, ranking=ranking))


@pytest.mark.parametrize(
    ("heard", "intent", "is_sure"),
    [
        (
            ranked("no quiero vivir así sin agua", ("salud_mental", 0.93), ("agua_potable", 0.06)),
            "agua_potable",
            False,
        ),
        (
            ranked("me están golpeando los recibos", ("energia_electrica", 0.9), ("ninez", 0.1)),
            "energia_electrica",
            True,
        ),
        (
            ranked("un cobrador me amenaza con embargarme", ("violencia_genero", 0.99)),
            "juridico",
            False,
        ),
        (
            ranked("los de Coppel no me dejan en paz", ("violencia_genero", 0.6)),
            "juridico",
            False,
        ),
        (
            ranked("y si le pica uno a mi bebe que hago", ("ninez", 0.6), ("ayuda", 0.4)),
            "ayuda",
            False,
        ),
    ],
)
def test_a_delicate_matter_that_is_none(heard: Heard, intent: str, *, is_sure: bool) -> None:
    told = unlikely.as_it_is(State(), heard)
    assert (told.intent, told.is_sure) == (intent, is_sure)


@pytest.mark.parametrize(
    "text",
    [
        "mi esposo me amenaza con quitarme la casa, y debo al banco",
        "mi ex no me deja en paz por una deuda",
        "el prestamista me golpeó",
        "ya no quiero vivir con él",
    ],
)
def test_a_delicate_matter(text: str) -> None:
    heard = ranked(text, ("violencia_genero", 0.95), ("juridico", 0.05))
    assert unlikely.as_it_is(State(), heard) == heard
