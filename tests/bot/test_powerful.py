"""Harm by strangers, which is no harm at home."""

import pytest

from bot.dialogue import crimes, powerful


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("mi vecino me amenaza con un machete", True),
        ("un señor me viene siguiendo", True),
        ("mi vecino le pega a su esposa", False),
        ("el vecino golpea a sus hijos", False),
        ("mi esposo me amenaza", False),
    ],
)
def test_strangers(text: str, *, is_one: bool) -> None:
    assert powerful.is_by_strangers(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("todas las noches hay balazos en mi colonia", True),
        ("ya no se puede vivir aquí, en las noches se oyen balazos", True),
        ("se oyen balazos ahorita", False),
        ("en las noches se oyen balazos y hoy le dieron a mi hermano", False),
        ("hay balazos afuera de mi casa", False),
    ],
)
def test_shots_of_every_night(text: str, *, is_one: bool) -> None:
    assert crimes.is_of_every_night(text) is is_one
