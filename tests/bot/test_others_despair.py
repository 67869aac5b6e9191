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
        "mi hija se cortó los brazos anoche",
        "anoche mi hijo se intentó colgar",
        "mi hermana intentó quitarse la vida ayer",
        "mi nieta se corta los brazos y anoche me dijo que se quería morir",
        "mi hijo dice que ya no quiere vivir",
        "mi hijo no sale de su cuarto, no come, se corta los brazos con el sacapuntas, tiene 13",
        "mi hija de 14 se corta los brazos con una navaja cuando está triste",
    ],
)
def test_told_of_somebody_else(text: str) -> None:
    assert others_despair.is_told(text)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("mi vecino acaba de subirse a la azotea con una soga y no quiere bajar", True),
        ("oiga es que mi señora tiene una bolsa en la cabeza y no se la quiere quitar", True),
        ("mi prima ya no quiere vivir", True),
        ("una muchacha está arriba del puente", True),
        ("mi esposo me dejó y ya no aguanto", False),
        ("mi mamá se murió y me quiero ir con ella", False),
        ("ya no puedo más", False),
    ],
)
def test_of_whom_it_is_told(text: str, *, is_so: bool) -> None:
    assert others_despair.is_of_another(text) is is_so


@pytest.mark.parametrize(
    "text",
    [
        "mi esposo dice que si lo dejo me mata y se mata",
        "si me voy de la casa me mato",
        "mi jefe dice que si renuncio se mata de la risa",
        "dice el vecino que si se cae el poste se mata alguien",
        "mi ex ya no me amenaza con matarse, quiero pensión",
        "mi nieto dice que se va a aventar del tercer piso de la alberca, jaja",
        "mi hijo se cortó la mano con un vidrio",
        "mi papá se cortó los brazos con el alambre",
        "mi perro se corta las patas con las láminas del baldío",
        "mi esposo se corta los brazos en su trabajo porque no le dan guantes",
        "mi hermano se quiso matar de la risa",
        "mi hija intentó matarse hace dos años y ocupa terapia",
        "mi hermana intentó quitarse la vida la semana pasada, ocupamos ayuda",
        "se cortó la luz en los brazos del canal",
        "mi jefe dijo que se quería morir de la pena",
        "mi hija dice que ya no quiere vivir con su papá",
        "la maestra dijo que el perro se iba a morir",
        "she took her pills to the pharmacy",
    ],
)
def test_not_told(text: str) -> None:
    assert not others_despair.is_told(text)
