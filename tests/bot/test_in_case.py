"""Whom to call if something ever happens, and what happens now."""

import pytest

from bot.dialogue.reading import in_case


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("si un día tiembla o hay incendio en mi edificio a quién le llamo", True),
        ("qué hago si se mete una víbora a la casa", True),
        ("¿a quién le llamo si hay una fuga de gas?", True),
        ("y si me roban, ¿a qué número marco?", True),
        ("¿cuál es el número de los bomberos?", True),
        ("qué se hace si un día hay un choque", True),
        ("what do I do if there is a fire?", True),
        ("ya se metió una víbora, qué hago", False),
        ("hay un incendio, a quién le llamo", False),
        ("¿a quién le llamo si no hay agua?", False),
        ("a dónde hablo si chocan mi carro, fue un accidente ayer", False),
    ],
)
def test_what_has_not_happened(text: str, *, is_asked: bool) -> None:
    assert in_case.asks(text) == is_asked
