"""Hard words that tell no danger, and the danger that sounds like them."""

import pytest

from bot.dialogue import Stage, State, alarms, figures
from nlu.interpretation import Urgency
from tests.bot.saying import asking, said

LIKE = Urgency(value=True, score=0.75, reason="se parece a un peligro: «me»")
GRANT = asking("becas", "municipio")
DOGS = asking("maltrato_animal", "calle")
COMPLAINT = State(request="quiero poner queja del 911")
IN_LINE = State(waits_for_person=True)
AFTER_DESPAIR = State(waits_for_person=True, lately="CS-1", lately_about="salud_mental")


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (State(), "mi jefa en la SEC me trae de encargo, me grita delante de todos"),
        (State(), "mi coordinadora me humilla y me hace la vida imposible"),
        (State(), "esa curva está de muerte, ayer volcó un tráiler"),
        (State(), "se volteó una pipa la semana pasada en esa curva"),
        (State(), "necesito que alguien me oriente sobre un despido"),
        (State(), "ocupo que una persona me asesore, no me pagan el finiquito"),
        (State(), "el doctor del Seguro me recetó mal y ahora mi mano no se mueve"),
        (State(), "en el ISSSTE me operaron mal y mi rodilla quedó tiesa"),
        (State(), "el banco nos quiere quitar la casa y estoy embarazada"),
        (State(), "debo la renta y nos van a sacar de la casa, tengo dos niñas"),
        (State(), "solo me queda una ampolleta de insulina"),
        (State(), "my mom is Yaqui and she needs help with a scholarship"),
        (State(), "They laid me off from the maquila and did not give me severance"),
        (State(), "The boss fired my wife because she is pregnant"),
        (COMPLAINT, "que el 911 no contesta ni manda patrullas"),
        (asking("seguridad", "colonia"), "que no mandaron patrulla"),
        (GRANT, "es para mi hija, no para mí"),
        (GRANT, "me van a matar si no entrego el papel hoy"),
        (GRANT, "ay Dios mío, no puede ser"),
        (DOGS, "ya mordieron a uno"),
        (asking("bacheo", "calle"), "ya se cayó una señora la otra vez"),
        (State(), "mi jefe me mata si no llego"),
        (GRANT, "no, yo no, sería para mi nieta"),
        (IN_LINE, "no puedo quedarme más, tengo que salir"),
        (IN_LINE, "no puedo estar aquí todo el día, tengo que salir"),
        (IN_LINE, "ya me tengo que ir al trabajo"),
        (IN_LINE, "perdón, tengo que recoger a mis hijos"),
    ],
)
def test_no_alarm(state: State, text: str) -> None:
    assert not alarms.is_raised(state, said(text, urgent=LIKE))


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (State(), "no mandan patrulla"),
        (State(), "nos sacan de la casa por la renta y me quiero morir"),
        (State(), "mi esposo me quiere quitar la casa y estoy embarazada"),
        (COMPLAINT, "no mandan patrulla y se están metiendo a mi casa"),
        (State(), "my mom needs help with her papers, he will kill her"),
        (State(), "I got fired and I can't go on anymore"),
        (State(), "they fired me and the boss is chasing us"),
        (State(), "mi jefe me grita y no me deja salir, me tiene encerrada"),
        (State(), "mi jefe está tirado en el piso y me grita que llame"),
        (State(), "mi esposo me grita delante de todos"),
        (State(), "el director me tiene en su privado con llave y me toca"),
        (State(), "ayer volcó un tráiler y sigue un señor adentro"),
        (State(), "se volteó un tráiler"),
        (State(), "necesito que alguien me oriente, mi hijo convulsiona"),
        (State(), "me operaron mal, mi mano no se mueve y me estoy desmayando"),
        (State(), "me caí y mi mano no se mueve"),
        (State(), "es para mi hija, no para mí"),
        (GRANT, "la soga es para mí"),
        (GRANT, "me van a matar si no entrego el dinero"),
        (GRANT, "ay Dios mío, ayúdenme"),
        (asking("seguridad", "calle"), "me van a matar si no entrego el papel"),
        (DOGS, "ya mordieron a uno y está sangrando"),
        (DOGS, "ya mordieron a una niña"),
        (State(), "no puedo quedarme más, tengo que salir"),
        (IN_LINE, "no puedo más, tengo que salir de aquí"),
        (IN_LINE, "no puedo quedarme más"),
        (AFTER_DESPAIR, "no puedo quedarme más, tengo que salir"),
        (State(Stage.idle, danger="violence", waits_for_person=True), "me tengo que salir ya"),
    ],
)
def test_danger(state: State, text: str) -> None:
    assert alarms.is_raised(state, said(text, urgent=LIKE))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("mi marido me mata si no saco la cita de la licencia hoy jajaja", True),
        ("mi esposa me va a matar si no llevo el acta jeje", True),
        ("mi suegra me mata si no le consigo la cita jajaja", True),
        ("mi marido me mata si no saco la cita de la licencia hoy", False),
        ("mi marido me mata si no le doy el dinero jaja", False),
        ("mi marido me mata si no llevo el acta jaja, ya me golpeó", False),
    ],
)
def test_laughed_at(text: str, *, is_one: bool) -> None:
    assert figures.is_all(text) is is_one
