"""The desk's rules: pure functions and the data they read."""

from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
