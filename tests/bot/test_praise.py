"""Praise, sour praise, and what only resembles it."""

import pytest

from bot.dialogue.reading import irony


@pytest.mark.parametrize("text", ["por la de las flores", "la Flor", "la de la esquina"])
def test_few_words_that_praise_nothing_only_resemble_praise(text: str) -> None:
    assert irony.only_resembles(text)


@pytest.mark.parametrize(
    "text",
    ["felicidades al Registro Civil", "de lujo", "honor a quien honor merece", "echar flores pues"],
)
def test_praise_in_few_words_is_praise(text: str) -> None:
    assert not irony.only_resembles(text)
