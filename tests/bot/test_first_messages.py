"""What is taken for the form from first messages that others wrote and marked."""

from collections import Counter
from dataclasses import replace

import pytest

from bot.dialogue import hear
from bot.dialogue.reading import facts, marked, passing, settled
from bot.dialogue.reading.heard import Heard
from nlu import form
from nlu.embedded import EmbeddedInterpreter
from nlu.evaluation import examination, forms
from nlu.interpretation import Entity
from nlu.text import fold
from nlu.training_data import Example

ASKED = (
    "municipio", "colonia", "calle", "escuela", "institucion", "ruta", "beneficiario", "nombre",
)  # fmt: skip


@pytest.fixture(scope="module")
def heard(interpreter: EmbeddedInterpreter) -> list[tuple[Example, Heard]]:
    told = [each for each in examination.load(forms.FOLDER) if each.intent == form.MATTER]
    return [(each, _heard(each.text, interpreter)) for each in told]


def test_more_is_taken_than_by_the_rules_alone_and_nothing_more_is_wrong(
    heard: list[tuple[Example, Heard]],
) -> None:
    by_rules, by_both = Counter[str](), Counter[str]()
    for meant, said in heard:
        rules = facts.told_by(said) | passing.told(said.text)
        by_rules.update(_judged(meant, rules))
        by_both.update(_judged(meant, settled.with_matter(said, rules, ASKED)))
    assert by_both["right"] >= 1.2 * by_rules["right"]
    assert by_both["wrong"] <= by_rules["wrong"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("el semaforo de solidaridad y navarrete no sirve", {"calle": "Solidaridad y Navarrete"}),
        ("no hay agua en la sahuaro desde ayer", {"colonia": "Sahuaro"}),
        ("soy maestra de la Leona Vicario y no nos pagan", {"escuela": "Leona Vicario"}),
        ("soy maestra y no nos pagan en la escuela desde agosto", {}),
        (
            "mi suegra ocupa una andadera, vive en Huatabampo",
            {"municipio": "Huatabampo", "beneficiario": "mi suegra"},
        ),
        (
            "en el centro de salud de Banámichi no hay insulina",
            {"municipio": "Banámichi", "institucion": "centro de salud de Banámichi"},
        ),
    ],
)
def test_what_is_told_with_a_matter(
    text: str, told: dict[str, str], interpreter: EmbeddedInterpreter
) -> None:
    said = _heard(text, interpreter)
    assert settled.with_matter(said, facts.told_by(said), ASKED) == told


def _heard(text: str, interpreter: EmbeddedInterpreter) -> Heard:
    [meaning] = interpreter.interpret([text])
    heard = hear(text, None, meaning, interpreter.thresholds)
    return replace(heard, told=interpreter.told(text, form.MATTER))


def _judged(meant: Example, taken: dict[str, str]) -> list[str]:
    """Whether each fact that was taken is what was marked, however it is written."""
    return [
        "right" if any(_is_it(each, fact, value) for each in meant.entities) else "wrong"
        for fact, value in taken.items()
        if fact in ASKED
    ]


def _is_it(mark: Entity, fact: str, taken: str) -> bool:
    one, other = fold(marked.kept_as(fact, mark.value) or mark.value), fold(taken)
    return mark.entity == fact and (one in other or other in one)
