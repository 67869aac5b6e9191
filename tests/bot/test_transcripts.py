"""A transcript holds, or says at which step it does not."""

import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import transcripts
from bot.commands import showing
from bot.transcripts import BrokenTranscript, Clock, DoesNotHold, Player
from handoff.rules import desk as rules
from nlu.interpretation import Interpreter
from tests import databases

Play = Callable[..., str]
FOLIO: list[Any] = [
    {"citizen": "hay un bache en nogales, colonia centro, calle hidalgo"},
    {"bot": "Aviso de privacidad"},
    {"bot": "¿Es correcto?"},
    {"press": "Sí, registrar"},
    {"bot": "Folio: {folio}"},
    {"bot": "la revisará"},
]


@pytest.fixture
def play(tmp_path: Path, interpreter: Interpreter, desk_rules: rules.Desk) -> Play:
    """Plays some steps and returns what is shown."""

    def played(*steps: Any, as_json: bool = False, explain: bool = False) -> str:
        path = tmp_path / "t.yml"
        path.write_text(yaml.safe_dump({"title": "Un bache", "steps": steps}), "utf-8")
        transcript = transcripts.read(path, desk_rules.zone)
        (tmp_path / "t.db").unlink(missing_ok=True)
        out = StringIO()
        screen = showing.screen(out, as_json=as_json, explain=explain)
        with databases.opened(databases.sqlite(tmp_path / "t.db")) as store:
            player = Player(store, interpreter, desk_rules, Clock(transcript.starts))
            for each in player.play(transcript.steps):
                screen.played(each)
        return out.getvalue()

    return played


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"bot": "otra cosa"}, "el bot no dijo nada"),
        ({"owner": "analyst"}, "es 'queue', no 'analyst'"),
        ({"case": "alumbrado"}, "es 'bacheo', no 'alumbrado'"),
        ({"case_state": "concluido"}, "es 'recibido', no 'concluido'"),
        ({"facts": {"municipio": "Ures"}}, "no {'municipio': 'Ures'}"),
        ({"closing": "attended"}, "es None, no 'attended'"),
        ({"survey": [5, None]}, "es None, no [5, None]"),
        ({"corrections": [["a", "b", "c"]]}, "es [], no [['a', 'b', 'c']]"),
        ({"note": "algo"}, "es None, no 'algo'"),
        ({"buttons": ["No"]}, "no ['No']"),
        ({"press": "No"}, "no hay un botón «No»"),
        ({"analyst": "sings"}, "una analista no puede 'sings'"),
        ({"analyst": "return"}, "Tome la conversación"),
        ({"sing": None}, "no hay un paso así"),
        ({"staff": {"state": "perdido"}}, "'perdido' is not a valid CaseState"),
    ],
)
def test_what_does_not_hold_is_told_with_its_step(play: Play, wrong: Any, why: str) -> None:
    [(what, _)] = wrong.items()
    with pytest.raises(DoesNotHold, match=re.escape(f"paso 7, {what}: ")) as raised:
        play(*FOLIO, wrong)
    assert why in str(raised.value)


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        (FOLIO[:2], "el bot dijo además: ["),
        ([*FOLIO[:2], {"citizen": "sí"}], "paso 3, citizen: el bot dijo además"),
        ([FOLIO[0], "silence"], "paso 2, silence: el bot dijo: "),
        ([FOLIO[0], {"bot": "Adiós"}], "paso 2, bot: no está «adiós» en "),
        ([FOLIO[0], {"exactly": "Adiós"}], "paso 2, exactly: es "),
        ([{"press": "Sí"}], "paso 1, press: no se ha leído ningún mensaje"),
        ([{"facts": {}}], "paso 1, facts: no se ha abierto un caso"),
        ([{"staff": {"answer": "Ya."}}], "paso 1, staff: no se ha abierto un caso"),
    ],
)
def test_nothing_that_is_said_goes_unread(play: Play, steps: list[Any], why: str) -> None:
    with pytest.raises(DoesNotHold, match=re.escape(why)):
        play(*steps)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("título: [", "no es YAML"),
        ("starts: 2026-03-02\nsteps: []", "no se conoce «starts»"),
        ("7: x\nstart: y\nsteps: []", "no se conoce «7»"),
        ("- citizen: hola", "faltan los pasos"),
        ("steps: hola", "faltan los pasos"),
        ("steps: [{citizen: hola, bot: hola}]", "el paso 1 no es uno solo"),
        ("steps: [silence, 7]", "el paso 2 no es uno solo"),
        ("at: ayer\nsteps: []", "«at» no es una fecha"),
    ],
)
def test_what_is_no_transcript_is_refused(
    tmp_path: Path, desk_rules: rules.Desk, written: str, why: str
) -> None:
    path = tmp_path / "t.yml"
    path.write_text(written, "utf-8")
    with pytest.raises(BrokenTranscript, match=why):
        transcripts.read(path, desk_rules.zone)


def test_a_play_is_readable_in_a_terminal_of_100_columns(play: Play) -> None:
    shown = play(*FOLIO, {"owner": "queue"}, explain=True)
    assert max(map(len, shown.splitlines())) <= 100
    for part in (
        "Persona: hay un bache en nogales",
        "entendió bacheo",
        "etapa idle → confirming (bot)",
        "municipio=Nogales",
        "[Sí, registrar]  [Corregir]",
        "Persona, botón: Sí, registrar",
        "OpenCase(category='bacheo'",
        "✓ owner: queue",
    ):
        assert part in shown
    assert "etapa" not in play(*FOLIO)


def test_a_play_is_told_as_objects(play: Play) -> None:
    lines = [json.loads(line) for line in play(*FOLIO, as_json=True, explain=True).splitlines()]
    explained = [each["explained"] for each in lines if "explained" in each]
    assert explained[0]["intent"]["name"] == "bacheo"
    assert len(explained[0]["next"]) == 2
    assert explained[0]["stage"] == {"before": "idle", "after": "confirming"}
    assert explained[1]["command"] == "si"
    assert [each["act"] for each in explained[1]["decided"]] == ["OpenCase", "HandOver"]
    assert [each["act"] for each in explained[1]["said"]] == ["Opened", "Queued"]
    steps = [each for each in lines if "step" in each]
    assert [each["step"] for each in steps] == [1, 2, 3, 4, 5, 6]
    assert [each["text"] for each in steps[2]["read"]["buttons"]][:2] == [
        "Sí, registrar", "Corregir",
    ]  # fmt: skip
