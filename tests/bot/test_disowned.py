"""What is named only to say that it is none."""

import pytest

from bot.dialogue import disowned
from bot.dialogue.state import State


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("salud_mental", "no es psicólogo lo que ocupo, es comida"),
        ("salud_mental", "no pienso hacerme nada, nomás ando triste"),
        ("violencia_genero", "no hay violencia en mi casa, solo necesito la beca"),
        ("ninez", "nadie le pega, es que no tiene cuadernos"),
        ("desaparicion", "mi hijo no está desaparecido, está en la prepa, solo ocupa la beca"),
        ("desaparicion", "mi hermana se fue por su gusto a Tijuana"),
        ("desaparicion", "mi hijo se fue con un amigo, ya sé dónde está"),
        ("desaparicion", "el papá no da nada y se fue"),
        ("denuncia_delito", "no la quiero como denuncia"),
        ("denuncia_delito", "no es denuncia, nomás quiero que sepan"),
    ],
)
def test_denied(key: str, text: str) -> None:
    assert disowned.is_denied(key, text)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("violencia_genero", "no es violencia, pero mi esposo no me deja salir"),
        ("violencia_genero", "no me golpeó hoy, me roció gasolina y busca los cerillos"),
        ("violencia_genero", "no es violencia contra mí, es contra mi hijastro, se le va encima"),
        ("salud_mental", "no estoy loca, me tienen amarrada"),
        ("salud_mental", "no quiero psicólogo, quiero morirme"),
        ("desaparicion", "no está perdida, se la llevaron"),
        ("desaparicion", "mi hija no aparece"),
        ("desaparicion", "mi hijo se fue y ya no sé dónde está"),
        ("desaparicion", "ya sé dónde está, lo tienen secuestrado"),
        ("desaparicion", "mi esposo salió a trabajar y no da señales"),
        ("denuncia_delito", "me extorsionaron por teléfono, no quiero denunciar"),
        ("denuncia_delito", "mi vecino me amenaza, no voy a denunciar"),
        ("bacheo", "no hay violencia, es un bache"),
    ],
)
def test_not_denied(key: str, text: str) -> None:
    assert not disowned.is_denied(key, text)


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("no hay violencia, yo solo quería mandar fotos", True),
        ("perdón, no es denuncia, es una pregunta", True),
        ("no hay violencia pero me quita el dinero", False),
        ("no hay violencia, me golpea de vez en cuando", False),
        ("no hay agua", False),
        ("no hay violencia ahorita", False),
    ],
)
def test_what_is_said_not_to_be(text: str, *, is_denied: bool) -> None:
    assert disowned.is_none(text) is is_denied


def test_what_was_noted_besides_is_let_go() -> None:
    state = State(apart=("desaparicion", "bacheo"), also="desaparicion")
    left = disowned.let_go(state, "no, no está perdido, es por la multa")
    assert (left.apart, left.also) == (("bacheo",), None)
