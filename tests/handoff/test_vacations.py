"""The vacations of the office: which are entered, which are missing, entering them."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from handoff.rules import calendar, vacations
from handoff.rules.calendar import DayOff

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 24)
SUMMER_2025 = (date(2025, 7, 21), date(2025, 8, 4))
WINTER_2025 = (date(2025, 12, 19), date(2026, 1, 2))
WINTER_2026 = (date(2026, 12, 21), date(2027, 1, 4))


def off(*days: str) -> list[DayOff]:
    return [DayOff(date.fromisoformat(day), "Vacaciones", "vacaciones", "", None) for day in days]


@pytest.mark.parametrize(
    ("today", "days", "missing"),
    [
        ("2026-11-01", ["2026-07-20"], ()),
        ("2026-11-02", ["2026-07-20"], (2027,)),  # 60 days before the year begins
        ("2026-11-02", ["2026-07-20", "2027-07-19"], ()),
        ("2027-02-01", ["2026-07-20"], (2027,)),
        ("2026-11-24", ["2025-12-22", "2025-12-31", "2026-01-02"], (2026, 2027)),  # of 2025
        ("2026-11-24", [], (2026, 2027)),
    ],
)
def test_years_without_vacations(today: str, days: list[str], missing: tuple[int, ...]) -> None:
    holiday = DayOff(date(2027, 1, 1), "Año Nuevo", "federal", "LFT art. 74", None)
    assert vacations.missing([*off(*days), holiday], date.fromisoformat(today)) == missing


def test_the_periods_of_a_calendar() -> None:
    days = off("2026-12-31", "2026-07-20", "2026-07-24", "2026-12-21", "2027-01-04")
    assert vacations.periods(days) == [(date(2026, 7, 20), date(2026, 7, 24)), WINTER_2026]
    assert vacations.periods([]) == []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The shipped calendar as it is until 2026, and its holidays of later years."""
    copy = tmp_path / "calendar.csv"
    shutil.copy(calendar.FILE, copy)
    lines = copy.read_text().splitlines()
    kept = [line for line in lines if "vacaciones" not in line or line < "2026-01-03"]
    copy.write_text("".join(f"{line}\n" for line in kept))
    return copy


def test_what_cannot_be_a_period_changes_nothing(path: Path) -> None:
    before = path.read_text()
    for first, last in (
        (date(2026, 12, 24), date(2026, 12, 21)),
        (date(2026, 12, 21), date(2027, 3, 21)),
        (date(2026, 12, 25), date(2026, 12, 27)),  # Christmas and a weekend
    ):
        with pytest.raises(ValueError, match=f"De {first} a {last}"):
            vacations.enter(path, (first, last), "Vacaciones", "nadie", TODAY)
    assert path.read_text() == before


def command(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`ventanilla vacations`, as an operator runs it."""
    return subprocess.run(
        [
            sys.executable, "-c", "from bot.commands import main; main()",
            "vacations", *words, "--calendar", path,
        ],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_the_working_days_of_a_period_are_entered(path: Path) -> None:
    before = path.read_text()
    source = "Boletín Oficial, tomo de prueba"
    entered = command(path, "add", "2026-12-21", "2027-01-04", "--source", source)
    assert "Días inhábiles nuevos: 9." in entered.stdout  # neither weekends nor holidays
    listed = calendar.read(path)
    assert vacations.periods(listed) == [SUMMER_2025, WINTER_2025, WINTER_2026]
    [first] = [each for each in listed if each.day == WINTER_2026[0]]
    assert (first.kind, first.source) == ("vacaciones", source)
    assert first.verified_on is not None
    rest = [line for line in path.read_text().splitlines() if source not in line]
    assert rest == before.splitlines()


def test_a_calendar_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    missing = command(tmp_path / "none.csv", "add", *["2026-12-21"] * 2, "--source", "nadie")
    assert missing.returncode != 0
    assert "No se pudo escribir" in missing.stderr


def test_the_list_says_what_is_missing(path: Path) -> None:
    listed = command(path, "list")
    assert "2025-07-21 a 2025-08-04\n2025-12-19 a 2026-01-02\n" in listed.stdout
    assert listed.returncode == 1
    assert "Faltan las de" in listed.stdout
