"""A threat against who attends or governs, and what only sounds like one."""

import pytest

from bot.dialogue import State, threats
from bot.dialogue.acts import Accompany, Ask, HandOver, Say
from handoff.rules.reasons import Reason
from tests.bot.saying import asking, said, turn


@pytest.mark.parametrize(
    "text",
    [
        "voy a ir a quemar el palacio de gobierno con ustedes adentro",
        "Si no vienen, vamos a balacear las oficinas.",
        "un día voy a matar al alcalde",
        "voy a apuñalar al director",
        "le voy a partir la madre al director de la prepa",
        "mañana voy y les quemo la oficina",
    ],
)
def test_a_threat_is_told(text: str) -> None:
    assert threats.is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "ayer quemaron el palacio de gobierno",
        "voy a ir al palacio a dejar la carta",
        "voy a quemar la basura del patio",
        "mis hijos me van a matar si no llego",
        "voy a partir al palacio mañana",
        "voy a matricular a mi hija con la directora",
    ],
)
def test_no_threat_is_told(text: str) -> None:
    assert not threats.is_told(text)


def test_a_threat_alone_is_no_matter() -> None:
    decision = turn(State(), said("voy a matar al gobernador", "audiencia", 0.95))
    assert decision.acts == (HandOver(Reason.threat, 1), Say("what_is_it"))
    waiting = turn(State(waits_for_person=True), said("voy a matar al gobernador", "audiencia"))
    assert waiting.acts == (HandOver(Reason.threat, 1),)


def test_what_is_asked_for_along_with_a_threat_goes_on() -> None:
    text = "no hay agua en mi colonia y voy a quemar el palacio"
    decision = turn(State(), said(text, "agua_potable", 0.95))
    assert decision.acts[0] == HandOver(Reason.threat, 1)
    assert decision.state.category == "agua_potable"


def test_no_threat_is_praise() -> None:
    decision = turn(
        State(), said("mañana voy y les quemo la oficina con todo", "felicitacion", 0.9)
    )
    assert decision.acts == (HandOver(Reason.threat, 1), Say("what_is_it"))


@pytest.mark.parametrize("text", ["no lo voy a hacer pero ya me colmó", "no es en serio"])
def test_a_threat_taken_back_cancels_nothing(text: str) -> None:
    words = "no me dan el certificado de mi hijo y le voy a partir la cara al director"
    told = turn(State(), said(words, "educacion", 0.95)).state
    decision = turn(told, said(text, "cancelar", 0.98))
    assert decision.acts == (
        Accompany("threat", denied=True),
        Ask("municipio", "educacion"),
    )


def test_it_is_taken_back_in_the_middle_of_a_form() -> None:
    told = turn(asking("bacheo", "calle"), said("voy a matar al alcalde")).state
    decision = turn(told, said("no lo voy a hacer", "cancelar", 0.98))
    assert decision.acts == (Accompany("threat", denied=True), Ask("calle", "bacheo"))
