"""The words for who writes English: as many as in Spanish, and none of them Spanish."""

import re

from bot import replies
from handoff.rules import directory, jurisdiction
from handoff.rules.desk import Desk
from tests.bot.test_replies import CATEGORIES, leaves, spoken

NAMES = (
    "Gobierno del Estado de Sonora", "Línea de la Vida", "Plataforma Nacional de Transparencia",
)  # fmt: skip


def test_both_languages_have_the_same_words_with_the_same_gaps() -> None:
    """But for the names of categories and agencies, nearly all of the data in Spanish."""
    with replies.speaking("en"):
        english = dict(replies.WORDS)
        assert set(english.pop("categories")) == set(CATEGORIES)
        named = english.pop("agencies")
    takes = {key for each in CATEGORIES.values() for key in jurisdiction.taken_by(each)}
    assert takes <= set(named) <= set(directory.load())
    assert all("{name}" in each for each in named.values())
    spanish = dict(replies.WORDS)
    assert set(spanish.pop("categories")) < set(CATEGORIES)
    ours, theirs = dict(leaves(spanish)), dict(leaves(english))
    del_articles = {name for name in (*ours, *theirs) if name.startswith("articles")}
    assert set(ours) - del_articles == set(theirs) - del_articles
    gaps = re.compile(r"\{\w+\}")
    other = [
        name
        for name, text in ours.items()
        if name not in (*del_articles, "date", "date_of_year")
        and set(gaps.findall(text)) != set(gaps.findall(theirs[name]))
    ]
    assert other == []


def test_english_is_well_formed_too(desk_rules: Desk) -> None:
    faults = re.compile(r" {2}| [,.;:]|[{}]|None|\n{3}|^\s|\.\.|[¿¡«»]")
    assert [text for text in spoken(desk_rules, "en") if faults.search(text)] == []


def test_nothing_in_english_is_left_in_spanish(desk_rules: Desk) -> None:
    """But names, and what is quoted or told to be in Spanish."""
    desk, agencies = desk_rules, [each.name for each in directory.load().values()]
    names = sorted(
        [*agencies, *NAMES, desk.notice.responsible, desk.notice.address, desk.name],
        key=len,
        reverse=True,
    )
    kept = re.compile(rf"{'|'.join(map(re.escape, names))}|\([^)]*\)|“[^”]*”|In Spanish: .*")
    spanish = re.compile(
        r"[áéíóúñ¿¡«»]|\b(?:el|la|los|las|de|del|al|que|su|una?|por|para|con|en|y|se|le|es|usted"
        r"|escriba|puede|asunto|persona|gracias)\b",
        re.IGNORECASE,
    )
    said = (kept.sub("", text) for text in spoken(desk, "en"))
    assert [text for text in said if spanish.search(text)] == []
