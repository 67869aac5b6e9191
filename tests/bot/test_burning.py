"""Fires that burn now."""

import pytest

from bot.dialogue import burning


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("hay un incendio en un lote baldío aquí a la vuelta", True),
        ("el baldío de al lado tiene lumbre", True),
        ("están quemando un lote y ya se salió de control", True),
        ("se prendió el zacate del terreno", True),
        ("el lote de a lado se está quemando", True),
        ("ayer se quemó un lote baldío", False),
        ("quiero reportar un lote baldío, hay peligro de incendio", False),
        ("siempre queman basura en el lote baldío", False),
        ("tengo miedo de que se incendie el baldío", False),
        ("agarró lumbre la basura, la apagamos con la manguera", False),
    ],
)
def test_fires(text: str, *, is_one: bool) -> None:
    assert burning.is_told(text) is is_one
