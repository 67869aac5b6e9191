"""Which of the matters that were told comes first: «la 2 es la que urge», «primero lo otro»."""

import re
from dataclasses import replace

from bot.dialogue import pending, request
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, typed
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State

_NUMBERS = (
    ("1", "uno", "una", "primera", "primero"),
    ("2", "dos", "segunda", "segundo"),
    ("3", "tres", "tercera", "tercero"),
)
_ONE = "|".join(word for words in _NUMBERS for word in words)
_WHICH = re.compile(
    rf"(?:(?:y|pero|mejor|ahora|empiece|por|con|sigue|urge|primero) )*(?:la|el|lo) (?:numero )?"
    rf"(?P<one>{_ONE})(?: (?:es|la|lo|el|que|mas|me|urge|urgente|importa|primero|porfa|por favor))*"
)
_FIRST = re.compile(r"\b(?:urge|urgente|importa|ahora|mejor|primero|sigue)\b")

_COMES_FIRST = re.compile(
    r"\W*(?:(?:no|pues|mejor|esper[ea]|bueno|ah|oiga)\W+)*primer[oa]\b"
    r"(?! (?:me|nos|les?|se|fui|fue|fuimos|llam[eé]|habl[eé]|ped[ií]|\w+ó|\w+ron)\b)",
    re.IGNORECASE,
)


def decide(state: State, heard: Heard) -> Decision | None:
    """None if it says nothing of this, or no other matter was told."""
    told = (state.category or "", *state.apart)
    at = _which(heard.text)
    if not state.apart or at is None or at >= len(told):
        return None
    if at == 0:
        return Decision(state, pending.shortly(state))
    here = {name: value for name, value in state.facts.items() if name in facts.PLACES}
    rest = tuple(each for each in told if each != told[at])
    elsewhere = {told[0]: here, **state.elsewhere}
    return request.begin_apart(replace(state, apart=(told[at], *rest), elsewhere=elsewhere))


def is_offered(state: State, heard: Heard) -> bool:
    """«Ahora la 1», of the matters that are left: the one that is offered next."""
    at = _which(heard.text)
    return at is not None and (len(state.apart) == 1 or at < 2)


def comes_first(text: str) -> bool:
    """«Primero lo del maestro»; not «primero me dijeron que no»."""
    return bool(_COMES_FIRST.match(text))


def _which(text: str) -> int | None:
    plain = typed.bare(text)
    found = _WHICH.fullmatch(plain)
    if found is None or not _FIRST.search(plain):
        return None
    return next(at for at, words in enumerate(_NUMBERS) if found["one"] in words)
