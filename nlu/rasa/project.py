"""The Rasa project: is its data sound, is its model current, who may ask its server."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

from nlu.rasa.environment import HERE, PYTHON, Failure, alone, tell

CONFIGS = {"diet": "config.yml", "light": "config.light.yml"}
MODELS = HERE / "models"
UNFINISHED = MODELS / "unfinished"
DATA = "data/nlu"
TOKEN = "VENTANILLA_RASA_TOKEN"  # noqa: S105 -- the name of the setting
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "PYTHONWARNINGS": "ignore",
    "LOG_LEVEL": "INFO",  # at DEBUG Rasa writes what people say
    "LOG_LEVEL_LIBRARIES": "ERROR",
}
WARNING = "UserWarning: "
# Said of every intent: there are no stories, the dialogue is not Rasa's.
IDLE_TALK = "is not used in any story"


def model(kind: str) -> Path:
    """Where the model of this configuration and these data is, or will be."""
    files = [HERE / name for name in (CONFIGS[kind], "domain.yml", "requirements.txt")]
    files += [HERE / "importing.py", *sorted((HERE / DATA).rglob("*.yml"))]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return MODELS / f"{kind}-{digest.hexdigest()[:12]}.tar.gz"


def ensure(kind: str) -> Path:
    """Validates and trains if the model is missing or its data changed. Raises Failure."""
    path = model(kind)
    with alone(".models"):
        if not path.exists():
            validate()
            train(kind, path)
    return path


def validate() -> None:
    """What `rasa data validate` says. Raises Failure with its complaints."""
    tell("Rasa revisa los datos…")
    done = _rasa(
        "data", "validate", "--config", "config.light.yml", "--data", DATA, capture_output=True
    )
    said = (done.stdout + done.stderr).splitlines()
    # An example with two intents, or an entity between words, is a mere warning to Rasa.
    warned = [line.partition(WARNING)[2] for line in said if WARNING in line]
    complaints = [line for line in warned if IDLE_TALK not in line]
    for line in complaints or (said if done.returncode else ()):
        tell(line)
    if complaints or done.returncode:
        raise Failure("Rasa no acepta los datos de nlu/rasa/data/nlu: corrija lo que dice arriba.")


def train(kind: str, path: Path) -> None:
    """Trains anew; the model appears whole, and takes the place of the older ones of its kind."""
    tell(f"Rasa se entrena con {CONFIGS[kind]} y {DATA}…")
    name = path.name.removesuffix(".tar.gz")
    shutil.rmtree(UNFINISHED, ignore_errors=True)
    done = _rasa(
        *("train", "nlu", "--config", CONFIGS[kind], "--nlu", DATA, "--domain", "domain.yml"),
        *("--out", str(UNFINISHED), "--fixed-model-name", name),
    )
    if done.returncode:
        raise Failure("Rasa no pudo entrenarse: el motivo está en las líneas de arriba.")
    older = set(MODELS.glob(f"{kind}-*.tar.gz"))
    (UNFINISHED / path.name).replace(path)
    for each in older - {path}:
        each.unlink()
    shutil.rmtree(UNFINISHED)


def serve(path: Path, port: int, token: str) -> NoReturn:
    """Become the server. The token goes in the environment: a command line is public."""
    os.chdir(HERE)
    environment = {**os.environ, **QUIET, "LOG_LEVEL": "WARNING", TOKEN: token}
    command = [str(PYTHON), "serving.py", str(path), str(port)]
    os.execve(command[0], command, environment)  # noqa: S606 -- no shell is wanted


def _rasa(*arguments: str, capture_output: bool = False) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(PYTHON), "-m", "rasa", *arguments],
        cwd=HERE,
        env={**os.environ, **QUIET},
        text=True,
        capture_output=capture_output,
    )
