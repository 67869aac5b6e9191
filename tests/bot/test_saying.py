"""Predicates over the bare words of a message: where the pattern has to be, and what undoes it."""

import pytest

from bot.dialogue.reading import saying
from bot.dialogue.reading.saying import Says

WATER = r"\bagua\b"


@pytest.mark.parametrize(
    ("says", "said", "unsaid"),
    [
        (saying.anywhere(WATER), "¡No hay AGUA!", "No hay aguacates"),
        (saying.first(WATER), "Agua, no hay", "No hay agua"),
        (saying.only(WATER), "«¡Água!»", "Agua no hay"),
        (saying.anywhere(WATER, unless=r"\bmineral\b"), "Falta el agua", "Falta agua mineral"),
    ],
    ids=["anywhere", "first", "only", "unless"],
)
def test_what_words_say(says: Says, said: str, unsaid: str) -> None:
    assert says(said)
    assert not says(unsaid)
