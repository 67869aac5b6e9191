"""«Ya le dije»: the citizen says that they have told something already."""

import re

from bot.dialogue.reading import labels
from nlu import text as spelling

LONGEST = 12  # words; in more of them something else is told
_CLAIM = re.compile(
    r"\bya (?:(?:se|te|le|les|lo|la|los|las|lo habia|la habia|habia) )*"
    r"(?:dije|dicho|digo|escribi|mencione|conteste|respondi|comente|di|explique"
    r"|puse(?! (?:(?:una|la|mi) )?(?:denuncia|queja|demanda)))\b"
    r"|\bi? ?(?:already|just) (?:told|said|gave|wrote)\b"
)


def is_claim(text: str) -> bool:
    return len(text.split()) <= LONGEST and bool(_CLAIM.search(spelling.fold(text)))


def told(text: str, asked: str, facts: dict[str, str], request: str) -> dict[str, str] | None:
    """What they mean, if it is known: a fact, or {} for words of their request. None if it is not.
    Without a name it is what was asked."""
    named = labels.mentioned(text, asked)
    if named in facts:
        return {named: facts[named]}
    rest = _words(_CLAIM.sub(" ", spelling.fold(text)))
    if named != asked or not rest:
        return None
    return {} if rest <= _words(spelling.fold(request)) else None


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text)) - {"que", "para", "con", "por"}
