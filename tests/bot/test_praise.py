"""Praise, sour praise, and what only resembles it."""

import pytest

from bot.dialogue.reading import irony, thanked


@pytest.mark.parametrize("text", ["por la de las flores", "la Flor", "la de la esquina"])
def test_few_words_that_praise_nothing_only_resemble_praise(text: str) -> None:
    assert irony.only_resembles(text)


@pytest.mark.parametrize(
    "text",
    ["felicidades al Registro Civil", "de lujo", "honor a quien honor merece", "echar flores pues"],
)
def test_praise_in_few_words_is_praise(text: str) -> None:
    assert not irony.only_resembles(text)


@pytest.mark.parametrize(
    ("text", "is_all"),
    [
        ("quiero agradecerle al profe del Cbtis por ayudarme a entrar", True),
        ("quiero dar las gracias a la enfermera Rosa", True),
        ("agradezco a la maestra, pero quiero inscribir a mi hijo", False),
        ("quiero agradecer al doctor y que me den la medicina, no hay", False),
        ("quiero hablar con el maestro", False),
    ],
)
def test_thanks_to_somebody_ask_for_nothing(text: str, *, is_all: bool) -> None:
    assert thanked.is_to_somebody(text) is is_all


@pytest.mark.parametrize(
    ("text", "is_all"),
    [
        ("muchas gracias porque ya vinieron a arreglar el camino", True),
        ("gracias por arreglar la escuela de mi hijo", True),
        ("gracias porque vinieron y dejaron peor el camino", False),
        ("gracias por arreglar el camino, hay otro bache", False),
        ("gracias por la información", False),
    ],
)
def test_thanks_for_what_was_done(text: str, *, is_all: bool) -> None:
    assert thanked.is_nothing_else(text) is is_all


@pytest.mark.parametrize(
    ("text", "is_all"),
    [
        ("no, es nomás un agradecimiento", True),
        ("solo quería felicitar a la maestra", True),
        ("es una queja", False),
        ("es un agradecimiento y una queja", False),
        ("no es un agradecimiento", False),
        ("no es una felicitación, es una queja", False),
    ],
)
def test_what_is_only_thanks(text: str, *, is_all: bool) -> None:
    assert thanked.is_all(text) is is_all
