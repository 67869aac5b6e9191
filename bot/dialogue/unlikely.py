"""What else a message may be about, where its words exclude what it looks like."""

import re
from collections.abc import Collection
from dataclasses import replace

from bot.dialogue import figures, harm, misheard, perils, several, typed
from bot.dialogue.heard import Heard
from bot.dialogue.state import State
from nlu.interpretation import Interpretation

GUESS = 0.5  # the most that is believed of what only was a small part: it is asked about
_LENDER = re.compile(
    r"\b(?:cobrador\w*|cobranza|bancos?|bancoppel|coppel|elektra|financier\w+|prestamistas?"
    r"|prestamos?|credit\w+|caja popular|acreedor\w*|embarg\w+|hipotec\w+|tarjeta|buro|letras"
    r"|pagare\w*|deud\w+|arrendador\w*|(?:le |les )?debo)\b"
)
_OF_A_LENDER = re.compile(
    r"\b(?:amenaz|acos|hostig|molest|persig|deja\w* en paz|quit\w*|embarg|present\w+ a|grit"
    r"|asust|intimid|extorsion|insult|ofend)\w*"
)
_NEAR = re.compile(
    rf"{perils.OF_ONES_OWN.pattern}|\b{harm.ONE}\b|\b(?:golp|peg[aou]|viol|mat[aeo])\w*"
)


def as_it_is(state: State, heard: Heard) -> Heard:
    """Without any matter in a name that sounds like danger; without a grave one in a figure of
    speech, a delicate one in a worry about what they have told, or in what only a lender does."""
    if heard.meaning.urgent.value and misheard.is_named(state, heard):
        return replace(heard, meaning=replace(heard.meaning, confidence=0.0, ranking=()), parts=())
    if figures.is_all(heard.text):
        return without(heard, several.GRAVE)
    if misheard.is_worry(heard.text):
        return without(heard, several.DELICATE)
    return without(heard, harm.AT_HOME) if _is_of_lender(heard.text) else heard


def without(heard: Heard, keys: Collection[str]) -> Heard:
    parts = tuple(_without(each, keys) for each in heard.parts)
    return replace(heard, meaning=_without(heard.meaning, keys), parts=parts)


def _is_of_lender(text: str) -> bool:
    words = typed.bare(text)
    is_lender = _LENDER.search(words) and _OF_A_LENDER.search(words)
    return bool(is_lender) and not _NEAR.search(words)


def _without(meaning: Interpretation, keys: Collection[str]) -> Interpretation:
    """The rest becomes likelier, though a few crumbs are no certainty."""
    ranked = [each for each in meaning.ranking if each[0] not in keys]
    left = 1 - sum(chance for name, chance in meaning.ranking if name in keys)
    if len(ranked) in (0, len(meaning.ranking)) or left <= 0:
        return meaning
    most = 1.0 if left >= GUESS else GUESS
    ranking = tuple((name, min(most, chance / left)) for name, chance in ranked)
    intent, confidence = ranking[0]
    return replace(meaning, intent=intent, confidence=confidence, ranking=ranking)
