"""What asks for a service and no help now, though it sounds like danger."""

from dataclasses import replace

import pytest

from bot.dialogue import services
from nlu.interpretation import Interpretation, Urgency
from tests.bot.saying import said

LIKE = Urgency(value=True, score=0.7, reason="se parece a un peligro: «no puedo»")


def told(text: str, intent: str = "apoyos_sociales") -> Interpretation:
    return replace(said(text, intent, 0.9, LIKE).meaning, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "kiero una despensa xfa toy enferma y no puedo salir",
        "quiero despensa, estoy encamada y no me puedo mover",
        "nos estamos ahogando en deudas y mi señora está embarazada, hay despensas?",
        "se cayo la barda del panteon con el aire",
        "ayer se ahogo un niño en el canal y sigue sin barandal, hagan algo",
        "hay mucho perro suelto que muerde, ayer mordio a una niña, calle Cedros",
        "una jauría de perros, ya mordieron a un morrito el viernes, ya esta bien el niño",
        "se reventó la tuberia y el agua llega a mi sala",
        "fuga de agua, nadie viene, se hace un charco y los niños juegan ahi",
        "esta brotando la alcantarilla y huele bien gacho afuera de mi casa",
        "queria ver lo de una lamina p'al techo, se me vuela con el aire",
        "que pase la patrulla más seguido, se andan metiendo a las casas",
        "hace falta vigilancia, andan robando en los carros",
        "Los del DIF no abren y mi mamá vive sola",
        "se robaron los cables y ya no hay luz en la calle",
        "en la oficina de Bienestar no me contestan y mi abuelito es mayor",
    ],
)
def test_what_a_service_is_asked_for(text: str) -> None:
    assert services.is_asked(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "estoy enferma y no puedo salir",
        "quiero una despensa, estoy enferma y ya no quiero vivir",
        "ocupo una cama, me caí y no me puedo levantar",
        "se cayó la barda y agarró a un albañil",
        "se cayó la barda encima de mi hijo",
        "ayer se ahogó mi hijo y no aparece",
        "ayer mordió a una niña y ahorita está aquí afuera",
        "se reventó el bordo y viene el agua",
        "está brotando la alcantarilla y se cayó una señora",
        "el drenaje está tapado y uno que bajó a limpiarlo ya no contesta",
        "quiero láminas, se nos está cayendo el techo encima",
        "fuga de agua y un cable echando chispas, los niños juegan ahi",
        "manden una patrulla, se están metiendo a mi casa",
        "se robaron los cables y dejaron uno pelón echando chispas",
        "se están robando los cables ahorita y traen pistola",
        "los del DIF no contestan y mi mamá no respira",
        "los del IMSS no abren y mi papá vive solo y está sangrando",
        "falta vigilancia, se andan metiendo a las casas y ahorita traen pistola",
    ],
)
def test_what_cannot_wait(text: str) -> None:
    assert not services.is_asked(told(text))


def test_a_delicate_matter_is_none() -> None:
    assert not services.is_asked(told("quiero una despensa, estoy enferma", "salud_mental"))
