"""How an office treats people: to whom that goes, and that it has no folio."""

import pytest

from bot.dialogue import State, frame, request, untold
from bot.dialogue.acts import Rephrase, Welcome
from bot.dialogue.decision import Decision
from bot.dialogue.reading import excluded, treatment
from tests.bot.saying import asking, said, turn

BRIBE = SERVANT = treatment.FOR_GAIN


@pytest.mark.parametrize(
    ("matter", "text", "meant"),
    [
        ("registro_civil", "la oficial del registro civil de Sáric trata mal", SERVANT),
        ("salud_atencion", "el doctor del centro de salud nos grita", SERVANT),
        ("agua_cobro", "la cajera de agua de Hermosillo, bien grosera", SERVANT),
        ("felicitacion", "la enfermera nos trató bien feo", "queja_atencion"),
        ("insulto", "los del registro civil son unos groseros", SERVANT),
        ("queja_atencion", "la de la agencia fiscal de Cajeme me gritó", SERVANT),
        ("queja_atencion", "un empleado de tránsito del estado me trató mal", SERVANT),
        ("queja_atencion", "me atendieron muy mal en la secretaría de educación", SERVANT),
        ("queja_atencion", "the clerk at the civil registry was very rude to me", SERVANT),
        ("apoyos_sociales", "la del DIF se queda con las despensas", "denuncia_servidor_publico"),
        ("educacion", "la directora cobra inscripción obligatoria", "denuncia_servidor_publico"),
        ("placas_licencias", "me cobró de más la cajera de la agencia fiscal", BRIBE),
        ("placas_licencias", "en la agencia fiscal piden una feria para pasarte rápido", BRIBE),
        ("registro_civil", "un señor del registro civil me pidió 500 para darme el acta", BRIBE),
        ("registro_civil", "el licenciado pide 500 por abajo del agua", BRIBE),
        ("multas_transito", "el de tránsito me sacó una feria para no multarme", BRIBE),
        ("multas_transito", "no me soltaron los municipales hasta que les di 700 pesos", BRIBE),
        ("info_publica", "un policía estatal me quitó mi dinero", BRIBE),
        ("placas_licencias", "queja contra el señor que me pidió dinero", BRIBE),
        ("apoyos_sociales", "el diputado se lleva la comida de los niños", BRIBE),
        ("multas_transito", "el tránsito me dijo ke le pagara ahí mismo", BRIBE),
        ("multas_transito", "la policía quería que me arreglara ahí con él", BRIBE),
        ("educacion", "la maestra nos pide 500 pesos por niño pa pasarlos de año", BRIBE),
        ("educacion", "el profe vende las calificaciones", BRIBE),
        ("educacion", "en la secundaria piden 500 de inscripción o no te dan la boleta", BRIBE),
        ("educacion_infraestructura", "en la primaria nos obligan a pagar cuota escolar", BRIBE),
        ("denuncia_delito", "me piden dinero en la escuela y no me dan recibo", BRIBE),
        ("educacion", "en el kinder no dejan entrar si no pagamos la cooperación", BRIBE),
        ("educacion", "en la primaria cobran los libros que son gratis", BRIBE),
        ("registro_civil", "en el registro civil piden 500 para agilizar", BRIBE),
        ("cancelar", "mande una solicitud desde agosto y ni sus luces", "queja_atencion"),
        ("cancelar", "ya ase 3 meses puse un reporte y nadie me abla", "queja_atencion"),
    ],
)
def test_it_is_not_for_the_office_that_is_complained_of(matter: str, text: str, meant: str) -> None:
    ranking = treatment.meant(matter, text, is_sure=True)
    assert ranking[0][0] == meant


@pytest.mark.parametrize(
    ("matter", "text"),
    [
        ("queja_atencion", "me trataron muy mal en este chat"),
        ("queja_atencion", "la señorita de atención ciudadana fue grosera"),
        ("queja_atencion", "el de la ventanilla me gritó"),
        ("queja_atencion", "la cita del registro civil, tres horas esperando"),
        ("registro_civil", "necesito un acta, la señorita me dijo que aquí"),
        ("felicitacion", "la muchacha del registro civil me atendió muy bien"),
        ("felicitacion", "la enfermera nunca me trató mal"),
        ("salud_atencion", "la doctora del IMSS me trató mal"),
        ("ninez", "la directora le grita a los niños"),
        ("salud_atencion", "el guardia me gritó y me golpeó"),
        ("transporte_publico", "el chofer me trató mal"),
        ("placas_licencias", "cuánto cobran por la licencia en la agencia fiscal"),
        ("registro_civil", "me piden 500 pesos por el acta en el registro civil, ¿es justo?"),
        ("registro_civil", "la señora del registro civil me pidió 2 copias"),
        ("multas_transito", "el oficial no me pidió ni un peso"),
        ("multas_transito", "el oficial me pidió mi licencia"),
        ("multas_transito", "en tránsito me dijeron que pagara ahí mismo en la caja"),
        ("multas_transito", "¿puedo pagar la multa ahí mismo?"),
        ("educacion", "la maestra reprobó a mi hijo"),
        ("educacion", "la escuela pide 500 pesos de cuota para la inscripción"),
        ("educacion", "no tengo para la cuota de la primaria de mi hijo"),
        ("educacion", "la cuota de la escuela es obligatoria?"),
        ("placas_licencias", "el gestor me cobra 500 por sacar la licencia en la oficina"),
    ],
)
def test_anything_else_is_what_it_looks_like(matter: str, text: str) -> None:
    assert treatment.meant(matter, text, is_sure=True) == ()


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("me atendieron pésimo en el registro civil", False),
        ("la muchacha de ahí nos trató re mal", False),
        ("en el registro civil no contestan mi solicitud", True),
        ("quiero quejarme de este chat", True),
    ],
)
def test_only_what_was_written_to_us_has_a_folio(text: str, *, is_asked: bool) -> None:
    begun = request.begin(State(), said(text, "queja_atencion", 0.95), "queja_atencion")
    assert (begun.state.asking == "folio") is is_asked


@pytest.mark.parametrize(
    ("matter", "text", "meant"),
    [
        ("multas_transito", "me llegó el link para pagar mi multa y no abre", None),
        ("multas_transito", "tengo una multa del refrendo", "placas_licencias"),
        ("multas_transito", "me puso una multa tránsito, ya pagué el refrendo", None),
        ("seguridad", "la Guardia Nacional me quitó mi carro", "info_tramite"),
        ("seguridad", "queremos a la Guardia Nacional en la colonia", None),
        ("vivienda", "el título de mi troca", "info_tramite"),
        ("agua_cobro", "Coppel me está cobrando algo que no debo", "info_tramite"),
        ("agua_cobro", "pagué el agua en Coppel y no aparece", None),
        ("negocio_credito", "Elektra me cobra un crédito que no saqué", "info_tramite"),
        ("negocio_credito", "debo al banco y quiero un apoyo para mi negocio", None),
        ("fuera_de_ambito", "el perro del vecino me mordió", "maltrato_animal"),
        ("empleo", "me quedé sin aire", "fuera_de_ambito"),
        ("empleo", "me quedé sin chamba", None),
        ("pensiones_isssteson", "me urge pensión", "adultos_mayores"),
        ("pensiones_isssteson", "no ha salido mi pensión", "adultos_mayores"),
        ("queja_atencion", "nadie me informa de la carpeta", "denuncia_delito"),
        ("queja_atencion", "me aventaron la carpeta al piso", None),
        ("hablar_con_persona", "me lo platicó una vecina", "fuera_de_ambito"),
        ("hablar_con_persona", "me dijeron que pidiera una persona", None),
        ("placas_licencias", "quiero ser donador de órganos", "info_tramite"),
        ("info_publica", "transparencia no me entregó la información que pedí", "queja_atencion"),
        ("info_publica", "quiero saber cuántas quejas recibieron y no me contestan", None),
        ("energia_electrica", "se fue la luz en la escuela", "educacion_infraestructura"),
        ("energia_electrica", "no hay luz en mi casa ni en la escuela", None),
        ("basura_parques", "un hoyo bien grande en la calle Juárez", "bacheo"),
        ("drenaje", "un pozo de drenaje abierto en la calle", None),
        ("educacion_infraestructura", "venden droga atrás de la primaria", "denuncia_delito"),
        ("maltrato_animal", "los perros de la calle muerden a la gente", None),
        ("maltrato_animal", "golpean a un perro bravo", None),
        ("migrantes_indigenas", "vivo en la comunidad de Tarachi", "fuera_de_ambito"),
        ("migrantes_indigenas", "somos de la comunidad yaqui", None),
        ("educacion", "para llevar a los plebes a la escuela", "fuera_de_ambito"),
    ],
)  # fmt: skip
def test_words_exclude_a_matter(matter: str, text: str, meant: str | None) -> None:
    ranking = excluded.instead(matter, text)
    assert (ranking[0][0] if ranking else None) == meant


def test_a_complaint_of_another_office_goes_straight_to_the_summary() -> None:
    decision = turn(State(), said("la de la ventanilla me trató muy mal", "queja_atencion", 0.95))
    assert decision.state.stage.value == "confirming"


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("no gracias, nomás quería quejarme", True),
        ("fue en el registro civil de Nogales", True),
        ("nomás quería saber mi folio", False),
        ("la calle está mal", False),
    ],
)
def test_a_complaint_may_be_of_no_folio(text: str, *, is_none: bool) -> None:
    assert untold.has_no_folio(asking("queja_atencion", "folio"), said(text)) is is_none


@pytest.mark.parametrize(
    ("text", "is_more"),
    [
        ("se queda con las despensas", True),
        ("también vende los focos del alumbrado", True),
        ("no hay luz en mi calle", False),
        ("me vende focos una vecina", False),
    ],
)
def test_what_else_they_do_is_no_other_matter(text: str, *, is_more: bool) -> None:
    heard = said(text, "alumbrado", 0.97)
    denounced = asking("denuncia_servidor_publico", "municipio")
    assert (request.other_matter(denounced, heard) is None) is is_more


@pytest.mark.parametrize(("text", "is_welcome"), [("necesito eso mismo", True), ("asdkjh", False)])
def test_only_what_says_nothing_is_not_welcomed(text: str, *, is_welcome: bool) -> None:
    decision = frame.with_notice(said(text), Decision(State(), (Rephrase(),)))
    assert any(isinstance(act, Welcome) for act in decision.acts) is is_welcome


@pytest.mark.parametrize(
    ("matter", "text", "meant"),
    [
        ("energia_electrica", "en la plaza no hay luz", "alumbrado"),
        ("energia_electrica", "mi calle sigue sin luz, es en Guaymas", "alumbrado"),
        ("energia_electrica", "en mi casa y en la plaza no hay luz", None),
        ("migrantes_indigenas", "aquí en Vícam no hay doctor, somos yoremes", "salud_atencion"),
        ("migrantes_indigenas", "despensas para los yaquis", None),
        ("migrantes_indigenas", "mi mamá es migrante y en el hospital no la quieren atender",
         "salud_atencion"),
        ("migrantes_indigenas", "mi hermano es migrante y ocupa medicina", "salud_medicamentos"),
        ("migrantes_indigenas", "soy migrante y necesito permiso de residencia", None),
        ("migrantes_indigenas", "deportaron a mi hermano y no tiene doctor", None),
        ("hablar_con_persona", "lo que necesita es que la atienda un doctor", "salud_atencion"),
        ("hablar_con_persona", "quiero hablar con el doctor que la atendió", None),
        ("insulto", "ocupo un tinaco del gobierno", "apoyos_sociales"),
        ("agua_cobro", "el camión del agua no pasa por mi cuadra", "agua_potable"),
        ("transporte_publico", "el camión no pasa por mi cuadra", None),
        ("agua_cobro", "el carro del agua me cobró doble", None),
        ("multas_transito", "mi boleta de agua", "agua_cobro"),
        ("multas_transito", "mi boleta de tránsito", None),
        ("cancelar", "quitar el árbol", "basura_parques"),
        ("ecologia", "están quitando los árboles del cerro", None),
        ("registro_civil", "el predial viene a nombre de mi papá que murió", "info_tramite"),
        ("juridico", "está en el cereso y no le dan sus medicinas", "info_tramite"),
        ("violencia_genero", "mi ex no me deja ver a mis hijos y me amenaza", None),
        ("proteccion_civil", "se está metiendo el agua, ocupo cobijas ahorita", None),
    ],
)  # fmt: skip
def test_what_the_words_exclude(matter: str, text: str, meant: str | None) -> None:
    assert next((name for name, _ in excluded.instead(matter, text)), None) == meant


@pytest.mark.parametrize(
    ("matter", "text", "is_so"),
    [
        ("multas_transito", "el tránsito me pidió dinero", True),
        ("multas_transito", "no me pidió dinero", False),
        ("alumbrado", "me pidió dinero", False),
        ("queja_atencion", "y quiere dinero", True),
    ],
)
def test_a_matter_turns_to_gain(matter: str, text: str, *, is_so: bool) -> None:
    assert treatment.turns_to_gain(matter, said(text, BRIBE, 0.95)) is is_so
