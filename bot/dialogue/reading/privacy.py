"""What people ask about their own data, outside a form: what it is for, and the whole notice."""

import re

from bot.dialogue.reading import saying

_ASKS_WHY = re.compile(
    r"\b(?:(?:para|por) que|que (?:van a )?hac\w+|como (?:van a )?us\w+|quien(?:es)?|why|what)\b"
    r"(?: \w+){0,6}? (?:datos|informacion personal|(?:personal )?data)\b(?: \w+){0,2}"
)
# «¿Y eso ocupa que yo dé mis datos?»
asks_if_needed = saying.anywhere(
    r"\b(?:ocup|necesit|teng|hay|oblig)\w*(?: (?:que|yo|a))* (?:de|dar|doy|demos)"
    r" (?:todos )?(?:mis|nuestros) datos\b"
)
# «¿Me va a salir en el buró?»
asks_of_bureau = saying.anywhere(
    r"\b(?:sal(?:e|go|ir|ga)|aparec\w+|afect\w+|perjudic\w+|report\w+|manch\w+|met\w+|ir|va|voy)"
    r"(?: \w+){0,4}? (?:buro|credit bureau)\b",
    unless=r"\b(?:estoy|prestam\w+|apoyo|solicit\w+|banco|deuda|debo|limpi\w+)\b",
)
_FEARS = re.compile(
    r"\b(?:no (?:quiero|quisiera|vaya|vayan|sea)|(?:me|los|las|nos) van a|miedo|temo|desconfio)\b"
    r"(?: \w+){0,4}? (?:rob|vend|hack|jaque|clon|filtr|divulg|public)\w*"
    r"(?: \w+){0,3}? (?:datos|informacion)\b"
)
_RIGHT = re.compile(r"\b(?:borr|elimin|correg|corri[gj]|cancel|derecho|acce[sd]|opon)\w*")
_IF_OBLIGED = re.compile(
    r"(?=.*\b(?:obligatori[oa]|forzos[oa]|fuerza|tengo que|tenemos que|hay que|necesario|puedo no"
    r"|que pasa si no|si no|have to|must|required|what if)\b)"
    r".*\b(?:acept\w+|firm\w+|h?a[cs]epto|avisos?(?! de (?:cobro|multa|adeudo))|accept\w*"
    r"|agree)\b.*"
)
_OF_NOTICE = re.compile(
    r"\b(?:avisos?|privacidad|terminos|condiciones|notice|privacy|terms)\b|acepto$"
)
_MOST_WORDS = 12
# «¿Y me lo registran?»
wants_it_registered = saying.only(
    r"(?:\w+ ){0,3}?(?:(?:me|nos) )?l[oa]s? (?:van a )?(?:registr|mand|envi|anot|report)\w*"
    r"(?: (?:\w+ ){0,2}\w+)?|(?:register|send|report) (?:it|this)(?: \w+){0,3}"
)


def asks_why(text: str, *, at_length: bool = False) -> bool:
    """«¿Para qué quieren mis datos?», «no quiero que me los vendan»; `at_length`: in more words."""
    plain = saying.bare(text)
    is_asked = _ASKS_WHY.search(plain) or _FEARS.search(plain) or asks_if_needed(text)
    is_long = len(plain.split()) > _MOST_WORDS
    return bool(is_asked) and not (is_long and (not at_length or _RIGHT.search(plain)))


def asks_if_obliged(text: str) -> bool:
    """«¿Es obligatorio aceptar el aviso?», «¿y si no acepto?»"""
    plain = saying.bare(text)
    is_asked = len(plain.split()) <= _MOST_WORDS and bool(_IF_OBLIGED.fullmatch(plain))
    return is_asked and "?" in text and bool(_OF_NOTICE.search(plain))
