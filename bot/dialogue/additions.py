"""What is to stand in the summary besides: «sí, pero agregue que es urgente». It takes nothing's
place, whatever matter its words resemble."""

import re
from dataclasses import replace

from bot.dialogue import asides, request
from bot.dialogue.acts import Act, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import agencies, marked, saying, ways
from bot.dialogue.reading.heard import BEYOND_DOUBT, Heard
from bot.dialogue.state import State
from bot.dialogue.within import Corrected

BESIDE_A_YES = 2  # words that tell something
MOST_OF_A_YES = 6  # words in all
# Of a mere yes.
_AGREED = re.compile(
    r"\b(?:si|ok|okey|va|sale|dale|dele|claro|perfecto|listo|adelante|tod[oa]s?|much[oa]s|muy|esta"
    r"|es|son|ya|pues|mero|asi|bien|correct\w*|datos?|registr\w+|gracias|por favor|porfa(?:vor)?"
    r"|senor\w*|joven|oigan?|l[aeo]s?|mis?|que|para|yes|right|please|it|is|that|all|my|thanks?)\b"
)
_SURELY = re.compile(r"\b(?:si|claro|correct\w*|perfecto|esta bien|todo bien|yes|right)\b")
_YES = (
    r"(?:(?:ok|okey|pues|bueno|todo|muy|esta|es|si|yes|it s|all) )*"
    r"(?:si|ok|okey|bien|correcto|perfecto|claro|sale|va|de acuerdo|asi es|yes|right|correct)"
)
_BUT = r"(?:pero|nomas|nada mas|solo|solamente|aunque|y (?:tambien|que)|but|only|just)"
_PUT = (
    r"(?:agreg|agregu|anad|incluy?|mencion|apunt|anot|add|include|mention)\w*"
    r"|p(?:on|ong|onl)(?:er|an?)?(?:l[eo]s?)?|not[ea](?:nle|le|n)?"
)
_GOES_ON = re.compile(rf"{_YES}(?: \w+)?? {_BUT} ")
_ADDS = re.compile(
    rf"\b(?:(?:{_PUT})(?: (?!por\b|en\b)\w+){{0,3}}? (?:que|lo de|that) "
    r"|(?:falta|falto|olvid[eoa]|olvidaba|paso|hizo falta|forgot to|forgot) (?:(?:que|de) )?"
    r"(?:decir|diga|poner|ponga|mencion|coment|cont|agreg|escrib|say|mention|add|tell))"
)
# «Sí, pero no es la calle»: something is wrong.
_WRONG = re.compile(
    r"\b(?:mal|equivoc\w*|incorrect\w*|wrong|otr[oa] (?:asunto|cosa)|no es|no era)\b"
)
_ASKS = re.compile(r"\b(?:dig[ae]n?me|dime|me dicen?|saber|cuant[oa]s?|quien|tell me|how|who)\b")
_BESIDES = r"tampoco|aparte|otr[oa]|another"
_ANOTHER = re.compile(rf"\b(?:{_BESIDES}|tambien|ademas|also)\b")
_SURELY_ANOTHER = re.compile(rf"\b(?:{_BESIDES})\b")


def asks(text: str) -> bool:
    """«Incluya que llevamos tres meses así» cancels nothing."""
    return bool(_ADDS.search(f"{saying.bare(text)} "))


def goes_on(text: str) -> bool:
    """«Sí, pero es urgente»"""
    plain = f"{saying.bare(text)} "
    return bool(_GOES_ON.match(plain)) and not ("?" in text or asks_something(text))


def asks_something(text: str) -> bool:
    return _ASKS.search(saying.bare(text)) is not None


def is_wrong(text: str) -> bool:
    return _WRONG.search(saying.bare(text)) is not None


def is_mere(text: str) -> bool:
    """Words of a yes, and no others: «sí está correcto muchas gracias oiga»."""
    plain = saying.bare(text)
    return bool(_SURELY.search(plain)) and not _AGREED.sub("", plain).strip()


def decide(state: State, heard: Heard) -> Decision | None:
    """The words go with the request, and the whole is shown once more. None if it is none, or if
    another matter is told: «sí, pero tampoco hay luz»."""
    is_whose = agencies.is_only_named(heard.text)
    if not heard.command and (is_whose or ways.wants_writing(heard.text)):
        return _with_words(state, heard, Say("noted"))
    plain, asks_for_it = f"{saying.bare(heard.text)} ", asks(heard.text)
    if heard.command or not (asks_for_it or goes_on(heard.text)) or _WRONG.search(plain):
        return None
    another = _SURELY_ANOTHER if asks_for_it else _ANOTHER
    if another.search(plain) and request.other_matter(state, heard):
        return None
    return _with_words(state, heard, Say("noted"))


def of_right(state: State, heard: Heard) -> Decision | None:
    """«También quiero que corrijan mi teléfono, ahora es el 662…» asks for more of what is kept
    of them elsewhere; «corrija mi teléfono», not beyond doubt, may be of what is shown."""
    is_more = state.category in request.RIGHTS and heard.intent == state.category
    is_sure = heard.meaning.confidence >= BEYOND_DOUBT
    is_told = is_more and is_sure and not (heard.command or "?" in heard.text)
    return _with_words(state, heard, Say("noted")) if is_told else None


def registered(state: State, heard: Heard) -> Decision:
    """The case, agreed to; of «sí, está en rojo todo el tiempo» the words go with it. Who asks
    something first has not agreed yet."""
    is_mere = heard.move == "agree" and len(heard.text.split()) <= MOST_OF_A_YES
    is_mere = is_mere and not (marked.marks(heard) or "?" in heard.text)
    if is_mere or len(_AGREED.sub("", saying.bare(heard.text)).split()) < BESIDE_A_YES:
        return request.open_case(state)
    if "?" in heard.text:
        return asides.noted_question(state, heard)
    return request.open_case(request.noting(state, heard), Say("noted"))


def beside(state: State, heard: Heard, changed: Corrected) -> Decision | None:
    """The same, told along with a fact that changes: «el nombre es Ana, y le falta decir que…»."""
    is_one = not heard.command and asks(heard.text)
    return _with_words(state, heard, changed) if is_one else None


def _with_words(state: State, heard: Heard, act: Act) -> Decision:
    return request.go_on(replace(request.noting(state, heard), misses=0), act)
