"""What the words before a mark tell of it."""

import pytest

from bot.dialogue.reading import led
from nlu.interpretation import Entity


@pytest.mark.parametrize(
    ("lead", "marked", "kind"),
    [
        ("calle ", "municipio", "calle"),
        ("es en la av. ", "municipio", "calle"),
        ("colonia ", "municipio", "colonia"),
        ("en la colonia, ", "municipio", "municipio"),
        ("el municipio es ", "municipio", "municipio"),
        ("es en ", "municipio", "municipio"),
        ("calle ", "calle", "calle"),
        ("yo soy su nieta ", "otro", "nombre"),
        ("yo soy la nueva dueña ", "nombre", "nombre"),
        ("habla el maestro ", "otro", "nombre"),
        ("yo soy don ", "nombre", "nombre"),
        ("me habla la maestra ", "otro", "otro"),
        ("quiero quejarme de la doctora ", "otro", "otro"),
        ("el abuelo es ", "nombre", "otro"),
        ("mi papá se llama ", "nombre", "otro"),
        ("el nombre es ", "nombre", "nombre"),
        ("la dueña es ", "nombre", "nombre"),
    ],
)
def test_kind(lead: str, marked: str, kind: str) -> None:
    mark = Entity(marked, "Rayón", len(lead), len(lead) + 5, 0.7, "form")
    assert led.told(mark, f"{lead}Rayón").entity == kind


@pytest.mark.parametrize(
    ("before", "is_own"),
    [
        ("soy su mamá ", True),
        ("my name is ", True),
        ("soy el esposo de ", False),
        ("soy vecina de la señora ", False),
        ("mi vecina ", False),
    ],
)
def test_own_name(before: str, is_own: bool) -> None:
    assert led.is_own(before) is is_own


def test_where_somebody_is_from_is_not_what_they_are_called() -> None:
    assert led.is_nobody("American")
    assert not led.is_nobody("Bob Tanner")
