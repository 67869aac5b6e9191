"""Transcripts on the channels where a citizen could do the same (see tests/ends): one of some on
every channel, each of the others on one of them in turn. Through every channel's renderer each has
passed already (see tests/test_conversations.py)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.transcripts import Player
from handoff.rules import desk as rules
from nlu.interpretation import Interpreter
from tests import databases
from tests.conftest import Clock
from tests.ends import ENDS
from tests.test_conversations import TRANSCRIPTS, read

ZONE = rules.load().zone
EACH = 12  # of so many, one is played everywhere


def _played() -> Iterator[tuple[str, Path]]:
    """Where one end is enough, that which has had the fewest."""
    had = dict.fromkeys(ENDS, 0)
    for at, path in enumerate(TRANSCRIPTS):
        fitting = [name for name, end in ENDS.items() if end.fits(read(path, ZONE))]
        fitting.sort(key=had.__getitem__)
        for name in fitting if at % EACH == 0 else fitting[:1]:
            had[name] += 1
            yield name, path


PLAYABLE = [pytest.param(name, path, id=f"{name}-{path.stem}") for name, path in _played()]


@pytest.mark.parametrize(("name", "path"), PLAYABLE)
def test_transcript(
    name: str, path: Path, tmp_path: Path, interpreter: Interpreter, desk_rules: rules.Desk
) -> None:
    transcript = read(path, desk_rules.zone)
    clock = Clock(transcript.starts)
    with (
        databases.opened(databases.sqlite(tmp_path / "t.db")) as store,
        ENDS[name].connect(store, clock, tmp_path) as connect,
    ):
        for _ in Player(store, interpreter, desk_rules, clock, connect).play(transcript.steps):
            pass


def test_each_channel_plays_its_part() -> None:
    played = [str(each.values[0]) for each in PLAYABLE]
    assert all(played.count(name) > len(TRANSCRIPTS) / 3 for name in ENDS)
    assert len({each.values[1] for each in PLAYABLE}) > len(TRANSCRIPTS) * 0.95
