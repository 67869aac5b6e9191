"""A matter is heard after a greeting, however long that is, and a greeting stays one."""

from pathlib import Path

import pytest

from handoff.rules import catalogue
from nlu import greeted, training_data
from nlu.embedded import EmbeddedInterpreter

EXAMINED = training_data.FOLDER.parent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hola buenas tardes, no hay agua", "agua_potable"),
        ("Hola muy buenos días no tenemos luz en mi casa", "energia_electrica"),
        ("hola buenas tardes no ha pasado la basura desde el lunes", "basura_parques"),
        ("hola que tal, no me han pagado mi pensión", "pensiones_isssteson"),
        ("BUENAS TARDES QUIERO REPORTAR UN BACHE", "bacheo"),
        ("hola buenas tardes", "saludo"),
        ("muy buenas tardes tenga usted", "saludo"),
        ("hola hola, hay alguien?", "saludo"),
    ],
)
def test_what_stands_after_a_greeting_is_heard(
    engine: EmbeddedInterpreter, text: str, intent: str
) -> None:
    [meaning] = engine.interpret([text])
    assert (meaning.intent, meaning.ranking[0][0]) == (intent, intent)
    assert meaning.text == text


@pytest.mark.parametrize("folder", ["nlu", "test", "validation"])
def test_no_greeting_is_taken_for_a_matter(engine: EmbeddedInterpreter, folder: str) -> None:
    greetings = [
        each.text
        for each in training_data.load(Path(EXAMINED, folder))
        if each.intent == greeted.GREETING
    ]
    meanings = engine.interpret(greetings)
    assert [each.text for each in meanings if each.intent not in greeted.TALK] == []


def test_talk_is_what_the_catalogue_says() -> None:
    assert {*catalogue.load().conversation} == greeted.TALK
