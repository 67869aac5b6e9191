"""A phone told in part: what it begins or ends in, or a piece of it; whose mail it is."""

import re

from bot.dialogue.reading import saying
from nlu import numbers

LENGTH = 10  # digits of a phone
LOCAL = 7  # digits of a phone without its area
PIECE = 6  # digits with which a phone may begin, and no number of a house
MOST_OF_AN_ENDING = 7  # digits
_COUNTED = re.compile(r"(?<=ultimos )(?:uno|dos|tres|cuatro|cinco|seis|\d)(?= \D)|\bdos veces\b")
_NOT = re.compile(r"\bno (?:(?:en|es|el|los|son|termina|acaba) )*\d+(?: \d+)*")
_ENDING = re.compile(
    r"(?=.*\b(?:termina\w*|acaba\w*|finales|final|ultim[oa]s?|ends|last)\b)"
    r"(?:(?:el|los?|la|las|mi|numeros?|telefono|tel|cel|celular|digitos?|cifras?|es|son|seria|era"
    r"|en|al|a|de|del|que|perdon|no|si|pero|y|oiga|disculpe|final(?:es)?|ultim[oa]s?|termina\w*"
    r"|acaba\w*|corrijo|me equivoque|bien|mal|esta|ends?|in|it|is|are|the|last|digits) ?)*"
    r"(?<!ultimos )(?P<told>\d(?: ?\d)*)(?: (?:el final|al final|los ultimos|por favor|perdon))*"
)
_PIECE = re.compile(
    r"(?:(?:es|el|la|lada|mi|numero|telefono|tel|cel|celular|y|luego|despues|sigue|siguen|son|los|otros|a"
    r"|ver|anote|apunte|pues) )*(?P<told>\d(?: ?\d)*)(?: (?:y|luego|espere|ahorita|le sigo))*"
)


_LOCAL = re.compile(
    r"(?:^|\b(?:telefono|tel|cel\w*|numero|num|whats\w*)(?: (?:es|el|del?|la|casa|mi))* )"
    r"(?P<told>\d(?: ?\d){6})(?= [^\W\d]|$)"
)
# The same, beside other things: «soy de Huachinera y mi teléfono acaba en 54».
_ENDS = re.compile(
    r"\b(?:termina\w*|acaba\w*|final(?:es)?|ultim[oa]s?|ends)"
    r"(?: (?:es|son|en|in|with|con|los?|el|la|digitos?|numeros?))*"
    r" (?P<told>\d(?: ?\d){0,6})(?! ?\d)"
)
_BEGINS = re.compile(
    r"\b(?:empieza\w*|comienza\w*|inicia\w*|lada|starts)(?: (?:es|con|en|por|with|la|el))*"
    r" (?P<told>\d(?: ?\d){1,6})(?! ?\d)"
)
_PROVIDERS = re.compile(
    r"(?P<no>\b(?:no(?: es)?|not) )?\b(?P<told>gmail|hotmail|outlook|yahoo|icloud|live)\b"
)


def ending(known: str, text: str) -> str | None:
    """The phone that is known, with the ending that is told: «7789 el final», «termina en 89 no
    en 98». None if none is told, or none is known."""
    plain = _NOT.sub("", _COUNTED.sub("", in_digits(text))).strip()
    found = _ENDING.fullmatch(" ".join(plain.split()))
    told = found["told"].replace(" ", "") if found else ""
    is_ending = 0 < len(told) <= MOST_OF_AN_ENDING and "?" not in text
    is_phone = len(known) == LENGTH and known.isdecimal()
    return known[: -len(told)] + told if is_ending and is_phone else None


def corrected(known: str, text: str) -> str | None:
    """The contact that is known with the part that is told, whatever is said beside it; the other
    of two phones."""
    if "@" in known:
        providers = _PROVIDERS.finditer(saying.bare(text))
        told = [each["told"] for each in providers if not each["no"]]
        name, _, domain = known.partition("@")
        return f"{name}@{told[0]}.{domain.partition('.')[2]}" if len(told) == 1 else None
    if len(known) != LENGTH or not known.isdecimal() or "?" in text:
        return None
    plain = " ".join(_NOT.sub(" ", in_digits(text)).split())
    if found := _ENDS.search(plain):
        digits = found["told"].replace(" ", "")
        return known[: -len(digits)] + digits
    if found := _BEGINS.search(plain):
        digits = found["told"].replace(" ", "")
        return digits + known[len(digits) :]
    whole = piece(text)
    return whole if len(whole) == LENGTH else None


def swapped(known: str, wrong: str, right: str) -> str | None:
    """«No es 98, es 89», where it ends so; «no es 642, es 644», where it begins so."""
    if not (right.isdecimal() and len(right) == len(wrong) > 1):
        return None
    if known.startswith(wrong) and len(wrong) > 2:
        return right + known[len(wrong) :]
    return known[: -len(wrong)] + right if known.endswith(wrong) else None


def piece(text: str) -> str:
    """The digits of a message that tells nothing else: «662 188», «once veintidós»."""
    found = _PIECE.fullmatch(in_digits(text))
    return found["told"].replace(" ", "") if found else ""


def local(text: str) -> str:
    """«Mi teléfono es 2 14 56 78»: seven digits, the area is missing."""
    found = _LOCAL.search(in_digits(text))
    return found["told"].replace(" ", "") if found else ""


def in_digits(text: str) -> str:
    """Folded, without punctuation, the numbers in words as digits."""
    words, at, said = saying.bare(text).split(), 0, []
    while at < len(words):
        number, after = numbers.read(words, at) or (words[at], at + 1)
        said.append(str(number))
        at = after
    return " ".join(said)
