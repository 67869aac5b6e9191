"""A street told in pieces."""

import pytest

from bot.dialogue.reading import corners, replaced, streets, wording
from tests.bot.saying import said


@pytest.mark.parametrize(
    ("known", "told", "now"),
    [
        ("Sonora 12", "entre 24 y 25", "Sonora 12 entre 24 y 25"),
        ("Sonora 12 entre 3 y 4", "Entre 24 y 25", "Sonora 12 entre 24 y 25"),
        ("Entre 24 y 25", "calle Sonora", "calle Sonora entre 24 y 25"),
        ("Calle 14 Avenida 8", "avenida 9", "Calle 14 Avenida 9"),
        ("Calle 14 Avenida 8", "Calle 18", "Calle 18 Avenida 8"),
        ("Calle 14 Avenida 8", "calle 3 avenida 2", "calle 3 avenida 2"),
        ("calle Sonora", "calle Sinaloa", "calle Sinaloa"),
    ],
)
def test_piece_told_anew(known: str, told: str, now: str) -> None:
    assert streets.renewed(known, told) == now


@pytest.mark.parametrize(
    ("street", "named"), [("la 18", "Calle 18"), ("7", "Calle 7"), ("La Marina", "La Marina")]
)
def test_street_of_a_number(street: str, named: str) -> None:
    assert streets.named(street) == named


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("es avenida 9 no 8", "Calle 8 Avenida 9"),
        ("the street is calle 4 not 8", "Calle 4 Avenida 8"),
        ("no es 8, es 9", "Calle 9 Avenida 8"),
    ],
)
def test_word_in_place_of_another(text: str, street: str) -> None:
    assert replaced.within({"calle": "Calle 8 Avenida 8"}, text) == {"calle": street}


@pytest.mark.parametrize(
    ("known", "text", "now"),
    [
        ("Avenida Obregon 45", "es calle obregon, no avenida", "Calle Obregon 45"),
        ("Privada Sol 14", "es callejon, no privada", "Callejon Sol 14"),
        ("Manuel Ruelas Soto", "no es ruelas es Rueda, R U E D A", "Manuel Rueda Soto"),
    ],
)
def test_what_stays_is_not_said_twice(known: str, text: str, now: str) -> None:
    fact = "nombre" if "Manuel" in known else "calle"
    assert replaced.within({fact: known}, text) == {fact: now}


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("en la calle 18 entre avenida 12 y 13", "calle 18 entre avenida 12 y 13"),
        ("avenida Obregón entre Sol y Luna.", "avenida Obregón entre Sol y Luna"),
        ("calle Sol, la fuga está entre la casa y la banqueta", None),
        ("entre Sol y Luna", None),
    ],
)
def test_between(text: str, street: str | None) -> None:
    assert streets.between(text) == street


@pytest.mark.parametrize(
    ("street", "text", "expected"),
    [
        ("Nayarit", "el número es 45", "Nayarit 45"),
        ("Nayarit 12", "no, es el 54", "Nayarit 54"),
        ("Calle 20", "45 es la casa", "Calle 20, número 45"),
        ("Nayarit entre A y B", "casa 12-B", "Nayarit entre A y B, número 12 B"),
        ("Atrás de la primaria", "número 7", "Atrás de la primaria, número 7"),
        ("Nayarit", "el número es 662", None),
        ("Nayarit", "son 45", None),
        ("", "el número es 45", None),
    ],
)
def test_the_number_of_a_house_told_after(street: str, text: str, expected: str | None) -> None:
    assert streets.with_door(street, text) == expected


@pytest.mark.parametrize(
    ("request_", "street", "is_one"),
    [
        ("los baches de la solidaridad", "Blvd Solidaridad con Kino", True),
        ("baches en la colonia Solidaridad", "Blvd Solidaridad con Kino", False),
        ("los baches de la solidaridad", "Calle Sol", False),
        ("hay baches", "Blvd Solidaridad", False),
    ],
)
def test_a_street_that_was_taken_for_a_colonia(request_: str, street: str, *, is_one: bool) -> None:
    assert streets.is_told_of(street, "Solidaridad", request_) is is_one


@pytest.mark.parametrize(
    ("street", "is_one"),
    [("calle bueno", True), ("calle Buenos", True), ("calle Buenos Aires", False), ("Sol", False)],
)
def test_no_name_of_a_street(street: str, *, is_one: bool) -> None:
    assert streets.is_no_name(street) is is_one


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("en el ejido La Victoria, pasando el vado, casa verde", "pasando el vado, casa verde"),
        ("Pueblo Viejo, atrás de la primaria", "atrás de la primaria"),
        ("Pueblo Viejo, desde cerca de un mes", None),
        ("Sahuaro, por favor", None),
        ("a un lado de la primaria, col. Sahuaro", "a un lado de la primaria"),
    ],
)
def test_where_it_is_in_a_place_without_streets(text: str, where: str | None) -> None:
    assert streets.beside_place(text) == where


@pytest.mark.parametrize(
    ("known", "text", "street"),
    [
        ("Elías", "numero 34", "Elías 34"),
        ("Periférico", "con revolucion", "Periférico con Revolucion"),
        ("Periférico 34", "esquina con Juárez", "Periférico 34 esquina con Juárez"),
        ("Periférico", "casi con la Zaragoza", "Periférico, casi con la Zaragoza"),
        ("Periférico", "con calle 5", "Periférico con Calle 5"),
        ("Calle 12", "esq. con av. 7", "Calle 12 esq. con Av. 7"),
        ("Calle 12", "la esquina es con la 7", "Calle 12 esquina con la 7"),
        ("Calle 12", "y avenida 8", "Calle 12 y Avenida 8"),
        ("Calle 12", "a la altura de la calle 5", "Calle 12, a la altura de la Calle 5"),
        ("Calle 14 Avenida 8", "con avenida 9", None),
        ("Calle 12", "y reforma", None),
        ("Periférico y Juárez", "con Revolución", None),
        ("Periférico", "con urgencia", None),
        ("Periférico", "con mi mamá", None),
        ("Periférico", "con la policía", None),
        ("Periférico", "con 5 perros", None),
        ("", "con Revolución", None),
    ],
)
def test_what_goes_with_a_street(known: str, text: str, street: str | None) -> None:
    more = corners.more_of({"calle": known} if known else {}, said(text))
    assert more.get("calle") == street


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("la california x la secundaria", "La California x la secundaria"),
        ("allende casi esq con obregon", "Allende casi esq con Obregon"),
        ("reforma frente al oxxo entre juarez y morelos",
         "Reforma frente al oxxo entre Juarez y Morelos"),
        ("MARÍA DE LA LUZ X", "María de la Luz X"),
    ],
)  # fmt: skip
def test_what_it_is_near_is_no_name(text: str, written: str) -> None:
    assert wording.titled(text) == written
