"""What is named to be denied, and what is wished for what was told."""

from dataclasses import replace

import pytest

from bot.dialogue import contrasts
from bot.dialogue.reading import wishes
from nlu.interpretation import Interpretation
from tests.bot.saying import said


def part(text: str, intent: str, confidence: float = 0.9) -> Interpretation:
    return said(text, intent, confidence).meaning


@pytest.mark.parametrize(
    ("denied", "intent", "left"),
    [
        ("no la multa", "multas_transito", "placas_licencias"),
        ("no es bache", "bacheo", "drenaje"),
        ("no es de vivienda", "vivienda", "empleo"),
    ],
)
def test_what_is_denied_is_not_what_is_told(denied: str, intent: str, left: str) -> None:
    heard = replace(said("…", intent), parts=(part(denied, intent), part("es otra", left)))
    assert contrasts.as_it_is(heard).intent == left


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("no la encuentro", "desaparicion"),
        ("no quiero vivir", "salud_mental"),
        ("no la arreglan", "bacheo"),
        ("no hay agua", "agua_potable"),
        ("no tengo la beca", "becas"),
    ],
)
def test_what_happens_is_no_denial(text: str, intent: str) -> None:
    heard = replace(said(text, intent), parts=(part(text, intent), part("ya busqué", "gracias")))
    assert contrasts.as_it_is(heard).intent == intent


@pytest.mark.parametrize(
    ("matter", "text", "is_denied"),
    [
        ("vivienda", "no es de vivienda, era por los armados", True),
        ("salud_atencion", "no, no es atención médica", True),
        ("becas", "no es beca", True),
        ("bacheo", "no es la calle Juárez, es la Hidalgo", False),
        ("becas", "no es para mí", False),
        ("violencia_genero", "no es violencia", False),
        ("campo_pesca", "no, yo pregunto por el barco, no es de pesca", True),
        ("campo_pesca", "no es pesca, es ganado", False),
        ("maltrato_animal", "si pero no son maltratados, es el ruido y el olor", True),
        ("maltrato_animal", "no son míos, los tienen maltratados", False),
        ("educacion_infraestructura", "no es por aires ni agua, se lastimó", True),
        ("pensiones_isssteson", "no, no soy de isssteson, es la pensión del bienestar", True),
        ("multas_transito", "no tiene nada que ver multas de transito", True),
        ("energia_electrica", "no es la de mi casa", True),
        ("energia_electrica", "no es mi casa, es la de mi mamá", False),
        ("maltrato_animal", "solo que no es maltrato son perros sueltos", False),
        ("seguridad", "No, it's not patrols or thefts. It's a bribe", True),
        ("bacheo", "it's not in Guaymas", False),
    ],
)
def test_a_matter_is_denied_by_its_name(matter: str, text: str, *, is_denied: bool) -> None:
    assert contrasts.denies(matter, text) == is_denied


@pytest.mark.parametrize(
    ("text", "is_of_it"),
    [
        ("kiero q me la kiten", True),
        ("que me lo resuelvan", True),
        ("ocupo que lo quiten de ahí", True),
        ("quiero que la corran", True),
        ("quiero que me atiendan", False),
        ("quiero que me comuniquen con alguien", False),
        ("quiero que borren mis datos", False),
        ("quiero que me quiten de su lista", False),
        ("me la quitaron", False),
    ],
)
def test_a_wish_for_what_was_told(text: str, *, is_of_it: bool) -> None:
    assert wishes.is_of_it(text) == is_of_it


def test_of_several_sentences_the_denied_one_goes() -> None:
    told = (part("no es beca lo que pido", "becas"), part("es comida", "apoyos_sociales", 0.95))
    heard = replace(said("…", "becas"), parts=(*told, part("para mi nana", "adultos_mayores", 0.5)))
    assert contrasts.as_it_is(heard).intent == "apoyos_sociales"
