"""What a later one of its kind takes the place of in the same message."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.dialogue.reading import saying
from nlu.interpretation import Entity

_THE = r"(?:el|la|es|era|seria|mi|numero|correo|bueno)"
_NO = (
    r"(?:ay|ah|uy|no|perdon|disculp\w+|digo|corrijo|mejor(?: dicho| (?:pon|apunt|escrib)\w*)?"
    r"|mas bien|me equivoque|mentira|sorry|i mean|espere|oiga|que diga)"
)
# «662 345 11 22 no, perdón, 662 345 11 23», and «no es el 45, es el 46».
_INSTEAD = re.compile(rf"(?:{_THE} )*{_NO}(?: (?:{_NO}|{_THE}))*")
_IS_NOT = re.compile(rf"(?:.* )?no(?: {_THE})*")
_BUT = re.compile(rf"(?:(?:{_THE}|sino|y|pero) )*(?:es|era|sino)(?: {_THE})*")


def holding(found: Sequence[Entity], text: str) -> Entity | None:
    """The first of them, or what was said instead of it."""
    holds = next(iter(found), None)
    for before, after in pairwise(found):
        if before is not holds:
            break
        between, lead = (
            saying.bare(text[before.end : after.start]),
            saying.bare(text[: before.start]),
        )
        is_denied = _IS_NOT.fullmatch(lead) and _BUT.fullmatch(between)
        holds = after if is_denied or _INSTEAD.fullmatch(between) else holds
    return holds
