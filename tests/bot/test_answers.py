"""What the dialogue takes from answers to the form that others wrote and marked."""

from dataclasses import replace

import pytest

from bot.dialogue import Situation, State, decide, hear
from bot.dialogue.reading import facts
from bot.dialogue.state import Stage
from handoff.rules import catalogue
from handoff.store.models import Owner
from nlu import form
from nlu.embedded import EmbeddedInterpreter
from nlu.evaluation import examination, forms
from nlu.text import fold
from nlu.training_data import Example
from tests.conftest import MORNING

# A matter that asks for each fact, and what is known of it by then.
MATTERS = {
    "municipio": "agua_potable",
    "colonia": "agua_potable",
    "calle": "agua_potable",
    "escuela": "educacion",
    "institucion": "salud_atencion",
    "beneficiario": "discapacidad",
    "nombre": "vivienda",
}
KNOWN = {
    "municipio": "Hermosillo",
    "colonia": "Sahuaro",
    "beneficiario": "mi mamá",
    "institucion": "IMSS",
}


@pytest.fixture(scope="module")
def asked() -> list[Example]:
    return [each for each in examination.load(forms.FOLDER) if each.intent in MATTERS]


def test_most_answers_are_taken_as_they_were_meant(
    asked: list[Example], interpreter: EmbeddedInterpreter
) -> None:
    told = [each for each in asked if _meant(each)]
    right = sum(_is_right(each, _answered(each, interpreter)) for each in told)
    assert right >= 0.78 * len(told)


def test_few_others_are_taken_for_the_answer_or_for_none(
    asked: list[Example], interpreter: EmbeddedInterpreter
) -> None:
    others = [each for each in asked if not _meant(each)]
    after = [_answered(each, interpreter) for each in others]
    taken = sum(each.intent in state.facts for each, state in zip(others, after, strict=True))
    assert taken <= 0.1 * len(others)
    assert sum(state.misses > 0 for state in after) <= 0.1 * len(others)


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        ("municipio", "Empalme, libertad", {"municipio": "Empalme", "colonia": "Libertad"}),
        ("municipio", "Cajeme en la hidalgo", {"municipio": "Cajeme", "colonia": "Hidalgo"}),
        ("municipio", "Cajeme, cumuripa", {"municipio": "Cajeme", "colonia": "Cumuripa"}),
        ("municipio", "Hermosillo, gracias", {"municipio": "Hermosillo"}),
        ("municipio", "Cajeme en la mañana", {"municipio": "Cajeme"}),
        ("municipio", "en el pueblo de mazocahui", {"colonia": "Mazocahui"}),
        ("municipio", "en el rancho de mi papa", {}),
        (
            "municipio",
            "col pueblo nuevo nogales",
            {"municipio": "Nogales", "colonia": "Pueblo Nuevo"},
        ),
        ("municipio", "col centro hermosillo", {"municipio": "Hermosillo", "colonia": "Centro"}),
        ("municipio", "col nuevo hermosillo", {"colonia": "Nuevo Hermosillo"}),
        ("colonia", "pues en todo el pueblo", {"colonia": "todo el pueblo"}),
        ("colonia", "todo Hermosillo pues", {"colonia": "todo Hermosillo"}),
        (
            "colonia",
            "aquí todo el pueblo pero más por el barrio de arriba",
            {"colonia": "todo el pueblo pero más por el barrio de arriba"},
        ),
        ("colonia", "toda la sahuaro", {"colonia": "Sahuaro"}),
        ("calle", "sonora con 4ta este", {"calle": "Sonora con 4ta Este"}),
        ("calle", "es la 3ra", {"calle": "La 3ra"}),
        ("calle", "es la 3ra vez que les digo", {}),
        ("colonia", "toda la colonia", {}),
        ("colonia", "es la colonia granja", {"colonia": "Granja"}),
        ("colonia", "en una granja", {}),
        ("calle", "por el canal bajo, plano oriente", {"calle": "Por el Canal Bajo"}),
        (
            "calle",
            "paseo de la fuente 88 y mi cel es 6621548890",
            {"calle": "Paseo de la Fuente 88", "contacto": "6621548890"},
        ),
        ("calle", "calle q da al panteon", {"calle": "Calle que Da al Panteon"}),
        ("calle", "espera, la cooperativa se llama Mar de Cortes con s", {}),
        ("calle", "mi calle se llama Mar de Cortes", {"calle": "Mar de Cortes"}),
        ("calle", "mejor ponga colonia granja", {"colonia": "Granja"}),
        ("nombre", "Preparatoria", {}),
        ("nombre", "jose maria de la o verdugo", {"nombre": "Jose Maria de la O Verdugo"}),
        ("institucion", "no se, creo q es del imss bienestar", {"institucion": "imss bienestar"}),
        (
            "institucion",
            "el centro de salud de bacum, creo",
            {"institucion": "centro de salud de bacum"},
        ),
        ("nombre", "Martin, perdon, Martín Zavala Osuna", {"nombre": "Martín Zavala Osuna"}),
        (
            "nombre",
            "Yesenia, mejor ponle Yesenia Guadalupe Armenta",
            {"nombre": "Yesenia Guadalupe Armenta"},
        ),
    ],
)
def test_what_is_told(
    asked: str, text: str, told: dict[str, str], interpreter: EmbeddedInterpreter
) -> None:
    before = _asked(asked)
    after = _answered(Example(asked, text), interpreter).facts
    assert {fact: value for fact, value in after.items() if before.get(fact) != value} == told


def _asked(fact: str) -> dict[str, str]:
    asks = catalogue.load().categories[MATTERS[fact]].asks
    known = [each for each in facts.ORDER if each in asks]
    return {each: KNOWN[each] for each in known[: known.index(fact)] if each in KNOWN}


def _answered(each: Example, interpreter: EmbeddedInterpreter) -> State:
    category = MATTERS[each.intent]
    known = _asked(each.intent)
    state = State(Stage.collecting, category, request="x", facts=known, asking=each.intent)
    [meaning] = interpreter.interpret([each.text])
    heard = hear(each.text, None, meaning, interpreter.thresholds, 2)
    heard = replace(heard, told=interpreter.told(each.text, each.intent))
    return decide(state, heard, Situation(Owner.bot, has_notice=True, now=MORNING)).state


def _meant(each: Example) -> list[str]:
    return [told.value for told in each.entities if told.entity == each.intent]


def _is_right(each: Example, state: State) -> bool:
    """A town is told by its official name, however it was spelt."""
    value = fold(state.facts.get(each.intent, ""))
    if each.intent == "municipio":
        return bool(value)
    return any(fold(meant) in value or (value and value in fold(meant)) for meant in _meant(each))


def test_every_fact_that_is_read_is_one_of_the_form() -> None:
    assert {*MATTERS} <= form.ASKED
