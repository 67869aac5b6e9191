"""Which words are the name of a person."""

import pytest

from bot.dialogue import names, streets
from tests.bot.saying import said


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("pos yo nomás firmé unos papeles", True),
        ("entre mas pronto mejor", True),
        ("del ISSSTESON", True),
        ("María de la Luz Ríos y Cano", False),
        ("guadalupe", False),
    ],
)
def test_words_of_every_day_are_no_name(text: str, is_none: bool) -> None:
    assert names.is_none(text) is is_none


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guadalupe O'Brien", "Guadalupe O'Brien"),
        ("Ma. del Refugio Noriega", "Ma. del Refugio Noriega"),
        ("San Benito", None),
        ("no sé", None),
    ],
)
def test_name_alone(text: str, name: str | None) -> None:
    assert names.alone(said(text)) == name


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Tierra y Libertad", "Tierra y Libertad"),
        ("Villa de Seris o la Sacramento, no sé bien", "Villa de Seris o la Sacramento"),
        ("en el oxxo pues", "en el oxxo"),
        ("la Sahuaro", None),
    ],
)
def test_place_of_two_names(text: str, whole: str | None) -> None:
    assert streets.whole(text) == whole
