"""Who attends it, how to reach them, or shall we send it: what is said of that, and the answers."""

import pytest

from bot.dialogue import Stage, State, acts, directing
from bot.dialogue.decision import Decision
from bot.dialogue.reading import agencies, ways
from handoff.rules import catalogue
from tests.bot.saying import kinds, said, turn

OUTAGE = State(Stage.way, category="energia_electrica", request="no hay luz en mi casa", told_in=1)
TOLD = State(Stage.told, category="energia_electrica", request="no hay luz en mi casa", told_in=1)


@pytest.mark.parametrize(
    ("text", "contact", "sent"),
    [
        ("dame el número", True, False),
        ("mándame el teléfono", True, False),
        ("me lo pasa, el contacto", True, False),
        ("prefiero llamarles yo", True, False),
        ("la primera", True, False),
        ("mándenlo ustedes", False, True),
        ("que lo envíen por mí", False, True),
        ("canalícelo", False, True),
        ("haga usted el reporte", False, True),
        ("2", False, True),
        ("las dos cosas", True, True),
        ("el contacto y también envíenlo", True, True),
        ("ya les llamé y no contestan", False, True),
        ("give me the number", True, False),
        ("send it please", False, True),
        ("no sé", False, False),
        ("está en la colonia Centro", False, False),
    ],
)
def test_which_way_is_said(text: str, contact: bool, sent: bool) -> None:
    assert ways.said(text) == (contact, sent)


def test_the_way_is_asked_while_something_is_missing() -> None:
    asked = turn(State(), said("no hay luz en mi casa", "energia_electrica", 0.95))
    assert (asked.state.stage, kinds(asked)) == (Stage.way, [directing.AskWay])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("no hay luz, es en Cajeme, colonia Cortinas", directing.Jurisdiction),
        ("ya reporté que no hay luz y no contestan", directing.Jurisdiction),
        ("no hay luz, ¿a qué número llamo?", directing.TellContact),
    ],
)
def test_it_is_not_asked_of_who_has_said_it(text: str, kind: type) -> None:
    assert kind in kinds(turn(State(), said(text, "energia_electrica", 0.95)))[:2]


def test_nobody_is_offered_a_contact_that_is_not_known() -> None:
    asked = turn(State(), said("hay un bache en Cajeme", "bacheo", 0.95))
    assert kinds(asked) == [directing.Jurisdiction, acts.Ask]


@pytest.mark.parametrize("text", ["dame el contacto", "no sé", "a quién llamo"])
def test_the_contact_is_given_and_sending_stays_offered(text: str) -> None:
    told = turn(OUTAGE, said(text))
    assert told.acts == (directing.TellContact("energia_electrica", None, offers=True),)
    assert told.state.stage is Stage.told


@pytest.mark.parametrize("state", [OUTAGE, TOLD])
@pytest.mark.parametrize("text", ["envíenlo ustedes", "ya llamé y nada"])
def test_it_is_sent_at_either_moment(state: State, text: str) -> None:
    assert _asks_where(turn(state, said(text)))


@pytest.mark.parametrize("text", ["gracias", "ok", "así está bien", "no"])
def test_the_contact_was_enough(text: str) -> None:
    intent = "gracias" if text == "gracias" else "fuera_de_ambito"
    assert turn(TOLD, said(text, intent, 0.95)).acts == (acts.Say("only_contact"),)


def test_yes_to_one_or_the_other_is_asked_once_which_and_then_to_both() -> None:
    which = turn(OUTAGE, said("sí", "afirmar", 0.95))
    assert kinds(which) == [acts.Say, directing.AskWay]
    both = turn(which.state, said("sí", "afirmar", 0.95))
    assert kinds(both) == [directing.TellContact, acts.Ask]
    assert _asks_where(turn(TOLD, said("sí", "afirmar", 0.95)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("¿a qué hora abre la CFE?", directing.TellOffice("cfe", None, "hours")),
        ("¿dónde queda el Seguro?", directing.TellOffice("imss", None, "place")),
        ("¿el DIF es del estado o del municipio?", directing.TellOffice("dif", None, "level")),
        ("¿tienen página en el SAT?", directing.TellOffice("sat", None, "web")),
        ("¿quién es el director del DIF?", directing.TellOffice("dif", None, "head")),
        ("¿hay rampa en el INE?", directing.TellOffice("ine", None, "access")),
        (
            "what's the phone of the civil registry?",
            directing.TellOffice("registro_civil", None, "phone"),
        ),
        ("teléfono del Infonavit", directing.TellOffice("infonavit", None, "phone")),
        ("¿qué teléfono tiene OOMAPAS?", directing.TellOffice("organismo_agua", None, "phone")),
        ("perdí mi credencial del INE", directing.TellWhose("ine", None)),
        ("quiero sacar el pasaporte", directing.TellWhose("sre", None)),
        ("cuánto debo de predial", directing.TellWhose("ayuntamiento", None)),
    ],
)
def test_another_office_is_told_by_its_name(text: str, told: acts.Act) -> None:
    *_, last = turn(State(), said(text, "info_tramite", 0.95)).acts  # the notice in English before
    assert last == told


@pytest.mark.parametrize(
    "text",
    [
        "hay un bache frente al INE",
        "hay un bache por el SAT de la calle Juárez",
        "¿a qué hora abre la comisión de derechos humanos?",
        "¿dónde queda el seguro de vida?",
    ],
)
def test_a_place_or_another_name_is_no_office(text: str) -> None:
    decision = turn(State(), said(text, "bacheo", 0.95))
    assert directing.Jurisdiction in kinds(decision)


def test_when_the_lorry_passes_is_not_when_an_office_opens() -> None:
    told = State(Stage.told, category="basura_parques", facts={"municipio": "Hermosillo"})
    opens, passes = (said(f"¿qué días {each}?") for each in ("abren", "pasa el camión"))
    assert directing.TellOffice in kinds(turn(told, opens))
    assert directing.TellOffice not in kinds(turn(told, passes))


def test_where_an_office_is_may_tell_the_street() -> None:
    asking = State(Stage.collecting, category="bacheo", asking="calle", request="un bache")
    assert directing.TellOffice not in kinds(turn(asking, said("donde está el registro civil")))


def test_a_servant_of_another_government_may_be_denounced() -> None:
    text = "un funcionario del SAT me pidió dinero"
    assert directing.TellWhose not in kinds(
        turn(State(), said(text, "denuncia_servidor_publico", 0.95))
    )


def _asks_where(decision: Decision) -> bool:
    is_said = acts.Say("will_send") in decision.acts
    return is_said and acts.Ask("municipio", "energia_electrica") in decision.acts


@pytest.mark.parametrize(
    ("category", "text", "agency"),
    [
        ("salud_atencion", "queja del Seguro, me trataron mal", "imss"),
        ("salud_atencion", "no me atienden en el IMSS-Bienestar", "imss_bienestar"),
        ("salud_medicamentos", "en el IMSS y en el ISSSTESON no hay", None),
        ("salud_atencion", "no me atienden en el hospital", None),
        ("salud_atencion", "me negaron la cita en la clínica del seguro de Nogales", "imss"),
        ("salud_atencion", "no me paga el seguro de vida", None),
        ("seguridad", "me robaron afuera del palacio municipal", "fgjes"),
        ("seguridad", "nos robaron y queremos que pase la patrulla", None),
        ("seguridad", "asaltan mucho afuera del palacio municipal", None),
        ("adultos_mayores", "no me cayó la pensión del bienestar", "bienestar_federal"),
        ("adultos_mayores", "su hijo le quita la pensión", None),
        ("pensiones_isssteson", "mi pensión del ISSSTE no llega", "issste"),
        ("pensiones_isssteson", "mi pensión no llega", None),
        ("salud_medicamentos", "la farmacia del issste no surte", "issste"),
        ("becas", "rechazaron la beca Benito Juárez de mi hijo", "becas_federal"),
        ("becas", "una beca, vivo en la calle Constitución", None),
        ("salud_atencion", "me trataron mal en el hospital general de Obregón", "imss_bienestar"),
        ("salud_atencion", "en el hospital general de zona del IMSS", "imss"),
        ("salud_atencion", "¿puedo llevarlo al dentista del DIF?", "dif"),
        ("denuncia_servidor_publico", "el comandante de la estatal", "anticorrupcion"),
        ("denuncia_servidor_publico", "un regidor cobra por los permisos", "ayuntamiento"),
        ("denuncia_servidor_publico", "policías municipales me quitaron dinero", "ayuntamiento"),
        ("denuncia_servidor_publico", "los municipales y los estatales", None),
        ("bacheo", "hay un bache y el Ayuntamiento no viene", None),
        (
            "denuncia_servidor_publico",
            "el subsecretario de Ganadería pide dinero",
            "anticorrupcion",
        ),
        ("denuncia_servidor_publico", "un policía de Álamos pide dinero", None),
        ("denuncia_servidor_publico", "el juez de lo familiar está vendido", "anticorrupcion"),
        ("denuncia_servidor_publico", "el juez calificador pidió dinero", None),
        ("denuncia_servidor_publico", "la trabajadora social del hospital pide", "anticorrupcion"),
        ("denuncia_servidor_publico", "un municipal pidió mordida afuera del hospital", None),
    ],
)
def test_one_of_several_agencies_is_named(category: str, text: str, agency: str | None) -> None:
    assert agencies.taker(catalogue.load().categories[category], text) == agency


@pytest.mark.parametrize(
    "text",
    [
        "no hay rampa en la escuela de mi hijo",
        "son del gobierno y no hacen nada",
        "la página del registro no abre",
        "¿quién manda la pipa?",
    ],
)
def test_what_is_told_is_no_question_about_an_office(text: str) -> None:
    assert directing.TellOffice not in kinds(turn(State(), said(text, "educacion", 0.9)))


def test_our_own_day_is_asked_after_our_hours() -> None:
    hours = turn(State(), said("¿a qué hora abren?"))
    saturday = acts.TellHours("el sabado")
    assert hours.acts == (acts.TellHours(None),)
    assert turn(hours.state, said("y el sábado?")).acts == (saturday,)
    assert turn(State(), said("y el sábado?")).acts != (saturday,)


@pytest.mark.parametrize(
    ("text", "is_wish"),
    [
        ("que no me marquen, mejor mensaje", True),
        ("no quiere que le hablen", True),
        ("no contesto llamadas", True),
        ("solo whatsapp por favor", True),
        ("no puedo contestar en el trabajo, mejor mensaje", True),
        ("no me contestan los mensajes", False),
        ("no hablo español", False),
        ("me amenazan por whatsapp", False),
        ("no me han llamado", False),
        ("¿por mensaje?", False),
    ],
)
def test_a_wish_to_be_written(text: str, *, is_wish: bool) -> None:
    assert ways.wants_writing(text) is is_wish
