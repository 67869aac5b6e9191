"""Every transcript on every channel where a citizen could do the same (see tests/ends)."""

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
PLAYABLE = [
    pytest.param(name, path, id=f"{name}-{path.stem}")
    for name, end in ENDS.items()
    for path in TRANSCRIPTS
    if end.fits(read(path, ZONE))
]


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


def test_most_transcripts_are_played_everywhere() -> None:
    played = [str(each.values[0]) for each in PLAYABLE]
    assert all(played.count(name) > len(TRANSCRIPTS) * 0.9 for name in ENDS)
