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

# «Londres 15, no, 17», «15 digo 17»; «calle 8 no 9», «calle 8 no. 9» is 8.
_RATHER = re.compile(
    r"\b(?P<was>\d{1,5}[a-z]?)\W+(?:no\s*,|(?:no\W+)?(?:perd[oó]n|digo|corrijo|mejor dicho"
    r"|m[aá]s bien))\W+(?:(?:es|era|el|la|n[uú]mero)\s+)*(?P<now>\d{1,5}[a-z]?)\b",
    re.IGNORECASE,
)


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


def number(street: str, text: str) -> str:
    """The number that was said instead of another in the same breath."""
    street = _RATHER.sub(r"\g<now>", street)
    found = _RATHER.search(text)
    is_end = found is not None and street.endswith(f" {found['was']}")
    return street.removesuffix(found["was"]) + found["now"] if found and is_end else street
