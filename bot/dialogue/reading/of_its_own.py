"""Whether words tell a matter of their own, or are a remark on what was told before."""

import math

from bot.dialogue.reading.heard import Heard

# Logistic regression, both kinds weighed alike, on data/validation (440 matters) and every second
# message of data/moves_test (303 remarks). Of the other 303 and the 528 matters of data/test, at
# EVEN 5 in 100 remarks are taken for matters and 7 in 100 matters for remarks, at LIKELY 1 and 14,
# at HARDLY 9 and 3.
OF_LIKENESS, OF_LENGTH, OF_DOING, BEFORE = 0.37, 1.38, -3.74, -1.59
HARDLY, EVEN, LIKELY = 0.3, 0.5, 0.7
_LEAST = 1e-3  # nothing is surer than that


def chance(heard: Heard) -> float:
    """From how sure its category is, how many words it has, and how surely it does something else
    than to tell a matter."""
    likeness = heard.meaning.confidence if heard.is_matter else 0.0
    does = 0.0 if heard.meaning.move.name == "matter" else heard.meaning.move.confidence
    odds = math.log((likeness + _LEAST) / (1 - likeness + _LEAST))
    length = math.log(max(1, len(heard.text.split())))
    return 1 / (1 + math.exp(-(OF_LIKENESS * odds + OF_LENGTH * length + OF_DOING * does + BEFORE)))
