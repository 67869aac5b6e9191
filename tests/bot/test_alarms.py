"""When an alarm by likeness is only the answer to a question of ours, and when it holds."""

import pytest

from bot.dialogue import Stage, State, alarms, denials, harm
from bot.dialogue.reading.heard import Heard
from nlu.interpretation import Urgency
from tests.bot.saying import CALM, asking, confirming, said

LIKELY = Urgency(value=True, score=0.97, reason="se parece a un peligro: «ya no»")
DOUBTFUL = Urgency(value=True, score=0.75, reason="se parece a un peligro: «al»")
NAMED = Urgency(value=True, score=0.7, reason="pide auxilio")
STREET = asking("bacheo", "calle", municipio="Cajeme")
HELPED = "discapacidad"
WHEELCHAIR = asking(HELPED, "nombre")


def told(text: str, intent: str = "fuera_de_ambito", urgent: Urgency = DOUBTFUL) -> Heard:
    return said(text, intent, 0.95, urgent)


@pytest.mark.parametrize(
    ("state", "heard"),
    [
        (STREET, told("al fondo, pegado al dren")),
        (STREET, told("av. siempre viva 742", urgent=LIKELY)),
        (STREET, told("Calle del Muerto #12 int. 3", urgent=LIKELY)),
        (asking("bacheo", "colonia"), told("priv. las ánimas 8", urgent=LIKELY)),
        (STREET, told("lo más rápido posible")),
        (STREET, told("URGENTE", "salud_atencion")),
        (STREET, told("¿y ahora qué sigue?", "ayuda")),
        (WHEELCHAIR, told("no puede caminar", "discapacidad")),
        (confirming(), told("sí, manden", "afirmar")),
        (State(Stage.rating, survey=1), told("no, ahorita no", "negar")),
        (State(), told("es broma, hombre")),
        (asking("bacheo", "colonia"), told("antes de donde mataron al taquero")),
        (STREET, told("por donde chocaron los carros")),
        (WHEELCHAIR, told("es mi mamá Perpetua Socorro", urgent=NAMED)),
        (
            State(),
            told("ya no camina, no le dan las fuerzas, ocupo silla de ruedas", HELPED),
        ),
        (State(), told("no, no se ha caído, nomás está chueco", "educacion")),
        (State(), told("todavía no se cae pero está bien ladeado", "proteccion_civil")),
        (WHEELCHAIR, told("está en cama y no puede hablar", urgent=LIKELY)),
        (State(danger="danger"), told("ya lo mueven, ya se paró solito y se fue caminando")),
        (WHEELCHAIR, told("647 101 5544. ando muy angustiada, no sé si alguien nos va a ayudar")),
        (State(), told("¿y si ya les marqué al 072 y no me hacen caso qué hago?")),
        (STREET, told("i already called 072 and they ignore me, what do i do")),
        (STREET, told("está muy oscuro y ya asaltaron a una muchacha", "seguridad")),
        (STREET, told("hasta asaltaron al vecino la semana pasada", "seguridad")),
    ],
)
def test_an_answer_raises_no_alarm(state: State, heard: Heard) -> None:
    assert not alarms.is_raised(state, heard)


@pytest.mark.parametrize(
    ("state", "heard"),
    [
        (State(), told("al fondo, pegado al dren")),
        (STREET, told("donde mataron a mi hijo ahorita")),
        (STREET, told("donde está un herido")),
        (WHEELCHAIR, told("es mi mamá socorro ayuda", urgent=NAMED)),
        (State(), told("ya no camina, se desmayó, ocupo silla de ruedas", HELPED)),
        (WHEELCHAIR, told("está en cama y ya no responde")),
        (WHEELCHAIR, told("se quemó con aceite y no ve")),
        (WHEELCHAIR, told("se nos mete el agua y mi mamá no camina")),
        (State(), told("no se ha caído pero hay gente abajo", "proteccion_civil")),
        (State(), told("no se ha caído, está colgando con un niño", "proteccion_civil")),
        (State(), told("los cables tiran chispas en el charco", urgent=CALM)),
        (State(), told("una viejita abandonada, no le dan de comer", urgent=CALM)),
        (STREET, told("al fondo, pegado al dren", urgent=NAMED)),
        (STREET, told("al fondo, pegado al dren", urgent=LIKELY)),
        (STREET, told("al lado de la casa tienen a un señor amarrado")),
        (STREET, told("los balearon")),
        (STREET, told("calle juárez 45, hay sangre", urgent=LIKELY)),
        (STREET, told("calle juárez, me matan 45", urgent=LIKELY)),
        (State(), told("av. siempre viva 742", urgent=LIKELY)),
        (asking("proteccion_civil", "calle"), told("se incendia la guardería", "proteccion_civil")),
        (confirming(), told("no está respirando el niño", "negar")),
        (State(), told("ando muy angustiada, no sé si alguien me va a ayudar")),
        (WHEELCHAIR, told("no sé si me van a ayudar, me quiero morir")),
        (State(), told("ya les marqué al 911 y no me hacen caso, qué hago")),
        (STREET, told("ya marqué al 072 y no vienen, la barda cayó encima de alguien y sangra")),
        (State(danger="danger"), told("ya les marqué al 072 y no me hacen caso, qué hago")),
        (STREET, told("ya asaltaron a mi mamá y está sangrando", "seguridad")),
        (STREET, told("asaltaron a una muchacha ahorita", "seguridad")),
        (STREET, told("ya robaron a una niña", "seguridad")),
        (STREET, told("ya asaltaron a mi hijo y no aparece", "seguridad")),
        (State(), told("ya asaltaron a una muchacha", "seguridad")),
        (State(), told("me están pegando, es broma decirle que no", urgent=NAMED)),
    ],
)
def test_anything_else_does(state: State, heard: Heard) -> None:
    assert alarms.is_raised(state, heard)


@pytest.mark.parametrize(
    ("text", "urgent", "is_raised"),
    [
        ("espéreme, se está prendiendo la cortina", LIKELY, True),
        ("no me cuelgue, se está desangrando", DOUBTFUL, True),
        ("espéreme tantito, estoy con un cliente", DOUBTFUL, False),
        ("déjeme, lo busco", DOUBTFUL, False),
        ("espéreme tantito, se cayó un niño al socavón", DOUBTFUL, True),
        ("permítame, la lancha se volteó", DOUBTFUL, True),
        ("aguánteme, los del préstamo vienen por mi hijo", DOUBTFUL, True),
        ("un momento, ya no responde", DOUBTFUL, True),
        ("espéreme, se me cayeron los papeles", DOUBTFUL, False),
        ("está llorando el niño, permítame", DOUBTFUL, False),
        ("ando manejando, ahorita que me pare le contesto", DOUBTFUL, False),
    ],
)
def test_who_asks_to_wait_may_say_more(text: str, urgent: Urgency, *, is_raised: bool) -> None:
    heard = said(text, urgent=urgent, move="wait")
    assert alarms.is_raised(STREET, heard) is is_raised


def test_the_button_is_an_alarm() -> None:
    assert alarms.is_raised(State(), said(payload="hay_peligro"))


@pytest.mark.parametrize(
    "text",
    [
        "no, nadie está herido ahora",
        "no, él nunca les ha pegado",
        "no no, nobody is in danger",
        "ya llegaron los bomberos, todo controlado",
        "ya lo mueven, ya se paró y se fue",
        "ya se lo llevó la ambulancia",
        "ya me llevan al hospital",
        "ya reaccionó mi mamá",
        "no, era broma",
        "ya lo levantaron los paramédicos",
        "they got out, thanks",
        "ya abrió, estamos platicando",
        "ya le conectaron una planta, gracias",
        "yes I called already, they are here",
        "todo bien ya",
        "perdón, le escribí al chat equivocado",
        "ya se quedó dormido, ya estoy más tranquila",
        "no corro peligro, en serio",
        "nadie me amenazó",
        "no, no me están amenazando",
        "nadie me anda persiguiendo",
        "no estoy amenazada, nomás quiero reportar el número",
        "no fue amenaza",
        "no hay nadie lastimado, se cayó nomás la barda",
        "no, peligro no, pero que lo apaguen",
        "no, mi papá ya va en la ambulancia",
        "sí, ya acordonaron los de bomberos",
        "no, yo no me quiero matar",
        "ya lo están apagando los bomberos",
        "los bomberos ya están trabajando",
        "no es peligroso, nomás huele poquito",
        "ya me siento mejor, gracias",
        "no ahorita ya están bien, es que hace calor",
        "no, la niña ya está bien, fue ayer; lo que queremos es que arreglen los aires",
        "the ambulance is here",
        "the police just arrived",
        "no está pasando ahorita",
        "no, no es en este momento",
        "esto ya no está ocurriendo",
        "no, ya terminó",
    ],
)
def test_it_is_over(text: str) -> None:
    assert denials.is_over(text)


@pytest.mark.parametrize(
    "text",
    [
        "ya llegó mi marido",
        "ya llegó el que me amenazó",
        "no estoy bien",
        "ya no puedo, gracias por todo",
        "ya llamé y no llega la ambulancia",
        "no me ha pegado, pero me va a matar",
        "no me están amenazando, me están golpeando",
        "no me amenaza, me avienta los platos",
        "está bien feo",
        "el fuego ya agarró la barda",
        "ya se fue otro niño al canal",
        "ya se lo llevaron",
        "me muero, no es broma",
        "papá ya despertó y está enojado",
        "ya agarró la pistola y se fue",
        "ya se paró y se fue a traer la pistola",
        "ya estamos en el hospital y no nos atienden",
        "ya amarré la soga, gracias",
        "ya le hablé al 911 y ya vienen",
        "sí era emergencia, no era mi hijo jugando",
        "no me quiero morir",
        "la niña ya está bien morada",
        "they arrived with guns",
        "the police came for my son",
        "no le está pasando el aire",
        "ahorita no",
        "no está pasando saliva",
        "no está pasando ahorita, pero va a regresar",
    ],
)
def test_it_is_not_over(text: str) -> None:
    assert not denials.is_over(text)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("no hay peligro", True),
        ("no es urgente pero ocupa ayuda", True),
        ("no, eso fue ayer, lo que quiero es que pongan barandal", True),
        ("no no, eso fue la semana pasada, yo nomás quiero que arreglen la lámpara", True),
        ("fue el mes pasado, pero quiero que pongan vigilancia", True),
        ("no, that was last week, I just want the lamp fixed", True),
        ("ya no hay peligro", False),
        ("no está pasando ahorita, fue ayer", True),
        ("no es de ahorita, eso ya tiene tiempo", True),
        ("it's not happening now, it was last week", True),
        ("no es de ahorita, ya tiene meses que me golpea", False),
        ("eso fue la semana pasada pero sigue amenazando", False),
        ("ya lo apagaron, no hay heridos", False),
        ("eso fue ayer pero hoy volvió con pistola", False),
    ],
)
def test_what_is_no_danger_may_go_on(text: str, *, is_so: bool) -> None:
    assert denials.is_harmless(text) is is_so


@pytest.mark.parametrize(
    ("text", "is_who"),
    [
        ("Yareli Bustamante, ella es la niña, yo soy su mamá Rosa Elia", True),
        ("soy su abuela y a la niña la golpean", False),
        ("ella es la niña", False),
    ],
)
def test_who_is_who_is_no_matter(text: str, *, is_who: bool) -> None:
    assert harm.tells_who(told(text, "ninez")) is is_who
