"""A turn in which the citizen corrects what they have just written."""

import pytest

from bot.corrected import corrected
from nlu import entities
from nlu.interpretation import Interpretation, Urgency

CALM = Urgency(value=False, score=0.0, reason=None)


def meaning(text: str) -> Interpretation:
    place, told = entities.find(text)
    return Interpretation(text, "bacheo", 0.9, (("bacheo", 0.9),), told, CALM, place, "test")


def together(*said: str) -> Interpretation:
    return corrected(meaning("\n".join(said)), [meaning(each) for each in said])


def test_the_last_place_is_the_one() -> None:
    said = together(
        "un bache en la calle Reforma, colonia Centro, en Nogales",
        "perdón, no es en Nogales",
        "es en Hermosillo, en la colonia Sahuaro",
    )
    assert (said.place.municipality, said.place.candidates) == ("Hermosillo", ())
    assert str(said.place.colonia).lower() == "sahuaro"
    assert str(said.place.street).lower() == "calle reforma"


def test_the_postal_code_of_another_town_is_forgotten() -> None:
    said = together("un bache, código postal 84000", "perdón, es en Hermosillo")
    assert (said.place.municipality, said.place.postal_code) == ("Hermosillo", None)


def test_the_last_telephone_is_the_one() -> None:
    said = together("soy Ana, mi cel es 6621234567", "perdón, es 6629876543")
    assert [each.value for each in said.entities if each.entity == "telefono"] == ["6629876543"]


@pytest.mark.parametrize(
    "said",
    [
        ("un bache en Nogales", "y otro en Hermosillo"),
        ("perdón, un bache en Nogales", "mi cel es 6621234567"),
    ],
)
def test_without_a_correction_nothing_changes(said: tuple[str, ...]) -> None:
    assert together(*said) == meaning("\n".join(said))
