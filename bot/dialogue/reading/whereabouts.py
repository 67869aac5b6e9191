"""Where the matter is, when people also say where they live: «soy de Phoenix, es en Nogales»."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from nlu import addresses, gazetteer, places, points
from nlu import text as spelling
from nlu.interpretation import Entity, Place
from nlu.places import Asked

ENDS = 2  # of a road
_HOME = re.compile(
    r"\b(?:(?:yo |nosotros |les |le |i |we )?(?:vivo|vivimos|radico|radicamos|resido|soy|somos"
    r"|ando|andamos|trabajo|escribo|hablo|llamo|live|am|m|are)) (?:\w+ )?(?:en|de|desde|in|from) "
    r"(?:(?!\b(?:pero|y|aunque|but|and)\b)[^,.;\n])+",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\W*(?:(?:yo|nosotros|y|pero|aunque|bueno|we|i|but)\b\W*)*(?:vivo|vivimos|radico|radicamos|resido|soy|somos|live)"
    r" (?:\w+ )?(?:en|de|in) [^,.;\n]+\W*",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:pero|aunque|but|es|est[aá]n?|quedan?|fue|hay|pas[oó]|ocurri[oó]|sucedi[oó]|viven?|is"
    r"|are)\b|^\W*(?:en|in)\b",
    re.IGNORECASE,
)
_ALL_THERE = re.compile(
    r"\W*(?:(?:pero|y|aunque|but|and)\b\W*)?"
    r"(?:(?:el|la|mi|lo|the|my) (?:casa|problema|asunto|reporte|terreno|domicilio|house|problem) )?"
    r"(?:(?:es|est[aá]n?|quedan?|fue|is) )?(?:en|de|in) (?:(?!(?:no|hay|se)\b)[^\W\d]+ ?){1,4}\W*",
    re.IGNORECASE,
)

_CLAUSES = re.compile(r"[,.;:\n]+|\b(?:pero|y que|porque|aunque|but|because)\b", re.IGNORECASE)
_OTHERS = (
    r"(?:herman|hij|espos|marid|mujer|mama|papa|suegr|cunad|prim[oa]|ti[oa]|niet|abuel|nana|tata"
    r"|patron|duen|jef[ea]|licenciad|doctor|abogad|chofer|maestr|director|encargad|senor|vecin|compan|amig"
    r"|contratist|empresa|oficina|ingenier|proveedor|familia|brother|sister|boss|owner|son|daughter)"
)
# Who lives or works there is somebody else; what is not of there; where one has to go.
_BESIDE = re.compile(
    rf"\b(?:mi|mis|el|la|los|las|su|una?|my|the|his|her) {_OTHERS}\w*(?: \w+){{0,3}}?"
    r" (?:es|son|era|viven?|trabajan?|vienen?|estan?|andan?|radica|lives?|works?|is)\b"
    r"|\bno (?:soy|somos|vivo|vivimos|(?:es|era) (?:\w+ ){1,3}(?:a|de|del|para|pa|hacia|rumbo)\b)"
    r"|\b(?:ir|voy|vamos|fui|fuimos|vine|venir|vengo|viaj\w+|mand(?:an|aron|o)|trasla\w+"
    r"|llev(?:ar|e|amos|o|an)|regres\w+|compr\w+|salen?|van?|pasa|lleva|rumbo|camino|carretera)"
    r"(?: \w+){0,3}? (?:a|hasta|para|pa|hacia|en|de)\b"
)
# Words of every day that are nearly what a town is called: «cobre» is no «Obre».
_NEARLY = re.compile(
    r"\b(?:[scp]obre|naci[oó]|ganado|octubre|hall[oó]|raz[oó]n|humo|poquito|hello)\b", re.IGNORECASE
)
_WHERE_IT_LEADS = re.compile(
    r"\b(?:carretera|camino|brecha|salida|rumbo)(?: \w+)? (?:a|hacia|pa|para)"
    r" (?P<where>(?:\w+ ?){1,3})",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:\W|\b(?:yo|soy|vivo|estoy|hablo|escribo|del?|en|desde|aqu[ií]|por|es|la|el|y|colonia|col"
    r"|fracc|fraccionamiento|barrio|municipio|calle|neighborhood|in|from"
    r"|perd[oó]n|est[aá](?:n|mos)?|quedan?|ah[ií]|mero|casi|sobre|entre|con|esq(?:uina)?|los|las"
    r"|(?:en ?)?medio|av(?:e|enida)?|a (?:una|dos|tres|media) cuadras?)\b)*",
    re.IGNORECASE,
)
# «Queda en la 12 con la 9»
_NUMBERED = re.compile(
    r"\b(?:la|calle|av(?:e|enida)?|con|y|entre) \d{1,3}(?: ?[a-z])?\b", re.IGNORECASE
)
_WHERE_FIRST = re.compile(
    r"\W*(?:(?:no|pues|aqu[ií]|ah[ií]|yo|todo)\b\W*)*"
    r"(?:(?:es|era|est[aá]n?|queda|fue|vivo|vivimos)\b\W*)?(?:en|por|de)\b",
    re.IGNORECASE,
)

# «Nací en», «lo registraron en», «me casé en»
_RECORDED = re.compile(
    r"\b(?:naci\w*|registr\w+|cas(?:e|o|amos|aron)|muri\w+|falleci\w*|asent\w+|divorci\w+) en \W*$"
)
_IS_FROM = re.compile(r"\b(?:soy|es|somos|originari[oa]) de $")


def begins_with_where(text: str) -> bool:
    return _WHERE_FIRST.match(text) is not None


def only_leads(rest: str) -> bool:
    """Of «soy de…, colonia…, en…», «está en la esquina de…» without the names."""
    return _LEADS.fullmatch(rest) is not None


def is_numbered(rest: str) -> bool:
    """An address, whose streets have numbers; «la 2» alone may be anything."""
    rest, count = _NUMBERED.subn(" ", rest)
    return count > 1 and only_leads(rest)


def of_matter(text: str, place: Place) -> Place:
    """The place that a text tells, but for where the writer lives, if another is told as well."""
    elsewhere = _elsewhere(text)
    there = places.find(elsewhere).municipality if elsewhere else _beside_colonia(text, place)
    return replace(place, municipality=there, candidates=()) if there else place


def _beside_colonia(text: str, place: Place) -> str | None:
    """The town of «colonia Pueblo Nuevo, Nogales», a colonia that is called as villages are."""
    if place.municipality or place.candidates or not place.colonia:
        return None
    before, named, after = text.partition(place.colonia)
    if gazetteer.is_place(after.strip(" ,.")):
        return places.find(after, "municipio").municipality
    return places.find(f"{before}{after}").municipality if named else None


def find(text: str, expecting: Asked) -> Place:
    """The answer to that question; «por la salida a Magdalena» is none."""
    text = _NEARLY.sub(" ", text)
    elsewhere = _elsewhere(text)
    there = places.find(elsewhere, expecting) if elsewhere else Place()
    found = there if there.municipality else places.find(text, expecting)
    leads = _WHERE_IT_LEADS.search(text)
    if not (found.municipality and leads) or gazetteer.village(leads["where"].strip()):
        return found  # «la salida a Bahía de Kino» is in Hermosillo
    rest = _WHERE_IT_LEADS.sub(" ", text)
    return found if places.find(rest, expecting).municipality else replace(found, municipality=None)


def beside_streets(text: str, entities: Iterable[Entity]) -> str:
    """Without what is called a street: «calle Obregón» tells no town."""
    named = addresses.phrases("streets")
    for each in entities:
        if each.entity == "calle" and spelling.fold(each.value).split()[0].strip(".") in named:
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def is_all(text: str) -> bool:
    """Nothing but where they live and where it is."""
    elsewhere = _elsewhere(text)
    return elsewhere is not None and bool(_ALL_THERE.fullmatch(elsewhere))


def without_beside(
    told: Mapping[str, str], known: Mapping[str, str], asks: Collection[str], text: str
) -> dict[str, str]:
    """But for a town that is only named, where another is known: «mi hermano vive en Obregón», «no
    soy de Navojoa», «tengo que ir hasta Hermosillo»; or where they live, of a matter that is at no
    address."""
    town = told.get("municipio") if "municipio" in known else None
    is_of_home = {"colonia", "calle"}.isdisjoint(asks) and _LIVES.fullmatch(text)
    named = [each for each in _CLAUSES.split(text) if places.find(each).municipality == town]
    is_beside = town and (is_of_home or any(_BESIDE.search(spelling.fold(each)) for each in named))
    return {each: value for each, value in told.items() if each != "municipio" or not is_beside}


def along(road: str) -> tuple[str, ...]:
    """The two towns of «carretera de Moctezuma a Huásabas»; none where only one is known."""
    ends = re.split(r"\s(?:a|al|hacia|y|entre|de|del)\s", road)
    found = (places.find(each, expecting="municipio").municipality for each in ends)
    towns = tuple(dict.fromkeys(filter(None, found)))
    return towns if len(towns) == ENDS else ()


def _elsewhere(text: str) -> str | None:
    """What is said besides where they live, if it may say where the matter is."""
    rest, count = _HOME.subn(" ", text)
    return rest if count and _THERE.search(rest) else None


def town(content: Mapping[str, Any]) -> str | None:
    """The municipality of a location that was sent, where that is plain; the summary shows it."""
    location = content.get("location")
    return points.municipality_at(location["lat"], location["lon"]) if location else None


def namesakes(text: str, place: Place) -> tuple[str, ...]:
    """Where «San Pedro» may be, of which there are several; not two towns that are told."""
    plain = spelling.fold(text)
    is_told = any(spelling.fold(each) in plain for each in place.candidates)
    return () if is_told else place.candidates


def town_of(point: str) -> str | None:
    """The same, of a location that is known."""
    latitude, _, longitude = point.partition(", ")
    return points.municipality_at(float(latitude), float(longitude)) if longitude else None


def point(content: Mapping[str, Any]) -> str | None:
    """The location that was sent."""
    location = content.get("location")
    return f"{location['lat']}, {location['lon']}" if location else None


def recorded(text: str, found: Iterable[Entity]) -> str | None:
    """Of an entry in a register, the town where it was made: «soy de Huatabampo, vivo en Guaymas»,
    unless another is told to be: «nació en Navojoa»."""
    towns = [each for each in found if each.entity == "municipio"]
    before = [(each, spelling.fold(text[: each.start])) for each in towns]
    made = [each for each, words in before if _RECORDED.search(words)]
    made = made or [each for each, words in before if _IS_FROM.search(words)]
    return made[0].value if len(made) == 1 else None
