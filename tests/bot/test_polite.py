"""What is left of a question once its polite beginning is taken off."""

import pytest

from bot.dialogue.reading import polite


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("disculpe la molestia, ¿a qué hora abren?", "¿a qué hora abren?"),
        ("buenas tardes una pregunta, a qué hora abren", "a qué hora abren"),
        ("oiga perdón, ¿y dónde queda el DIF?", "¿y dónde queda el DIF?"),
        ("perdone que lo moleste, quiero saber el horario", "quiero saber el horario"),
        ("me podría decir dónde pago", "dónde pago"),
        ("sorry to bother you, what time do you open?", "what time do you open?"),
    ],
)
def test_a_polite_beginning(text: str, asked: str) -> None:
    assert polite.without_beginning(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "perdón, es la calle 5",
        "disculpe, hay un bache",
        "hola, ¿cómo va mi folio?",
        "me molesta el ruido, ¿a quién llamo?",
        "disculpe que no sé qué hacer",
        "oiga una pregunta",
    ],
)
def test_what_is_no_mere_beginning(text: str) -> None:
    assert polite.without_beginning(text) == text
