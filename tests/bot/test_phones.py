"""A phone told in part."""

import pytest

from bot.dialogue.reading import phones, replaced


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("7789 el final", "6621887789"),
        ("termina en 89 no en 98", "6621887789"),
        ("no termina en 98, termina en ochenta y nueve", "6621887789"),
        ("los últimos cuatro son 77 89", "6621887789"),
        ("perdón, el último es 9", "6621887799"),
        ("the last digits are 89", "6621887789"),
        ("son los últimos 2", None),
        ("al final fueron 3 baches", None),
        ("termina en 5 cuadras", None),
        ("¿termina en 89?", None),
    ],
)
def test_what_a_phone_ends_in(text: str, phone: str | None) -> None:
    assert phones.ending("6621887798", text) == phone


def test_nothing_ends_where_no_phone_is_known() -> None:
    assert phones.ending("este_medio", "termina en 89") is None


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("662 188", "662188"),
        ("mi cel es seis sesenta y dos", "662"),
        ("y luego once veintidós", "1122"),
        ("vivo en el 45", ""),
        ("no tengo", ""),
    ],
)
def test_a_piece_of_a_phone(text: str, digits: str) -> None:
    assert phones.piece(text) == digits


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Leyva no Leiba", {"nombre": "Juan Leyva Soto"}),
        ("leyva no leiba", {"nombre": "Juan Leyva Soto"}),
        ("es Leyva con y griega", {"nombre": "Juan Leyva Soto"}),
        ("54 no 45", {"calle": "Nayarit 54"}),
        ("no es 98, es 89", {"contacto": "6621887789"}),
        ("la calle no tiene nombre", {}),
        ("en la banqueta no en la calle", {}),
        ("Pedro con mi mamá", {}),
        ("el bache no lo tapan", {}),
    ],
)
def test_a_word_spelt_otherwise_takes_its_place(text: str, told: dict[str, str]) -> None:
    known = {"nombre": "Juan Leiba Soto", "calle": "Nayarit 45", "contacto": "6621887798"}
    assert replaced.within(known, text) == told


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Consuelo Rivera y mi telefono es 2 14 56 78", "2145678"),
        ("214 5678", "2145678"),
        ("mi tel de la casa 2145678, Ana", "2145678"),
        ("mi telefono es 662 214 56 78", ""),
        ("la multa 2145678 de tránsito", ""),
    ],
)
def test_a_phone_without_its_area(text: str, digits: str) -> None:
    assert phones.local(text) == digits
