"""The answers to the survey, as people type them."""

import pytest

from bot.dialogue import rating


@pytest.mark.parametrize(
    ("text", "score", "rest"),
    [
        ("5", 5, ""),
        ("cinco", 5, ""),
        ("un 4", 4, ""),
        ("4 de 5", 4, ""),
        ("5 estrellas", 5, ""),
        ("un diez", 5, ""),
        ("Excelente!!", 5, ""),
        ("5 Muy buena", 5, ""),
        ("muy mala", 1, ""),
        ("muy buen servicio", 5, ""),
        ("me atendieron bien", 4, ""),
        ("la atención fue regular", 3, ""),
        ("Muy mal, tardaron un mes", 1, "tardaron un mes"),
        ("2, nadie me resolvió", 2, "nadie me resolvio"),
        ("muy mal atendido", 1, ""),
        ("bien pero tardaron mucho", 4, "pero tardaron mucho"),
        ("muy bien, gracias", 5, "gracias"),
        ("very bad, it took a month", 1, "it took a month"),
        ("five", 5, ""),
        ("un 8", 4, ""),
        ("5 de 10", 3, ""),
        ("un 3 ponle", 3, ""),
        ("cuatro y medio", 4, ""),
        ("pues ni fu ni fa", 3, ""),
        ("es una porquería de servicio", 1, ""),
        ("1 porque no sirven pa nada", 1, "porque no sirven pa nada"),
        ("pretty good I guess", 4, ""),
        ("⭐⭐⭐⭐⭐", 5, ""),
        ("⭐️⭐️", 2, ""),
        ("la neta tardaron mucho pero bien", 4, "la neta tardaron mucho"),
        ("Great, thank you", 5, "thank you"),
    ],
)
def test_a_score_in_words(text: str, score: int, rest: str) -> None:
    assert rating.read(text) == (score, rest)


@pytest.mark.parametrize(
    "text",
    [
        "3 dias sin agua", "2 lamparas fundidas en mi calle", "55", "0", "un bache",
        "uno de mis vecinos", "buenas tardes", "mal olor en la calle", "malandros en la esquina",
        "a 5 cuadras", "", "7 dias sin luz",
        "no hay agua pero la calle esta mal iluminada",
    ],
)  # fmt: skip
def test_what_is_no_score(text: str) -> None:
    assert rating.read(text) == (None, "")
