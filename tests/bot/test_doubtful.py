"""What follows an alarm that only its words' likeness gave, beside an ordinary matter."""

import pytest

from bot.dialogue import Decision, Stage, State, acts, alarms, perils, told_in_danger
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


CRIED = Urgency(value=True, score=0.9, reason="pide auxilio")


@pytest.mark.parametrize(
    ("text", "matter", "is_raised"),
    [
        ("auxilio me cortaron el agua", "agua_cobro", False),
        ("socorro, no prende el foco de mi calle", "alumbrado", False),
        ("auxilio me asaltan", "seguridad", True),
        ("auxilio, mi hijo en el drenaje", "drenaje", True),
        ("auxilio hay sangre", "drenaje", True),
        ("auxilio", "agua_cobro", True),
    ],
)
def test_what_help_is_cried_for(text: str, matter: str, *, is_raised: bool) -> None:
    sure = 0.5 if text == "auxilio" else 0.95
    assert alarms.is_raised(State(), said(text, matter, sure, CRIED)) is is_raised


@pytest.mark.parametrize(
    ("state", "text", "is_raised"),
    [
        (asking("becas", "nombre"), "que me ayuden por favor", False),
        (asking("becas", "nombre"), "AYUDENME", True),
        (asking("becas", "nombre"), "ayúdenme, me están pegando", True),
        (asking("seguridad", "nombre"), "que me ayuden por favor", True),
        (State(), "que me ayuden por favor", True),
    ],
)
def test_help_is_asked_for_in_a_form(state: State, text: str, *, is_raised: bool) -> None:
    assert alarms.is_raised(state, said(text, "ayuda", 0.9, LIKELIER)) is is_raised


def test_after_a_cry_its_matter_is_taken_up() -> None:
    cried = turn(State(), said("me urge auxilio", "fuera_de_ambito", 0.3, CRIED))
    assert cried.state.danger == perils.ANY
    told_what = turn(cried.state, said("con el trámite de escrituras", "vivienda", 0.97))
    assert (told_what.state.danger, told_what.state.category) == (None, "vivienda")
    hurt = turn(cried.state, said("mi hijo está herido en la escuela", "educacion", 0.97))
    assert hurt.state.danger == perils.ANY


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("no, ahorita no hay nadie, es domingo", True),
        ("no hay nadie en la escuela", True),
        ("no hay nadie", False),
        ("ahorita no hay nadie, estoy sola", False),
    ],
)
def test_the_place_is_empty(text: str, *, is_so: bool) -> None:
    state = State(apart=("educacion_infraestructura",))
    assert told_in_danger.is_empty(state, text) is is_so
    assert not told_in_danger.is_empty(State(apart=("proteccion_civil",)), text)
