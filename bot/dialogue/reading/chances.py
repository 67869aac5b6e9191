"""How likely the rest of a meaning is, once some of it is excluded."""

from collections.abc import Collection
from dataclasses import replace

from nlu.interpretation import Interpretation

GUESS = 0.5  # the most that is believed of what only was a small part: it is asked about
CRUMBS = 0.05  # of a whole message


def without(
    meaning: Interpretation, keys: Collection[str], enough: float = GUESS
) -> Interpretation:
    """The rest becomes likelier, though less than `enough` of it is no certainty."""
    ranked = [each for each in meaning.ranking if each[0] not in keys]
    left = 1 - sum(chance for name, chance in meaning.ranking if name in keys)
    is_nothing = left <= 0 or not meaning.confidence  # what was not meant stays so
    if len(ranked) in (0, len(meaning.ranking)) or is_nothing:
        return meaning
    most = 1.0 if left >= enough else GUESS
    ranking = tuple((name, min(most, chance / left)) for name, chance in ranked)
    intent, confidence = ranking[0]
    return replace(meaning, intent=intent, confidence=confidence, ranking=ranking)
