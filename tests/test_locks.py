import re
import time
from pathlib import Path

import pytest
from packaging.markers import Marker

from bot.provision import locks

ROOT = Path(__file__).parent.parent


@pytest.fixture(params=["runtime", "development"])
def lock(request: pytest.FixtureRequest) -> str:
    return (ROOT / "requirements" / f"{request.param}.txt").read_text()


def test_markers_of_the_locks_are_read_as_pip_reads_them(lock: str) -> None:
    markers = set(re.findall(r"^[^# ]+ ; (.+?) *\\$", lock, re.MULTILINE))
    assert markers
    assert {m: locks.applies(m) for m in markers} == {m: Marker(m).evaluate() for m in markers}


@pytest.mark.parametrize(
    ("marker", "holds"),
    [
        ("", True),
        ("python_full_version >= '3.9'", True),
        ("python_full_version < '3.9'", False),
        ("sys_platform == 'amiga' and python_full_version > '3'", False),
        ("(sys_platform == 'amiga' and os_name == 'a') or python_full_version > '3'", True),
    ],
)
def test_markers(marker: str, holds: bool) -> None:
    assert locks.applies(marker) is holds


def test_the_development_lock_holds_the_runtime_lock() -> None:
    runtime, development = (
        set(locks.pins((ROOT / "requirements" / name).read_text()))
        for name in ("runtime.txt", "development.txt")
    )
    assert runtime < development


def test_a_complete_environment_costs_a_start_next_to_nothing() -> None:
    def took() -> float:
        begun = time.perf_counter()
        locks.satisfied(ROOT / "requirements/development.txt")
        return time.perf_counter() - begun

    assert min(took() for _ in range(5)) < 0.05
