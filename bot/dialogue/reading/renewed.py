"""A fact as it is to stand after what was said of it: «Ramona Durazo» and «es Durazo Villegas» are
«Ramona Durazo Villegas».

People say again what was wrong, and little of what was right. What they say takes the place of
the part that it resembles, or that they deny; the rest stays.
"""

import re
from collections.abc import Callable, Sequence

from bot.dialogue.reading import alignment, corners
from nlu import text as spelling

SURNAMES = 2
# What a school or a hospital is, before its name.
_KINDS = re.compile(
    r"(?:(?:escuela|primaria|secundaria|telesecundaria|t[eé]cnica|general|federal|preparatoria|prepa"
    r"|universidad|colegio|instituto|preescolar|k[ií]nder|jard[ií]n de ni[ñn]os|centro de salud"
    r"|hospital|cl[ií]nica|unidad)\b\.?\s*(?:no\.?\s*|n[uú]m\.?\s*|n[uú]mero\s*)?)+",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^\W*(?:(?:pues|es|en|la|el|a)\s+)*", re.IGNORECASE)
_FROM = re.compile(r"^(?:de|desde)\s+", re.IGNORECASE)
_TO = re.compile(r"^(?:a|al|hasta|pa|para|hacia)\s+", re.IGNORECASE)
_BOTH_ENDS = re.compile(r"\s+(?:a|al|hasta|pa|para)\s+", re.IGNORECASE)
_STRETCH = re.compile(
    r"\bk(?:m|ilometro)|\b(?:antes|despues|pasando|pasado|altura|entronque|puente)\b"
    r"|^(?:por|cerca|llegando|saliendo|rumbo)\b"
)
_KIN = re.compile(r"(?:mis?|su|una?|el|la|los|las|my)\s", re.IGNORECASE)
_ONLY = re.compile(
    r"\b(?:nomas|nada mas|solo|solamente|only|just"
    r"|sin (?!(?:la |el |una? )?(?:\w|acentos?|tilde|hache|ese|zeta|jota|doble|letra)\b))\b"
)
_OF_SURNAMES = re.compile(r"\bapellid|\blast name|\bsurname")


def renewed(fact: str, known: str, told: str, text: str) -> str:
    """`told` is what the text says of the fact, `known` what stood there."""
    if spelling.fold(told) == spelling.fold(known):
        return known if told == told.lower() else told
    if fact not in _WAYS:
        return told
    return _WAYS[fact](known, told, text, alignment.denied(known, told, text))


def names_kind(text: str) -> bool:
    """«La técnica», of a town that has one."""
    return bool(_KINDS.fullmatch(_LEAD.sub("", text).partition(",")[0].strip(" .")))


def resembles(known: str, told: str, text: str) -> bool:
    """Whether it is said of this, and of no other fact: a part is said again, or denied."""
    is_alike = alignment.alike(known.split(), told.split())
    return bool(is_alike or alignment.denied(known, told, text))


def _name(known: str, told: str, text: str, denied: Sequence[int]) -> str:
    first, _, last = told.rpartition(". ")
    told = last if first and {*first.split()} <= {*last.split()} else told  # said twice
    words, said = known.split(), told.split()
    alike = alignment.alike(words, said)
    is_there = {*spelling.fold(told).split()} <= {*spelling.fold(known).split()}
    if is_there and len(said) < len(words) and _ONLY.search(spelling.fold(text)):
        return told  # «quite el apellido, nomás Brayan»
    places = sorted({*alike.values(), *denied}) or _surnames(words, said, text)
    if not places or len(said) == len(words) == 1:
        return told
    before, after = words[: places[0]], words[places[-1] + 1 :]
    is_part = bool(denied) or not alike
    begins = is_part or 0 in alike
    ends = (is_part or len(said) - 1 in alike) and len(alike) < len(words)
    return " ".join((*(before if begins else ()), told, *(after if ends else ())))


def _helped(known: str, told: str, text: str, denied: Sequence[int]) -> str:
    """«Mi tío Nicolás» is another; «Nicolás» is what «mi tío» is called."""
    if _KIN.match(told):
        return told
    kin = known.partition(",")[0]
    if _KIN.match(kin) and not alignment.alike(known.split(), told.split()):
        return f"{kin}, {told}"
    return _name(known, told, text, denied)


def _surnames(words: Sequence[str], said: Sequence[str], text: str) -> list[int]:
    """Where they stand, of who says that they are wrong: the first one, or both."""
    if not _OF_SURNAMES.search(spelling.fold(text)) or len(words) == 1:
        return []
    first = max(1, len(words) - SURNAMES)
    return [first] if len(said) == 1 else list(range(first, len(words)))


def _of_kind(known: str, told: str, _text: str, _denied: Sequence[int]) -> str:
    """«La 78» is a telesecundaria still; so is «Aquiles Serdán» a primary school."""
    if told.isdigit() and re.search(r"\d+", known):
        return re.sub(r"\d+", told, known, count=1)
    words = known.split()
    first = alignment.alike(words, told.split()).get(0, 0)
    if first:
        return " ".join((*words[:first], told))  # «Secundaria», of «Técnica 12»
    kind, is_initials = _KINDS.match(known), told.isupper() and " " not in told  # «HIES»
    if kind is None or kind.end() == len(known) or is_initials or _KINDS.match(told):
        return told
    return f"{kind[0].strip()} {told}"


def _of_institution(known: str, told: str, text: str, denied: Sequence[int]) -> str:
    """«Clínica 14», of the IMSS."""
    if _OF_INSURED.fullmatch(spelling.fold(known)) and not denied and _UNIT.match(told):
        return f"{known}, {told}"
    return _of_kind(known, told, text, denied)


def _road(known: str, told: str, _text: str, denied: Sequence[int]) -> str:
    """One of its ends, or where along it: «a la altura del kilómetro 12»."""
    if _STRETCH.search(spelling.fold(told)):
        return f"{known}, {told}"
    said, ends = _FROM.sub("", told), _BOTH_ENDS.split(known)
    if _BOTH_ENDS.search(said) or len(ends) != 2:
        return said
    said = _TO.sub("", said)
    alike = [n for n, end in enumerate(ends) if alignment.alike(end.split(), said.split())]
    is_first = bool(denied) and known.split()[denied[0]] in ends[0].split()
    ends[alike[0] if alike else int(not is_first)] = said
    return " a ".join(ends)


_OF_INSURED = re.compile(r"(?:el )?(?:imss(?:[- ]bienestar)?|is{2,3}te(?:son)?|seguro(?: social)?)")
_UNIT = re.compile(r"(?:la |el )?(?:cl[ií]nica|hospital|unidad|umf)\b(?!.*\bimss)", re.IGNORECASE)
_WAYS: dict[str, Callable[[str, str, str, Sequence[int]], str]] = {
    "nombre": _name,
    "beneficiario": _helped,
    "calle": corners.renewed,
    "tramo": _road,
    "escuela": _of_kind,
    "institucion": _of_institution,
}
