"""Danger to life: found when it is there, not raised by figures of speech."""

from pathlib import Path

import pytest

from nlu import training_data, urgency
from nlu.embedded import EmbeddedInterpreter
from nlu.urgency import Line

MISLEADING = training_data.FOLDER.parent / "urgency_test"
PLAIN = training_data.FOLDER.parent / "urgency_plain"
SHORT = training_data.FOLDER.parent / "urgency_short"
MIXED = training_data.FOLDER.parent / "urgency_mixed"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ya no quiero vivir", "riesgo de suicidio"),
        ("mi vieja esta por parir y la ambulancia no llega", "emergencia médica"),
        ("la ambulancia todavía no viene", "emergencia médica"),
        ("mi mama no respira", "no respira o no reacciona"),
        ("se stan metiendo a mi casa", "intrusión o asalto en curso"),
        ("me esta pegando mi marido", "agresión en curso"),
        ("ay balazos aki afuera", "disparos o persona armada"),
        ("huele mucho a gas y estamos mareados", "incendio, gas o explosión"),
        ("atropellaron a un perro y a mi hijo", "accidente con personas"),
        ("el caballo tiró a mi papá y no reacciona", "no respira o no reacciona"),
        ("mi mano no se mueve y ya no respiro, no puedo respirar", "no respira o no reacciona"),
        ("el niño se tragó una moneda", "emergencia médica"),
        ("auxilio", "pide auxilio"),
        ("socorro, aquí en la calle", "pide auxilio"),
        ("ayer me dijo que si lo dejo me mata, y llega a las 6", "agresión en curso"),
    ],
)
def test_danger_and_its_reason(text: str, reason: str) -> None:
    assessed = urgency.assess(text)
    assert (assessed.value, assessed.reason) == (True, reason)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no hay agua desde el lunes",
        "la ambulancia no llega a mi ejido porque no hay camino",
        "me muero de calor sin refrigeración",
        "me van a matar mis hijos si no llego",
        "el mes pasado me asaltaron, quiero saber de mi denuncia",
        "no me está pegando nadie",
        "quiero un curso de primeros auxilios",
        "un día alguien se va a matar en ese bache",
        "atropellaron a mi perro la semana pasada",
        "atropellaron al perro de mi hijo",
        "a mi mamá le envenenaron al perro",
        "el doctor del Seguro me recetó mal y ahora mi mano no se mueve",
        "colonia El Socorro",
        "qué balazo de calor está haciendo",
        "mi jefe me quiere matar si no entrego",
        "si no llevo la constancia me mata mi mamá, llega a las 6",
        "me llamo Socorro Ruiz",
        "María del Socorro López",
        "hay un hoyo y ya se tragó una llanta hoy",
    ],
)
def test_what_only_sounds_like_danger(text: str) -> None:
    assert not urgency.assess(text).value


def test_what_was_explained_away_says_so() -> None:
    assessed = urgency.assess("hace un año se quemó la casa y estuvo un niño inconsciente")
    assert assessed.reason == "descartado: no respira o no reacciona"
    assert urgency.NONE < assessed.score < urgency.CALL_FOR_HELP


def test_recall_and_false_alarms_on_what_was_written_apart(engine: EmbeddedInterpreter) -> None:
    assert _raised(engine, PLAIN / "urgent.yml") >= 0.9
    assert _raised(engine, PLAIN / "not_urgent.yml") <= 0.04
    assert _raised(engine, SHORT / "urgent.yml") >= 0.85
    assert _raised(engine, SHORT / "not_urgent.yml") <= 0.05
    assert _raised(engine, MIXED / "urgent.yml") >= 0.85
    assert _raised(engine, MIXED / "not_urgent.yml") <= 0.05
    assert _raised(engine, MISLEADING / "urgent.yml") >= 0.75
    assert _raised(engine, MISLEADING / "not_urgent.yml") <= 0.05


def test_ordinary_requests_seldom_raise_an_alarm(engine: EmbeddedInterpreter) -> None:
    ordinary = ("agua_potable", "bacheo", "becas", "placas_licencias", "registro_civil", "empleo")
    for intent in ordinary:
        assert _raised(engine, training_data.FOLDER / f"{intent}.yml") <= 0.04


def test_below_the_line_nobody_asks_the_rules() -> None:
    line = Line(alone=0.5, with_rule=-0.5)
    assert not urgency.decide("mi mama no respira", -0.6, line).value


def test_a_rule_raises_what_the_model_is_not_sure_of() -> None:
    line = Line(alone=0.5, with_rule=-0.5)
    told = urgency.decide("mi mama no respira", 0.0, line)
    assert (told.value, told.reason) == (True, "no respira o no reacciona")
    assert not urgency.decide("mi mama no ha ido", 0.0, line).value


def test_the_model_alone_says_by_which_words(engine: EmbeddedInterpreter) -> None:
    answers = engine.interpret(
        [each.text for each in training_data.read(MISLEADING / "urgent.yml")]
    )
    reasons = [each.urgent.reason or "" for each in answers if each.urgent.value]
    assert all(reasons)
    assert any(reason.startswith("se parece a un peligro: «") for reason in reasons)


@pytest.mark.parametrize("text", ["a " * 50_000, "se esta " * 12_000, "\x00" * 9_000, "😀" * 9_000])
def test_any_text_is_assessed(text: str) -> None:
    assert not urgency.assess(text).value


def _raised(engine: EmbeddedInterpreter, path: Path) -> float:
    answers = engine.interpret([each.text for each in training_data.read(path)])
    return sum(each.urgent.value for each in answers) / len(answers)
