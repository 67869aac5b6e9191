"""Which words are the name of a person."""

import pytest

from bot.dialogue.reading import bearers, labels, names, omissions, saying, streets, wording
from tests.bot.saying import said


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("pos yo nomás firmé unos papeles", True),
        ("entre mas pronto mejor", True),
        ("del ISSSTESON", True),
        ("María de la Luz Ríos y Cano", False),
        ("guadalupe", False),
    ],
)
def test_words_of_every_day_are_no_name(text: str, is_none: bool) -> None:
    assert names.is_none(text) is is_none


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guadalupe O'Brien", "Guadalupe O'Brien"),
        ("Ma. del Refugio Noriega", "Ma. del Refugio Noriega"),
        ("San Benito", None),
        ("no sé", None),
    ],
)
def test_name_alone(text: str, name: str | None) -> None:
    assert names.alone(said(text)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Genaro Valdez Icedo, secretario de organización", "Genaro Valdez Icedo"),
        ("Dr. Iván Cordero, médico del IMSS", "Dr. Iván Cordero"),
        ("Memo, de la sección 28", "Memo"),
        ("doña Cuca, la de la tienda", "doña Cuca"),
        ("el Chato Bachomo", "el Chato Bachomo"),
        ("María de la Paz", "María de la Paz"),
        ("Cananea, Sonora", None),
        ("Luego, al rato", None),
        ("Hospital General, no hay medicina", None),
        ("Soy de la Sahuaro", None),
        ("El Sahuaro", None),
        ("Colonia Modelo, calle Sol", None),
        ("no me dieron cita, fui al hospital", None),
    ],
)
def test_a_message_begins_with_a_name(text: str, name: str | None) -> None:
    assert names.leading(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cel 6621234567, soy Irma", "Irma"),
        ("María de la Paz, 6621408899", "María de la Paz"),
        ("mi cel 6621234567, soy de Nogales", None),
        ("soy Irma", None),
    ],
)
def test_a_name_with_its_phone(text: str, name: str | None) -> None:
    assert names.with_phone(said(text)) == name


@pytest.mark.parametrize(
    ("text", "is_name"),
    [("Paola.", True), ("Chela", True), ("Hola", False), ("Gracias", False), ("Adiós", False)],
)
def test_a_name_like_a_greeting(text: str, is_name: bool) -> None:
    assert wording.is_name(said(text, "saludo", 0.9)) is is_name


@pytest.mark.parametrize(
    ("text", "cancels"),
    [
        ("Lalo", False),
        ("send it, please, for the whole street", False),
        ("cancélelo", True),
        ("mejor ya no quiero nada", True),
        ("please cancel the whole thing", True),
    ],
)
def test_a_name_cancels_nothing(text: str, cancels: bool) -> None:
    assert said(text, "cancelar", 0.9).is_sure is cancels


@pytest.mark.parametrize(
    ("text", "asked", "cannot"),
    [
        ("no hay señal aquí", False, True),
        ("aquí no entra la llamada", True, True),
        ("se me descompuso el celular", True, True),
        ("mi nieta lo tiene pero no me lo sé", True, True),
        ("mi nieta lo tiene pero no me lo sé", False, False),
        ("no hay agua en mi casa", True, False),
        ("no sirve el teléfono público", True, False),
        ("me llaman a la casa", True, False),
    ],
)
def test_who_cannot_be_called(text: str, asked: bool, cannot: bool) -> None:
    assert omissions.cannot_be_called(saying.bare(text), asked=asked) is cannot


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Tierra y Libertad", "Tierra y Libertad"),
        ("Villa de Seris o la Sacramento, no sé bien", "Villa de Seris o la Sacramento"),
        ("en el oxxo pues", "en el oxxo"),
        ("la Sahuaro", None),
    ],
)
def test_place_of_two_names(text: str, whole: str | None) -> None:
    assert streets.whole(text) == whole


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Heriberto", "Heriberto"),
        ("Nora", "Nora"),
        ("Listo", None),
        ("Gracias", None),
        ("Guaymas", None),
        ("Moctezuma", None),
        ("heriberto", None),
        ("URGE", None),
    ],
)
def test_a_first_name_alone(text: str, name: str | None) -> None:
    assert names.first(said(text)) == name


@pytest.mark.parametrize(
    ("text", "known", "name"),
    [
        ("y mi apellido es Pacheco Mora", "Tania", "Tania Pacheco Mora"),
        ("que es Jesús Ramón Bustamante", "Jesús Bustamante", "Jesús Ramón Bustamante"),
        ("que es Jesús Ramón Bustamante", "", "Jesús Ramón Bustamante"),
        ("es Benito Juárez", "Ana Soto", None),
        ("es una fuga de agua", "Ana Soto", None),
    ],
)
def test_the_rest_of_a_name(text: str, known: str, name: str | None) -> None:
    assert names.renamed(said(text), known) == name


def test_one_word_spelt_otherwise() -> None:
    assert names.renewed("Reyna Isabel Cota", "Reina") == "Reina Isabel Cota"
    assert names.renewed("Reyna Isabel Cota", "Ana") == "Ana"


@pytest.mark.parametrize(
    ("plain", "needs_none"),
    [
        ("no hace falta", True),
        ("no gracias asi", True),
        ("no dar nada", True),
        ("no", False),
        ("no es la calle", False),
        ("no hay agua", False),
    ],
)
def test_nothing_more_is_needed(plain: str, needs_none: bool) -> None:
    assert omissions.needs_none(plain) is needs_none


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("es para mi mamá, se llama Rosa Elvira Yocupicio", "Rosa Elvira Yocupicio"),
        ("mi hijo se llama Iker", "Iker"),
        ("el nombre de mi papá es Jesús Cota", "Jesús Cota"),
        ("para mi papá Jesús Cota", "Jesús Cota"),
        ("a nombre de mi papá, se llama Jesús Cota", None),
        ("ella se llama Rosario Valenzuela", None),
        ("mi calle es Nayarit y Reforma, mi mamá se llama Rosa", None),
    ],
)
def test_the_name_of_who_is_helped(text: str, name: str | None) -> None:
    assert labels.helped(text) == name


@pytest.mark.parametrize(
    ("text", "known", "name"),
    [
        ("la maestra Ofelia Tapia", "Ofelia Tapias", "la maestra Ofelia Tapia"),
        ("la maestra Ofelia Tapia", "", "la maestra Ofelia Tapia"),
        ("la maestra Ofelia Tapia", "Ana Soto", None),
        ("don Refugio Luque es mi nombre", "Ana", "don Refugio Luque"),
        ("hola, soy Balbina", "Ana Soto", "Balbina"),
        ("la maestra grita", "", None),
        ("Balbina", "", None),
    ],
)
def test_a_name_with_its_title(text: str, known: str, name: str | None) -> None:
    assert names.meant(said(text), known) == name


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("mi mama", "su mamá"),
        ("pa mi papá", "su papá"),
        ("del el, mi esposo", "su esposo"),
        ("el de ella", "ella"),
        ("pues el mio", "usted"),
        ("al mío", "usted"),
        ("el de ella o el mio?", None),
        ("mi calle", None),
        ("ella tiene diabetes", None),
    ],
)
def test_whose_name_it_is_to_be(text: str, whose: str | None) -> None:
    assert bearers.whose(text) == whose


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("de él, Francisco Moreno", "Francisco Moreno"),
        ("de ella, rosa ibarra", "Rosa Ibarra"),
        ("mi suegra Matilde Cruz", "Matilde Cruz"),
        ("Trinidad Loera, él. yo soy su hija Bertha", "Trinidad Loera"),
        ("Trinidad Loera", None),
        ("Yareli Bustamante, ella es la niña, yo soy su mamá Rosa Elia", None),
        ("ella, la de siempre", None),
        ("El Sahuaro, la colonia", None),
    ],
)
def test_a_name_told_with_who_that_is(text: str, name: str | None) -> None:
    assert bearers.named(text) == name


@pytest.mark.parametrize(
    ("text", "known", "renamed"),
    [
        ("se apellida Ochoa Terán", "María Ochoa", "María Ochoa Terán"),
        ("su apellido es Yesca, sin s", "Juan Yescas Soto", "Juan Yesca Soto"),
        ("mi apellido es Pacheco", "Rosa", "Rosa Pacheco"),
        ("el chofer se apellida Ruiz", "Rosa Soto", None),
    ],
)
def test_a_surname_put_right(text: str, known: str, renamed: str | None) -> None:
    assert names.renamed(said(text), known) == renamed
