"""A threat against who attends or governs, and what only sounds like one."""

import pytest

from bot.dialogue import State, threats
from bot.dialogue.acts import HandOver, Say
from handoff.rules.reasons import Reason
from tests.bot.saying import said, turn


@pytest.mark.parametrize(
    "text",
    [
        "voy a ir a quemar el palacio de gobierno con ustedes adentro",
        "Si no vienen, vamos a balacear las oficinas.",
        "un día voy a matar al alcalde",
        "voy a apuñalar al director",
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
