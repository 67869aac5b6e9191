"""Whatever a citizen does, in any order, and whatever the desk does meanwhile: see `town` for what
must hold after every step."""

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from handoff.rules import desk as rules
from handoff.rules.case_states import NEXT, CaseState
from handoff.store.models import Owner
from nlu import training_data
from nlu.interpretation import Interpreter
from tests.bot.town import Town, founded
from tests.bot.willing import ANSWERS, DANGER, TOLD, Message

MATTERS = (
    *TOLD, "hay un bache en mi calle", "no hay agua", "fuga de agua en la colonia Centro",
    "no hay luz en mi casa", "quiero denunciar a un servidor público", "me siento muy triste",
    "mi esposo me pega a veces", "quiero felicitar a los bomberos", "tengo una sugerencia",
    "quiero una audiencia con el gobernador", "quiero información pública del puente",
    "quiero corregir mis datos personales", "no me han contestado mi folio", "bache y no hay agua",
    "no hay medicinas en el seguro social", "¿qué papeles piden para la licencia?",
    "el camino a Yécora está destrozado", "hay un perro amarrado sin agua", "aguas negras",
)  # fmt: skip
TALK = (
    "hola", "buenas tardes", "gracias", "adiós", "sí", "no", "ok", "¿eres un robot?", "ayuda",
    "persona", "0", "cancelar", "omitir", "anónimo", "no acepto", "acepto", "no es eso",
    "es otra cosa", "otra cosa", "corregir", "el teléfono", "la colonia", "1", "2", "5",
    "no lo sé", "mande", "¿y eso para qué?", "privacidad", "consultar mi folio", "ver",
    "¿cómo va mi reporte?", "agregar algo", "ya quedó resuelto", "sigue igual", "muy buena",
    "no, es en la Sahuaro", "perdón, era en Nogales", "la calle es Morelos", "San Pedro",
    "no, es otra cosa: no hay agua", "me equivoqué, la escuela es la Juárez", "Santa Ana",
    "/start", "/start alumbrado", "/start folio-CS-2026-000001-5", "/ayuda", "/nada", "/folio",
)  # fmt: skip
NOISE = (
    "", " ", "🙏", "asdf qwer zxcv", "水", "{folio} {0} {desk.name!r}", "%s %d None", "?", "...",
    "pinche gobierno inútil", "no sirven para nada", "the street light is broken in my street",
    "I lost my passport, can you help me?", "¿quién ganó el partido?", "x" * 3900,
    "muchas palabras " * 200, "CS-2026-000001-5", "CS-2026-000001-5 AAAA-1111", "AAAA-1111",
    "CS-2026-004512-7", "260123456000123", "6621234567", "alguien@ejemplo.mx", "83000",
    "<b>hola</b>", "*negritas* _cursivas_", "línea\nlínea\n\nlínea", "\x00nul",
)  # fmt: skip
PHONE = "6441234567"
CONTENTS: tuple[dict[str, Any], ...] = (
    {"attachments": [{"kind": "photo", "id": "f"}]},
    {"attachments": [{"kind": "voice", "id": "v"}]},
    {"location": {"lat": 29.07, "lon": -110.95}},
    {"contact": {"phone": PHONE, "name": "Luz", "own": True}},
    {"contact": {"phone": "6620000000", "name": "Eva", "own": False}},
    {"album": "A", "attachments": [{"kind": "photo", "id": "a"}]},
    {"album": "B", "attachments": [{"kind": "photo", "id": "b"}]},
    {"unsupported": "poll"},
    {"payload": "si"}, {"payload": "no"}, {"payload": "persona"}, {"payload": "no existe"},
    {"payload": "omitir:calle"}, {"payload": "dato:colonia"}, {"payload": "categoria:bacheo"},
    {"payload": "municipio:Ures"}, {"payload": "caso:CS-2026-000001-5"},
    {"payload": "califica:1:5"}, {"payload": "califica:99999999999999999999:5"},
    {"payload": "resuelto:"}, {"payload": "agrega:CS-2026-000001-5"}, {"payload": "telefono:si"},
)  # fmt: skip
EXAMPLES = tuple(sorted({each.text for each in training_data.load()}))
SAID = (
    st.one_of(
        st.sampled_from(MATTERS),
        st.sampled_from(TALK),
        st.sampled_from(NOISE),
        st.sampled_from(tuple(ANSWERS.values())),
        st.sampled_from(EXAMPLES),
    )
    .map(lambda text: text.replace("\x00", ""))
    .filter(str.strip)
)
IN_HASTE: st.SearchStrategy[Message] = st.one_of(
    st.tuples(SAID, st.none()),
    st.tuples(SAID, st.none()),
    st.tuples(st.sampled_from(DANGER), st.none()),
    st.tuples(st.just(""), st.sampled_from(CONTENTS)),
)
# What has happened before: a form half filled, a case, its answer, a chat that was attended.
BEGINNINGS = (
    (), (), ("starts_a_form",), ("starts_a_form",), ("gets_a_folio",), ("gets_a_folio",) * 2,
    ("gets_a_folio", "gets_an_answer"), ("gets_a_folio", "gets_an_answer", "confirms"),
    ("is_attended",),
)  # fmt: skip
STEPS: dict[CaseState, dict[str, str]] = {
    CaseState.contestado: {"answer": "Se reparó el martes."},
    CaseState.concluido: {"close": "Se atendió."},
    CaseState.reabierto: {"reopen": "Falta."},
    CaseState.en_validacion: {"state": "en_validacion"},
    CaseState.en_tramite: {"state": "en_tramite"},
    CaseState.prevenido: {"state": "prevenido", "why": "¿Entre qué calles es?"},
    CaseState.improcedente: {"state": "improcedente", "why": "No es competencia."},
}


SOME = 6  # messages before there is danger


class AnyCitizen(RuleBasedStateMachine):
    interpreter: ClassVar[Interpreter]
    desk: ClassVar[rules.Desk]
    met: ClassVar[set[str]]  # where danger was told

    def __init__(self) -> None:
        super().__init__()
        self.opened = ExitStack()
        folder = Path(self.opened.enter_context(tempfile.TemporaryDirectory()))
        self.town: Town = self.opened.enter_context(founded(folder, self.interpreter, self.desk))

    @initialize(beginning=st.sampled_from(BEGINNINGS))
    def begins(self, beginning: tuple[str, ...]) -> None:
        for each in beginning:
            getattr(self.town, each)()

    @rule(text=SAID)
    def writes(self, text: str) -> None:
        self.town.writes((text, None))

    @rule(text=st.sampled_from(MATTERS))
    def asks_for_something(self, text: str) -> None:
        self.town.writes((text, None))

    @rule(times=st.integers(1, 3))
    def answers(self, times: int) -> None:
        for _ in range(times):
            self.town.answers_once()

    @rule(data=st.data())
    def sends_something_else(self, data: st.DataObject) -> None:
        text = data.draw(st.sampled_from(("", "", "miren", "en Nogales")))
        self.town.writes((text, data.draw(st.sampled_from(CONTENTS))))

    @precondition(lambda self: self.town.buttons)
    @rule(data=st.data())
    def presses(self, data: st.DataObject) -> None:
        """One of the last buttons, or of those shown before."""
        last = self.town.buttons[-4:]
        label, payload = data.draw(st.sampled_from([*last, *last, *self.town.buttons]))
        self.town.writes((label, {"payload": payload}))

    @precondition(lambda self: len(self.town.written) >= SOME)
    @rule(text=st.sampled_from(DANGER), first=st.sampled_from(("", "form", "claim")))
    def is_in_danger(self, text: str, first: str) -> None:
        """Once some other things have happened; maybe a person takes the conversation first, or
        something else is asked for."""
        if first == "form":
            self.town.starts_a_form()
        elif first and self.town.owner is Owner.queue:
            self.town.analyst("claim")
        self.met.add(self.town.place)
        self.town.is_in_danger(text)

    @rule(data=st.data(), how=st.sampled_from(("together", "hastily", "numbered", "edited")))
    def writes_otherwise(self, data: st.DataObject, how: str) -> None:
        """Messages that wait together or come in haste, one that may be edited, an edit."""
        number = str(data.draw(st.integers(1, 3)))
        match how:
            case "together":
                texts = data.draw(st.lists(SAID, min_size=2, max_size=4))
                self.town.writes(*((text, None) for text in texts))
            case "hastily":
                said = data.draw(st.lists(IN_HASTE, min_size=2, max_size=6))
                self.town.writes(*said, apart=0.4)
            case "numbered":
                self.town.writes((data.draw(SAID), {"message_id": number}))
            case _:
                content = {"message_id": number, "edit_of": number}
                self.town.writes((data.draw(SAID), content))

    @rule(minutes=st.sampled_from((1, 5, 10, 30, 600, 1500, 30_000)))
    def time_goes_by(self, minutes: int) -> None:
        self.town.waits(minutes)

    @precondition(lambda self: self.town.owner in (Owner.queue, Owner.analyst))
    @rule(end=st.sampled_from(("return", "close")))
    def is_attended(self, end: str) -> None:
        for what in ("claim", {"says": "Buenas tardes, le atiendo."}, end):
            self.town.analyst(what)

    @precondition(lambda self: self.town.is_open)
    @rule(what=st.sampled_from(("claim", {"note": "Llamó también."}, "restart", "deliver")))
    def something_happens(self, what: Any) -> None:
        match what:
            case "restart":
                self.town.restart()
            case "deliver":
                self.town.delivers()
            case _:
                self.town.analyst(what)

    @precondition(lambda self: self.town.folios)
    @rule(data=st.data())
    def case_goes_on(self, data: st.DataObject) -> None:
        folio = data.draw(st.sampled_from(self.town.folios))
        may = [each for each in NEXT[CaseState(self.town.state_of(folio))] if each in STEPS]
        if may:
            self.town.proceeds(folio, STEPS[data.draw(st.sampled_from(may))])

    def teardown(self) -> None:
        try:
            self.town.answers()
        finally:
            self.opened.close()


@pytest.fixture(autouse=True)
def whole_bot(interpreter: Interpreter, desk_rules: rules.Desk) -> None:
    AnyCitizen.interpreter, AnyCitizen.desk = interpreter, desk_rules
    AnyCitizen.met = set()


def test_any_citizen() -> None:
    run_state_machine_as_test(
        AnyCitizen,
        settings=settings(
            max_examples=40,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # the first failure says enough
            suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
        ),
    )
    assert {"form", "queue", "analyst"} <= AnyCitizen.met


@pytest.mark.parametrize("text", DANGER)
@pytest.mark.parametrize(
    ("before", "place"),
    [((), "bot"), (("starts_a_form",), "form"), (("sums_up",), "form"), (("gets_a_folio",), "bot"),
     (("gets_a_folio", "gets_an_answer"), "bot"), (("waits_in_line",), "queue"),
     (("waits_in_line", "is_taken"), "analyst"), (("is_attended",), "bot"),
     (("despairs",), "queue")],
)  # fmt: skip
def test_danger_is_answered_first(
    before: tuple[str, ...],
    place: str,
    text: str,
    tmp_path: Path,
    interpreter: Interpreter,
    desk_rules: rules.Desk,
) -> None:
    with founded(tmp_path, interpreter, desk_rules) as town:
        for each in before:
            getattr(town, each)()
        assert town.place == place
        town.is_in_danger(text)
        town.is_in_danger(text)
        town.waits(15)
        town.is_in_danger(text)


def test_it_is_asked_which_town_it_is_of_who_sends_a_location_in_another(
    tmp_path: Path, interpreter: Interpreter, desk_rules: rules.Desk
) -> None:
    with founded(tmp_path, interpreter, desk_rules) as town:
        town.writes(("hay un bache en Etchojoa", None))
        said = town.writes(("", {"location": {"lat": 29.07, "lon": -110.95}}))
        assert "otro municipio" in said[0].text
        town.writes(("Etchojoa", None))
        assert town.state.facts["municipio"] == "Etchojoa"
