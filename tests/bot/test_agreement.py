"""What is said of the privacy notice, of one's name, and of being registered at all."""

import pytest

from bot.dialogue import acts, consent, directing
from bot.dialogue.reading import agreement, saying, typed
from bot.dialogue.state import Stage, State
from tests.bot.saying import asking, kinds, said, turn

REFUSALS = (
    "no acepto",
    "que no acepto",
    "pues no lo acepto",
    "no acepto el aviso, no quiero que guarden nada mio",
    "no autorizo el uso de mis datos",
    "no estoy de acuerdo con lo de mis datos",
    "pero yo no doy permiso de que usen mis datos",
    "yo no quiero que guarden mi informacion",
    "no doy permiso",
    "no les doy permiso de nada",
    "no asepto eso de privacidad",
    "no hacepto",
    "ni acepto ni nada",
    "no acepto sus terminos y condiciones",
    "no estoy de acuerdo con el aviso de privacidad",
    "no me late que guarden mis datos",
    "no quiero que se queden con mi informacion",
    "me niego a que usen mis datos",
    "rechazo el aviso",
    "I don't accept the privacy notice",
    "i dont want you to keep my data",
    "No acepto, pero dígame a quién le hablo",
    "no acepto eso de los datos",
    "yo no les autorizo nada",
    "jamás autorizo que compartan mis datos",
    "no consiento el tratamiento de mis datos",
    "no permito que usen mi informacion personal",
    "no quiero que tengan mis datos",
    "hay un bache en mi calle pero no acepto lo de los datos",
    "no usen mis datos",
    "no guarden nada de lo que escribi",
    "no guarden nada",
    "i do not agree to the privacy policy",
    "I won't consent to you storing my data",
    "no voy a aceptar ese aviso",
    "la verdad no estoy de acuerdo con su aviso",
    "no doy mi consentimiento",
    "no doy mi autorizacion para que usen mis datos",
    "don't use my data",
)
# Of something else.
OTHERS = (
    "solo quiero saber cuánto cuesta la licencia",
    "no acepto que me cobren de mas en el recibo",
    "no estoy de acuerdo con el cobro",
    "no estoy de acuerdo con la multa que me pusieron",
    "no autorizo que entren a mi casa",
    "no doy permiso de que pasen por mi terreno",
    "no quiero que usen mi terreno de basurero",
    "el banco usa mis datos y nunca autorice eso",
    "no me aceptan el seguro",
    "no dan permiso para poner el puesto",
    "no quiero que mi hijo tenga frio",
    "no acepto su respuesta",
    "no aceptan mascotas",
    "no uso el telefono",
    "no tengo datos en el celular",
    "no tiene uso ese parque",
    "no quiero que guarden la basura ahi",
    "no tenga pendiente",
    "no me trataron bien",
    "no quiero que esten ahi tirando basura",
    "no permito que le peguen a mi hijo",
    "no me registraron en el programa",
    "no anotaron a mi hijo",
    "quiero registrar a mi hijo",
    "no quiero ir a hacer fila",
    "no quiero problemas",
    "solo quiero agua",
    "solo quiero información sobre becas",
    "nomás queria saber cuando pagan el apoyo",
    "solo quiero que arreglen el bache",
    "no quieren registrar a mi hijo en el civil",
    "no me quieren poner la queja",
    "solo quiero información pública del puente",
    "no tengo para pagar",
    "nomas era un charco y ahora es un lago",
    "no reporto nada desde ayer el medidor",
    "la denuncia fue anonima y no han hecho nada por el parque",
    "nada mas no hay agua",
    "es para mi hermano",
    "un familiar que no da su nombre",
    "nomas por la calle Reforma",
    "solo una persona vive aqui",
    "nada mas una lampara",
    "solo por la tarde",
    "solo para mi mama",
    "nomas es una",
    "es anonimo?",
    "solo dime cuando vienen",
)
NAMELESS = (
    "no acepto dar mis datos",
    "anonimo",
    "mejor póngale anónimo",
    "I prefer to stay anonymous",
    "no quiero dar mis datos a nadie",
    "no les voy a dar mis datos, no confío en ustedes",
    "anonimo por fa",
    "que sea anonimo por favor",
    "quiero permanecer en el anonimato",
    "sin dar mi nombre",
    "no doy mis datos",
    "yo no dejo mis datos",
    "i want to be anonymous please",
    "prefiero que sea anonima",
    "puede ser anónimo?",
    "no puedo dar mi informacion",
    "de forma anonima mejor",
)
UNREGISTERED = (
    "no pues nomas kiero saber el costo",
    "I just want to know the price",
    "nomás quería saber eso",
    "no, no quiero registrar nada",
    "no quiero folio",
    "no, nomás información",
    "no quiero que registres nada, nada más dime",
    "no quiero reportar nada",
    "no ocupo folio",
    "no necesito ningun folio gracias",
    "solo era una pregunta",
    "nada mas preguntaba",
    "nada más quería preguntar",
    "no lo registre",
    "no registren nada",
    "no me registre",
    "con eso tengo gracias",
    "i just wanted to know",
    "just asking",
    "I don't want to register anything",
    "no quiero poner queja",
    "no voy a denunciar",
    "no quiero hacer ningun reporte",
    "era nomas una duda",
    "solo información",
    "solamente quiero saber",
    "no quiero levantar reporte, nomás quería saber a quién llamar",
    "no quiero meter queja",
    "eso nomás quería saber",
    "no quiero que lo registre",
)


@pytest.mark.parametrize(
    ("texts", "command"),
    [
        (REFUSALS, typed.REFUSE_NOTICE),
        (NAMELESS, typed.ANONYMOUS),
        (UNREGISTERED, typed.NOTHING),
        (("ya no acepto", "retiro mi consentimiento"), typed.WITHDRAW),
    ],
)
def test_it_is_said_in_many_words(texts: tuple[str, ...], command: str) -> None:
    assert [text for text in texts if typed.command_in(text) != command] == []


def test_other_things_are_refused_as_well() -> None:
    commands = {text: typed.command_in(text) for text in OTHERS}
    ours = (typed.REFUSE_NOTICE, typed.WITHDRAW, typed.ANONYMOUS, typed.NOTHING)
    assert {text: said for text, said in commands.items() if said in ours} == {}


def test_a_matter_told_along_with_the_refusal_is_oriented() -> None:
    told = turn(State(), said("hay un bache, pero no acepto eso de los datos", "bacheo", 0.95))
    assert kinds(told) == [consent.RefuseNotice, directing.Orient]
    assert told.state.refused_notice
    refused = turn(State(), said("no autorizo el uso de mis datos", "arco", 0.95))
    assert refused.acts == (consent.RefuseNotice(opens=True),)


def test_what_is_refused_after_the_folio_was_accepted() -> None:
    registered = State(lately="CS-2026-000001-5", lately_about="bacheo")
    assert kinds(turn(registered, said("no acepto"))) == [consent.WithdrawNotice]


def test_an_arco_request_is_made_of_such_words() -> None:
    asked = turn(asking("arco", "descripcion"), said("no quiero que usen mis datos"))
    assert asked.state.facts["descripcion"] == "no quiero que usen mis datos"


def test_who_wants_nothing_registered_is_let_go() -> None:
    form = asking("discapacidad", "municipio")
    left = turn(form, said("no quiero folio"))
    assert left.acts == (acts.Say("let_go"), directing.Orient("discapacidad", None, refused=False))
    assert (left.state.stage, left.state.waits_for_person) == (Stage.told, False)
    assert turn(left.state, said("bueno", "afirmar", 0.95)).acts == (acts.Say("thanks"),)
    again = turn(left.state, said("regístrelo"))
    assert again.state.stage is Stage.collecting


def test_who_has_what_they_asked_for_is_thanked() -> None:
    assert turn(State(), said("nomás quería saber eso")).acts == (acts.Say("thanks"),)
    assert turn(State(), said("solo quiero información")).acts == (acts.Say("ask_away"),)
    assert turn(State(), said("no registre nada, nomas decia")).acts == (acts.Say("let_go"),)


@pytest.mark.parametrize(
    "text", ["quiero denunciar de forma anónima a mi jefe", "sin dar mi nombre"]
)
def test_a_longer_message_may_ask_for_no_name(text: str) -> None:
    assert agreement.is_nameless(text)


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("no, no quiero dar datos, no acepto", True),
        ("no gracias, no acepto", True),
        ("mi vecino tira basura, no acepto", False),
    ],
)
def test_a_refusal_after_others_is_one(text: str, *, refuses: bool) -> None:
    assert agreement.refuses(text, saying.bare(text)) is refuses


def test_where_it_is_holds_for_who_refuses_the_notice() -> None:
    heard = said("no acepto el aviso, quien arregla los baches en Cananea", "bacheo", 0.95)
    refused = turn(State(), heard)
    assert refused.acts[-1] == directing.Orient("bacheo", "Cananea")
