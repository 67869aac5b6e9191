"""What is told without any danger, and what only sounds like that."""

from dataclasses import replace

import pytest

from bot.dialogue import State, alarms, calm, denials, unlikely
from bot.dialogue.reading.heard import Heard
from nlu.interpretation import Urgency
from tests.bot.saying import asking, said

LIKE = Urgency(value=True, score=0.9, reason="se parece a un peligro: «ya»")
FIRE = Urgency(value=True, score=0.9, reason="incendio, gas o explosión")
CRASH = Urgency(value=True, score=0.9, reason="accidente con personas")
SICK = Urgency(value=True, score=0.9, reason="emergencia médica")
HELPED = asking("discapacidad", "municipio")
THEFT = asking("seguridad", "colonia", municipio="Empalme")
AFTER = State(lately="CS-2026-000001-5", lately_about="seguridad")
AFTER_GRIEF = State(lately="CS-2026-000001-5", lately_about="salud_mental")


def told(text: str, intent: str = "fuera_de_ambito", urgent: Urgency = LIKE) -> Heard:
    return said(text, intent, 0.99, urgent=urgent)


@pytest.mark.parametrize(
    "text",
    [
        "ya fue hoy en la mañana, ya no hay nadie",
        "ya no hay nadie",
        "ahorita ya no hay nadie en la casa, la casa está sola",
        "el negocio estaba solo, ya no hay nadie adentro",
        "fue anoche y no había nadie en la casa",
        "cuando llegamos ya no había nadie",
        "ya se fueron, ya puse denuncia",
        "en la oficina ya no hay nadie",
        "fue ayer a las 2",
    ],
)
def test_what_is_over(text: str) -> None:
    assert not alarms.is_raised(THEFT, told(text))
    assert not alarms.is_raised(AFTER, told(text))


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (State(), "ya no hay nadie"),
        (AFTER_GRIEF, "ya no hay nadie"),
        (THEFT, "ya no hay nadie que me quiera"),
        (THEFT, "ya no hay nadie para mí"),
        (THEFT, "ya no me queda nadie"),
        (THEFT, "fue anoche y ya no despierta"),
        (THEFT, "ya se fueron y se llevaron a mi hijo"),
        (THEFT, "fue ahorita, está tirado en la calle"),
        (THEFT, "no hay nadie, estoy sola y están tocando"),
    ],
)
def test_what_is_not(state: State, text: str) -> None:
    assert alarms.is_raised(state, told(text))


@pytest.mark.parametrize(
    ("text", "is_calm"),
    [
        ("hay un señor en silla de ruedas en la casa", True),
        ("se me olvidó decir que hay una persona con discapacidad", True),
        ("también vive una viejita en cama con nosotros", True),
        ("tenemos un bebé de 3 meses", True),
        ("hay un señor en la casa", False),
        ("hay un niño de 3 años solo en la casa", False),
        ("hay una persona mayor tirada en la casa", False),
        ("hay un señor con oxígeno y se fue la luz", False),
    ],
)
def test_who_lives_there(text: str, is_calm: bool) -> None:
    assert alarms.is_raised(AFTER, told(text)) is not is_calm


@pytest.mark.parametrize(
    ("text", "intent", "urgent"),
    [
        ("hay una señora con bebe recien nacido en la casa de junto", "ninez", LIKE),
        ("hay niños chiquitos en la casa de al lado", "ninez", LIKE),
        ("vive una señora embarazada en la casa", "ninez", LIKE),
        ("somos tres familias con niños chiquitos", "ninez", LIKE),
        ("mi vecino tiene un caballo amarrado al sol sin agua", "maltrato_animal", LIKE),
        ("tienen un perro amarrado en la azotea sin agua ni comida", "maltrato_animal", LIKE),
        ("mi niño se enferma mucho por el humo, queman llantas atrás", "ecologia", FIRE),
        ("los ladrilleros queman diario y mi papá tiene asma", "ecologia", LIKE),
        ("la fundidora tira humo en las noches, no se puede ni respirar", "ecologia", LIKE),
        ("andan tumbando los mezquites para carbón", "caminos", LIKE),
        ("la queman y no se aguanta el humo", "ecologia", LIKE),
        ("casi atropella a una niña", "ninez", LIKE),
        ("si se cae nos mata", "violencia_genero", LIKE),
        ("el día que se caiga el poste va a matar a alguien", "proteccion_civil", LIKE),
        ("se murió mi perro envenenado por el vecino", "maltrato_animal", SICK),
        ("alguien envenenó a mis gatos", "maltrato_animal", SICK),
        ("se me pasó decir que tiene tres niños chiquitos", "ninez", LIKE),
        ("me faltó decir que tiene 3 niños", "violencia_genero", LIKE),
        ("somos mi esposo, yo y tres niños", "violencia_genero", LIKE),
        ("me faltó decir que mi niño es asmático", "salud_medicamentos", LIKE),
        ("el perro ya no está, se fue", "maltrato_animal", LIKE),
        ("ella tiene un niño de 3 años y una bebé", "ninez", LIKE),
        ("no le dije que somos siete y hay dos bebés", "ninez", LIKE),
        ("hay una patrulla vieja tirada en la cochera de mi casa", "seguridad", CRASH),
        ("es sobre una patrulla que está tirada en mi cochera", "seguridad", LIKE),
        ("dejaron un carro quemado tirado en mi calle", "bacheo", LIKE),
        ("ya casi hay un choque cada rato", "bacheo", LIKE),
        ("ya mero hay un choque ahí", "bacheo", LIKE),
        ("anda otra vez el animal, hoy no mordió a nadie", "maltrato_animal", LIKE),
    ],
)
def test_who_lives_near_and_what_goes_on(text: str, intent: str, urgent: Urgency) -> None:
    assert not alarms.is_raised(State(), told(text, intent, urgent))


@pytest.mark.parametrize(
    ("text", "intent", "urgent"),
    [
        ("hay un bebé solo en la casa de junto", "ninez", LIKE),
        ("hay un bebé recién nacido en la calle tirado", "ninez", LIKE),
        ("hay una señora tirada en la casa de junto", "ninez", LIKE),
        ("hay una señora con su bebé atrapada en la casa de junto", "ninez", LIKE),
        ("un perro tiene agarrado a mi niño", "maltrato_animal", LIKE),
        ("un perro me está mordiendo", "maltrato_animal", LIKE),
        ("mataron a los perros y vienen para la casa", "maltrato_animal", LIKE),
        ("envenenaron a mis perros y ya están abriendo el portón", "maltrato_animal", SICK),
        ("se cayó el poste y mató a un señor", "proteccion_civil", LIKE),
        ("casi mata a golpes a mi hermana", "violencia_genero", LIKE),
        ("casi se cae y se está ahogando", "ninez", LIKE),
        ("envenenaron a mi perro y mi niño comió de lo mismo", "maltrato_animal", SICK),
        ("el perro está amarrado pero mordió a una señora", "maltrato_animal", LIKE),
        ("queman llantas siempre y ya agarró la barda", "ecologia", FIRE),
        ("queman llantas y mi niño se enferma, ya no respira", "ecologia", FIRE),
        ("están quemando llantas atrás de mi casa", "ecologia", FIRE),
        ("se me está quemando la casa", "proteccion_civil", FIRE),
        ("tiene tres niños encerrados", "ninez", LIKE),
        ("somos tres niños y mi papá nos pega", "ninez", LIKE),
        ("se me olvidó decir que mi niño está solo", "ninez", LIKE),
        ("el perro se llevó a la niña", "ninez", LIKE),
        ("se me olvidó decir que hay tres niños solos", "ninez", LIKE),
        ("un señor tiene una niña en su carro", "ninez", LIKE),
        ("hay una señora tirada junto a una troca vieja", "seguridad", CRASH),
        ("hay una moto tirada en la carretera", "caminos", LIKE),
        ("hay un carro viejo tirado en el lote con alguien adentro", "bacheo", CRASH),
        ("casi hay un choque y hay heridos", "bacheo", LIKE),
        ("casi me atropella un carro, estoy sangrando", "bacheo", LIKE),
        ("ayer no mordió a nadie pero hoy mordió a mi hija", "maltrato_animal", LIKE),
    ],
)
def test_danger_that_sounds_like_that(text: str, intent: str, urgent: Urgency) -> None:
    assert not calm.is_told(told(text, intent, urgent).meaning)
    assert alarms.is_raised(State(), told(text, intent, urgent))


def test_who_lives_near_is_no_matter_of_a_child() -> None:
    heard = said("hay niños chiquitos en la casa de al lado", "ninez", 0.99)
    assert not unlikely.as_it_is(AFTER, heard).is_understood


@pytest.mark.parametrize(
    ("state", "text", "is_neglect"),
    [
        (AFTER, "ya llevamos doce días con los niños sin bañarse", False),
        (THEFT, "los niños llevan tres días sin bañarse", False),
        (State(), "los niños llevan tres días sin bañarse", True),
        (AFTER, "mi vecina tiene a los niños sin bañarse", True),
        (AFTER, "los niños llevan tres días sin comer", True),
    ],
)
def test_what_children_go_without_is_no_neglect(
    state: State, text: str, *, is_neglect: bool
) -> None:
    heard = said(text, "ninez", 0.9)
    ranking = (("ninez", 0.9), ("agua_potable", 0.1))
    heard = replace(heard, meaning=replace(heard.meaning, ranking=ranking))
    assert (unlikely.as_it_is(state, heard).intent == "ninez") is is_neglect


def test_a_fine_that_is_not_paid_cancels_nothing() -> None:
    assert not said("no voy a pagar", "cancelar", 0.99).is_sure
    assert said("ya no lo voy a pagar, cancélelo", "cancelar", 0.99).is_sure


def test_what_does_not_burn_now_is_over() -> None:
    assert denials.is_over("ahorita no están quemando, es casi diario en la noche")
    assert not denials.is_over("ahorita no está respirando")


@pytest.mark.parametrize(
    ("state", "text", "is_raised"),
    [
        (HELPED, "está en cama y no puede hablar", False),
        (HELPED, "tiene autismo y se pega en la cabeza", False),
        (HELPED, "está en cama y no respira", True),
        (HELPED, "es ciego y se cayó", True),
        (State(), "está en cama y no puede hablar", True),
    ],
)
def test_what_somebody_lives_with_is_why_help_is_asked(
    state: State, text: str, *, is_raised: bool
) -> None:
    assert alarms.is_raised(state, told(text, "salud_atencion")) is is_raised
