import subprocess
import sys
from pathlib import Path

import pytest

from tests.product import ROOT


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """One whose first python3.10 is a shim that leads nowhere."""
    program(tmp_path / "shims/python3.10", "echo 'pyenv: python3.10: command not found'; exit 127")
    return tmp_path


def program(path: Path, does: str) -> Path:
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)
    return path


def asked(machine: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "nlu.rasa", "python"],
        cwd=ROOT,
        env={"PATH": f"{machine}/shims:{machine}/bin", "HOME": str(machine)},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    "place",
    [
        "bin/python3.10",
        "bin/python3",
        ".pyenv/versions/3.10.13/bin/python",
        ".local/share/uv/python/cpython-3.10.14-linux-x86_64-gnu/bin/python3.10",
    ],
)
def test_it_is_found_by_executing_what_may_be_one(machine: Path, place: str) -> None:
    python = program(machine / place, "exit 0")
    assert asked(machine).stdout == f"{python}\n"


def test_without_one_it_says_what_to_install(machine: Path) -> None:
    told = asked(machine)
    assert (told.returncode, told.stdout, len(told.stderr.splitlines())) == (1, "", 1)
    assert told.stderr.startswith("nlu.rasa: Rasa necesita Python 3.10 exactamente")
    assert "apt install python3.10 python3.10-venv" in told.stderr
