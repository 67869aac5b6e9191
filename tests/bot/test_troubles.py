"""What weighs on who writes, and what does not."""

import pytest

from bot.dialogue.reading import troubles


@pytest.mark.parametrize(
    "text",
    [
        "ando muy preocupado, me corrieron del trabajo hace un mes",
        "disculpe, ando muy angustiada, no sé si alguien nos va a ayudar",
        "mi mamá está enferma de los riñones",
        "mi papá va a sus diálisis a Hermosillo",
        "mi niño tiene leucemia y no hay medicina",
        "ya no sé qué hacer, debo la renta",
        "no tengo ni para comer esta quincena",
        "el vecino pone música toda la noche, ya estoy desesperada",
        "a mi hijo le hacen bullying en la secundaria",
        "mi hija llega llorando todos los días de la escuela",
        "se me perdió mi perrita",
        "my dog ran away",
        "I lost my job and I'm worried",
    ],
)
def test_it_weighs_on_them(text: str) -> None:
    assert troubles.are_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "necesito una silla de ruedas para mi mamá",
        "hay un bache en mi calle",
        "estoy muy contenta con el servicio",
        "mi mamá ya está bien, gracias a Dios",
        "no sé qué hacer para sacar la licencia",
        "busco trabajo de soldador",
        "es triste cómo tienen el parque",
    ],
)
def test_it_does_not(text: str) -> None:
    assert not troubles.are_told(text)
