"""The Rasa project as it is: validated, trained and served by Rasa itself, in its own Python."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from handoff.rules import catalogue
from nlu import rasa_answers, rasa_server, training_data
from nlu.embedded import EmbeddedInterpreter
from nlu.rasa import environment, project
from nlu.rasa_server import RasaInterpreter
from tests import patience
from tests.conftest import MORNING
from tests.product import ROOT

TOKEN = "una clave de prueba que es bastante larga"
PROJECT = ROOT / "nlu" / "rasa"
STANDS = "Rasa atiende"
POTHOLE = "hay un bache muy grande en la calle Revolución de la colonia Sahuaro, Hermosillo"
IMPORTS = """
import sys
from rasa.shared.importers.importer import TrainingDataImporter
importer = TrainingDataImporter.load_nlu_importer_from_config(sys.argv[1], "domain.yml", ["data"])
print(len(importer.get_nlu_data().intent_examples))
"""


class Server:
    """One running `python3 -m nlu.rasa serve`; `said` is all that it writes."""

    def __init__(self) -> None:
        port = unasked_port()
        self.url = f"http://127.0.0.1:{port}"
        self.said: list[str] = []
        self.process = subprocess.Popen(
            nlu_rasa("serve", "--light", "--port", str(port)),
            cwd=ROOT,
            env={**os.environ, project.TOKEN: TOKEN, "LOG_LEVEL": "DEBUG"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._stands = threading.Event()
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()
        self._stands.wait(400)  # its CRF is learnt anew whenever it is loaded

    def ask(self, path: str, **body: str) -> httpx.Response:
        token = {"Authorization": f"Bearer {rasa_server.signed(TOKEN)}"}
        return patience.post(self.url + path, json=body, headers=token)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(60)
        self._listener.join()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.said.append(line)
                if line.startswith(STANDS):
                    self._stands.set()
        self._stands.set()


def unasked_port() -> int:
    """Free, and of those that the system gives to nobody who does not ask for them by number: it is
    still free when Rasa, much later, takes it."""
    for port in range(20_000 + os.getpid() % 5_000, 32_000):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")


def nlu_rasa(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "nlu.rasa", *arguments]


def in_rasas_python(*arguments: str) -> str:
    done = subprocess.run(
        [environment.PYTHON, *arguments],
        cwd=PROJECT,
        env={**os.environ, **project.QUIET},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def rasa_environment() -> None:
    if not environment.is_ready():
        pytest.skip("without nlu/rasa/.venv, which `python3 -m nlu.rasa provide` makes")


@pytest.fixture(scope="session")
def light_model(rasa_environment: None) -> Path:
    """Validated and trained; kept while nothing of it changes."""
    trained = subprocess.run(
        nlu_rasa("train", "--light"), cwd=ROOT, capture_output=True, text=True, timeout=500
    )
    assert trained.returncode == 0, trained.stderr
    return project.model("light")


@pytest.fixture(scope="session")
def server(light_model: Path) -> Iterator[Server]:
    server = Server()
    try:
        assert any(line.startswith(STANDS) for line in server.said), server.said
        yield server
    finally:
        server.stop()


def test_the_domain_names_every_key_and_every_entity() -> None:
    known, examples = catalogue.load(), training_data.load()
    assert rasa_answers.intents() == {*known.categories, *known.conversation}
    assert rasa_answers.intents() == {each.intent for each in examples}
    assert rasa_answers.entities() == {found.entity for each in examples for found in each.entities}


@pytest.mark.parametrize("name", project.CONFIGS.values())
def test_the_configurations_are_ours_and_learn_what_may_be_learnt(name: str) -> None:
    config: dict[str, Any] = yaml.safe_load((PROJECT / name).read_text("utf-8"))
    assert (config["recipe"], config["language"], config["policies"]) == ("default.v1", "es", [])
    assert config["assistant_id"] == "ventanilla"
    assert config["importers"] == [{"name": "importing.TrainingMessages"}]


def test_each_kind_of_model_has_its_calibration() -> None:
    for kind in project.CONFIGS:
        found = rasa_answers.calibration(project.model(kind).name)
        assert 0 < found.thresholds.unsure < found.thresholds.sure < 1
    assert rasa_answers.calibration("20261124-a-model-of-somebody.tar.gz").scale == 1


def test_the_examinations_are_not_learnt_even_by_the_plain_commands(rasa_environment: None) -> None:
    """Rasa's own default is to learn all of data/."""
    for name in project.CONFIGS.values():
        said = in_rasas_python("-c", IMPORTS, name)
        assert int(said.split()[-1]) == len(training_data.load())


def test_data_with_a_contradiction_are_refused(rasa_environment: None, tmp_path: Path) -> None:
    copied = tmp_path / "nlu" / "rasa"
    shutil.copytree(PROJECT, copied, ignore=shutil.ignore_patterns(".*", "models"))
    (tmp_path / "nlu" / "__init__.py").touch()
    (copied / ".venv").symlink_to(environment.VENV)
    for intent in ("bacheo", "saludo"):
        with (copied / "data" / "nlu" / f"{intent}.yml").open("a") as file:
            file.write("      - buenas, señor bache\n")
    validate = "from nlu.rasa import project; project.validate()"
    refused = subprocess.run(
        [sys.executable, "-c", validate], cwd=tmp_path, capture_output=True, text=True, timeout=180
    )
    assert refused.returncode == 1
    assert "'buenas, señor bache' was found labeled with multiple different" in refused.stderr
    assert "Rasa no acepta los datos" in refused.stderr


def test_what_is_trained_is_not_trained_again(light_model: Path) -> None:
    before = light_model.stat().st_mtime_ns
    again = subprocess.run(
        nlu_rasa("train", "--light"), cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (again.returncode, again.stderr) == (0, "")
    assert light_model.stat().st_mtime_ns == before


def test_nobody_without_the_token_is_answered(server: Server) -> None:
    said = {"text": POTHOLE}
    forged = {"Authorization": f"Bearer {rasa_server.signed('otra clave')}"}
    assert patience.post(f"{server.url}/model/parse", json=said).status_code == 401
    assert patience.post(f"{server.url}/model/parse?token={TOKEN}", json=said).status_code == 401
    assert patience.post(f"{server.url}/model/parse", json=said, headers=forged).status_code == 401
    assert server.ask("/webhooks/rest/webhook", sender="a", message="hola").status_code == 404
    assert TOKEN not in Path(f"/proc/{server.process.pid}/cmdline").read_text()


def test_its_answers_have_the_shape_of_ours(server: Server, engine: EmbeddedInterpreter) -> None:
    theirs = server.ask("/model/parse", text=POTHOLE).json()
    ours = engine.interpret([POTHOLE])[0].as_json()
    assert set(ours) - set(theirs) == {"urgent", "place", "engine"}
    assert theirs["intent"].keys() == ours["intent"].keys()
    assert theirs["intent_ranking"][0].keys() == ours["intent_ranking"][0].keys()
    assert len(theirs["intent_ranking"]) == len(ours["intent_ranking"])
    assert theirs["entities"][0].keys() == ours["entities"][0].keys()
    assert theirs["intent"]["name"] == ours["intent"]["name"] == "bacheo"


def test_it_understands_the_examination(server: Server, engine: EmbeddedInterpreter) -> None:
    """A quarter of data/test, through the engine that the desk would use. An answer that came too
    late keeps none of the later ones from being asked for: between two a minute passes."""
    examples = training_data.load(PROJECT / "data" / "test")[::4]
    minutes = (MORNING + timedelta(minutes=n) for n in count())
    with closing(RasaInterpreter(engine, server.url, TOKEN, lambda: next(minutes))) as rasa:
        server.ask("/model/parse", text=POTHOLE)
        meanings = [meaning for each in examples for meaning in rasa.interpret([each.text])]
    answered = [each.engine == "rasa" for each in meanings]
    assert sum(answered) > 0.9 * len(examples), rasa.fallbacks
    pairs = zip(examples, meanings, strict=True)
    right = [each.intent == meaning.intent for each, meaning in pairs if meaning.engine == "rasa"]
    assert sum(right) > 0.7 * len(right)


def test_what_people_write_is_not_in_what_it_writes(server: Server) -> None:
    """Even where the environment asks for everything to be logged."""
    server.ask("/model/parse", text="mi secreto es Huitzilopochtli")
    server.ask("/model/parse", nothing="Huitzilopochtli")
    server.ask("/nowhere", text="Huitzilopochtli")
    written = "".join(server.said)
    assert STANDS in written
    assert "Huitzilopochtli" not in written
    assert TOKEN not in written
