import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SUITE = """
import pytest

def test_here():
    pass

def test_elsewhere():
    pytest.skip("no browser here")

@pytest.mark.xfail
def test_known():
    raise AssertionError
"""


@pytest.mark.parametrize(
    ("ci", "closing"),
    [("", "1 passed, 1 skipped, 1 xfailed"), ("true", "1 failed, 1 passed, 1 xfailed")],
)
def test_a_skip_fails_in_ci_and_nowhere_else(tmp_path: Path, ci: str, closing: str) -> None:
    (tmp_path / "test_suite.py").write_text(SUITE)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.strict",
        "--rootdir",
        tmp_path,
        tmp_path,
    ]
    finished = subprocess.run(
        [*map(str, command), "-c", "/dev/null", "-rA"],
        cwd=ROOT,
        env={"CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert closing in finished.stdout
    assert "no browser here" in finished.stdout
