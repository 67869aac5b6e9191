"""What is told with its label, or in English, in the words that are read here."""

import pytest

from bot.dialogue.reading import plainly


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("nombre: juan perez", "mi nombre es juan perez"),
        ("Nombre: Juan Pérez\nCalle: Paris 4", "mi nombre es Juan Pérez\nla calle es Paris 4"),
        ("mi nombre está mal, es juan perez", "mi nombre es juan perez"),
        ("la calle está mal, debe ser Londres", "la calle es Londres"),
        ("my name is wrong, its john smith", "mi nombre es john smith"),
        ("you have my name wrong, it's Jon Carter", "mi nombre es Jon Carter"),
        ("My phone number is wrong. It should be 6629998877", "mi teléfono es 6629998877"),
        ("my last name is Cartwright", "mi apellido es Cartwright"),
        ("not Hermosillo, Guaymas", "no es Hermosillo, es Guaymas"),
        ("it's in Empalme, not San Carlos", "Empalme, no San Carlos"),
    ],
)
def test_a_value_with_its_label(text: str, read: str) -> None:
    assert plainly.told(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "On Bahia Street, between Sahuaro and the beach club, number 12",
            "en calle Bahia, entre Sahuaro y la playa club, número 12",
        ),
        ("45 Bahia Street, behind the gas station", "calle Bahia 45, atrás de la gasolinera"),
        ("it's on bahia street near the park", "es en calle bahia cerca del parque"),
        ("on the corner of Reforma and Morelos", "en la esquina de Reforma y Morelos"),
        ("between reforma and morelos", "entre reforma y morelos"),
        ("the cross street is Paris", "esquina con Paris"),
        ("two blocks from the church", "a dos cuadras de la iglesia"),
        (
            "change the address to 45 Londres Street, across from my house",
            "la calle es calle Londres 45, frente a mi casa",
        ),
    ],
)
def test_where_it_is_in_english(text: str, read: str) -> None:
    assert plainly.told(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a pothole, street Londres 14 in Nogales", "a pothole, calle Londres 14 in Nogales"),
        ("no light, her street is Niños Héroes 210", "no light, calle Niños Héroes 210"),
        ("pothole on Kino Boulevard in Hermosillo", "pothole on bulevar Kino in Hermosillo"),
        ("there is a big hole on 5 de Mayo Street 12", "there is a big hole on calle 5 de Mayo 12"),
    ],
)
def test_a_street_in_a_story(text: str, read: str) -> None:
    assert plainly.told(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "near the marina",
        "the street is full of holes",
        "la calle está mal, es un peligro",
        "Hermosillo street lights are out",
        "fire between Reforma and Morelos",
        "drunk men behind the school",
        "is it between Reforma and Morelos?",
        "it is not a stray, it is the neighbor's dog",
    ],
)
def test_what_tells_more(text: str) -> None:
    assert plainly.told(text) == text
