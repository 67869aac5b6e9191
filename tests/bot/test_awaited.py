"""Who has a folio and waits: what asks how it stands, and what tells of the wait."""

import pytest

from bot.dialogue.reading import asked, awaited, solved, typed


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("buenas tardes, quería ver cómo va lo de mi despensa", True),
        ("Buenas tardes, ¿ya hay respuesta de la beca de mi hija?", True),
        ("quería preguntar por la beca de mi hija", True),
        ("¿me pueden decir si aprobaron la beca?", True),
        ("¿entonces ya van a venir?", True),
        ("oiga, ¿y mi despensa?", True),
        ("is there any news about my pothole?", True),
        ("¿ya vieron que el bache está más grande?", False),
        ("quiero saber de los requisitos de la beca", False),
        ("¿cómo va a quedar la calle?", False),
        ("ya lo taparon, gracias", False),
        ("¿ya puedo ir a recogerla?", False),
    ],
)
def test_how_it_stands_is_asked(text: str, asks: bool) -> None:
    assert awaited.asks_state(text, is_named=True) is asks


@pytest.mark.parametrize(
    ("text", "is_still"),
    [
        ("ya paso 2 dias y no an tapado el bache", True),
        ("todavía no vienen", True),
        ("llevo dos días esperando y nada", True),
        ("el bache es de la calle Sol", False),
    ],
)
def test_nothing_has_come_of_it(text: str, is_still: bool) -> None:
    assert awaited.is_still(text) is is_still


@pytest.mark.parametrize(
    ("text", "is_to_come"),
    [
        ("todavía no, es hasta el jueves", True),
        ("aún no llega el jueves", True),
        ("not until Thursday", True),
        ("no han venido desde el jueves", False),
        ("dijeron que hasta el jueves y no vinieron", False),
    ],
)
def test_the_day_that_was_told_is_to_come(text: str, is_to_come: bool) -> None:
    assert solved.is_to_come(text) is is_to_come


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("¿y si me dicen quién es el director de ahí, para hablarle?", "head"),
        ("me pasa el nombre de la directora de la escuela", "head"),
        ("what is the name of the principal?", "head"),
        ("no sé cómo se llama el director", None),
        ("¿quién es el encargado de los baches?", None),
    ],
)
def test_whose_name_is_asked(text: str, about: str | None) -> None:
    assert asked.about(text) == about


@pytest.mark.parametrize(
    ("text", "is_nothing"),
    [
        ("en huatabampo ya le dije pero no quiero denunciar a nadie", True),
        ("no no, yo no quiero denunciar, nomás el nombre", True),
        ("no quiero denunciar, quiero que vigilen", False),
        ("pero no quiero denunciar a nadie, nomás que lo arreglen", False),
    ],
)
def test_nobody_is_to_be_denounced(text: str, is_nothing: bool) -> None:
    assert (typed.command_in(text) == typed.NOTHING) is is_nothing
