"""What a partner does, told beside something else that is asked for."""

import pytest

from bot.dialogue import partners


@pytest.mark.parametrize(
    "text",
    [
        "quiero pedir pensión alimenticia y mi ex me pega",
        "ocupo un abogado para la pensión de mis hijos, el papá me pega cuando voy a pedírsela",
        "mi ex no me da pensión y me anda amenazando por mensaje",
        "me golpea el papá de mis hijos y no me da pensión",
        "quiero cambiar a mis hijos de escuela porque su papá me amenaza con llevárselos",
        "busco trabajo porque dejé a mi esposo, me golpeaba y me sigue amenazando",
        "su papá nos corrió de la casa anoche con pistola",
        "quiero cambiar de escuela a mi hijo porque su papá nos busca para golpearnos",
        "ocupo la pensión y mi ex me trae amenazada",
        "es que mi nuera le pega a mi hijo",
        "mi yerno golpea a mi hija",
        "a mi hermana su esposo la golpea",
        "I need child support and my ex threatens me",
    ],
)
def test_harm_by_a_partner(text: str) -> None:
    assert partners.harms(text)


@pytest.mark.parametrize(
    "text",
    [
        "el papá de mis hijos no me da pensión",
        "mi ex nunca me pegó pero no da pensión",
        "mi esposo no me pega, solo quiero el divorcio",
        "mi ex me pegaba hace 3 años, quiero el divorcio",
        "mi ex no me da pensión y el abogado me amenaza",
        "mi esposo trabaja y su jefe nos amenaza",
        "mi marido está enfermo y me pega el sol en la ventana",
        "mi esposo falleció y los del banco me amenazan",
        "mi yerno no le pega a mi hija",
        "su novio le pega a mi hija de 15",
        "mi nuera trabaja y su jefe le pega a todos",
        "nos corrió mi marido de la casa",
    ],
)
def test_no_harm_by_a_partner(text: str) -> None:
    assert not partners.harms(text)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("es que ya llegó", True),
        ("viene para acá", True),
        ("mi esposo ya llegó", True),
        ("ya se metió a la casa", True),
        ("ya regresó borracho", True),
        ("ahí viene otra vez", True),
        ("ya llegó mi mamá", False),
        ("ya llegó la patrulla", False),
        ("viene mi hermana por mí", False),
        ("ya llegó, gracias", False),
        ("no ha llegado", False),
        ("ya llegué con mi mamá", False),
    ],
)
def test_whom_they_fear_is_coming(text: str, *, is_so: bool) -> None:
    assert partners.is_coming(text) is is_so
