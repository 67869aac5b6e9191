"""The suicide of somebody else, and what only sounds like it."""

import pytest

from bot.dialogue import others_despair


@pytest.mark.parametrize(
    "text",
    [
        "mi novia dice que si la dejo se mata, está en su casa en Guaymas",
        "mi novio dice que se mata si lo dejo",
        "mi marido amenaza con matarse si me voy con mi mamá",
        "mi ex novia me mandó mensaje que si no la busco se corta las venas",
        "dice mi mujer que si me voy de la casa se toma las pastillas",
        "mi papá quiere aventarse a la noria",
        "hay un señor colgado del puente peatonal queriendo aventarse",
        "el vecino anda arriba del tinaco queriendo tirarse",
        "my husband took all his pills",
    ],
)
def test_told_of_somebody_else(text: str) -> None:
    assert others_despair.is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "mi esposo dice que si lo dejo me mata y se mata",
        "si me voy de la casa me mato",
        "mi jefe dice que si renuncio se mata de la risa",
        "dice el vecino que si se cae el poste se mata alguien",
        "mi ex ya no me amenaza con matarse, quiero pensión",
        "mi nieto dice que se va a aventar del tercer piso de la alberca, jaja",
        "she took her pills to the pharmacy",
    ],
)
def test_not_told(text: str) -> None:
    assert not others_despair.is_told(text)
