"""What the domain names by a key, the console says in words."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

import admin_api.console
from handoff.files.unwanted import Why
from handoff.rules.reasons import Reason
from handoff.store.models import (
    Author,
    CaseState,
    CorrectionState,
    Delivery,
    FileState,
    Owner,
)

WORDS = (Path(admin_api.console.__file__).parent / "static" / "words.es.js").read_text("utf-8")


def words(name: str) -> set[str]:
    block = re.search(rf"export const {name} = \{{(.*?)\}};", WORDS, re.DOTALL)
    assert block is not None
    return {each.strip() for each in re.findall(r'([\w ]+)"?: "', block[1])}


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("reasons", Reason),
        ("states", Owner),
        ("authors", Author),
        ("caseStates", CaseState),
        ("deliveries", Delivery),
        ("correctionStates", CorrectionState),
        ("fileStates", FileState),
        ("fileReasons", Why),
    ],
)
def test_every_key_has_words(name: str, keys: type[StrEnum]) -> None:
    assert {each.value for each in keys} - words(name) == set()
