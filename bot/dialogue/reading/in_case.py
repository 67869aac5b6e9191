"""Whom to call if something ever happens: «si un día tiembla, ¿a quién le llamo?»"""

import re

from bot.dialogue.reading import typed

_ASKS = (
    r"(?:que (?:hago|hacemos|se hace|hay que hacer|debo hacer)|que numero|cual numero"
    r"|(?:a )?(?:quien|donde|que (?:numero|telefono)) (?:(?:les?|se|tengo que|hay que|debo) )*"
    r"(?:llam|marc|habl|avis|report)\w*"
    r"|(?:what do i do|who(?: do| should)? i call|what number))"
)
_HAPPENS = (
    r"(?:tiembla|temblor|sismo|terremoto|incendi\w*|se (?:me |nos )?(?:quema|incendia|inunda|ahoga)"
    r"|(?:viboras?|alacran(?:es)?|serpientes?|abejas)|(?:roban|asaltan|entra)\b|robo|asalto|balacera"
    r"|fuga de gas|huele a gas|accidente|choque|emergencia|inunda\w*|desmaya|se (?:pone|siente) mal"
    r"|earthquake|fire|snake|emergency)"
)
_IF = r"(?:si|if|en caso de)"
_IN_CASE = re.compile(
    rf"\b{_ASKS}\b(?: \w+){{0,4}}? {_IF} (?:\w+ ){{0,6}}?{_HAPPENS}"
    rf"|\b{_IF} (?:\w+ ){{0,6}}?{_HAPPENS}(?: \w+){{0,6}}? {_ASKS}\b"
)
_NOW = re.compile(
    r"\b(?:ya|ahorita|ahora|acaba|acaban|hay un|esta|estan|se (?:metio|quemo|inundo|cayo)|adentro"
    r"|fue|ayer|anoche|antier|now|right now)\b"
)
_NOT_NOW = re.compile(r"\b(?:un dia|alguna vez|por si|si (?:un dia|alguna vez|algun dia|llega))\b")


def asks(text: str) -> bool:
    """Of what has not happened."""
    words = typed.bare(text)
    is_now = _NOW.search(words) and not _NOT_NOW.search(words)
    return bool(_IN_CASE.search(words)) and not is_now
