"""Which messages that wait are one turn."""

from typing import Any

import pytest

from bot import together
from bot.dialogue import hear
from handoff.exchanges import Unhandled
from nlu.interpretation import Interpretation, Place, Urgency
from tests.bot.desk_at_work import THRESHOLDS
from tests.bot.saying import CALM
from tests.conftest import MORNING

DANGER = Urgency(value=True, score=0.9, reason="pide auxilio")


def heard(
    text: str, intent: str = "bacheo", urgent: Urgency = CALM, failures: int = 0, **content: Any
) -> together.Heard:
    ranking = ((intent, 0.95),)
    meaning = Interpretation(text, intent, 0.95, ranking, (), urgent, Place(), "test")
    return Unhandled(len(text), 1, text, content or None, failures, MORNING), meaning


def said(*messages: together.Heard) -> list[str]:
    return [turn.text for turn in together.turns(messages)]


def test_words_are_one_request() -> None:
    assert said(heard("hay un bache"), heard("en Cajeme")) == ["hay un bache\nen Cajeme"]


def test_the_rest_of_a_sentence_goes_on_in_its_line() -> None:
    words = (heard("mi marido me"), heard("pega"), heard("en Cajeme"))
    assert said(*words) == ["mi marido me pega\nen Cajeme"]


def test_greetings_among_them_are_left_out() -> None:
    words = (heard("hola", "saludo"), heard("Ana Soto", "fuera_de_ambito"), heard("ok", "gracias"))
    assert said(words[0], words[1]) == ["Ana Soto"]
    assert said(words[0]) == ["hola"]
    assert said(words[0], words[0]) == ["hola"]


@pytest.mark.parametrize(
    "other",
    [
        heard("cancelar"),
        heard("0"),
        heard("sí"),
        heard("Sí, registrar", payload="si"),
        heard("", attachments=[{"id": "foto"}]),
        heard("", location={"lat": 29.0, "lon": -110.9}),
        heard("otra vez", failures=1),
    ],
)
def test_what_is_more_than_words_stands_alone(other: together.Heard) -> None:
    assert said(heard("hay un bache"), other, heard("en Cajeme")) == [
        "hay un bache",
        other[0].text,
        "en Cajeme",
    ]


def test_what_a_channel_notes_of_a_message_does_not_part_it() -> None:
    first, second = heard("hay un bache", message_id="1"), heard("en Cajeme", message_id="2")
    assert said(first, second) == ["hay un bache\nen Cajeme"]


def test_danger_comes_first() -> None:
    danger = heard("auxilio", urgent=DANGER)
    assert said(heard("hay un bache"), danger, heard("en Cajeme")) == [
        "auxilio",
        "hay un bache\nen Cajeme",
    ]


def test_every_message_belongs_to_one_turn() -> None:
    messages = [heard("hay un bache"), heard("no"), heard("auxilio", urgent=DANGER), heard("ya")]
    turns = together.turns(messages)
    ids = sorted(each.exchange_id for turn in turns for each in turn.messages)
    assert ids == sorted(each.exchange_id for each, _ in messages)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("hay un bache", []),
        ("no hay agua y tampoco hay luz", ["no hay agua", "tampoco hay luz"]),
        ("No hay agua. Además hay un bache", ["No hay agua", "Además hay un bache"]),
        ("hay un bache y ya", []),
        (
            "no recogen la basura ni prenden las lámparas",
            ["no recogen la basura", "no prenden las lámparas"],
        ),
        ("no pasan ni recogen la basura", []),
        ("no vienen a la casa ni llaman a mi mamá", []),
        (
            "hay dos cosas: 1 no hay agua 2 no hay luz",
            ["hay dos cosas", "no hay agua", "no hay luz"],
        ),
        (
            "tengo dos cosas, 1 no hay agua y 2 no hay luz",
            ["no hay agua", "no hay luz"],
        ),
        ("1) falta agua 2) el camión no pasa 3) beca", ["falta agua", "el camión no pasa", "beca"]),
        ("para mi negocio no, para la casa", ["para mi negocio no", "para la casa"]),
        ("no es bache, es una fuga", ["no es bache", "es una fuga"]),
        ("no quiero pagar, quiero que me lo bajen", []),
        ("hace 1 mes no hay agua en la calle 2 de abril", []),
        ("no hay agua\ndesde el lunes\nen mi casa", []),
        ("no hay agua\nen mi casa no hay luz", ["no hay agua", "en mi casa no hay luz"]),
        (
            "falta el agua, huele feo el dren y no sirve el alumbrado",
            ["falta el agua", "huele feo el dren", "no sirve el alumbrado"],
        ),
        (
            "en la colonia Centro, calle Juárez, no pasa el camión y nadie contesta",
            ["en la colonia Centro, calle Juárez", "no pasa el camión"],
        ),
        ("el pago del agua y de la luz", ["el pago del agua", "pago de la luz"]),
        (
            "pongo una queja del bache, del agua y de la luz en Naco",
            ["problema con el bache", "problema con el agua", "problema con la luz"],
        ),
        ("una queja del agua de Naco", []),
        ("reporto un bache y los perros", ["problema con un bache", "problema con los perros"]),
        ("no hay luz. Col. Centro, av. Kino 5", ["no hay luz", "Col. Centro, av. Kino 5"]),
    ],
)
def test_sentences_in_which_a_matter_may_be_told(text: str, parts: list[str]) -> None:
    assert together.parts(text) == parts


def test_a_turn_is_heard_with_the_files_of_its_last_message() -> None:
    [turn] = together.turns([heard("", attachments=[{"id": "foto"}])])
    _, meaning = heard("")
    assert meaning is not None
    last = turn.messages[-1].content
    assert hear(turn.text, last, meaning, THRESHOLDS).has_file
