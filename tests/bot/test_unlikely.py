"""What a message is not about, whatever it looks like to the model."""

from dataclasses import replace

import pytest

from bot.dialogue import State, talk, unlikely
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage
from tests.bot.saying import asking, said


def ranked(text: str, *ranking: tuple[str, float]) -> Heard:
    heard = said(text, *ranking[0])
    return replace(heard, meaning=replace(heard.meaning, ranking=ranking))


@pytest.mark.parametrize(
    ("heard", "intent", "is_sure"),
    [
        (
            ranked("no quiero vivir así sin agua", ("salud_mental", 0.93), ("agua_potable", 0.06)),
            "agua_potable",
            False,
        ),
        (
            ranked("me están golpeando los recibos", ("energia_electrica", 0.9), ("ninez", 0.1)),
            "energia_electrica",
            True,
        ),
        (
            ranked("un cobrador me amenaza con embargarme", ("violencia_genero", 0.99)),
            "juridico",
            False,
        ),
        (
            ranked("los de Coppel no me dejan en paz", ("violencia_genero", 0.6)),
            "juridico",
            False,
        ),
        (
            ranked("y si le pica uno a mi bebe que hago", ("ninez", 0.6), ("ayuda", 0.4)),
            "ayuda",
            False,
        ),
    ],
)
def test_a_delicate_matter_that_is_none(heard: Heard, intent: str, *, is_sure: bool) -> None:
    told = unlikely.as_it_is(State(), heard)
    assert (told.intent, told.is_sure) == (intent, is_sure)


@pytest.mark.parametrize(
    "text",
    [
        "mi esposo me amenaza con quitarme la casa, y debo al banco",
        "mi ex no me deja en paz por una deuda",
        "el prestamista me golpeó",
        "ya no quiero vivir con él",
    ],
)
def test_a_delicate_matter(text: str) -> None:
    heard = ranked(text, ("violencia_genero", 0.95), ("juridico", 0.05))
    assert unlikely.as_it_is(State(), heard) == heard


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("mi esposo está desempleado", "desaparicion"),
        ("mi hijo está en la universidad", "desaparicion"),
        ("mi hija tiene 8 años", "ninez"),
    ],
)
def test_who_is_who_is_no_delicate_matter(text: str, matter: str) -> None:
    heard = ranked(text, (matter, 0.7), ("empleo", 0.2))
    assert unlikely.as_it_is(State(), heard).intent == "empleo"


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("mi hermano anda perdido", "desaparicion"),
        ("mi hermano está en el semefo", "desaparicion"),
        ("mi hija está sola", "ninez"),
        ("mi hija tiene 13 años y anda con uno de 30", "ninez"),
        ("mi hijo está con su papá y no me lo entrega", "ninez"),
    ],
)
def test_who_somebody_is_may_be_the_harm(text: str, matter: str) -> None:
    heard = ranked(text, (matter, 0.9), ("empleo", 0.1))
    assert unlikely.as_it_is(State(), heard) == heard


@pytest.mark.parametrize(
    ("text", "matter", "intent"),
    [
        ("es por un adeudo de mi carro que no debo", "agua_cobro", "placas_licencias"),
        ("me cobran el agua de lavar mi carro", "agua_cobro", "agua_cobro"),
        ("la plataforma de la declaración marca error", "info_publica", "info_tramite"),
        ("la plataforma de transparencia no carga mi solicitud", "info_publica", "info_publica"),
        ("dar de baja mi negocio, la del SAT", "negocio_credito", "info_tramite"),
        ("un crédito para mi negocio, pero debo al SAT", "negocio_credito", "negocio_credito"),
        ("me multó un federal en la carretera", "multas_transito", "info_tramite"),
        ("me multó un tránsito municipal", "multas_transito", "multas_transito"),
        ("murió mi tío y hay que llevar el cuerpo a Tucson", "migrantes_indigenas", "info_tramite"),
        ("me chocaron y se dio a la fuga", "drenaje", "denuncia_delito"),
        ("hay una fuga de aguas negras", "drenaje", "drenaje"),
        ("mi mamá de 70 años no recibe la pensión", "pensiones_isssteson", "adultos_mayores"),
        ("soy jubilado de 70 años, no llega", "pensiones_isssteson", "pensiones_isssteson"),
        ("quiero estudiar la prepa abierta", "becas", "educacion"),
        ("quiero estudiar con una beca", "becas", "becas"),
        ("hay una casa abandonada con malvivientes", "vivienda", "seguridad"),
        ("quiero comprar una casa abandonada", "vivienda", "vivienda"),
        ("quiero saber cuánto gana el gobernador", "audiencia", "info_publica"),
        ("quiero una cita con él por mi sueldo", "audiencia", "audiencia"),
        ("quiero agradecerle al gobernador por el puente", "audiencia", "felicitacion"),
        ("quiero mandarle una carta para agradecerle", "audiencia", "audiencia"),
        ("quiero adoptar un niño", "ninez", "info_tramite"),
        ("quiero quitarle el niño que adopté, lo golpea", "ninez", "ninez"),
        ("que poden los árboles del camellón", "ecologia", "basura_parques"),
        ("andan talando y podando los árboles", "ecologia", "ecologia"),
        ("qué permisos ocupo para un negocio", "negocio_credito", "info_tramite"),
        ("murió mi tío migrante en Tucson", "migrantes_indigenas", "migrantes_indigenas"),
    ],
)
def test_what_the_words_exclude(text: str, matter: str, intent: str) -> None:
    assert unlikely.as_it_is(State(), ranked(text, (matter, 0.95))).intent == intent


@pytest.mark.parametrize(
    ("text", "is_of_animal"),
    [("le pegan con un palo", True), ("y también le pega a su hijo", False), ("me pega", False)],
)
def test_what_is_done_to_the_animal_that_was_told(text: str, *, is_of_animal: bool) -> None:
    heard = ranked(text, ("ninez", 0.93), ("maltrato_animal", 0.07))
    told = unlikely.as_it_is(asking("maltrato_animal", "municipio"), heard)
    assert (told.intent == "maltrato_animal") is is_of_animal


@pytest.mark.parametrize(
    ("text", "matter", "meant"),
    [
        ("¿cuántas láminas dan?", "placas_licencias", "apoyos_sociales"),
        ("un taller de costura gratis", "negocio_credito", "info_tramite"),
        ("cursos de repostería", "negocio_credito", "info_tramite"),
        ("un crédito para mi taller", "negocio_credito", "negocio_credito"),
        ("las láminas de mis placas", "placas_licencias", "placas_licencias"),
        ("la maestra le pega a mi hijo con la regla", "educacion", "ninez"),
        ("lo encierra la profesora en el baño, a mi niña", "educacion", "educacion"),
        ("la profesora la encierra en el baño, a mi niña", "educacion", "ninez"),
        ("a mi hijo le pega un compañero y la maestra no hace nada", "educacion", "educacion"),
        ("la maestra no le dio recreo a mi hijo", "educacion", "educacion"),
        ("se metieron a robar a la primaria", "educacion_infraestructura", "seguridad"),
        ("el director se robó las cuotas", "educacion", "denuncia_servidor_publico"),
        ("no la dejan pasar a la visita en el cereso", "denuncia_servidor_publico", "info_tramite"),
        ("los custodios le pegan en el cereso", "juridico", "denuncia_servidor_publico"),
        ("nos quieren quitar las tierras del ejido", "vivienda", "info_tramite"),
        ("quiero láminas para mi casa en el ejido", "vivienda", "vivienda"),
        ("quiero adoptar un gato", "maltrato_animal", "info_tramite"),
        ("adoptaron un perro y lo golpean", "maltrato_animal", "maltrato_animal"),
        ("la doctora nunca llega antes de las once", "felicitacion", "salud_atencion"),
        ("la doctora no cobra, muchas gracias", "felicitacion", "felicitacion"),
        ("ocupo una consulta en el HIES para mi niño", "ayuda", "salud_atencion"),
        ("quiero poner una demanda laboral", "juridico", "empleo"),
        ("me piden mordida para darme las placas", "placas_licencias", "denuncia_servidor_publico"),
        ("mi mamá tiene 82 y no le llega su pensión", "pensiones_isssteson", "adultos_mayores"),
        ("quiero poner queja del 911, nunca llegaron", "denuncia_delito", "seguridad"),
        ("el canal sigue sin malla", "educacion_infraestructura", "proteccion_civil"),
        (
            "el canal junto a la escuela huele feo",
            "educacion_infraestructura",
            "educacion_infraestructura",
        ),
        ("me asaltaron en la carretera a Yécora", "caminos", "denuncia_delito"),
        ("me robaron por lo oscuro del camino, falta alumbrado", "seguridad", "seguridad"),
    ],
)
def test_what_else_the_words_exclude(text: str, matter: str, meant: str) -> None:
    assert unlikely.as_it_is(State(), ranked(text, (matter, 0.95))).intent == meant


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("¿y si nos asaltan un día quién responde?", False),
        ("¿qué pasa si se meten a robar, a quién le hablo?", False),
        ("y sí nos asaltaron el lunes", True),
        ("¿quién responde porque nos asaltaron?", True),
    ],
)
def test_what_might_happen_has_not(text: str, is_told: bool) -> None:
    collecting = State(stage=Stage.collecting, category="energia_electrica")
    heard = unlikely.as_it_is(collecting, ranked(text, ("seguridad", 0.99)))
    assert (heard.intent == "seguridad") is is_told


def test_a_greeting_with_more_is_no_mere_greeting() -> None:
    told = "oiga joven buenas noches, hay un pozo enorme por la Olivares"
    assert not talk.is_talk(ranked(told, ("saludo", 0.57), ("drenaje", 0.17)))
    assert talk.is_talk(ranked("oiga joven buenas noches", ("saludo", 0.57), ("drenaje", 0.17)))


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("a mi hermana no la dejan entrar", "registro_civil"),
        ("a mi niña no la dejan entrar", "ninez"),
        ("dejan solos a los de al lado", "ninez"),
    ],
)
def test_no_child_is_guessed(text: str, matter: str) -> None:
    heard = ranked(text, ("ninez", 0.5), ("registro_civil", 0.4))
    assert unlikely.as_it_is(State(), heard).intent == matter


OF_PLATES = State(stage=Stage.collecting, category="placas_licencias", asking="municipio")


@pytest.mark.parametrize(
    ("state", "heard", "intent"),
    [
        (State(), ranked("nadie me contesta, espero mi silla de ruedas", ("queja_atencion", 0.9),
                         ("discapacidad", 0.01)), "discapacidad"),
        (State(), ranked("nadie me contesta", ("queja_atencion", 0.9), ("becas", 0.01)),
         "queja_atencion"),
        (OF_PLATES, ranked("me cobran de más", ("agua_cobro", 0.9), ("placas_licencias", 0.05)),
         "placas_licencias"),
        (OF_PLATES, ranked("y el agua me llegó cara", ("agua_cobro", 0.9), ("becas", 0.05)),
         "agua_cobro"),
        (OF_PLATES, ranked("no puse ninguna queja", ("queja_atencion", 0.6), ("negar", 0.4)),
         "negar"),
    ],
)  # fmt: skip
def test_what_words_only_resemble(state: State, heard: Heard, intent: str) -> None:
    assert unlikely.as_it_is(state, heard).intent == intent
