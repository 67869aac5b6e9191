"""The phone of who calls, threatens or cheats: nobody answers to it."""

import re
from dataclasses import replace

from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State

_A_PHONE = r"(?:n[uú]mero|tel[eé]fono|tel|cel\w*|whats\w*)"
# «El número de donde me escriben es», «denunciar el número».
_CALLING = (
    r"(?:me|nos)\W+(?:est[aá]n?\W+|han\W+|estuvieron\W+)?(?:escrib(?:en|ieron|iendo)|amenaz\w+"
    r"|(?:habl|llam|marc|mand|cobr)(?:an|aron|ando)|pid(?:en|ieron|iendo)|extors\w+)"
)
_CALLING_PHONE = re.compile(
    rf"{_A_PHONE}\W+(?:(?:de|del|con|desde|el|al)\W+)*(?:donde|que)\W+{_CALLING}\W+(?:es\W+)?$"
    rf"|\b(?:denunciar|reportar)\W+(?:a\W+)?(?:al|el|este|ese|un)\W+{_A_PHONE}\W+(?:es\W+)?$"
    rf"|\b{_CALLING}\W+(?:mucho\W+)?(?:del|desde\W+el|de)\W+(?:{_A_PHONE}\W+)?$",
    re.IGNORECASE,
)
_THEIR_PHONE = re.compile(rf"\bsu\W+{_A_PHONE}\W+(?:es\W+)?(?:el\W+)?$", re.IGNORECASE)
_ACCUSES = re.compile(
    r"\b(?:amena[zc]|extors|estaf|rob[oóa]|acos|fraud|defraud|enga[nñ])\w*", re.IGNORECASE
)
# «El número es 55…», once they have told who calls them; not «me pueden llamar al…».
_CALLED_BY = re.compile(
    r"\b(?:llam|marc|habl|escrib|telefon|n[uú]mero|whats|mensaj)\w*", re.IGNORECASE
)
_CALLS = re.compile(r"\b(?:amena[zc]|extors|estaf|fraud|defraud)\w*", re.IGNORECASE)
_BARELY = re.compile(
    rf"\W*(?:(?:y|es|este|ese|del?|el|al|tel[eé]fono que|con|desde)\W+)*(?:{_A_PHONE}\W+)?"
    r"(?:(?:es|este|el|de ellos|que usan)\W+)*[\d\W]*",
    re.IGNORECASE,
)


def without(state: State, heard: Heard) -> Heard:
    """Without the bare phone of who calls, where theirs was not asked for."""
    is_of_caller = _CALLS.search(state.request) and _CALLED_BY.search(state.request)
    if state.asking == "contacto" or not is_of_caller or not _BARELY.fullmatch(heard.text):
        return heard
    left = tuple(each for each in heard.meaning.entities if each.entity != "telefono")
    return replace(heard, meaning=replace(heard.meaning, entities=left))


def tells(before: str) -> bool:
    """Whether the words before a phone tell that it is of who calls, threatens or cheats."""
    is_theirs = _THEIR_PHONE.search(before) and _ACCUSES.search(before)
    return bool(_CALLING_PHONE.search(before) or is_theirs)
