"""Provisions and runs everything that checks the project; with arguments, pytest alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

from bot import provision

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check(['--no-logo'])"
CHECKS = {
    "formato": ["-m", "ruff", "format", "--check", "."],
    "reglas": ["-m", "ruff", "check", "."],
    "tipos": ["-m", "mypy"],
    "capas": ["-c", LINT_IMPORTS],
}
CLOSING = re.compile(r"=+ .+ in [\d.:]+s")
PYTEST = ["-m", "pytest", "-p", "tests.strict"]


def main() -> None:
    provision.ready("development", "tests")
    os.chdir(str(ROOT))
    if sys.argv[1:]:
        sys.exit(subprocess.call([sys.executable, *PYTEST, *sys.argv[1:]]))
    passed = {name: _run(name, command) for name, command in CHECKS.items()}
    passed["pruebas"], closing = _test()
    passed["cobertura"] = _run("cobertura", ["-m", "coverage", "report"])
    _title("resumen")
    for name, good in passed.items():
        print("{:10} {}".format(name, "bien" if good else "FALLA"))
    print(closing, flush=True)
    sys.exit(not all(passed.values()))


def _run(name: str, command: "list[str]") -> bool:
    _title(name)
    return subprocess.call([sys.executable, *command]) == 0


def _test() -> "tuple[bool, str]":
    """Whether all passed, and pytest's closing line, so that it can stand at the very end."""
    _title("pruebas")
    command = [sys.executable, "-m", "coverage", "run", *PYTEST]
    closing = "pytest: sin resultado"
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as pytest:
        for line in pytest.stdout or ():
            print(line, end="", flush=True)
            closing = line.strip() if CLOSING.match(line) else closing
    return pytest.returncode == 0, closing


def _title(name: str) -> None:
    print(f"\n== {name}", flush=True)


if __name__ == "__main__":
    main()
