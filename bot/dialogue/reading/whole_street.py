"""The street that a message tells, with what belongs to its name."""

import re

from bot.dialogue.reading import landmarks, marked, saying, streets
from bot.dialogue.reading.heard import Heard

# «Está llena de hoyos, la Amapola, entre Clavel y Azucena»: a street between two others.
_LED_CROSSING = re.compile(
    r"[,.;:]\s*(?:(?:es|en|por)\s+)?(?:la|el)\s+(?P<name>[^\W_]\w*(?: [^\W_]\w*){0,2}),?\s+entre\s",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.,;:?!\n]| and | y ")
_NO_STREETS = streets.NO_COLONIAS | {
    "centro", "escuela", "primaria", "secundaria", "kinder", "colonia", "casa", "calle", "cuadra",
    "iglesia", "parque", "plaza", "cancha", "oxxo", "hospital", "clinica", "esquina", "pueblo",
}  # fmt: skip
# After a number: «calle 5 numero 20», «calle 5 #20», «Reforma 8 int 2».
_DOOR = re.compile(
    r"(?:\s*,?\s*(?:#|(?:n[uú]m(?:ero)?|no|casa)\b\.?)\s*\d{1,5}[a-z]?\b"
    r"|\s*,?\s*(?:int(?:erior)?|dep(?:to|artamento)|edif(?:icio)?)\b\.?\s*\w{1,4}\b)+",
    re.IGNORECASE,
)
# «Mza 4 lte 5», «Morelos s/n», «C. 5 de Mayo #12», «domicilio conocido».
_WITHOUT_STREET = re.compile(
    r"\b(?:(?:mza?|manzana)\b\.? ?\w{1,4},? (?:lte?|lote)\b\.? ?\w{1,4}|domicilio conocido"
    r"|c\. [^,#]{2,30} ?# ?\d{1,5}(?:-?[a-z])?"
    r"|(?:(?<=en )|(?<=, )|^)[^\W\d]+(?: [^\W\d]+){0,2},? s/n)\b",
    re.IGNORECASE,
)


def told(heard: Heard) -> str | None:
    """«Mina de Nacozari», of a street in Hermosillo; «la Amapola, entre Clavel y Azucena»; «calle 5
    numero 20»."""
    street = streets.between(heard.text) or heard.meaning.place.street
    if street is None:
        found = _WITHOUT_STREET.search(heard.text)
        return found[0] if found else None
    if streets.is_no_name(street):
        return None
    if street.casefold().startswith("entre "):
        return _crossed(heard, street)
    own = heard.meaning.place.municipality
    for town in heard.meaning.entities:
        _, is_there, lead = heard.text[: town.start].rpartition(street)
        if town.entity == "municipio" and own and is_there and lead in (" de ", " del "):
            end = town.end if town.value != own else town.start - len(lead)
            return f"{street}{heard.text[town.start - len(lead) : end]}"
    ends = [each.end for each in heard.meaning.entities if each.value == street]
    _, is_there, after = heard.text.partition(street)
    is_there, after = (street, heard.text[ends[0] :]) if ends else (is_there, after)
    door = _DOOR.match(after) if is_there and street[-1:].isdigit() else None
    return f"{street}{door[0]}" if door else f"{street}{_near(after)}"


def _crossed(heard: Heard, street: str) -> str:
    """What lies between two others, if it is told: «Reforma entre Veracruz y Campeche»."""
    if led := _LED_CROSSING.search(heard.text):
        is_none = saying.bare(led["name"]).split()[-1] in _NO_STREETS or heard.meaning.place.colonia
        return street if is_none else f"{led['name']}, {street}"
    read = marked.value(heard, "calle", marked.BESIDE) or ""
    return read if street.casefold() in read.casefold() else street


def _near(after: str) -> str:
    """« near the gas station», that follows the street at once."""
    where = _BREAK.split(after, maxsplit=1)[0]
    is_short = 0 < len(where.split()) <= streets.LONGEST_WHERE
    return where.rstrip() if is_short and where[:1] == " " and landmarks.is_one(where) else ""
