"""Where something is, told by what stands there."""

import pytest

from bot.dialogue.reading import landmarks


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("near the marina", True),
        ("it's right across from the school", True),
        ("On the beach, Playa San Francisco, next to the hotel", True),
        ("near the end of the month they always come", False),
        ("en la playa", True),
        ("por la tiendita", True),
        ("en la cancha de futbol, pues", True),
        ("por la mañana", False),
        ("la tienda está cerrada", False),
        ("¿en la plaza?", False),
        ("Parque Hundido", False),
    ],
)
def test_what_stands_there(text: str, *, is_one: bool) -> None:
    assert landmarks.is_one(text) is is_one


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("no tiene nombre, por el panteón", "por el panteón"),
        (
            "no es calle, es un lote baldío atrás de la escuela",
            "un lote baldío atrás de la escuela",
        ),
        ("There's no street, it's the beach", "the beach"),
        ("ya le dije, junto al hotel", "junto al hotel"),
        ("no sé", None),
        ("playa San Francisco junto al hotel", "playa San Francisco junto al hotel"),
    ],
)
def test_in_place_of_a_street(text: str, where: str | None) -> None:
    assert landmarks.told(text, named=True) == where
