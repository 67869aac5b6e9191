"""A threat against who attends or governs, and what only sounds like one."""

import pytest

from bot.dialogue import threats


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
