"""What to do, or whom to call, if it happens one day: the emergency line, and nothing is opened."""

import re

from bot.dialogue import asides
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import typed, ways
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import AT_EASE, State

_WHAT = re.compile(
    r"\bque (?:hago|hacemos|se hace|debo hacer|hay que hacer)\b|\bcomo (?:actuo|le hago)\b"
)
_EMERGENCY = (
    r"(?:incendi|quem|fuego|lumbre|tembl|tiembl|sismo|vibora|serpiente|abejas|enjambre|choque"
    r"|choc|accident|asalt|ladron|fuga de gas|huele a gas|inund|ahog|infart|desmay|convuls|balac"
    r"|dispar)"
)
_IF = re.compile(
    rf"\bsi (?:(?:un|algun|alguna|dia|vez|luego|llega|llegara|a|se|me|nos|hay|mete|meten|encuentro"
    r"|veo|vemos|pasa|haber|ocurre|hubiera|una?|el|la|los|las|en|mi|casa) ){0,6}?"
    rf"{_EMERGENCY}\w*"
)
_NUMBER_OF = re.compile(
    r"(?:\w+ ){0,4}?(?:numero|telefono) (?:de |del |para )(?:los |las |la |el )?(?:bomberos"
    r"|ambulancias?|policias?|emergencias?|cruz roja)(?: \w+){0,3}"
)
# It happens, or is done by one of theirs.
_NOW = re.compile(
    r"\b(?:ahorita|ahora mismo|ya (?:se|hay|esta)|esta|estan|estoy|siguen?|acaba|mi (?:espos|marid"
    r"|ex|hij|mam|pap)\w*|mat\w+|suicid\w*|golpe\w*|peg\w+|viol\w+|focos?|lamparas?|medidor|aparatos?)\b"
)
MOST = 18  # words


def decide(state: State, heard: Heard) -> Decision | None:
    """None if it happens now, or something else is asked."""
    plain = typed.bare(heard.text)
    is_short = 0 < len(plain.split()) <= MOST and not heard.command
    if not is_short or state.stage not in AT_EASE or _NOW.search(plain):
        return None
    is_asked = ways.asks_number(heard.text) or _WHAT.search(plain)
    if not (is_asked and _IF.search(plain)) and not _NUMBER_OF.fullmatch(plain):
        return None
    return asides.put(state, Say("foreseen"), "foreseen")
