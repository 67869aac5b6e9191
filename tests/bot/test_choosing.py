"""Which of two was meant, in the words of people."""

import pytest

from bot.dialogue import Stage, State
from bot.dialogue.acts import AskWhich, HandOver, Say
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


def test_not_understood_is_asked_kindly_then_offered_then_given_a_person() -> None:
    first = turn(WHICH, said("mmm"))
    assert first.acts == (Say("choose_one"), AskWhich(OPTIONS))
    second = turn(first.state, said("a ver"))
    assert second.acts == (Say("offer_person"), AskWhich(OPTIONS))
    third = turn(second.state, said("este"))
    assert any(isinstance(act, HandOver) for act in third.acts)


@pytest.mark.parametrize("text", ["no sé", "no sé cuál", "sí"])
def test_who_does_not_know_may_take_the_closest(text: str) -> None:
    assert turn(WHICH, said(text)).acts == (Say("closest"), AskWhich(OPTIONS))
