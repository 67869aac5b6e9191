"""A street of which a part is said again: a number, what it lies between, one of two that meet."""

import re
from collections.abc import Mapping, Sequence

from bot.dialogue.reading import alignment, landmarks, saying, streets, wording
from bot.dialogue.reading.heard import Heard
from nlu import addresses, gazetteer
from nlu import text as spelling

_WAY = re.compile(r"(?:calle|avenida|av|ave|bulevar|boulevard|blvd|callejon|privada|cerrada)\.?$")
_PARTS = re.compile(
    r"\s*,\s*|\s+(?=(?:entre|esquina|esq\.?|casi|frente|junto)\b)|\s+(?:y|e|con)\s+", re.IGNORECASE
)
_BETWEEN = re.compile(r"(?:entre\s+)?\d+\s+y\s+\d+", re.IGNORECASE)
_DOOR = re.compile(
    r"\d+\s?-?[a-z]?(?:\s+(?:sur|norte|oriente|poniente|int\w*\.?\s*\w+))?", re.IGNORECASE
)
_NUMBER = re.compile(r"\b(?P<digits>\d+)(?:\s?-?(?![yeo]\b)[a-zA-Z])?\b")
_LAST_NUMBER = re.compile(r"\s\d+\s?\w?$")
_SAME_NUMBER = re.compile(r"\bmismo num|\bnum\w* (?:si|esta bien|igual)|\b\d+ si\b")
_NAMELESS = re.compile(r"\bno (?:tiene|se|lleva|hay)\b.{0,20}\b(?:nombre|llama|calle)|\bquit\w+")
_SECOND = re.compile(r"\b(?:segunda|otra|cruza|esquina)\b")
_LANDMARK = re.compile(
    r"(?:(?:en)?frente|junto|al? (?:un )?lado|atras|detras|cerca|enseguida|casa|esq(?:uina)?|casi"
    r"|por (?:donde|el|la))\b"
)
# «Con Revolución», «casi esquina con la Zaragoza», «y av 7»: what crosses the street that is told.
_CROSSES = re.compile(
    r"\W*(?:(?:es|era|ser[ií]a|en|la|que|hace|queda|est[aá])\W+)*"
    r"(?P<joint>(?:y |casi |cruce |cruza )?con|(?:casi )?esq(?:uina|\.)?(?: (?:es )?con)?|casi|y"
    r"|a la altura del?)(?P<article> (?:la|el))?"
    r"(?P<name>(?: (?:calle|av\.?|ave|avenida|blvd\.?|bulevar|boulevard))*"
    r"(?:(?: (?:de )?[^\W\d]{3,}){1,3}|(?<! con)(?<! casi)(?<!y) \d{1,3}[a-z]?))\W*",
    re.IGNORECASE,
)
_CROSSED = re.compile(r" (?:y|con|entre|casi|esq\w*|avenida|calle)\b", re.IGNORECASE)
# «Con gusto», «con el director»: no street.
_NO_STREETS = saying.anywhere(
    r"\b(?:gusto|urgencia|cuidado|calma|permiso|confianza|respeto|todo|tod[oa]s|tiempo|mucho|mucha"
    r"|razon|quien|ellos|ellas|usted\w*|nosotros|eso|esto|mis?|su|una?|que|director\w*|encargad\w+"
    r"|patrulla|person\w+|queja|foto\w*|video\w*|lluvia\w*"
    r"|vecin\w+|famili\w+|gente|espos\w+|hij\w+|nin\w+|herman\w+|senor\w*|doctor\w*|bebe\w*)\b"
)
_REST = re.compile(r"(?=,| entre | esquina )")


def renewed(known: str, told: str, text: str, denied: Sequence[int]) -> str:
    """«Tabasco 812» and «el 821» are «Tabasco 821»; «entre Reyes y Escobedo» takes the place of
    what it lay between; a landmark goes with it."""
    if _BETWEEN.fullmatch(told) and _BETWEEN.search(known):
        lead = "entre " if "entre" in known.lower() else ""
        return _BETWEEN.sub(f"{lead}{told.lower().removeprefix('entre ')}", known, count=1)
    if told.lower().startswith("entre "):
        return streets.renewed(_PARTS.split(known)[0], told)
    if _DOOR.fullmatch(told):
        return _with_number(known, told)
    if _is_landmark(told) and not alignment.alike(known.split(), told.split()):
        return told if _NAMELESS.search(spelling.fold(text)) else f"{known}, {told}"
    if len(_PARTS.split(told)) > 1:
        return _with_way(known, told)
    return _with_part(known, told, text, denied)


def more_of(known: Mapping[str, str], heard: Heard) -> dict[str, str]:
    """The street that is known, with the number or the crossing that is all that is told."""
    street = known.get("calle", "")
    doors = (streets.with_door(street, each) for each in re.split(r"[.;]\s+", heard.text))
    more = next(filter(None, doors), None) or _with_crossing(street, heard)
    return {"calle": more} if more else {}


def _with_crossing(street: str, heard: Heard) -> str | None:
    found = _CROSSES.fullmatch(heard.text)
    if not street or found is None or _CROSSED.search(street) or _NO_STREETS(heard.text):
        return None
    name, joint = found["name"].strip(), found["joint"].lower()
    words, ways = {*spelling.fold(name).split()}, addresses.phrases("streets")
    is_named = heard.move == "place" and not gazetteer.is_place(name)
    if joint == "y" and not (is_named or words & ways or name.isdigit()):
        return None  # «y Reforma» may be anything
    closed = addresses.phrases("not_a_colonia") | addresses.phrases("ends_a_name")
    closed = (closed | addresses.phrases("colonias")) - ways
    comma = "," if joint.startswith(("casi", "a la")) else ""
    joint = f"{comma} {joint.removeprefix('y ').replace(' es ', ' ')}{found['article'] or ''}"
    return f"{street}{joint} {wording.titled(name)}" if closed.isdisjoint(words) else None


def _is_landmark(told: str) -> bool:
    is_one = wording.says_where(told) or landmarks.is_one(told)
    return is_one or _LANDMARK.match(spelling.fold(told)) is not None


def _with_number(known: str, told: str) -> str:
    """In the place of the one of as many digits, or of the only one; else after the street."""
    digits = len(told) - len(told.lstrip("0123456789"))
    found = list(_NUMBER.finditer(known))
    alike = [each for each in found if len(each["digits"]) == digits]
    if not alike and len(found) == 1 and not _is_way(known[: found[0].start()].split()[-1:]):
        alike = found  # not the 7 of «Calle 7»
    if alike:
        return f"{known[: alike[-1].start()]}{told}{known[alike[-1].end() :]}"
    main, *rest = _REST.split(known, maxsplit=1)
    return f"{main} {told}{''.join(rest)}"


def _with_way(known: str, told: str) -> str:
    """«Guadalupe Victoria y 48», of the Avenida Guadalupe Victoria."""
    way, *words = known.split()
    is_same = _is_way([way]) and bool(alignment.alike(words[:1], told.split()[:1]))
    return f"{way} {told}" if is_same else told


def _with_part(known: str, told: str, text: str, denied: Sequence[int]) -> str:
    """In the place of the part that it resembles, or that is denied; a number stays with it."""
    parts = [each for each in _PARTS.split(known) if each]
    plain = spelling.fold(text)
    at = _part_meant(parts, known.split(), told, (plain, denied))
    axes = streets.renewed(known, told)
    if at is None or axes != told:
        return axes
    part, said = parts[at], told.split()
    words = part.split()
    is_way = len(words) > 1 and _is_way(words[:1]) and not _is_way(said[:1])
    new = f"{words[0]} {told}" if is_way else told
    number = None if re.search(r"\D\d", told) else _LAST_NUMBER.search(part)
    is_kept = denied or alignment.alike(words, said) or _SAME_NUMBER.search(plain)
    return known.replace(part, f"{new}{number[0]}" if number and is_kept else new, 1)


def _part_meant(
    parts: Sequence[str], known: Sequence[str], told: str, heard: tuple[str, Sequence[int]]
) -> int | None:
    """Which of the parts; `heard` is the whole text, and the places of what it denies."""
    plain, denied = heard
    wrong = {spelling.fold(known[each]).strip(",.") for each in denied}
    said = [each for each in told.split() if not _is_way([each])]
    held = [n for n, part in enumerate(parts) if wrong & {*spelling.fold(part).split()}]
    held += [n for n, part in enumerate(parts) if alignment.alike(part.split(), said)]
    if held:
        return held[0]
    if len(parts) == 1:
        return 0 if _SAME_NUMBER.search(plain) else None
    if _SECOND.search(plain):
        return len(parts) - 1
    way = spelling.fold(told.split()[0])
    same = [n for n, part in enumerate(parts) if spelling.fold(part.split()[0]) == way]
    return same[0] if len(same) == 1 and _is_way([way]) else None


def _is_way(words: Sequence[str]) -> bool:
    return any(_WAY.match(spelling.fold(each)) for each in words)
