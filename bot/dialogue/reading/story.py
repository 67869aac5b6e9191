"""What is asked for, in the words that it was told in."""

import re

from bot.dialogue.reading import naming, typed
from handoff.rules import folio

_CLAUSE = re.compile(r"\W*[^.,;:?!¿¡\n]+[.,;:?!\s]+(?=\S)")


def joined(before: str, text: str) -> str:
    """Nothing stands there twice, nor a mere yes or no, nor a query key, which is theirs alone."""
    is_mere = typed.command_in(text) in (typed.YES, typed.NO)
    words = "" if is_mere else folio.hide_told_key(_without_calls(text))
    return before if words in before.split("\n") else f"{before}\n{words}".strip()


def _without_calls(text: str) -> str:
    """«Hola??? ¿hay alguien ahí? no hay agua» tells that there is no water."""
    while clause := _CLAUSE.match(text):
        if not (naming.only_calls(clause[0]) or naming.only_greets(clause[0])):
            return text
        text = text[clause.end() :].lstrip("¿¡")
    return "" if naming.only_calls(text) else text
