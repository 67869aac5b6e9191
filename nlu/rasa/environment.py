"""Rasa's own environment, nlu/rasa/.venv: Python 3.10 and what requirements.txt locks."""

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements.txt"
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "ventanilla-rasa"
LOG = VENV / "pip.log"

IS_RIGHT = "import ensurepip, sys, venv; sys.exit(sys.version_info[:2] != (3, 10))"
NO_PYTHON = (
    "Rasa necesita Python 3.10 exactamente y aquí no se encontró: instálelo («pyenv install 3.10», "
    "o «apt install python3.10 python3.10-venv» donde exista) y vuelva a ejecutar."
)
PIP = ("-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check")
# What is installed is the lock, whole: the lock leaves out what Rasa asks for and does not use.
AS_LOCKED = ("--no-deps", "--require-hashes", "--only-binary", ":all:")
# The only package that exists as source alone; it is built with the locked setuptools.
BUILT = ("--no-binary", "randomname", "--no-build-isolation", "--use-pep517")


class Failure(Exception):  # noqa: N818 -- it is for the person who starts the program
    """One line that says what happened and what to do."""


def provide() -> None:
    """Make the environment, unless it is there and true to the lock. Raises Failure."""
    if is_ready():
        return
    with alone(".venv"):
        if not is_ready():
            _build(python())


def is_ready() -> bool:
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text() == _seal()


def python() -> str:
    """A Python 3.10 of this machine. Raises Failure if there is none."""
    found = next(filter(_is_right, _candidates()), None)
    if found is None:
        raise Failure(NO_PYTHON)
    return found


def tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


def _seal() -> str:
    return f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {VENV}"


@contextlib.contextmanager
def alone(at: str) -> Iterator[None]:
    """While another process is at it, this one waits."""
    with (HERE / f"{at}.lock").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _candidates() -> Iterator[str]:
    """Names prove nothing (a shim may lead nowhere): each candidate is executed."""
    yield sys.executable
    for name in ("python3.10", "python3", "python"):
        yield from filter(os.path.exists, (os.path.join(each, name) for each in os.get_exec_path()))
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv")
    yield from map(str, sorted(pyenv.glob("versions/3.10*/bin/python"), reverse=True))
    yield from map(str, home.glob(".local/share/uv/python/*-3.10*/bin/python3.10"))


def _is_right(candidate: str) -> bool:
    try:
        checked = subprocess.run([candidate, "-I", "-c", IS_RIGHT], capture_output=True, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return checked.returncode == 0


def _build(python: str) -> None:
    tell("Se crea el entorno de Rasa en nlu/rasa/.venv (Python 3.10)…")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    _run(python, "-I", "-m", "venv", str(VENV))
    lock = LOCK.read_text()
    tell(f"Se instalan {len(re.findall('==', lock))} paquetes (1.6 GB); tarda unos minutos…")
    tools = VENV / "tools.txt"
    tools.write_text("".join(re.findall(r"^setuptools==.*\n(?: .*\n)*", lock, re.MULTILINE)))
    _run(str(PYTHON), *PIP, *AS_LOCKED, "-r", str(tools))
    _run(str(PYTHON), *PIP, *AS_LOCKED, *BUILT, "-r", str(LOCK))
    STAMP.write_text(_seal())
    tell("Entorno de Rasa listo.")


def _run(*command: str) -> None:
    with LOG.open("wb") as log:
        code = subprocess.call(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    if code:
        said = LOG.read_text(errors="replace").strip().splitlines() or ["sin detalle"]
        raise Failure(f"No se pudo hacer el entorno de Rasa: {said[-1]} (Detalle: {LOG})")
