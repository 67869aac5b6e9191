"""What is only guessed of a few words, or said not to be, opens no grave matter."""

import pytest

from bot.dialogue import State, acts, after, fears
from bot.dialogue.several import GRAVE
from tests.bot.saying import said, turn

FOLIO = "CS-2026-000001-5"
LATELY = State(lately=FOLIO, lately_about="alumbrado")
DENOUNCED = State(lately=FOLIO, lately_about="denuncia_servidor_publico")


@pytest.mark.parametrize("intent", GRAVE)
@pytest.mark.parametrize("state", [State(), LATELY])
def test_none_is_opened_of_a_guess(state: State, intent: str) -> None:
    for confidence in (0.43, 0.7, 0.85):
        guessed = turn(state, said("tengo la libreta", intent, confidence))
        assert not {acts.OpenCase, acts.Guide} & {type(each) for each in guessed.acts}


def test_one_that_is_borne_out_is_opened() -> None:
    told = turn(LATELY, said("me golpea", "violencia_genero", 0.7))
    assert acts.OpenCase in map(type, told.acts)


def test_it_is_taken_back_where_it_was_opened() -> None:
    waiting = State(lately=FOLIO, lately_about="violencia_genero", waits_for_person=True)
    words = "no hay violencia, solo quería preguntar"
    heard = turn(waiting, said(words, "violencia_genero", 1.0))
    assert heard.acts == (acts.Say("misread"), after.Add(FOLIO, words))
    assert not heard.state.waits_for_person


@pytest.mark.parametrize(
    ("text", "is_feared"),
    [
        ("me da miedo que se desquite", True),
        ("¿y si me buscan?", True),
        ("oiga, tengo miedo, ¿y si me encuentran?", True),
        ("me da miedo mi marido", False),
        ("me da miedo, ¿le puedo mandar el número?", False),
        ("¿y si mejor pido una despensa?", False),
    ],
)
def test_fear_of_reprisal_is_answered(text: str, *, is_feared: bool) -> None:
    heard = turn(DENOUNCED, said(text, "empleo", 0.94))
    assert (heard.acts == (after.ExplainCase(fears.TOPIC),)) is is_feared
    assert turn(LATELY, said(text, "empleo", 0.94)).acts != (after.ExplainCase(fears.TOPIC),)
