"""Who answers nothing (yes, ok, thanks, a thumb, for ever) reaches a folio, a person or the end of
the form all the same."""

from pathlib import Path

import pytest

from handoff.rules import desk as rules
from handoff.store.models import Owner
from nlu.interpretation import Interpreter
from tests.bot.town import founded
from tests.bot.willing import TOLD

MOST_TURNS = 30  # two questions to each fact of the longest form, and the summary
MOST_AT_FIRST = 4  # a person is offered the third time, and called by the next yes
MOST_TOLD = 14  # of the matters that are told with their facts
MATTERS = (
    *tuple(TOLD)[:MOST_TOLD], "bache", "no hay agua", "quiero que borren mis datos",
    "quiero información pública",
    "quiero una audiencia con el gobernador", "no me han contestado mi folio", "no hay medicinas",
    "quiero denunciar a un servidor público", "hay un bache y ademas quiero una beca",
)  # fmt: skip
# What they say over and over, in turn.
UNWILLING = (
    ("sí",), ("ok",), ("no sé",), ("👍",), ("gracias",), ("sí", "ok", "gracias"),
    ("ok", "👍", "no sé"), ("gracias", "no sé"), ("no",), ("no", "sí"), ("¿qué?",),
    ("no gracias",), ("así está bien", "no"),
)  # fmt: skip


@pytest.mark.parametrize("said", UNWILLING, ids=" ".join)
@pytest.mark.parametrize("matter", MATTERS)
def test_every_path_ends(
    matter: str,
    said: tuple[str, ...],
    tmp_path: Path,
    interpreter: Interpreter,
    desk_rules: rules.Desk,
) -> None:
    with founded(tmp_path, interpreter, desk_rules) as town:
        town.writes((matter, None))
        for turn in range(MOST_TURNS):
            is_open = town.owner is Owner.bot and town.state.is_at_work
            if not is_open:
                return
            town.writes((said[turn % len(said)], None))
        raise AssertionError(f"still {town.state}")


@pytest.mark.parametrize("said", ["sí", "ok", "👍", "no sé"])
def test_before_any_matter_too(
    said: str, tmp_path: Path, interpreter: Interpreter, desk_rules: rules.Desk
) -> None:
    with founded(tmp_path, interpreter, desk_rules) as town:
        for _ in range(MOST_AT_FIRST):
            town.writes((said, None))
        assert town.owner is Owner.queue
