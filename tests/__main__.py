"""Provisions and runs everything that checks the project; with arguments, pytest alone."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import IO, Iterable

from bot import provision

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check(['--no-logo'])"
CHECKS = {
    "formato": ["-m", "ruff", "format", "--check", "."],
    "reglas": ["-m", "ruff", "check", "."],
    "tipos": ["-m", "mypy"],
    "capas": ["-c", LINT_IMPORTS],
}
COVERAGE = [sys.executable, "-m", "coverage"]
PYTEST = ["-m", "pytest", "-p", "tests.strict"]
SLOWEST = "--durations=20"
# Three parts of about the same length, run side by side: half of the time a test waits for another
# program (a server, a browser, a database). The first is seen while it runs.
PAGES = ["tests/admin_api", "tests/nlu", "tests/test_crash.py"]
# Played through the whole: measuring what they pass through takes more than twice their time, and
# shows next to nothing that the other parts do not.
PLAYED = [
    "tests/bot/test_any_citizen.py",
    "tests/bot/test_any_first_message.py",
    "tests/bot/test_any_unwilling_citizen.py",
    "tests/bot/test_corrections.py",
    "tests/bot/test_dialogue_anything.py",
    "tests/bot/test_remarks.py",
    "tests/bot/test_replies.py",
    "tests/bot/test_words.py",
    "tests/test_conversations.py",
    "tests/test_conversations_on_channels.py",
]
REST = ["tests", *("--ignore=" + each for each in (*PAGES, *PLAYED))]
CLOSING = re.compile(r"=+ .+ in [\d.:]+s")
COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped|xfailed|xpassed)")


def main() -> None:
    provision.ready("development", "tests")
    os.chdir(str(ROOT))
    if sys.argv[1:]:
        sys.exit(subprocess.call([sys.executable, *PYTEST, *sys.argv[1:]]))
    model = subprocess.Popen([sys.executable, "-m", "tests.model"])  # all parts want it
    passed = {name: _run(name, command) for name, command in CHECKS.items()}
    started = time.monotonic()
    passed["pruebas"], counts = _test(model)
    passed["cobertura"] = _run("cobertura", [*COVERAGE[1:], "report"])
    _title("resumen")
    for name, good in passed.items():
        print("{:10} {}".format(name, "bien" if good else "FALLA"))
    told = ", ".join(f"{count} {what}" for what, count in counts.items())
    print(f"=== {told} in {time.monotonic() - started:.2f}s ===", flush=True)
    sys.exit(not all(passed.values()))


def _run(name: str, command: "list[str]") -> bool:
    _title(name)
    return subprocess.call([sys.executable, *command]) == 0


def _test(model: "subprocess.Popen[bytes]") -> "tuple[bool, Counter[str]]":
    """Whether all passed, and how many ended in which way."""
    _title("modelo")
    if model.wait():
        raise subprocess.CalledProcessError(model.returncode, model.args)
    subprocess.check_call([*COVERAGE, "erase"])
    with _kept() as played, _kept() as rest:
        behind = {
            "conversaciones": (_start([sys.executable], PLAYED, played), played),
            "resto": (_start(_measured("rest"), REST, rest), rest),
        }
        _title("pruebas: páginas")
        first = _start(_measured("pages"), PAGES, subprocess.PIPE)
        lines = _printed(first.stdout or ())
        passed = [first.wait() == 0]
        for name, (pytest, kept) in behind.items():
            passed.append(pytest.wait() == 0)
            _title("pruebas: " + name)
            kept.seek(0)
            lines += _printed(kept)
    closings = [line for line in lines if CLOSING.match(line)]
    counts = Counter()  # type: Counter[str]
    for count, what in COUNTED.findall(" ".join(closings)):
        counts[what] += int(count)
    if subprocess.call([*COVERAGE, "combine", "--quiet"]):
        print("No se pudo reunir la cobertura: una parte terminó antes de escribirla.")
    return all(passed) and len(closings) == len(passed), counts


def _measured(name: str) -> "list[str]":
    return [*COVERAGE, "run", "--data-file=.coverage." + name]


def _start(
    python: "list[str]", tests: "list[str]", output: "IO[str] | int"
) -> "subprocess.Popen[str]":
    command = [*python, *PYTEST, SLOWEST, *tests]
    return subprocess.Popen(command, stdout=output, encoding="utf-8")


def _kept() -> "IO[str]":
    return tempfile.TemporaryFile("w+", encoding="utf-8")


def _printed(output: "Iterable[str]") -> "list[str]":
    lines = []
    for line in output:
        print(line, end="", flush=True)
        lines.append(line)
    return lines


def _title(name: str) -> None:
    print(f"\n== {name}", flush=True)


if __name__ == "__main__":
    main()
