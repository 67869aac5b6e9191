"""Which of the matters that were told comes first: «la 2 es la que urge», «primero lo otro»."""

import re
from dataclasses import replace

from bot.dialogue import pending, request
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, saying
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

_LAST_WORD = re.compile(
    r"\W*(?:la|el|lo|los|las|mi|pero|mejor)\b(?: \w+){1,4},? primero\W*", re.IGNORECASE
)
_BARE = re.compile(rf"(?:(?:quiero|por|con|la|el|lo|numero) )*(?P<one>{_ONE})")
_COMES_FIRST = re.compile(
    r"\W*(?:(?:no|pues|mejor|esper[ea]|bueno|ah|oiga)\W+)*primer[oa]\b"
    r"(?! (?:me|nos|les?|se|fui|fue|fuimos|llam[eé]|habl[eé]|ped[ií]|\w+ó|\w+ron)\b)",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"\W*(?:(?:ok|s[ií]|pues|entonces|mejor|ya|bueno|no)\W+)*"
    r"(?:(?:registr|h[aá]ga|mand|p[oó]nga)\w*|s[oó]lo|nom[aá]s) (?:lo (?:del?|de la)|el|la)\b",
    re.IGNORECASE,
)

# No number answers these.
UNNUMBERED = ("municipio", "institucion", "nombre", "beneficiario", "contacto")


def decide(state: State, heard: Heard) -> Decision | None:
    """None if it says nothing of this, or no other matter was told."""
    told = (state.category or "", *state.apart)
    is_in_order = _numbers(state.request) in (0, len(told))
    at = _which(heard.text, barely=state.asking in UNNUMBERED and is_in_order)
    if at is None or at >= len(told) or not (state.apart or is_one(heard.text)):
        return None
    if at == 0:
        return Decision(state, pending.shortly(state))
    here = {name: value for name, value in state.facts.items() if name in facts.PLACES}
    rest = tuple(each for each in told if each != told[at])
    elsewhere = {told[0]: here, **state.elsewhere}
    return request.begin_apart(replace(state, apart=(told[at], *rest), elsewhere=elsewhere))


def _numbers(text: str) -> int:
    """How many they gave numbers of their own, which are in our order if each was understood."""
    return len(re.findall(r"(?:^|\W)[1-3]\s*[.)\-]", text))


def is_offered(state: State, heard: Heard) -> bool:
    """«Ahora la 1», of the matters that are left: the one that is offered next."""
    at = _which(heard.text)
    return at is not None and (len(state.apart) == 1 or at < 2)


def is_one(text: str) -> bool:
    """«El primero», and no more."""
    return bool(_BARE.fullmatch(saying.bare(text))) and not text.strip().isdecimal()


def comes_first(text: str) -> bool:
    """«Primero lo del maestro», «la andadera primero»; not «primero me dijeron que no»."""
    return bool(_COMES_FIRST.match(text) or _LAST_WORD.fullmatch(text))


def takes_up(state: State, heard: Heard) -> bool:
    """«Ok, registre lo del acta pues», of a matter that was noted."""
    return heard.intent in state.apart and bool(_TAKES_UP.match(heard.text))


def _which(text: str, *, barely: bool = False) -> int | None:
    """`barely`: «el primero» and no more, where nothing else can be meant."""
    plain = saying.bare(text)
    found = _WHICH.fullmatch(plain)
    found = (_BARE.fullmatch(plain) if barely else None) or (
        found if found and _FIRST.search(plain) else None
    )
    if found is None:
        return None
    return next(at for at, words in enumerate(_NUMBERS) if found["one"] in words)
