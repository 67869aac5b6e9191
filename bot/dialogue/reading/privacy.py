"""What people ask about their own data, outside a form: what it is for, and the whole notice."""

import re

from bot.dialogue.reading import typed

_ASKS_WHY = re.compile(
    r"\b(?:(?:para|por) que|que (?:van a )?hac\w+|como (?:van a )?us\w+|quien(?:es)?|why|what)\b"
    r"(?: \w+){0,6}? (?:datos|informacion personal|(?:personal )?data)\b(?: \w+){0,2}"
)
_MOST_WORDS = 12
_WANTS_IT_SENT = re.compile(
    r"(?:\w+ ){0,3}?(?:(?:me|nos) )?l[oa]s? (?:van a )?(?:registr|mand|envi|anot|report)\w*"
    r"(?: (?:\w+ ){0,2}\w+)?|(?:register|send|report) (?:it|this)(?: \w+){0,3}"
)


def asks_why(text: str) -> bool:
    """«¿Para qué quieren mis datos?»"""
    plain = typed.bare(text)
    return len(plain.split()) <= _MOST_WORDS and bool(_ASKS_WHY.search(plain))


def wants_it_registered(text: str) -> bool:
    """«¿Y me lo registran?»"""
    return bool(_WANTS_IT_SENT.fullmatch(typed.bare(text)))
