"""A phone told in part: what it ends in, or a piece of it."""

import re

from bot.dialogue.reading import passing, typed
from nlu import numbers

LENGTH = 10  # digits of a phone
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
    r"(?:(?:es|el|mi|numero|telefono|tel|cel|celular|y|luego|despues|sigue|siguen|son|los|otros|a"
    r"|ver|anote|apunte|pues) )*(?P<told>\d(?: ?\d)*)(?: (?:y|luego|espere|ahorita|le sigo))*"
)
# «Soy Beto», «es de mi vecina», «pregunten por Rosa».
_WHOSE = re.compile(
    rf"\b(?:soy|habla|habl\w+ con|pregunt\w+ por|por) (?!favor\b)\w+"
    rf"|\b(?:de|con) (?:{passing.KIN}|(?:la|el|una?) (?!casa\b)\w+)",
    re.IGNORECASE,
)


def tells_whose(text: str) -> bool:
    """Beside a phone, who answers it."""
    return bool(_WHOSE.search(text))


def ending(known: str, text: str) -> str | None:
    """The phone that is known, with the ending that is told: «7789 el final», «termina en 89 no
    en 98». None if none is told, or none is known."""
    plain = _NOT.sub("", _COUNTED.sub("", in_digits(text))).strip()
    found = _ENDING.fullmatch(" ".join(plain.split()))
    told = found["told"].replace(" ", "") if found else ""
    is_ending = 0 < len(told) <= MOST_OF_AN_ENDING and "?" not in text
    is_phone = len(known) == LENGTH and known.isdecimal()
    return known[: -len(told)] + told if is_ending and is_phone else None


def swapped(known: str, wrong: str, right: str) -> str | None:
    """«No es 98, es 89», where it ends so."""
    is_one = right.isdecimal() and len(right) == len(wrong) > 1 and known.endswith(wrong)
    return known[: -len(wrong)] + right if is_one else None


def piece(text: str) -> str:
    """The digits of a message that tells nothing else: «662 188», «once veintidós»."""
    found = _PIECE.fullmatch(in_digits(text))
    return found["told"].replace(" ", "") if found else ""


def in_digits(text: str) -> str:
    """Folded, without punctuation, the numbers in words as digits."""
    words, at, said = typed.bare(text).split(), 0, []
    while at < len(words):
        number, after = numbers.read(words, at) or (words[at], at + 1)
        said.append(str(number))
        at = after
    return " ".join(said)
