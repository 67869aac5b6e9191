"""What a later one of its kind takes the place of in the same message."""

import pytest

from bot.dialogue.reading import restated
from nlu import facts


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("662 345 11 22 no, perdón, 662 345 11 23", "6623451123"),
        ("mi tel es 6333 10 22 44, no perdon 6333 10 22 45", "6333102245"),
        ("no es el 662 345 11 22, es el 662 345 11 23", "6623451123"),
        ("6623451122, digo 6623451132, ay no, 6623451123", "6623451123"),
        ("662 345 11 22 o 662 345 11 23", "6623451122"),
        ("662 345 11 22 y el de mi hija es 662 345 11 23", "6623451122"),
        ("662 345 11 22, si no contesto al 662 345 11 23", "6623451122"),
    ],
)
def test_a_phone_is_taken_back_for_another(text: str, phone: str) -> None:
    found = restated.holding([each for each in facts.find(text) if each.entity == "telefono"], text)
    assert found is not None
    assert found.value == phone
