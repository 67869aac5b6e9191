import json
import logging
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any
from urllib.parse import urlsplit

import pytest

from nlu import rasa_answers, rasa_server
from nlu.embedded import EmbeddedInterpreter
from nlu.rasa_server import DEADLINE, RasaInterpreter, signed
from tests.conftest import Clock
from tests.nlu.rasa_like import GOOD, RasaLike, serving

POTHOLE = "hay un bache en la colonia Sahuaro de Hermosillo, mi cel es 662 123 4567"


@pytest.fixture
def rasa() -> Iterator[RasaLike]:
    with serving() as rasa:
        yield rasa


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may be slow."""
    monkeypatch.setattr(rasa_server, "DEADLINE", 60)


@pytest.fixture
def interpreter_of(
    rasa: RasaLike, engine: EmbeddedInterpreter, clock: Clock
) -> Iterator[RasaInterpreter]:
    with closing(RasaInterpreter(engine, rasa.url, "secreta", clock.now)) as interpreter:
        yield interpreter


def test_theirs_is_the_intent_and_ours_are_facts_and_place(
    rasa: RasaLike, interpreter_of: RasaInterpreter, engine: EmbeddedInterpreter
) -> None:
    learnt = {"entity": "calle", "start": 0, "end": 3, "value": "hay", "confidence_entity": 0.8}
    start = POTHOLE.index("662")
    wrong = {"entity": "folio", "start": start, "end": start + 5, "value": "662 1"}
    rasa.says = json.dumps({**GOOD, "entities": [learnt, wrong]})
    [meaning], [mine] = interpreter_of.interpret([POTHOLE]), engine.interpret([POTHOLE])
    assert (meaning.engine, meaning.intent) == ("rasa", "bacheo")
    assert [name for name, _ in meaning.ranking] == ["bacheo", "alumbrado"]
    assert sum(chance for _, chance in meaning.ranking) == pytest.approx(1)
    assert (meaning.place, meaning.urgent) == (mine.place, mine.urgent)
    kinds = [each.entity for each in meaning.entities]
    assert kinds[0] == "calle"
    assert "telefono" in kinds
    assert "folio" not in kinds
    assert (interpreter_of.state, interpreter_of.fallbacks) == ("ok", {})
    assert interpreter_of.thresholds != engine.thresholds


def test_the_token_signs_and_is_never_sent(rasa: RasaLike, interpreter_of: RasaInterpreter) -> None:
    interpreter_of.interpret([POTHOLE])
    assert rasa.addresses == ["/status", "/model/parse"]
    assert set(rasa.tokens) == {f"Bearer {signed('secreta')}"}
    assert "secreta" not in signed("secreta")


def test_a_connection_serves_many_calls(rasa: RasaLike, interpreter_of: RasaInterpreter) -> None:
    for _ in range(5):
        interpreter_of.interpret([POTHOLE])
    assert len(rasa.connections) == 1
    interpreter_of.interpret([POTHOLE] * 40)
    assert len(rasa.asked) == 45
    assert len(rasa.connections) <= 8


def test_a_slash_gives_no_orders_and_nothing_is_not_asked(
    rasa: RasaLike, interpreter_of: RasaInterpreter
) -> None:
    meanings = interpreter_of.interpret(["/denuncia_delito", "", "😀", " //hola", "x" * 100_000])
    assert sorted(rasa.asked, key=len)[:2] == ["   hola", " denuncia_delito"]
    assert max(map(len, rasa.asked)) == 5_000  # they are asked side by side
    assert [each.engine for each in meanings] == ["rasa", "embedded", "embedded", "rasa", "rasa"]
    assert interpreter_of.state == "ok"


def test_a_slow_server_costs_the_deadline_once(
    rasa: RasaLike,
    interpreter_of: RasaInterpreter,
    engine: EmbeddedInterpreter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rasa_server, "DEADLINE", DEADLINE)
    rasa.is_quick = False
    begun = time.perf_counter()
    assert interpreter_of.interpret([POTHOLE] * 3) == engine.interpret([POTHOLE] * 3)
    assert time.perf_counter() - begun < DEADLINE + 1
    assert interpreter_of.state == "rasa: falling back (timeout) since 2026-11-24T17:00:00+0000"
    asked = len(rasa.asked)
    assert interpreter_of.interpret([POTHOLE]) == engine.interpret([POTHOLE])
    assert len(rasa.asked) == asked
    assert interpreter_of.fallbacks == {"timeout": 4}
    assert interpreter_of.thresholds == engine.thresholds


def test_it_comes_back_with_the_model_that_it_has_then(
    rasa: RasaLike, interpreter_of: RasaInterpreter, clock: Clock
) -> None:
    rasa.status = 500
    interpreter_of.interpret([POTHOLE])
    before = interpreter_of.state
    clock.forward(seconds=1)
    interpreter_of.interpret([POTHOLE])
    assert (
        interpreter_of.state
        == before
        == ("rasa: falling back (status 500) since 2026-11-24T17:00:00+0000")
    )
    rasa.status, rasa.model = 200, "diet-0123456789ab.tar.gz"
    clock.forward(seconds=1)  # the second pause is two seconds
    assert interpreter_of.interpret([POTHOLE])[0].engine == "embedded"
    clock.forward(seconds=1)
    assert interpreter_of.interpret([POTHOLE])[0].engine == "rasa"
    assert interpreter_of.state == "ok"
    assert interpreter_of.thresholds == rasa_answers.calibration(rasa.model).thresholds
    assert interpreter_of.fallbacks == {"status 500": 3}


def test_a_server_that_is_down(engine: EmbeddedInterpreter, clock: Clock) -> None:
    with serving() as rasa:
        address = rasa.url
    with closing(RasaInterpreter(engine, address, None, clock.now)) as interpreter:
        assert interpreter.interpret([POTHOLE]) == engine.interpret([POTHOLE])
        assert interpreter.state.startswith("rasa: falling back (unreachable)")
        with serving(urlsplit(address).port or 0) as rasa:
            clock.forward(seconds=1)
            assert interpreter.interpret([POTHOLE])[0].engine == "rasa"
            assert rasa.tokens == [None, None]


def _ranked(name: Any, confidence: Any) -> str:
    return json.dumps({**GOOD, "intent_ranking": [{"name": name, "confidence": confidence}]})


def _located(**entity: Any) -> str:
    return json.dumps({**GOOD, "entities": [{"entity": "calle", "start": 0, "end": 3, **entity}]})


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("", id="nothing"),
        pytest.param("<html>Bad gateway</html>", id="a page"),
        pytest.param(b"\xff\xfe\x00\x81", id="no text"),
        pytest.param("[" * 100_000, id="too deep"),
        pytest.param("null", id="null"),
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="empty"),
        pytest.param(json.dumps({**GOOD, "intent_ranking": [3]}), id="a number for an intent"),
        pytest.param(_ranked("otra_cosa", 0.9), id="an unknown intent"),
        pytest.param(_ranked(["bacheo"], 0.9), id="a name that is no name"),
        pytest.param(_ranked("bacheo", float("nan")), id="NaN"),
        pytest.param(_ranked("bacheo", 1.5), id="more than sure"),
        pytest.param(_ranked("bacheo", "0.9"), id="a confidence in letters"),
        pytest.param(_ranked("bacheo", 0), id="no chance at all"),
        pytest.param(_located(entity="codigo_secreto"), id="an unknown entity"),
        pytest.param(_located(end=5_000), id="beyond the text"),
        pytest.param(_located(start=-1), id="before the text"),
        pytest.param(_located(start="0"), id="a place in letters"),
        pytest.param(_located(confidence_entity=float("inf")), id="infinite"),
    ],
)
def test_nonsense_is_not_believed(
    said: str | bytes, rasa: RasaLike, interpreter_of: RasaInterpreter, engine: EmbeddedInterpreter
) -> None:
    rasa.says = said
    assert interpreter_of.interpret([POTHOLE]) == engine.interpret([POTHOLE])
    assert interpreter_of.state.startswith("rasa: falling back (nonsense) since")
    assert interpreter_of.fallbacks == {"nonsense": 1}


def test_what_people_write_is_in_no_log(
    rasa: RasaLike, interpreter_of: RasaInterpreter, caplog: pytest.LogCaptureFixture, clock: Clock
) -> None:
    with caplog.at_level(logging.INFO):
        rasa.says = _ranked("662 123 4567", 0.9)
        interpreter_of.interpret([POTHOLE])
        interpreter_of.interpret([POTHOLE])
        rasa.says = json.dumps(GOOD)
        clock.forward(seconds=1)
        interpreter_of.interpret([POTHOLE])
    ours = [each.getMessage() for each in caplog.records if each.name == "nlu.rasa_server"]
    assert ours == ["rasa: falling back (nonsense), next try in 1.0 s", "rasa answers again"]
    assert not any(secret in caplog.text for secret in ("bache", "662", "secreta"))


def test_confidences_are_made_honest(rasa: RasaLike, interpreter_of: RasaInterpreter) -> None:
    [light] = interpreter_of.interpret([POTHOLE])
    scale = rasa_answers.calibration("light-1.tar.gz").scale
    assert scale < 1
    expected = 0.9**scale / (0.9**scale + 0.1**scale)
    assert light.confidence == pytest.approx(expected)
    assert light.confidence == light.ranking[0][1]
