import errno
import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.provision.failures import explain, refused

ROOT = Path(__file__).parent.parent
CREATES = "Se crea el entorno en .venv…"
PATIENCE = "la primera vez tarda unos minutos…"
COMMANDS = """
import json
import sys

def main():
    try:
        import neighbour
    except ImportError:
        neighbour = None
    version = getattr(neighbour, "VERSION", None)
    print(json.dumps({"said": sys.argv[1:], "prefix": sys.prefix, "neighbour": version}))
    sys.exit(len(sys.argv) - 1)
"""


class Checkout:
    """A clone with the real provisioning, commands that tell where they run, and one dependency."""

    def __init__(self, root: Path) -> None:
        self.root, self.wheels = root, root.parent / "wheels"
        for folder in (root / "bot", root / "requirements", self.wheels):
            folder.mkdir(parents=True)
        shutil.copytree(ROOT / "bot/provision", root / "bot/provision")
        shutil.copy(ROOT / "bot/__main__.py", root / "bot")
        (root / "bot/__init__.py").touch()
        (root / "bot/commands.py").write_text(COMMANDS)
        self.ask_for("1.0")

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def ask_for(self, version: str, fingerprint: str = "") -> None:
        """Offer a version of the dependency, and lock it."""
        wheel = self.wheels / f"neighbour-{version}-py3-none-any.whl"
        about = f"neighbour-{version}.dist-info"
        with ZipFile(wheel, "w") as file:
            file.writestr("neighbour.py", f"VERSION = '{version}'\n")
            file.writestr(
                f"{about}/METADATA", f"Metadata-Version: 2.1\nName: neighbour\nVersion: {version}\n"
            )
            file.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
            file.writestr(f"{about}/RECORD", "")
        fingerprint = fingerprint or hashlib.sha256(wheel.read_bytes()).hexdigest()
        self.lock(f"neighbour=={version} \\\n    --hash=sha256:{fingerprint}\n")

    def lock(self, text: str) -> None:
        (self.root / "requirements/runtime.txt").write_text(text)

    def start(self, *said: str, **env: str) -> "subprocess.Popen[str]":
        return _start(self.root, [sys.executable, "-m", "bot", *said], self._env(env))

    def _env(self, env: dict[str, str]) -> dict[str, str]:
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        return {**os.environ, "PIP_CONFIG_FILE": os.devnull, **offline, **env}


def _start(folder: Path, command: list[str], env: dict[str, str]) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=folder, env=env, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
    )


def finish(process: "subprocess.Popen[str]") -> tuple[dict[str, object], list[str], int]:
    """Return what the commands told, the lines on the error output, and the exit code."""
    out, err = process.communicate(timeout=120)
    return json.loads(out or "{}"), err.splitlines(), process.returncode


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "my checkout")


@pytest.fixture(scope="module")
def provisioned(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """One that was started before; each test leaves it able to start."""
    checkout = Checkout(tmp_path_factory.mktemp("provisioned") / "my checkout")
    told, progress, code = finish(checkout.start("people", "add"))
    assert told == {"said": ["people", "add"], "prefix": str(checkout.venv), "neighbour": "1.0"}
    assert code == 2
    assert progress == [CREATES, "Se instalan las dependencias (1); " + PATIENCE, "Entorno listo."]
    return checkout


def test_the_second_start_goes_straight_on(provisioned: Checkout) -> None:
    (provisioned.venv / "pip.log").unlink()
    told, progress, code = finish(provisioned.start("people", "add"))
    assert (told["said"], told["prefix"]) == (["people", "add"], str(provisioned.venv))
    assert (progress, code) == ([], 2)
    assert not (provisioned.venv / "pip.log").exists()


def test_the_program_starts_from_any_folder(provisioned: Checkout) -> None:
    command = [str(provisioned.venv / "bin/ventanilla"), "people", "add"]
    told, progress, code = finish(_start(provisioned.wheels, command, dict(os.environ)))
    assert (told["said"], told["prefix"]) == (["people", "add"], str(provisioned.venv))
    assert (progress, code) == ([], 2)


def test_a_new_lock_is_installed_into_the_environment_that_is_there(provisioned: Checkout) -> None:
    provisioned.ask_for("2.0")
    told, progress, _ = finish(provisioned.start())
    assert told["neighbour"] == "2.0"
    assert CREATES not in progress


def test_each_failure_is_one_line_and_the_next_start_can_succeed(
    provisioned: Checkout, closed_port: int
) -> None:
    def failure(**env: str) -> str:
        told, lines, code = finish(provisioned.start(**env))
        assert (told, code, len(lines)) == ({}, 1, 2)
        assert lines[0].endswith(PATIENCE)
        assert lines[1].endswith(f"(Detalle: {provisioned.venv / 'pip.log'})")
        return lines[1]

    provisioned.ask_for("3.0", fingerprint="0" * 64)
    assert "no coincide con la huella" in failure()
    provisioned.ask_for("3.0")
    nowhere = {"PIP_INDEX_URL": f"http://127.0.0.1:{closed_port}/simple", "PIP_RETRIES": "1"}
    assert "No se pudo llegar al registro" in failure(
        PIP_NO_INDEX="0", PIP_FIND_LINKS="", **nowhere
    )
    assert "no ofrece alguna versión" in failure(PIP_FIND_LINKS=str(provisioned.root))
    assert finish(provisioned.start())[0]["neighbour"] == "3.0"


def test_a_package_that_vanished_is_put_back(provisioned: Checkout) -> None:
    for gone in provisioned.venv.rglob("neighbour*"):
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    assert finish(provisioned.start())[0]["neighbour"]


def test_a_checkout_that_moved_makes_its_environment_anew(provisioned: Checkout) -> None:
    provisioned.root = provisioned.root.rename(provisioned.root.with_name("moved"))
    told, progress, _ = finish(provisioned.start())
    assert told["prefix"] == str(provisioned.root / ".venv")
    assert progress[0] == CREATES


def test_two_at_once_do_not_disturb_each_other(checkout: Checkout) -> None:
    both = [finish(start) for start in [checkout.start(), checkout.start()]]
    assert [told["neighbour"] for told, _, _ in both] == ["1.0", "1.0"]
    assert [line for _, progress, _ in both for line in progress].count(CREATES) == 1


def test_a_start_that_was_killed_is_mended_by_the_next(checkout: Checkout) -> None:
    killed = checkout.start()
    assert killed.stderr
    assert any(line.endswith(f"{PATIENCE}\n") for line in killed.stderr)
    killed.kill()
    killed.communicate()
    assert (checkout.venv / "ventanilla-unfinished").exists()
    told, progress, code = finish(checkout.start())
    assert (told["neighbour"], code) == ("1.0", 0)
    assert CREATES in progress


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port that is taken and where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def test_where_everything_is_installed_nothing_is_provisioned(checkout: Checkout) -> None:
    checkout.lock(f"pytest=={pytest.__version__}\nwinsome==1.0 ; sys_platform == 'win32'\n")
    told, progress, _ = finish(checkout.start())
    assert (told["prefix"], progress) == (sys.prefix, [])
    assert not checkout.venv.exists()


def test_without_locks_it_is_an_installed_package_and_complete(checkout: Checkout) -> None:
    shutil.rmtree(checkout.root / "requirements")
    assert finish(checkout.start())[0]["prefix"] == sys.prefix


def test_an_old_python_is_told_so_in_one_line(checkout: Checkout) -> None:
    for python in _old_pythons():
        process = _start(checkout.root, [str(python), "-m", "bot"], {"PYTHONIOENCODING": "utf-8"})
        told, lines, code = finish(process)
        assert (told, code, len(lines)) == ({}, 1, 1)
        assert lines[0].startswith("Ventanilla necesita Python 3.11 o más reciente y este es")


def _old_pythons() -> list[Path]:
    """Return those of this machine, which may be none; test_architecture checks the syntax."""
    places = [Path("/usr/bin"), Path("/usr/local/bin"), *Path.home().glob(".pyenv/versions/*/bin")]
    names = [f"python3.{minor}" for minor in range(6, 11)]
    return [place / name for place in places for name in names if (place / name).exists()]


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "No hay espacio"),
        ("environment was not created because ensurepip is not available", "python3-venv"),
        ("/usr/bin/python3: No module named venv", "python3-venv"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "No se pudo llegar"),
        ("ERROR: 403 Client Error; HTTP error 403 while getting", "No se pudo llegar"),
        ("Segmentation fault", "No se pudieron instalar"),
    ],
)
def test_what_pip_and_venv_write_is_put_into_words(output: str, advice: str) -> None:
    assert advice in explain(output, ROOT)


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (OSError(errno.ENOSPC, "No space left", "/srv/a"), "No hay espacio en el disco"),
        (OSError(errno.EACCES, "Permission denied", "/srv/a"), "No se puede escribir en /srv/a"),
        (OSError(errno.EROFS, "Read-only file system", "/srv/a"), "No se puede escribir en /srv/a"),
        (OSError(errno.ENOLCK, "No locks available"), f"No se pudo preparar el entorno en {ROOT}"),
    ],
)
def test_what_the_system_refuses_is_put_into_words(error: OSError, advice: str) -> None:
    assert refused(error, ROOT).startswith(advice)
