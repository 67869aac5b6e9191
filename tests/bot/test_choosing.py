"""Which of two was meant, in the words of people."""

from dataclasses import replace

import pytest

from bot.dialogue import Stage, State
from bot.dialogue.acts import AskWhich, HandOver, Rephrase, Say
from bot.dialogue.within import Noted
from tests.bot.saying import said, turn

OPTIONS = ("alumbrado", "energia_electrica")
WHICH = State(Stage.choosing, options=OPTIONS)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("la primera", "alumbrado"),
        ("1", "alumbrado"),
        ("pues el primero", "alumbrado"),
        ("la 2", "energia_electrica"),
        ("es la segunda opción", "energia_electrica"),
        ("la de abajo", "energia_electrica"),
        ("the second one", "energia_electrica"),
    ],
)
def test_by_its_place(text: str, chosen: str) -> None:
    assert turn(WHICH, said(text)).state.category == chosen


@pytest.mark.parametrize("text", ["las dos", "los 2", "ambas", "son las dos cosas", "both"])
def test_both(text: str) -> None:
    state = turn(WHICH, said(text)).state
    assert (state.category, state.apart) == ("alumbrado", ("energia_electrica",))


@pytest.mark.parametrize("text", ["ninguna", "ninguna de esas", "ni una ni otra", "otra cosa"])
def test_none(text: str) -> None:
    decision = turn(WHICH, said(text))
    assert decision.acts == (Say("what_is_it"),)
    assert (decision.state.stage, decision.state.category) == (Stage.idle, None)


def test_another_matter_is_not_taken_for_the_likelier_of_them() -> None:
    heard = said("mejor quiero reportar un bache", "bacheo", 0.9)
    assert turn(WHICH, heard).state.category == "bacheo"


def test_a_third_matter_goes_with_them() -> None:
    decision = turn(WHICH, said("y tampoco hay agua", "agua_potable", 0.95))
    assert decision.acts == (Noted("agua_potable"), AskWhich(OPTIONS))
    assert decision.state.apart == ("agua_potable",)


def test_not_understood_is_asked_kindly_then_given_a_person() -> None:
    first = turn(WHICH, said("mmm"))
    assert first.acts == (Say("choose_one"), AskWhich(OPTIONS))
    second = turn(first.state, said("a ver"))
    assert any(isinstance(act, HandOver) for act in second.acts)


def test_told_in_other_words_is_not_asked_the_same_again() -> None:
    heard = said("es que ya van dos veces que se vence", "fuera_de_ambito", 0.2)
    decision = turn(WHICH, heard)
    assert decision.acts == (Rephrase(),)
    assert decision.state.request == heard.text


@pytest.mark.parametrize(
    ("text", "chosen"), [("la de mi casa", "energia_electrica"), ("la de la calle", "alumbrado")]
)
def test_what_is_pointed_at(text: str, chosen: str) -> None:
    heard = said(text, "bacheo", 0.98)
    ranking = (("bacheo", 0.98), ("alumbrado", 0.005), ("energia_electrica", 0.0001))
    heard = replace(heard, meaning=replace(heard.meaning, ranking=ranking))
    assert turn(WHICH, heard).state.category == chosen


def test_one_word_that_may_be_anything_chooses_none() -> None:
    heard = said("contacto", "energia_electrica", 0.4)
    assert turn(WHICH, heard).acts == (Say("choose_one"), AskWhich(OPTIONS))


@pytest.mark.parametrize("text", ["no sé", "no sé cuál", "sí"])
def test_who_does_not_know_may_take_the_closest(text: str) -> None:
    assert turn(WHICH, said(text)).acts == (Say("closest"), AskWhich(OPTIONS))
