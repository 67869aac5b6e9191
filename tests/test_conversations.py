"""Plays every transcript of tests/conversations (see bot/transcripts) through the console, down to
the database; what is said passes through every channel's renderer."""

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
from tests.ends import on_every_renderer

TRANSCRIPTS = sorted((Path(__file__).parent / "conversations").glob("*.yml"))
read = cache(transcripts.read)  # every end plays them again
EACH = 12  # of so many, one is played on PostgreSQL too: what is said does not depend on it
PLAYED = [
    *(("sqlite", path) for path in TRANSCRIPTS),
    *(("postgresql", path) for path in TRANSCRIPTS[::EACH]),
]


@pytest.mark.parametrize(
    ("database_url", "path"),
    PLAYED,
    ids=[f"{database}-{path.stem}" for database, path in PLAYED],
    indirect=["database_url"],
)
def test_transcript(
    path: Path, store: Store, interpreter: Interpreter, desk_rules: rules.Desk, clock: Clock
) -> None:
    transcript = read(path, desk_rules.zone)
    clock.moment = transcript.starts
    for _ in Player(store, interpreter, desk_rules, clock, on_every_renderer).play(
        transcript.steps
    ):
        pass
    with store.reading() as session:
        assert list(chain.verify(session)) == []
