"""Death wished for in words that no alarm knows, and what only sounds like it."""

import pytest

from bot.dialogue import Stage, State, despair, perils
from bot.dialogue.acts import AskIfSafe, Safety
from tests.bot.saying import NOW, asking, said, turn


@pytest.mark.parametrize(
    "text",
    [
        "mejor que descansen todos de mí",
        "pa qué sigo viviendo si ni la pensión me llega",
        "la neta hay días que digo pa qué sigo aquí, pero bueno",
        "a nadie le importaría si mañana ya no despierto, quería preguntar de la beca",
        "si no me dan mi pensión me corto las venas",
        "mejor me muero de una vez",
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
        "mi prima dice que se va a tomar el veneno",
        "nadie me extrañaría si me fuera, pero quería saber del apoyo",
        "ojalá me muriera ya",
        "Dios ya me recoja, ojalá no amaneciera",
        "no le encuentro chiste a vivir, quiero saber lo del apoyo",
        "al rato me aviento del puente si no me dan la cita",
        "solo quiero arreglar todo antes de irme de este mundo el sábado",
        "mis papeles para cuando ya no esté, tengo todo listo para el lunes",
        "estoy cansada de vivir",
        "ya me quiero ir con diosito",
        "soy una carga, ya no puedo más",
        "si no me dan la pensión me quito la vida",
        "¿para qué sigo batallando si de todos modos nadie me necesita?",
        "pa qué le batallo si no le importo a nadie",
        "ya no puedo más, nadie me quiere",
        "nadie se daría cuenta si ya no estoy",
        "si me muero nadie se entera",
        "no tengo por quién vivir",
        "¿qué caso tiene seguir viviendo?",
        "quisiera desaparecer",
    ],
)
def test_it_is_told(text: str) -> None:
    assert despair.is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "ya no le veo caso a seguir con el trámite",
        "a nadie le importa si no hay agua",
        "¿para qué sigo esperando?",
        "hay días que digo para qué sigo esperando el pago",
        "mejor me muero a que me den la cita",
        "me corto las venas con su servicio",
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
        "ojalá me muriera de risa con su página",
        "nadie me extrañaría si me voy de la oficina",
        "me aviento del puente si no me resuelven",
        "hoy me aviento el trámite",
        "al rato me aviento del puente jajaja",
        "el doctor dice que se va a tomar las pastillas en la noche",
        "un testamento para cuando yo ya no esté",
        "me mato trabajando y hoy no me pagan",
        "cuando ya no esté abierto, quiero todo listo para hoy",
        "estoy cansada de vivir sin agua",
        "mejor no estuviera cerrada la oficina",
        "nadie me va a extrañar en el trabajo",
        "¿para qué sigo batallando si nadie me contesta?",
        "ya no puedo más, nadie me quiere atender",
        "nadie se da cuenta si no estoy en mi casa",
        "si me muero aquí en la fila nadie se entera",
        "¿qué caso tiene vivir aquí si no hay agua?",
        "quisiera desaparecer el adeudo",
    ],
)
def test_it_is_not(text: str) -> None:
    assert not despair.is_told(text)


def test_what_was_asked_for_is_kept_for_later() -> None:
    text = "nadie me extrañaría si me fuera, pero quería saber del apoyo de adultos mayores"
    decision = turn(State(), said(text, "adultos_mayores", 0.97))
    assert (decision.state.stage, decision.state.apart) == (Stage.second, ("adultos_mayores",))


@pytest.mark.parametrize("state", [State(), asking("bacheo", "calle")])
def test_it_is_danger_without_an_alarm(state: State) -> None:
    decision = turn(state, said("mejor que descansen todos de mí", "cancelar", 0.95))
    assert decision.acts[:2] == (Safety(), AskIfSafe(perils.SELF_HARM))
    assert decision.state.danger == perils.SELF_HARM


@pytest.mark.parametrize(
    "text",
    [
        "oiga, ¿y si le digo que ayer me corté las venas?",
        "Yaretzi. oiga y si le digo q ayer me corte",
        "me corté los brazos otra vez anoche",
        "me hice cortes en los brazos",
        "me volví a cortar",
        "anoche intenté ahorcarme",
        "antier me quise matar",
        "last night I cut my wrists",
        "yesterday I tried to kill myself",
        "voy a rociarme gasolina ahí en palacio",
        "si no me pagan me inmolo",
    ],
)
def test_harm_of_these_days_by_their_own_hand(text: str) -> None:
    decision = turn(asking("becas", "nivel"), said(text))
    assert decision.acts[:2] == (Safety(), AskIfSafe(perils.SELF_HARM))


@pytest.mark.parametrize(
    "text",
    [
        "ayer me corté el pelo",
        "me corté el dedo ayer",
        "me corté el brazo en el trabajo",
        "ayer me corté con una lata",
        "me cortaron la luz ayer",
        "no me corte la llamada",
        "I cut myself cooking",
        "I tried to kill myself years ago",
        "me quise matar de coraje con el trámite",
        "hace dos años intenté matarme y ocupo psicólogo",
        "hace años me quise matar y salí adelante, quiero dar pláticas",
        "me corto las venas con sus recibos",
        "voy a echar gasolina al carro",
    ],
)
def test_no_harm_by_their_own_hand(text: str) -> None:
    assert not despair.is_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "que me ayuden o me tiro del puente",
        "ya no quiero seguir batallando en esta vida",
        "ahora sí puedo irme tranquila de este mundo",
        "quiero que se acabe todo ya",
        "mañana ya no voy a dar lata",
        "ya tengo decidido irme con mi viejita al cielo",
        "ya no quiero seguir sufriendo",
    ],
)
def test_an_alarm_is_of_this_danger(text: str) -> None:
    assert despair.is_likely(text)


@pytest.mark.parametrize(
    ("text", "is_done"),
    [
        ("ya me corté las venas", True),
        ("ayer me corté las venas", False),
        ("ayer me tomé un frasco de pastillas", True),
        ("no sé, ya me tomé unas pastillas", True),
        ("me tomé todas las pastillas de mi mamá", True),
        ("acabo de tomarme un frasco de clonazepam", True),
        ("I already took a bunch of pills", True),
        ("me tomé la pastilla que me recetaron", False),
        ("me quiero tomar unas pastillas", False),
    ],
)
def test_what_is_done_needs_an_ambulance_first(text: str, *, is_done: bool) -> None:
    assert despair.is_done(text) is is_done
    if is_done:
        decision = turn(State(danger=perils.SELF_HARM, danger_at=NOW), said(text))
        assert decision.acts[:2] == (Safety(), AskIfSafe(perils.HURT))
