"""Who wants to know and nothing else, in however many words."""

import pytest

from bot.dialogue.reading import asked, only_asks


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("no pues nomás quiero saber qué papeles ocupo", "que papeles ocupo"),
        ("ya le dije que nomas quiero saber", ""),
        ("Mejor ya no me llamen, nomás dígame los requisitos", ""),
        ("solo necesito información para dar de alta a un niño", "para dar de alta a un nino"),
        ("es nada más una duda", ""),
        ("quiero que arreglen la lámpara", None),
        ("quiero saber cuándo vienen", None),
    ],
)
def test_only_to_know(text: str, what: str | None) -> None:
    assert only_asks.to_know(text) == what


@pytest.mark.parametrize(
    "text",
    [
        "no quiero registrar nada ahí con ustedes, solo quiero saber qué papeles piden",
        "no señor, que no quiero que me registren nada",
        "no quiero hacer ningún trámite aquí",
    ],
)
def test_wants_no_register(text: str) -> None:
    assert only_asks.wants_no_register(text)


@pytest.mark.parametrize(
    "text",
    ["no quiero registrar mi nombre", "no quiero registrar la calle", "no registré el folio"],
)
def test_registers_all_the_same(text: str) -> None:
    assert not only_asks.wants_no_register(text)


@pytest.mark.parametrize(
    "text",
    ["ok nomás era eso gracias", "que ya era todo", "ya no quiero nada", "con eso tengo, gracias",
     "ninguno, ya no quiero nada gracias, nomas queria saber donde ir"],
)  # fmt: skip
def test_is_all(text: str) -> None:
    assert only_asks.is_all(text)


@pytest.mark.parametrize("text", ["ya era todo un lago la calle", "gracias", "nomás quiero saber"])
def test_is_not_all(text: str) -> None:
    assert not only_asks.is_all(text)


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("puedo pagarlo en línea o a fuerza tengo que ir?", True),
        ("¿cuánto se tarda la carta?", True),
        ("y se hace cita por internet?", True),
        ("puedo poner mi queja en línea?", False),
        ("¿cuánto tarda la respuesta?", False),
    ],
)
def test_at_an_office(text: str, *, is_there: bool) -> None:
    assert asked.is_at_an_office(text) == is_there
