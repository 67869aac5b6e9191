"""Makes .venv and keeps it true to the locks: one start at a time, whole or marked unfinished."""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from bot.provision import locks
from bot.provision.failures import Failure, explain

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
LOG = VENV / "pip.log"
UNFINISHED = "ventanilla-unfinished"
# The development lock repeats every pin of the runtime lock.
HOLDS = {"runtime": ["runtime"], "development": ["development", "runtime"]}


def lock(name: str) -> Path:
    return ROOT / "requirements" / (name + ".txt")


def provide(name: str) -> bool:
    """Make sure that .venv has what a lock pins; whether there was anything to do."""
    if _stamped(name) and Path(sys.prefix).resolve() == VENV:
        # Whatever the stamp says, its own Python misses something.
        (VENV / UNFINISHED).touch()
    if _stamped(name):
        return False
    with (ROOT / ".venv.lock").open("a") as turn:
        _take(turn.fileno())
        if not _stamped(name):
            _build(name, turn.fileno())
    return True


def _stamped(name: str) -> bool:
    stamp = _stamp(name)
    fits = PYTHON.exists() and stamp.exists() and stamp.read_text() == _seal(name)
    return fits and not (VENV / UNFINISHED).exists()


def _stamp(name: str) -> Path:
    return VENV / ("ventanilla-" + name)


def _seal(name: str) -> str:
    return f"{hashlib.sha256(lock(name).read_bytes()).hexdigest()} {ROOT}"


def _take(turn: int) -> None:
    try:
        _hold(turn, wait=False)
    except OSError:
        _say("Otro arranque prepara el entorno: se espera a que termine…")
        _hold(turn, wait=True)


def _hold(turn: int, wait: bool) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(turn, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(turn, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def _build(name: str, turn: int) -> None:
    if not _usable():
        _create(turn)
    (VENV / UNFINISHED).touch()
    _install(name, turn)
    _write_command()
    for held in HOLDS[name]:
        _stamp(held).write_text(_seal(held))
    (VENV / UNFINISHED).unlink()
    _say("Entorno listo.")


def _usable() -> bool:
    """Whether .venv was left whole, with a pip and a Python that is new enough."""
    if (VENV / UNFINISHED).exists() or not PYTHON.exists() or _moved():
        return False
    check = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.call([str(PYTHON), "-I", "-c", check], stderr=subprocess.DEVNULL) == 0


def _moved() -> bool:
    """Whether it was made in another folder, whose path all of its scripts carry."""
    stamps = [_stamp(name) for name in HOLDS if _stamp(name).exists()]
    return not all(stamp.read_text().endswith(f" {ROOT}") for stamp in stamps)


def _create(turn: int) -> None:
    _say("Se crea el entorno en .venv…")
    if VENV.exists():
        shutil.rmtree(str(VENV))
    VENV.mkdir()
    (VENV / UNFINISHED).touch()
    # This Python may be the one of the .venv that was just removed.
    python = getattr(sys, "_base_executable", sys.executable)
    _run([python, "-I", "-m", "venv", str(VENV)], turn)


def _install(name: str, turn: int) -> None:
    count = len(locks.pins(lock(name).read_text()))
    _say(f"Se instalan las dependencias ({count}); la primera vez tarda unos minutos…")
    pip = [str(PYTHON), "-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    try:
        _run([*pip, "--require-hashes", "-r", str(lock(name))], turn)
    except Failure:
        if "Installing collected packages" not in LOG.read_text(errors="replace"):
            (VENV / UNFINISHED).unlink()
        raise


def _run(command: "list[str]", turn: int) -> None:
    """The child holds our turn as well: killed alone, we leave it writing to .venv."""
    pass_fds = () if os.name == "nt" else (turn,)
    env = dict(os.environ, LC_ALL="C.UTF-8")
    with LOG.open("wb") as log:
        code = subprocess.call(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=str(ROOT),
            env=env,
            pass_fds=pass_fds,
        )
    if code:
        raise Failure(f"{explain(LOG.read_text(errors='replace'), ROOT)} (Detalle: {LOG})")


def _write_command() -> None:
    """Put `ventanilla` beside the Python of .venv, so that it works from any folder."""
    if os.name == "nt":
        lines = ["@echo off", "setlocal", f"set PYTHONPATH={ROOT}", f'"{PYTHON}" -P -m bot %*']
        (SCRIPTS / "ventanilla.cmd").write_text("\n".join(lines) + "\n")
        return
    root, python = shlex.quote(str(ROOT)), shlex.quote(str(PYTHON))
    command = SCRIPTS / "ventanilla"
    command.write_text(f'#!/bin/sh\nPYTHONPATH={root} exec {python} -P -m bot "$@"\n')
    command.chmod(0o755)


def _say(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)
