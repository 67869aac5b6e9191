"""A person who is asked for along with what is told: «en la ley 57, quiero hablar con alguien»."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.dialogue import anytime, request
from bot.dialogue.decision import Decision
from bot.dialogue.reading import cut, trailing
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from bot.dialogue.within import Corrected
from nlu import text as spelling
from nlu.interpretation import Move

_SOMEBODY = (
    r"(?:(?:una?|algun[oa]?|otra|el|la|un@|su|sus) )?(?:personas?|alguien|human[oa]s?|asesor[ae]?s?"
    r"|agentes?|operador[ae]?|ejecutiv[oa]|analistas?|licenciad[oa]|lic|representante|funcionari[oa])"
    r"(?: (?:real|humana?|viva|fisica|de verdad|mejor|directamente|ya|ahorita|por favor|porfa"
    r"|gracias|que (?:me |si )*(?:entienda|atienda|ayude)))*"
)
_ANYBODY = (
    r"(?:(?:a|an|some|the) )?(?:(?:real|live|actual|human) )*(?:person|human(?: being)?|agent"
    r"|someone|somebody|representative|operator)(?: (?:instead|please|now|real|thanks))*"
)
_WANTS = (
    r"(?:quiero|quisiera|queria|necesito|ocupo|prefiero|deseo|me gustaria|(?:me )?puedo|podria"
    r"|se puede)"
)
_ASKED_FOR = (
    rf"(?:{_WANTS} )?(?:hablar|platicar|chatear|tratarlo|comunicarme) (?:mejor )?con {_SOMEBODY}"
    rf"|(?:{_WANTS} )?que (?:me )?(?:atienda|conteste|hable|ayude) {_SOMEBODY}"
    r"|me (?:(?:puede|podria|pueda)n? (?:atender|contestar|comunicar|pasar|ayudar|poner|transferir)"
    rf"|comunican?|pasan?)(?: con| a)? {_SOMEBODY}"
    r"|(?:pas[ae]n?|comuni(?:que|ca)n?|transf(?:ie|e)r[ae]n?|ponga?n?|enlac[ea]n?)me"
    rf"(?: (?:ya|mejor|por favor))? (?:con|a) {_SOMEBODY}"
    r"|(?:(?:i|i d|i'd|can|could|may|let|me|would|want|need|like|prefer|rather|to) ){0,8}"
    rf"(?:talk|speak|chat) (?:to|with) {_ANYBODY}"
    rf"|(?:connect|transfer|put|pass) me (?:to|with|through to) {_ANYBODY}"
)
_JOINT = (
    r"(?:(?:y|pero|mejor|por favor|ya|entonces|o|yo|tambien|aparte|ademas|oiga|and|but|also"
    r"|please)[ ,]+)"
)
_CLAUSE = (  # «no puede hablar con alguien» begins none; bounded, so that «y y y y…» costs little
    rf"(?:(?:^|[,.;:!?\n])\s{{0,9}}{_JOINT}{{0,5}}|(?<!\bno )\b"
    rf"(?:{_JOINT}{{1,5}}|(?={_WANTS} |me (?:pu|po|comu|pasa)|pas|com|i )))"
)
_WISH = re.compile(rf"{_CLAUSE}¿?(?:{_ASKED_FOR})(?=\s*(?:[.,;:!?\n]|$))")


def decide(state: State, heard: Heard, take: Callable[[Heard], Decision]) -> Decision | None:
    """What is told is taken first; the form waits then. None if nobody is asked for so."""
    if state.stage not in request.FORM or heard.command:
        return None
    found = _WISH.search(spelling.plain(heard.text))
    if found is None:
        return None
    rest = replace(cut.out(heard, *found.span()), parts=())
    if heard.intent == "hablar_con_persona":
        unknown = replace(rest.meaning, confidence=0.0, move=Move("", 0.0))
        rest = replace(rest, meaning=unknown)
    told = take(rest) if any(map(str.isalnum, rest.text)) else Decision(state)
    if told.state.stage not in request.FORM:
        told = Decision(state)
    called = anytime.person(replace(told.state, misses=0))
    corrected = (each for each in told.acts if isinstance(each, Corrected))
    return replace(called, acts=(*corrected, *called.acts))


def unheard(state: State, heard: Heard) -> Decision | None:
    """«No me contestó lo que le pregunté»: a person will."""
    is_said = not heard.command and trailing.is_unheard(heard.text)
    return request.missed(replace(state, misses=request.MOST_MISSES)) if is_said else None
