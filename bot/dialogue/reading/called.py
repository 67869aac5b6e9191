"""Matters by a word of their names: «lo del agua», «la de mi casa»."""

from collections.abc import Iterable

from bot.dialogue.reading import typed
from handoff.rules import catalogue

SHORTEST = 4  # letters of a word that names something


def among(text: str, keys: Iterable[str]) -> list[str]:
    """Those of these categories whose name has a word of the text."""
    categories, said = catalogue.load().categories, _words(text)
    return [key for key in keys if key in categories and _words(categories[key].name) & said]


def _words(text: str) -> set[str]:
    """Without their plurals."""
    return {each.rstrip("s") for each in typed.bare(text).split() if len(each) >= SHORTEST}
