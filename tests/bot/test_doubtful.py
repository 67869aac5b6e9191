"""What follows an alarm that only its words' likeness gave, beside an ordinary matter."""

import pytest

from bot.dialogue import Decision, Stage, State, acts, perils
from bot.dialogue.reading.heard import Heard
from bot.dialogue.told_in_danger import with_doubt
from nlu.interpretation import Urgency
from tests.bot.saying import asking, kinds, said, turn

ALIKE = Urgency(value=True, score=0.75, reason="se parece a un peligro: «no llegó»")
LIKELIER = Urgency(value=True, score=0.95, reason="se parece a un peligro: «no llegó»")
NAMED = Urgency(value=True, score=0.7, reason="accidente con personas")
WATER = "agua_potable"


def told(text: str, matter: str = WATER, sure: float = 0.97, urgent: Urgency = ALIKE) -> Heard:
    return said(text, matter, sure, urgent)


def after(*texts: str) -> Decision:
    """What is decided about the last of them, after the alarm."""
    decision = turn(State(), told("no llegó el agua hoy"))
    for text in texts:
        is_of_water = "agua" in text
        move = "" if is_of_water else "place"
        heard = said(text, WATER if is_of_water else "fuera_de_ambito", 0.95, move=move)
        decision = turn(decision.state, heard)
    return decision


def test_the_alarm_is_raised_all_the_same() -> None:
    assert kinds(after())[0] == acts.Safety
    assert after().state.danger == perils.ANY


def test_the_same_matter_once_more_is_taken_up() -> None:
    decision = after("no, solo no hay agua en mi casa")
    assert decision.acts[0] == acts.Accompany(perils.ANY, denied=True)
    assert (decision.state.stage, decision.state.category) == (Stage.collecting, WATER)
    assert (decision.state.danger, decision.state.doubtful) == (None, False)


def test_where_it_is_asks_whether_there_is_danger_and_then_is_kept() -> None:
    assert after("Hermosillo").acts == (acts.AskIfDanger(),)
    decision = after("Hermosillo", "colonia Sahuaro")
    assert decision.acts[0] == acts.Accompany(perils.ANY, denied=True)
    assert decision.state.category == WATER
    assert decision.state.facts["municipio"] == "Hermosillo"
    assert decision.state.facts["colonia"] == "Sahuaro"


def test_a_bare_name_of_a_place_answers_the_first_question() -> None:
    decision = after("Hermosillo", "Sahuaro")
    assert decision.state.facts["colonia"] == "Sahuaro"
    assert kinds(decision)[0] == acts.Accompany
    assert decision.acts[-1] == acts.Ask("calle", WATER)


@pytest.mark.parametrize(
    "texts",
    [
        ("Hermosillo", "sí"),
        ("Hermosillo", "colonia Sahuaro, el niño se desmayó"),
        ("no hay agua y mi abuelo está grave",),
        ("Hermosillo", "sí hay peligro", "colonia Sahuaro"),
    ],
)
def test_a_sign_of_danger_is_no_end_of_it(texts: tuple[str, ...]) -> None:
    decision = after(*texts)
    assert decision.state.danger == perils.ANY
    assert decision.state.waits_for_person


@pytest.mark.parametrize(
    "heard",
    [
        told("no llegó el agua hoy", urgent=NAMED),
        told("no llegó el agua hoy", urgent=LIKELIER),
        told("no llegó el agua hoy", sure=0.8),
        told("se cayó un niño a la coladera", "drenaje"),
        told("no llegó la panga", "campo_pesca"),
        told("no llegó mi mamá", "desaparicion"),
    ],
)
def test_a_likelier_alarm_is_not_doubted(heard: Heard) -> None:
    assert not with_doubt(State(), heard).doubtful


def test_a_second_alarm_is_not_doubted() -> None:
    first = turn(State(), told("no llegó el agua hoy"))
    second = turn(first.state, told("ya no me responde", "salud_atencion", urgent=NAMED))
    assert (first.state.doubtful, second.state.doubtful) == (True, False)


def test_in_the_middle_of_a_form_nothing_is_put_in_its_place() -> None:
    decision = turn(asking("becas", "nombre"), told("no llegó el agua hoy"))
    assert (decision.state.category, decision.state.doubtful) == ("becas", False)
