"""One datum that was told is taken back, and nothing else."""

from dataclasses import replace

import pytest

from bot.dialogue import acts, erasing, within
from bot.dialogue.reading import saying
from bot.dialogue.state import State
from tests.bot.saying import asking, confirming, said, turn

FULL = confirming(
    municipio="Hermosillo",
    colonia="Sahuaro",
    calle="Nayarit",
    nombre="Ana Luz Ruiz",
    contacto="6621234567",
)
PHONE = (
    "y el teléfono bórrelo por favor",
    "el celular no lo ponga, borrelo",
    "quiteme el telefono",
    "quita mi numero",
    "quite mi telefono, mejor no lo doy",
    "sin mi telefono por favor",
    "mejor sin telefono",
    "no ponga mi celular",
    "que no salga mi telefono",
    "remove my phone",
    "please delete my phone number",
    "el telefono mejor no",
    "elimine el contacto",
    "no incluya mi correo",
    "saquen mi numero",
    "bórreme el cel",
    "don't include my phone",
    "no quiero que aparezca mi numero",
    "puede quitar el telefono?",
    "quítele el teléfono",
    "no guarden mi numero",
    "el correo ya no lo ponga",
)
NAME = (
    "borre el nombre mejor",
    "quite mi nombre",
    "mejor sin mi nombre",
    "que no salga mi nombre",
    "no pongan mi nombre",
    "prefiero que no aparezca mi nombre",
    "elimina mi nombre porfa",
    "no quiero que pongan mi nombre",
    "saque mi nombre de ahi",
    "take out my name",
)
BOTH = (
    "quite mi nombre y mi telefono",
    "sin nombre ni telefono",
    "borre mi nombre y numero",
)
OTHERS = (
    "quiten la basura de la calle",
    "que no salga agua puerca en la calle",
    "el nombre no es Ana es Rosa",
    "el telefono no es ese es 6629998877",
    "no es la calle Nayarit",
    "sin calle no se puede pasar",
    "quiten el poste de la calle Nayarit",
    "la calle no",
    "no me llamen a ese telefono en la mañana",
    "no tengo telefono",
    "el telefono no sirve",
    "no pongan otra lampara ahi",
    "quite ese telefono y ponga 6629998877",
    "el número de la casa es 45",
    "saquen los carros de la calle",
    "mi nombre es Ana",
    "no dejan pasar por la calle",
    "borren la pinta de la calle Nayarit",
    "en la calle no hay luz",
    "no den vuelta por la calle",
    "quiero que quiten el tope de la calle",
    "la calle ya no tiene pavimento",
    "quitaron el telefono publico de la colonia",
)


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (PHONE, ("contacto",)),
        (NAME, ("nombre",)),
        (BOTH, ("nombre", "contacto")),
        (("quite la colonia",), ("colonia",)),
        (OTHERS, ()),
    ],
)
def test_it_is_said_in_many_words(texts: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert [text for text in texts if erasing.taken_back(FULL, said(text)) != names] == []


def test_nothing_else_is_cancelled() -> None:
    gone = turn(FULL, said("y el teléfono bórrelo por favor", "cancelar", 0.95))
    assert gone.acts[0] == within.Without(("contacto",))
    assert gone.state.facts["nombre"] == "Ana Luz Ruiz"
    assert "contacto" in gone.state.skipped


def test_it_goes_from_the_words_too() -> None:
    told = replace(FULL, request="Luz para la calle, soy ana luz ruiz, cel 662 123 45 67")
    unnamed = turn(told, said("mejor anónimo"))
    assert unnamed.acts[0] == acts.Say("anonymous")
    assert unnamed.state.request == "Luz para la calle, soy ___, cel ___"
    assert {"nombre", "contacto"}.isdisjoint(unnamed.state.facts)


def test_a_single_name_may_be_a_word() -> None:
    named = confirming(nombre="Luz")
    told = erasing.without(replace(named, request="soy Luz, no hay luz"), "nombre")
    assert told.request == "soy ___, no hay luz"


def test_what_is_told_with_it_is_kept() -> None:
    asked = turn(asking("bacheo", "colonia"), said("colonia Sahuaro, que sea anónimo"))
    assert asked.state.facts["colonia"] == "Sahuaro"
    assert {"nombre", "contacto"} <= set(asked.state.skipped)


def test_after_the_folio_it_is_for_a_person() -> None:
    assert erasing.is_of_a_person(saying.bare("quiten mi nombre de la denuncia"))
    assert not erasing.is_of_a_person(saying.bare("quiten la basura"))
    assert not erasing.taken_back(State(), said("quite mi nombre"))
