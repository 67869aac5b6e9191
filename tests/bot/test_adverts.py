"""Money that an advertisement promises, and what is a matter of its own."""

import pytest

from bot.dialogue import pleas
from bot.dialogue.reading import adverts, excluded


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("hola vengo por lo del anuncio de face de los 5 mil pesos", True),
        ("vi una publicación en Facebook de que dan 3000 pesos a cada familia", True),
        ("me salió un anuncio en TikTok de un premio", True),
        ("deposité 5 mil pesos por un anuncio de Facebook y me estafaron", False),
        ("vi en Facebook que hay becas de 2 mil pesos", False),
        ("quiero el apoyo de 5 mil pesos", False),
    ],
)
def test_money_promised(text: str, *, is_one: bool) -> None:
    assert adverts.is_told(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("me lo mandó una amiga", True),
        ("me lo pasaron mis vecinas por WhatsApp", True),
        ("me lo quitó una vecina", False),
        ("me lo mandó una amiga golpeado", False),
    ],
)
def test_passed_on(text: str, *, is_one: bool) -> None:
    assert adverts.is_passed_on(text) is is_one


@pytest.mark.parametrize(
    ("matter", "text", "likeliest"),
    [
        ("ninez", "no me quieren dar la custodia de mi nieta", "juridico"),
        ("ninez", "quiero la custodia, su mamá la golpea", None),
        ("ninez", "la mamá se droga y quiero pelear la custodia", None),
        ("educacion_infraestructura", "urge su constancia en la escuela", "info_tramite"),
        ("educacion_infraestructura", "se cayó el techo y se mojaron las boletas", None),
    ],
)
def test_what_words_exclude(matter: str, text: str, likeliest: str | None) -> None:
    assert next((name for name, _ in excluded.instead(matter, text)), None) == likeliest


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("¿y los niños pueden salir?", pleas.SAFE),
        ("ya podemos salir?", pleas.SAFE),
        ("¿es seguro salir a la calle?", pleas.SAFE),
        ("no podemos salir", None),
        ("¿puedo ir mañana a la oficina?", None),
    ],
)
def test_whether_one_may_go_out(text: str, topic: str | None) -> None:
    assert pleas.topic(text) == topic
