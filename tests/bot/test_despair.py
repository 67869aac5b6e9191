"""Death wished for in words that no alarm knows, and what only sounds like it."""

import pytest

from bot.dialogue import State, despair, perils
from bot.dialogue.acts import AskIfSafe, Safety
from tests.bot.saying import asking, said, turn


@pytest.mark.parametrize(
    "text",
    [
        "mejor que descansen todos de mí",
        "mi vieja se murió en mayo, quiero alcanzarla",
        "ya no tengo a qué quedarme",
        "ya no le veo caso a nada",
        "ya no le hallo sentido a la vida",
        "a veces quisiera dormirme y ya no despertar",
        "estarían mejor sin mí",
        "mi esposa falleció y me quiero ir con ella",
        "ya no voy a estar y no quiero que mis perros se queden solos",
        "queria despedirme, cuiden a mi mamá",
        "ya no quiero seguir, a nadie le importo",
    ],
)
def test_it_is_told(text: str) -> None:
    assert despair.is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "ya no le veo caso a seguir con el trámite",
        "ya no tengo para qué seguir, cancelen mi folio",
        "ya no hay ganas de nada de parte del municipio",
        "que descansen de mi perro",
        "mi papá murió, voy a ir con el ministerio público",
        "quiero alcanzarla antes de que cierren la oficina",
        "quiero dormir y no despertar hasta el lunes",
        "me cambio de casa, ya no voy a estar y los perros se quedan solos",
        "ya no voy a estar en la tarde",
        "ya no quiero seguir con esto",
        "a nadie le importo, llevo tres semanas sin agua",
        "ya me cansé de batallar con el agua",
    ],
)
def test_it_is_not(text: str) -> None:
    assert not despair.is_told(text)


@pytest.mark.parametrize("state", [State(), asking("bacheo", "calle")])
def test_it_is_danger_without_an_alarm(state: State) -> None:
    decision = turn(state, said("mejor que descansen todos de mí", "cancelar", 0.95))
    assert decision.acts[:2] == (Safety(), AskIfSafe(perils.SELF_HARM))
    assert decision.state.danger == perils.SELF_HARM
