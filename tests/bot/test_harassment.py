"""Harassed at work, in a bus or in the street, and what only sounds like it."""

import pytest

from bot.dialogue import State, acts, harassment, harm
from nlu.interpretation import Urgency
from tests.bot.saying import said, turn

ALARM = Urgency(value=True, score=0.73, reason="se parece a un peligro: «me anda»")


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        (
            "el supervisor de la maquila me toca y dice que si no me dejo me corre",
            "violencia_genero",
        ),
        ("mi jefe en la tienda me anda abrazando", "violencia_genero"),
        ("mi patrón me pide que salga con él o me corre", "violencia_genero"),
        ("un compañero del trabajo me manda fotos desnudas", "violencia_genero"),
        ("un tipo se me arrima en el camión", "violencia_genero"),
        ("mi supervisor me acosa sexualmente", "violencia_genero"),
        ("sufro acoso sexual en mi trabajo", "violencia_genero"),
        ("un señor en el camión le agarró la pierna a mi hija de 15", "ninez"),
    ],
)
def test_it_is_guided_calmly(text: str, matter: str) -> None:
    decision = turn(State(), said(text, "empleo", 0.6, ALARM))
    assert harm.told(said(text)) == matter
    assert acts.Guide(matter, "harassed") in decision.acts
    assert decision.state.danger is None


@pytest.mark.parametrize(
    "text",
    [
        "en el trabajo me toca turno de noche y no me pagan",
        "mi jefe no me da lo que me toca y me corrió",
        "la máquina me agarró la pierna en la maquila",
        "mi esposo me toca cuando llega del trabajo",
        "mi jefe me violó en la oficina",
        "mi jefe trae pistola y me toca las piernas",
        "mi jefe me dice cosas feas y me grita",
        "un cobrador me acosa con llamadas",
        "el encargado me acosa y si digo algo me corren",
        "el jefe de compras me insinuó el diez por ciento",
        "trabajo en una casa y me da pena preguntar si me tocan vacaciones",
        "me tocó una multa en la calle",
    ],
)
def test_it_is_not(text: str) -> None:
    assert not harassment.is_told(text)
