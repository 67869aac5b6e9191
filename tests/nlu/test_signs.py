"""A rule is left out only where it would find nothing."""

import pytest

from nlu import calendar_words, dates, english, facts, signs, training_data
from nlu import text as spelling

MESSAGES = [
    each.text
    for folder in ("test", "validation", "urgency_test")
    for each in training_data.load(training_data.FOLDER.parent / folder)
]


@pytest.mark.parametrize("number", range(len(dates._RULES)))
def test_every_date_shows_its_sign(number: int) -> None:
    pattern, _, _, needed = dates._RULES[number]
    for text in MESSAGES:
        plain = spelling.plain(text)
        for match in pattern.finditer(plain):
            if dates._value(match, foreign=False) and not calendar_words.is_name(plain, match):
                assert signs.of(text) & needed == needed, text


@pytest.mark.parametrize("number", range(len(facts._KINDS)))
def test_every_fact_shows_its_sign(number: int) -> None:
    _, search, needed, fewest = facts._KINDS[number]
    for text in MESSAGES:
        if list(search(text)):
            assert signs.of(text) & needed, text
            assert sum(each.isdecimal() for each in text) >= fewest, text


@pytest.mark.parametrize(
    "text",
    [
        "my husband is beating me", "he has a gun", "shots fired outside", "I want to die",
        "they broke into our house", "she is not breathing", "the building is on fire",
        "I am being followed", "he is threatening to kill her", "heart attack, please",
    ],
)  # fmt: skip
def test_danger_in_english_shows_its_sign(text: str) -> None:
    assert signs.of(text) & signs.ENGLISH_DANGER
    assert english.danger(text)


def test_an_ordinary_message_shows_none() -> None:
    assert signs.of("se fue la luz, toda la colonia esta a oscuras") == 0
