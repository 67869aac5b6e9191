"""What sounds like danger and is none, and what is danger though it sounds like that."""

import pytest

from bot.dialogue import State, alarms, calm, figures, misheard
from bot.dialogue.reading.heard import Heard
from nlu.interpretation import Urgency
from tests.bot.saying import asking, confirming, said

LIKE = Urgency(value=True, score=0.99, reason="se parece a un peligro: «no»")
SUICIDE = Urgency(value=True, score=0.97, reason="riesgo de suicidio")
CRY = Urgency(value=True, score=0.7, reason="pide auxilio")
SHOTS = Urgency(value=True, score=0.9, reason="disparos o persona armada")
COLONIA = asking("alumbrado", "colonia", municipio="Cajeme")
STREET = asking("bacheo", "calle", municipio="Cajeme", colonia="Aurora")
NAME = asking("discapacidad", "nombre")
SUMMARY = confirming(municipio="Cajeme", colonia="Aurora", calle="Zaragoza")


def told(text: str, urgent: Urgency = LIKE) -> Heard:
    return said(text, urgent=urgent)


@pytest.mark.parametrize(
    "text",
    [
        "me están golpeando los recibos de luz",
        "los recibos de la luz nos están ahorcando",
        "nos están asaltando con las tarifas",
        "el calor nos está matando",
        "hace un calor que uno se quema vivo en la parada",
        "se me fue la luz y el aire, me estoy cociendo",
        "estamos asándonos en la sala de espera",
        "mi niño llora porque lo golpea el sol en el salón sin aire",
        "no quiero vivir así sin agua",
        "ya no podemos vivir entre tanta basura",
        "ya no quiero vivir a oscuras, arreglen la lámpara",
        "me quiero matar con este trámite",
        "me dan ganas de ahorcarme con este papeleo",
        "la tubería está a punto de matarme del coraje",
        "me quiero morir de la vergüenza",
        "me va a matar mi jefe si no la llevo hoy",
        "mi maestra me va a matar si no llego con el acta",
        "me muero de la risa con su página que no carga, me mata",
        "en el salón de mi hijo hace un calor de muerte, se están asando los niños",
        "ya no aguanto los baches, me va a dar un infarto",
        "hay una alcantarilla sin tapa, alguien se va a matar",
        "está bien oscuro, un día de estos alguien se va a matar",
        "the heat is killing us at the bus stop",
        "el doctor me trató de la patada",
        "ya no puedo más con el ruido",
        "ya no aguantamos la peste de la granja",
        "en el Seguro me atendieron como perro",
        "los quiero matar a besos",
        "mis plebes se van a desmayar del calor en la primaria, no sirve el aire",
        "se va a infartar mi apá del coraje",
        "está bien oscuro, un día van a violar a alguien",
        "no hay foco, cualquier día van a asaltar a una muchacha",
    ],
)
def test_a_figure_of_speech(text: str) -> None:
    assert figures.is_all(text)
    assert not alarms.is_raised(State(), told(text, SUICIDE))


@pytest.mark.parametrize(
    "text",
    [
        "me quiero matar",
        "me quiero matar con esta pistola",
        "me quiero matar con este trámite, ya tengo la soga",
        "me quiero matar con este papeleo, de verdad ya no puedo más",
        "me quiero morir por tantas deudas",
        "no quiero vivir así",
        "ya no quiero vivir sin ella",
        "no quiero vivir con este dolor",
        "me está golpeando mi esposo por los recibos",
        "me están pegando los cobradores",
        "nos están matando en la calle Sol",
        "el calor está matando a mi abuelita",
        "le pegó el sol y no reacciona",
        "señor tirado, golpe de calor",
        "hace calor y mi bebé se quema en fiebre",
        "me está matando mi jefe a golpes",
        "mi esposo me va a matar si no llego",
        "mi patrón nos va a matar si nos vamos",
        "me van a matar si no pago los intereses",
        "me voy a aventar del puente por este trámite",
        "me va a matar mi mamá si no llego, ya me golpeó",
        "cuando regrese del trabajo me mata",
        "nos están quitando todo a golpes en la papelería",
        "estoy encerrada en el carro y me estoy asando, no respiro",
        "me golpean los recibos y mi marido también me golpea",
        "me va a dar un infarto, me duele el pecho",
        "alguien se va a matar, está arriba del puente",
        "mi esposo me trata como perro",
        "ya no puedo más con mi marido",
        "ya no aguanto el ruido en mi cabeza",
        "el calor está en el carro y se están asando los niños encerrados",
        "the heat is killing my baby",
    ],
)
def test_danger_beside_a_figure_or_like_one(text: str) -> None:
    assert not figures.is_all(text)
    assert alarms.is_raised(State(), told(text))


@pytest.mark.parametrize(
    ("state", "heard"),
    [
        (NAME, told("Ofelia Tirado")),
        (NAME, told("Perla Cuchillo")),
        (NAME, told("Saúl Armenta punto")),
        (NAME, told("ofelia tirado", Urgency(True, 0.52, "se parece a un peligro: «tirado»"))),
        (NAME, told("me llamo Ofelia Tirado, 6621234567")),
        (NAME, told("Socorro Tirado", Urgency(value=True, score=0.94, reason="pide auxilio"))),
        (asking("bacheo", "contacto", colonia="Aurora"), told("Ofelia Tirado Ruiz")),
        (STREET, told("Loma del Fuego", CRY)),
        (COLONIA, told("loma del fuego", CRY)),
        (STREET, told("a un lado de la tienda La Pistola")),
        (STREET, told("frente a la cantina La Lumbre", CRY)),
        (COLONIA, told("colonia Los Disparos", SHOTS)),
        (COLONIA, told("calle Los Disparos", SHOTS)),
        (NAME, told("Socorro", CRY)),
        (STREET, told("Socorro", CRY)),
        (asking("bacheo", "contacto", colonia="Aurora"), told("Auxilio Beltrán", CRY)),
        (SUMMARY, told("no, no es Zaragoza, es Morelos, y no es Aurora es Cortinas")),
        (SUMMARY, told("la calle no es Zaragoza, es Reyes")),
    ],
)
def test_a_name_a_place_a_correction(state: State, heard: Heard) -> None:
    assert misheard.is_named(state, heard)
    assert not alarms.is_raised(state, heard)


@pytest.mark.parametrize(
    ("state", "heard"),
    [
        (State(), told("Ofelia Tirado")),
        (NAME, told("OFELIA TIRADO")),
        (State(), told("Socorro", CRY)),
        (STREET, told("SOCORRO", CRY)),
        (STREET, told("Socorro!", CRY)),
        (STREET, told("socorro", CRY)),
        (COLONIA, told("Auxilio", CRY)),
        (NAME, told("Auxilio Rápido", Urgency(value=True, score=0.9, reason="pide auxilio"))),
        (NAME, told("Señor Tirado")),
        (NAME, told("Hombre Armado")),
        (NAME, told("Niña Ahogada")),
        (NAME, told("Balazos Centro", SHOTS)),
        (NAME, told("Socorro Fuego", Urgency(value=True, score=0.9, reason="pide auxilio"))),
        (NAME, told("mujer tirada")),
        (NAME, told("Socorro Bomberos", Urgency(value=True, score=0.9, reason="pide auxilio"))),
        (NAME, told("albañil tirado")),
        (NAME, told("mi papá no respira")),
        (NAME, told("Mi Papá Infartado")),
        (NAME, told("infarto")),
        (COLONIA, told("balazos en la colonia", SHOTS)),
        (COLONIA, told("en la colonia los balazos no paran", SHOTS)),
        (COLONIA, told("colonia Centro, balazos", SHOTS)),
        (COLONIA, told("Balacera Colonia Centro", SHOTS)),
        (COLONIA, told("fuego en la loma", CRY)),
        (COLONIA, told("loma incendiada")),
        (COLONIA, told("cerro de la Campana, despeñado")),
        (STREET, told("en la calle los disparos", SHOTS)),
        (STREET, told("a un lado de la tienda hay un herido")),
        (STREET, told("la tienda se quema")),
        (STREET, told("calle Reforma tirado")),
        (STREET, told("Calle Reforma Tirado, no se mueve")),
        (STREET, told("🆘🆘 privada Ébano")),
        (STREET, told("escuela balacera", SHOTS)),
        (SUMMARY, told("no es Zaragoza es un incendio")),
        (SUMMARY, told("no es Zaragoza, es que se cayó mi hijo")),
        (SUMMARY, told("no, no es Zaragoza, se está ahogando")),
        (SUMMARY, told("sí, pero mi mamá ya no despierta")),
    ],
)
def test_danger_within_a_form(state: State, heard: Heard) -> None:
    assert alarms.is_raised(state, heard)


@pytest.mark.parametrize(
    "text",
    [
        "no m cayo",
        "no me cayó el depósito",
        "no me ha caído la beca",
        "todavía no nos cae el pago",
        "yo ya no confío en ustedes",
        "la verdad no les creo nada a ustedes",
        "perdí la confianza en el gobierno",
        "la maestra de mi niño lo encerró en el salón sin recreo y le dijo burro",
        "le hacen bulling a mi hijo en la escuela",
        "sus compañeros se burlan de mi niña y la maestra no hace nada",
        "un señor le agarro la pierna a mi hija de 15, ya vamos en la casa y esta bien",
        "atropellaron un perro y esta llorando en la orilla del boulevard, no se mueve, que hago",
    ],
)
def test_calm_in_any_state(text: str) -> None:
    assert calm.is_harmless(text)
    assert not alarms.is_raised(State(), told(text))
    assert not alarms.is_raised(STREET, told(text))


@pytest.mark.parametrize(
    "text",
    [
        "no me cayó a mí, le cayó a mi hijo",
        "no se cayó, lo aventaron",
        "no me cayó encima de milagro pero a él sí",
        "ya no confío en mi esposo, trae un cuchillo",
        "ya no confío en nadie",
        "la maestra encerró a mi niño con llave y lo castigó",
        "la maestra le pegó y le dijo burro",
        "le hacen bullying a mi hijo y hoy lo golpearon en el baño",
        "se burlan de mi hijo y lo encerraron en el salón",
        "atropellaron un perro y a un niño",
        "un perro atacó a mi hija",
        "aventaron un perro muerto con nota, dice que esta noche sigo yo",
        "se tomó el cloro, ya estamos en la casa y está bien",
        "me pegó y ya estamos en la casa, él está afuera, todo bien",
        "ya nomás falto yo, ya dejé todo en orden",
        "lo tiró el caballo de cabeza",
    ],
)
def test_danger_that_sounds_like_that(text: str) -> None:
    assert not calm.is_harmless(text)
    assert alarms.is_raised(STREET, told(text))


@pytest.mark.parametrize(
    "text",
    [
        "y el vecino se va a enterar que fui yo",
        "no quiero que el vecino sepa que yo lo reporté",
        "y si le pica uno a mi bebe que hago",
        "y mientras que hago con el niño, si me le da la rabia",
        "y si me pongo mal a donde corro",
        "mi mamá no sabe que escribo",
        "mis papás no saben que ando escribiendo aquí",
        "quién me va a llamar, hombre o mujer",
        "¿me va a hablar un hombre o una mujer?",
    ],
)
def test_a_worry_about_what_was_told(text: str) -> None:
    assert not alarms.is_raised(STREET, told(text))


@pytest.mark.parametrize(
    "text",
    [
        "y si mi esposo me pega que hago",
        "y si ya se tomó todo que hago",
        "si no respira mi bebe que hago",
        "si se entera me mata",
        "y si a mi papá se le paralizó medio cuerpo a dónde hablo",
        "que hago si no despierta",
        "mi mamá no sabe que mi padrastro me toca",
        "mi mamá no sabe que estoy aquí encerrada",
        "mi esposo no sabe que escribo",
        "un hombre o una mujer me viene siguiendo",
    ],
)
def test_no_mere_worry(text: str) -> None:
    assert alarms.is_raised(STREET, told(text))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Hombres Blancos", True),
        ("Hombres Armados", False),
        ("hombres afuera", False),
        ("Casa En Llamas Y Nadie Viene", False),
    ],
)
def test_a_place_as_it_is_written(text: str, *, is_one: bool) -> None:
    assert misheard.is_titled(text) == is_one


@pytest.mark.parametrize(
    ("text", "is_only_worried"),
    [
        ("soy de Guaymas, estoy desesperada con esto", True),
        ("disculpe ando muy angustiada, no sé si alguien nos va a ayudar", True),
        ("tengo 3 hijos y no sé cómo le voy a hacer", True),
        ("I am so worried about her", True),
        ("estoy desesperada, ya no puedo más", False),
        ("ando muy triste, lloro todas las noches", False),
        ("estoy angustiado y quiero hablar con un psicólogo", False),
        ("no hay agua", False),
    ],
)
def test_who_is_only_worried(text: str, is_only_worried: bool) -> None:
    assert misheard.is_only_worried(text) is is_only_worried
