"""What people are called in Sonora: a hint for who reads answers, never a rule."""

from functools import cache
from pathlib import Path

PEOPLE = Path(__file__).parent / "data" / "people.txt"


@cache
def lists() -> dict[str, frozenset[str]]:
    """`given` and `surname`, folded words."""
    _, *blocks = PEOPLE.read_text(encoding="utf-8").split("# ")
    named = (block.split() for block in blocks)
    return {kind: frozenset(words) for kind, *words in named}
