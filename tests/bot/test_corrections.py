"""What the dialogue makes of answers to the summary that others wrote, and what a clerk would."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.dialogue import Situation, State, decide, hear
from bot.dialogue.acts import OpenCase
from bot.dialogue.decision import Decision
from bot.dialogue.reading import anew
from bot.dialogue.reading.heard import Heard
from bot.dialogue.reading.renewed import renewed
from bot.dialogue.state import Stage
from handoff.store.models import Owner
from nlu import form
from nlu.embedded import EmbeddedInterpreter
from nlu.evaluation import examination
from nlu.text import fold
from nlu.training_data import Example
from tests.conftest import MORNING

DANGER = examination.DATA / "urgency_plain"
FOLDER = Path(__file__).parent.parent / "corrections"
# Words that lead to a value, or that two people write otherwise: they change nothing.
LEADS = re.compile(r"^(?:(?:la|el|los|las|col|colonia|calle|fracc|ruta|linea) )+")
ALIKE = ((r"\b(?:preparatoria|bachillerato)\b", "prepa"), (r"\b(?:numero|num|no) (?=\d)", ""))

Answer = dict[str, Any]


def load(name: str) -> list[Answer]:
    answers: list[Answer] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return answers


@pytest.mark.parametrize(("name", "least"), [("tuned", 0.62), ("held_out", 0.4)])
def test_most_corrections_leave_what_a_clerk_would(
    name: str, least: float, interpreter: EmbeddedInterpreter
) -> None:
    corrections = [each for each in load(name) if each["effect"] == "correct"]
    right = sum(_is_right(each, _decided(each, interpreter)) for each in corrections)
    assert right >= least * len(corrections)


@pytest.mark.parametrize("name", ["tuned", "held_out"])
def test_next_to_none_is_registered_while_something_is_wrong(
    name: str, interpreter: EmbeddedInterpreter
) -> None:
    wrong = [each for each in load(name) if each["effect"] in ("correct", "which")]
    opened = sum(_opens(_decided(each, interpreter)) for each in wrong)
    assert opened <= 0.02 * len(wrong)


@pytest.mark.parametrize("name", ["tuned", "held_out"])
def test_most_who_agree_get_their_folio_and_most_who_add_change_nothing_else(
    name: str, interpreter: EmbeddedInterpreter
) -> None:
    agreeing = [each for each in load(name) if each["effect"] == "yes"]
    assert sum(_opens(_decided(each, interpreter)) for each in agreeing) >= 0.7 * len(agreeing)
    adding = [each for each in load(name) if each["effect"] == "more"]
    kept = sum(_is_right(each, _decided(each, interpreter)) for each in adding)
    assert kept >= 0.65 * len(adding)  # one says yes too, and gets a folio


def test_no_danger_is_a_mere_correction(interpreter: EmbeddedInterpreter) -> None:
    known = {"municipio": "Navojoa", "colonia": "Centro", "beneficiario": "mi mamá"}
    told = [*examination.load(DANGER), Example("urgente", "mi mamá no, mi esposo la golpea")]
    dangers = [each.text for each in told if each.intent == "urgente"]
    heard = (_heard(each, known, interpreter) for each in dangers)
    assert [each.text for each in heard if anew.is_all(known, ("nombre",), each)] == []


@pytest.mark.parametrize(
    ("fact", "known", "told", "text", "now"),
    [
        ("calle", "Tabasco 812", "821", "el número es 821", "Tabasco 821"),
        ("calle", "Sufragio Efectivo", "98", "num 98", "Sufragio Efectivo 98"),
        ("calle", "Calle 7", "12", "casa 12", "Calle 7 12"),
        (
            "calle",
            "Veracruz entre Reyes y Garmendia",
            "entre Reyes y Escobedo",
            "es entre Reyes y Escobedo",
            "Veracruz entre Reyes y Escobedo",
        ),
        ("calle", "5 de Febrero 1120", "5 de mayo", "5 de mayo no de febrero", "5 de mayo 1120"),
        (
            "calle",
            "Quinta Real y Quinta Mayor",
            "Quinta Esmeralda",
            "la de quinta mayor está mal, es quinta esmeralda",
            "Quinta Real y Quinta Esmeralda",
        ),
        (
            "calle",
            "Galeana 45",
            "frente al kínder",
            "es frente al kínder",
            "Galeana 45, frente al kínder",
        ),
        (
            "calle",
            "Principal",
            "atrás de la iglesia",
            "no tiene nombre, atrás de la iglesia",
            "atrás de la iglesia",
        ),
        ("calle", "Benito Juárez 10", "Obregón", "la calle es la Obregón", "Obregón"),
        (
            "nombre",
            "Rubén Tiznado",
            "Tiznado Cervantes",
            "es Tiznado Cervantes",
            "Rubén Tiznado Cervantes",
        ),
        ("nombre", "Gilberto Trujillo", "Gildardo", "Gildardo, no Gilberto", "Gildardo Trujillo"),
        ("nombre", "Toño Salgado", "Antonio Salgado", "es Antonio Salgado", "Antonio Salgado"),
        ("nombre", "Ana Beltrán Soto", "Bertrand", "mi apellido es Bertrand", "Ana Bertrand Soto"),
        ("nombre", "Ana Ruelas Soto", "Ruela", "dice Ruela, sin s", "Ana Ruela Soto"),
        ("nombre", "Ana María Soto", "María", "es María sin acento", "Ana María Soto"),
        ("nombre", "Ana María Soto", "Ana María", "sin el apellido, Ana María", "Ana María"),
        ("escuela", "Telesecundaria 88", "78", "es la 78", "Telesecundaria 78"),
        (
            "escuela",
            "Primaria Juárez",
            "Aquiles Serdán",
            "la Aquiles Serdán",
            "Primaria Aquiles Serdán",
        ),
        (
            "escuela",
            "Secundaria Técnica 5",
            "Técnica 12",
            "es la técnica 12",
            "Secundaria Técnica 12",
        ),
        ("institucion", "IMSS Clínica 1", "HIES", "es el HIES", "HIES"),
        ("tramo", "Rosario a Nuri", "Cedros", "Rosario no, de Cedros", "Cedros a Nuri"),
        ("tramo", "Cananea a Ímuris", "Bacoachi", "a Bacoachi", "Cananea a Bacoachi"),
        (
            "tramo",
            "Cananea a Ímuris",
            "kilómetro 4",
            "en el kilómetro 4",
            "Cananea a Ímuris, kilómetro 4",
        ),
        ("colonia", "Modelo", "Sahuaro", "es la Sahuaro", "Sahuaro"),
    ],
)
def test_what_was_not_said_again_stays(
    fact: str, known: str, told: str, text: str, now: str
) -> None:
    assert renewed(fact, known, told, text) == now


def _decided(each: Answer, interpreter: EmbeddedInterpreter) -> Decision:
    text, known = each["said"], each["known"]
    state = State(Stage.confirming, each["matter"], request=each["request"], facts=known)
    heard = _heard(text, known, interpreter)
    return decide(state, heard, Situation(Owner.bot, has_notice=True, now=MORNING))


def _heard(text: str, known: dict[str, str], interpreter: EmbeddedInterpreter) -> Heard:
    [meaning] = interpreter.interpret([text])
    heard = hear(text, None, meaning, interpreter.thresholds, 2)
    return replace(heard, told=interpreter.told(text, form.SUMMARY, known))


def _opens(decision: Decision) -> bool:
    return any(isinstance(act, OpenCase) for act in decision.acts)


def _is_right(each: Answer, decision: Decision) -> bool:
    """Nothing else has changed. For whom it is may stand with what they are to the citizen."""
    meant = {**each["known"], **each.get("then", {})}
    facts = decision.state.facts
    return not _opens(decision) and all(
        _plain(facts.get(fact)) == _plain(meant.get(fact))
        or (fact == "beneficiario" and _plain(facts.get(fact)).endswith(_plain(meant.get(fact))))
        for fact in {*meant, *facts}
    )


def _plain(value: str | None) -> str:
    plain = " ".join(re.sub(r"[^\w ]", " ", fold(value or "")).split())
    for pattern, word in ALIKE:
        plain = re.sub(pattern, word, plain)
    return LEADS.sub("", plain)
