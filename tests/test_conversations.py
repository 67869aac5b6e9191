"""Plays every transcript of tests/conversations through the console, down to the database. What a
transcript may hold stands in bot/transcripts."""

from functools import cache
from pathlib import Path

import pytest

from bot import transcripts
from bot.transcripts import Player
from handoff.exchanges import chain
from handoff.rules import desk as rules
from handoff.store import Store
from nlu.interpretation import Interpreter
from tests.conftest import Clock

TRANSCRIPTS = sorted((Path(__file__).parent / "conversations").glob("*.yml"))
read = cache(transcripts.read)  # every end plays them again


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(
    path: Path, store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> None:
    transcript = read(path, desk_rules.zone)
    clock.moment = transcript.starts
    for _ in Player(store, interpreter, desk_rules, clock).play(transcript.steps):
        pass
    with store.reading() as session:
        assert list(chain.verify(session)) == []
