"""Whom to call if something ever happens: «si un día tiembla, ¿a quién le llamo?»"""

import re

from bot.dialogue.reading import saying

_ASKS = (
    r"(?:que (?:hago|hacemos|se hace|hay que hacer|debo hacer)|que numero|cual numero"
    r"|como (?:actuo|le hago|le hacemos|le hace uno)"
    r"|(?:a )?(?:quien|donde|que (?:numero|telefono)) (?:(?:les?|se|tengo que|hay que|debo) )*"
    r"(?:llam|marc|habl|avis|report)\w*"
    r"|(?:what do i do|who(?: do| should)? i call|what number))"
)
_HAPPENS = (
    r"(?:t(?:ie|e)mbl\w+|sismo|terremoto|incendi\w*|lumbre|fuego"
    r"|se (?:me |nos )?(?:quema|incendia|inunda|ahoga|infarta|convulsiona)"
    r"|(?:viboras?|alacran(?:es)?|serpientes?|abejas|enjambre)|(?:roban|asaltan|entra|disparan)\b"
    r"|robo|ladron|asalto|balacera|fuga de gas|huele a gas|accidente|choque|chocan|emergencia"
    r"|inunda\w*|desmaya|infarto|se (?:pone|siente) mal|earthquake|fire|snake|emergency)"
)
_IF = r"(?:si|if|en caso de)"
_IN_CASE = re.compile(
    rf"\b{_ASKS}\b(?: \w+){{0,4}}? {_IF} (?:\w+ ){{0,6}}?{_HAPPENS}"
    rf"|\b{_IF} (?:\w+ ){{0,6}}?{_HAPPENS}(?: \w+){{0,6}}? {_ASKS}\b"
)
_NUMBER_OF = re.compile(
    r"(?:\w+ ){0,4}?(?:numero|telefono) (?:de |del |para )(?:los |las |la |el )?(?:bomberos"
    r"|ambulancias?|policias?|emergencias?|cruz roja)(?: \w+){0,3}"
)
# «¿Y si me vuelven a parar hoy?»
_AGAIN = re.compile(
    r"(?:(?:y|pero|oiga|que) )*(?:pasa )?si (?:me|nos) (?:vuelven? a (?:par|det|quit|agarr|hac)"
    r"|(?:vuelven? a )?(?:sig|segu|persig|asalt|rob|amenaz|golpe|peg))\w*(?: \w+){0,5}"
)
_NOW = re.compile(
    r"\b(?:ya|ahorita|ahora|acaba|acaban|(?<!si )hay un|esta|estan|se (?:metio|quemo|inundo|cayo)"
    r"|adentro|fue|ayer|anoche|antier|now|right now)\b"
)
_NOT_NOW = re.compile(r"\b(?:un dia|alguna vez|por si|si (?:un dia|alguna vez|algun dia|llega))\b")


def asks(text: str) -> bool:
    """Of what has not happened; «el número de los bomberos»."""
    words = saying.bare(text)
    is_now = _NOW.search(words) and not _NOT_NOW.search(words)
    is_feared = "?" in text and _AGAIN.fullmatch(words) is not None
    is_asked = _IN_CASE.search(words) or _NUMBER_OF.fullmatch(words) or is_feared
    return bool(is_asked) and not is_now
