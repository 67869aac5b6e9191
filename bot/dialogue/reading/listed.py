"""A neighbourhood by its place in a list: «Rocky Point, Las Conchas, calle Mar de Cortez»."""

import re
from itertools import pairwise

from bot.dialogue.reading import whereabouts, wording
from bot.dialogue.reading.heard import Heard
from nlu import addresses, gazetteer
from nlu import text as spelling

LONGEST = 4  # words
_CALLED_SO = {"union", "patria", "independencia", "constitucion", "luz", "cruz", "norte", "sur"}
_KIND = re.compile(r"(?:sector|secci[oó]n|section)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d]+(?: [^\W\d]+)*")


# So begins what no person is called.
_PLACE = (
    r"(?:San|Santa|Santo|Villas?|Lomas|Valle|Nuev[oa]|Jardines|L[ao]s?|El)(?: de(?:l| l[ao]s?)?)?"
)
_PLACE += r"(?: [A-ZÁÉÍÓÚÑ][^\W\d]+){1,3}"
# «Empalme, libertad», «Cajeme en la hidalgo», «en el pueblo de Mazocahui»: of who was asked.
_REST = r"(?P<name>(?:(?:la|el|los|las) )?[^\W\d]+(?: [^\W\d]+){0,3})\W*"
_TOLD_AFTER = re.compile(rf"(?:,\s*(?:en )?|\s+en (?=(?:la|el|los|las) )){_REST}", re.IGNORECASE)
_AFTER_STREET = re.compile(rf"[\s,.]*(?:en )?{_REST}", re.IGNORECASE)
_BEFORE_STREET = re.compile(
    rf"\W*(?:en )?(?:la |el )?{_REST}\b(?:(?:por|en|sobre|es|y|toda) )*(?:la )?", re.IGNORECASE
)
_VILLAGE = re.compile(
    r"\W*(?:(?:es|en|aqui|del?|soy|vivo|el|la) )*(?:pueblo|pueblito|comunidad|ranch\w+"
    rf"|localidad|congregaci[oó]n|comisar[ií]a) (?:de )?{_REST}",
    re.IGNORECASE,
)
_IN_A_LIST = re.compile(
    r"\s*,\s*(?:en )?(?:(?:la|el) )?(?P<name>[^,]+?)\s*,\s*(?:en )?(?:(?:la|el) )?"
)
_COMMON = ("ends_a_name", "months", "not_a_home", "not_a_colonia", "bearers")
_AFTER_TOWN = re.compile(rf"\s*,\s*(?P<name>{_PLACE})\s*(?:[,.;]|$)")
_BEFORE_TOWN = re.compile(rf"\b(?:en|in|at)\s+(?P<name>{_PLACE})\s*,\s*(?:en\s+)?$")


def colonia(heard: Heard) -> str | None:
    """What is named between the municipality and the street, and is
    neither."""
    place = heard.meaning.place
    if beside := _beside_town(heard) or _answered_with(heard):
        return beside
    if not (place.municipality and place.street) or place.colonia or "," not in heard.text:
        return None
    if between := _between(heard):
        return between
    told = [
        each
        for each in re.split(r"[,.;\n]+", wording.without(heard, wording.BESIDE_WORDS))
        if each.strip()
    ]
    names = [each.strip() for each in told]
    called = [each for each in names if _KIND.match(each)]
    found = called or names
    if len(found) != 1 or not all(_is_name(each) for each in names):
        return None
    return found[0]


def beside_street(heard: Heard) -> str | None:
    """«Av. Serdán y calle 15 centro», «la Kennedy, toda la calle Sol», of who was asked for it."""
    streets = [each for each in heard.facts if each.entity in ("calle", "entre_calles")]
    first = min((each.start for each in streets), default=0)
    last = max((each.end for each in streets), default=0)
    told = (_AFTER_STREET.fullmatch(heard.text, last), _BEFORE_STREET.fullmatch(heard.text[:first]))
    names = (each["name"] for each in told if each)
    kept = (each for each in names if not (_is_common(each) or gazetteer.is_place(each)))
    return next((wording.titled(each) for each in kept), None)


def _between(heard: Heard) -> str | None:
    """«Fuga de agua, Guaymas, Miramar, Pesqueira 45», whatever else is told."""
    ends = [each for each in heard.facts if each.entity in ("municipio", "calle")]
    for one, other in pairwise(sorted(ends, key=lambda each: each.start)):
        found = _IN_A_LIST.fullmatch(heard.text, one.end, other.start)
        if found and one.entity != other.entity and _is_name(found["name"]):
            return found["name"]
    return None


def _beside_town(heard: Heard) -> str | None:
    """«En Ures, Santa Rosalía», «in Las Conchas, Peñasco»."""
    place, towns = heard.meaning.place, [e for e in heard.facts if e.entity == "municipio"]
    if not place.municipality or place.colonia or len(towns) != 1:
        return None
    after = _AFTER_TOWN.match(heard.text, towns[0].end)
    found = after or _BEFORE_TOWN.search(heard.text[: towns[0].start])
    return found["name"] if found else None


def _answered_with(heard: Heard) -> str | None:
    """What is said after the town, or the village without one, by who answers the form."""
    place, towns = heard.meaning.place, [e for e in heard.facts if e.entity == "municipio"]
    is_place = heard.meaning.move.name == "place"  # likelier than any other move
    is_else = not is_place and heard.is_clear and heard.is_matter
    if heard.told is None or is_else or place.colonia or place.street or len(towns) > 1:
        return None
    if not towns:
        found = _VILLAGE.fullmatch(heard.text)
    elif not whereabouts.only_leads(heard.text[: towns[0].start]):
        return None
    else:
        found = _TOLD_AFTER.fullmatch(heard.text, towns[0].end)
    name = re.sub(r"^(?:la|el) ", "", found["name"], flags=re.IGNORECASE) if found else ""
    marks = {each.entity for each in heard.told.facts if found and each.end > found.start("name")}
    return name if name and marks <= {"municipio", "colonia"} and not _is_common(name) else None


def _is_common(name: str) -> bool:
    words = {*spelling.fold(name).split()} - {"de", "del", "la", "las", "los", "el"}
    common = frozenset[str]().union(*map(addresses.phrases, _COMMON)) | wording.NOT_NAMES
    return not words.isdisjoint(common - _CALLED_SO)


def _is_name(text: str) -> bool:
    is_short = len(text.split()) <= LONGEST
    return is_short and bool(_NAME.fullmatch(text)) and not wording.is_sentence(text)


def village(heard: Heard) -> str | None:
    """«En Pótam» tells the place in Guaymas, too; «la salida a Pótam» does not."""
    for each in heard.meaning.entities:
        if each.entity == "municipio" and each.value == heard.meaning.place.municipality:
            before = spelling.fold(heard.text[: each.start]).split()
            named = gazetteer.village(heard.text[each.start : each.end])
            if named and before[-1:] not in (["a"], ["hacia"], ["para"]):
                return named
    return None
