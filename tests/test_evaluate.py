"""`ventanilla evaluate` as its operator runs it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.product import ROOT, environment, furnish

EXAMINATION = """version: "3.1"
nlu:
  - intent: bacheo
    examples: |
      - hay un bache enorme en la calle Reforma de [Navojoa](municipio)
      - tapen los baches por favor
  - intent: agua_potable
    examples: |
      - no hay agua en toda la colonia desde ayer
"""


@pytest.fixture
def data_dir(tmp_path: Path, model_of_the_product: Path) -> Path:
    furnish(tmp_path / "data", model_of_the_product)
    return tmp_path / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "examen"
    folder.mkdir()
    (folder / "examen.yml").write_text(EXAMINATION, encoding="utf-8")
    return folder


def evaluate(data_dir: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", "evaluate", *arguments],
        cwd=ROOT,
        env=environment(data_dir) | {"COLUMNS": "120"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def test_tables_and_page(data_dir: Path, folder: Path, tmp_path: Path) -> None:
    done = evaluate(data_dir, "--data", str(folder), "--html", str(tmp_path / "page.html"))
    assert done.returncode == 0, done.stderr
    assert re.search(r"Macro-F1 +│ ≥ 0\.920 │ +1\.000 ✓", done.stdout)
    assert re.search(r"Municipio correcto +│ ≥ 0\.970 │ +1\.000 ✓", done.stdout)
    assert re.search(r"Memoria para servir +│ ≤ 120 MB │ +\d+ MB", done.stdout)
    assert "examen (3)" in done.stdout
    assert "urgency_test" in done.stdout
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "embedded · examen: 3 mensajes" in page


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, r"no hay ejemplos"),
        ("nlu:\n  - intent: bacheo\n    examples: |\n      sin guion\n", r"examen\.yml:4: "),
    ],
)
def test_a_folder_that_cannot_be_used_is_said_in_one_line(
    data_dir: Path, folder: Path, content: str | None, said: str
) -> None:
    (folder / "examen.yml").unlink()
    if content:
        (folder / "examen.yml").write_text(content, encoding="utf-8")
    done = evaluate(data_dir, "--data", str(folder))
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert re.search(said, line)


def test_a_page_that_cannot_be_written_is_said_before_the_examination(
    data_dir: Path, folder: Path, tmp_path: Path
) -> None:
    nowhere = tmp_path / "no" / "page.html"
    done = evaluate(data_dir, "--data", str(folder), "--html", str(nowhere))
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert f"No se puede escribir {nowhere}" in line


def test_no_server_no_comparison(data_dir: Path, folder: Path) -> None:
    done = evaluate(data_dir, "--engine", "both", "--data", str(folder))
    assert (done.returncode, done.stdout) == (1, "")
    last = done.stderr.splitlines()[-1]
    assert last.startswith("ventanilla: ")
    assert "Traceback" not in done.stderr
