"""«Ya le dije», «ahí lo puse»: the citizen says that they have told something already."""

import re

from bot.dialogue.reading import labels
from nlu import text as spelling

LONGEST = 12  # words; in more of them something else is told
# What leads to it is all that is said: «ahí lo puse», «lo escribí arriba», «ahí está».
_THERE = r"(?:ah?i|arriba|al principio|antes|en el (?:primer )?mensaje|alla arriba)"
_IT = r"(?:(?:se|te|le|les|lo|la|los|las|eso|todo) )*"
_WROTE = r"(?:puse|escribi|dije|mencione|anote)"
_CLAIM = re.compile(
    rf"(?<![\w ]){_IT}{_WROTE}(?: todo)?(?: {_THERE})?(?=\W*$|,)"
    rf"|\b{_THERE} (?:(?:ya|mismo) )?(?:{_IT}(?:{_WROTE}|acabo de (?:poner|decir|escribir))"
    r"|(?:viene|esta|(?:lo )?dice)(?: (?:escrit|puest|dich)[oa])?(?: arriba)?(?=\W*$|,))\b"
    r"|\bya (?:(?:se|te|le|les|lo|la|los|las|lo habia|la habia|habia) )*"
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
    rest = _words(spelling.fold(beside(text)))
    if named != asked or not rest:
        return None
    known = {name: each for name, each in facts.items() if rest <= _words(spelling.fold(each))}
    return known or ({} if rest <= _words(spelling.fold(request)) else None)


def beside(text: str) -> str:
    """«El Seguro» of «ya le dije, el Seguro»."""
    found = _CLAIM.search(spelling.fold(text))
    if found is None or len(spelling.fold(text)) != len(text):
        return ""
    return f"{text[: found.start()]} {text[found.end() :]}".strip(" .,;:")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text)) - {"que", "para", "con", "por"}
