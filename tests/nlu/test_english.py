"""English: danger by rules, matters by their words."""

import pytest

from nlu import english, urgency
from nlu.embedded import EmbeddedInterpreter
from nlu.evaluation import examination
from nlu.urgency import ONLY_RULES

LEAST_RIGHT, MOST_ALARMS = 0.8, 0.08  # shares of messages, none of them of danger


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("I want to kill myself", "riesgo de suicidio"),
        ("help, someone broke into my house and he has a gun", "disparos o persona armada"),
        ("My husband is beating me", "agresión en curso"),
        ("He's going to kill me", "agresión en curso"),
        ("my father isn't breathing", "emergencia médica"),
        ("the house is on fire!!", "incendio, gas o explosión"),
        ("I feel like ending it all", "riesgo de suicidio"),
        ("tell my kids I love them", "riesgo de suicidio"),
        ("kids are stuck in an elevator", "personas atrapadas"),
        ("power lines are sparking in a puddle", "cables o chispas"),
        ("nobody would notice if I was gone", "riesgo de suicidio"),
        ("no one will miss me", "riesgo de suicidio"),
        ("I'm just a burden to everyone", "riesgo de suicidio"),
        ("nobody needs me anymore", "riesgo de suicidio"),
        ("everyone would be better off if I weren't around", "riesgo de suicidio"),
        ("what's the point of living if nobody cares", "riesgo de suicidio"),
        ("I don't want to be here anymore", "riesgo de suicidio"),
        ("my husband just collapsed in the kitchen", "emergencia médica"),
        ("she is having a seizure", "emergencia médica"),
        ("i've been shot", "disparos o persona armada"),
        ("my neighbor got stabbed just now", "disparos o persona armada"),
        ("hes trying to get in through the window", "intrusión o asalto en curso"),
        ("there's a kid at the bottom of the pool", "emergencia médica"),
        ("a man is drowning in the canal", "emergencia médica"),
        (
            "they have my son. they want 100 thousand pesos",
            "privación de la libertad o persecución",
        ),
        ("I can't breathe", "emergencia médica"),
        ("I don't want to live in this world", "riesgo de suicidio"),
    ],
)
def test_danger(text: str, reason: str) -> None:
    told = english.danger(text)
    assert told is not None
    assert told.reason == reason
    assert urgency.decide(text, -10.0, ONLY_RULES).value


@pytest.mark.parametrize(
    "text",
    [
        "someone broke into my house last week",
        "the heat is killing us, the school has no air conditioning",
        "there is a big pothole on my street",
        "no hay agua en mi casa",
        "I am stuck in line at the office",
        "we are locked out of the car",
        "I love them",
        "nobody would care if I was gone from the meeting",
        "everyone would be better off if they fixed the road",
        "I want the charge to disappear",
        "I wish I was around when the office opens",
        "the bridge collapsed on Calle 5",
        "my boss is not responding to my emails",
        "you can't breathe in that bus at noon",
        "kidnapped by the bureaucracy for three hours",
        "I don't want to live next to that bar anymore",
        "we are drowning in paperwork",
        "someone is trying to get into the program",
        "they have my paper and want money",
        "the street light got shot down in a storm",
        "se metieron a la casa de mi vecino el mes pasado",
    ],
)
def test_no_danger(text: str) -> None:
    assert english.danger(text) is None


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("there is no water in my house", ("agua_potable",)),
        ("a Pothole, and the street lights are out", ("bacheo", "alumbrado")),
        ("their dog has been chained all day", ("maltrato_animal",)),
        ("the traffic light is broken", ("bacheo",)),
        ("I need a lawyer for child support", ("juridico",)),
        ("my neighbor burns his trash every night", ("ecologia",)),
        ("the garbage truck did not come", ("basura_parques",)),
        ("I like you", ()),
    ],
)
def test_matters(text: str, matters: tuple[str, ...]) -> None:
    assert english.matters(text) == matters


def test_messages_in_english(engine: EmbeddedInterpreter) -> None:
    """Written apart from those that are learnt; see also `ventanilla evaluate --data`."""
    answers = examination.ask(engine, examination.load(examination.DATA / "english"))
    assert sum(each.is_right for each in answers) / len(answers) >= LEAST_RIGHT
    alarms = sum(each.meaning.urgent.value for each in answers)
    assert alarms / len(answers) <= MOST_ALARMS
