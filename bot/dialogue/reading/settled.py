"""What the rules of words found in a message, settled by what is marked in it."""

import re
from collections.abc import Container

from bot.dialogue.reading import marked, wording
from bot.dialogue.reading.heard import Heard
from nlu import addresses, form, gazetteer
from nlu import text as spelling
from nlu.interpretation import Entity

# What leads to a colonia beyond doubt.
_LED = re.compile(
    r"\b(?:col(?:onia)?|frac(?:c|cionamiento)?|barrio|ejido|poblado|pueblo|village)\b"
)
_IN = re.compile(r"\b(?:en|in|de|desde)(?: (?:la|el|las|los|the))? $")
_THE = re.compile(r"(?:\W+l[ao]s?)?", re.IGNORECASE)
_OF = re.compile(r"\b(?:de|en)\b", re.IGNORECASE)
_BY_THE_WAY = re.compile(r"\b(?:a|por|pa|para|hacia|hasta)\s*$", re.IGNORECASE)
_ROAD_TO = re.compile(
    r"\b(?:carretera|camino|brecha|terracer[ií]a|salida|rumbo)(?: \w+)? (?:a|hacia|pa|para)\s*$",
    re.IGNORECASE,
)
_HOME = re.compile(r"\b(?:soy|somos|vecin\w+|viv\w+|habitantes?)\b[^.;]*\bde\s*$", re.IGNORECASE)
_NEW_TOWN = re.compile(r"(?:nuev[oa]|gran) +\w+", re.IGNORECASE)  # «la colonia Nuevo Cananea»
# What stands before the name of a school or a hospital that may be that of a town.
_NAMED_AFTER = frozenset({
    "primaria", "secundaria", "preparatoria", "prepa", "kinder", "jardin", "ninos", "escuela",
    "colegio", "instituto", "telesecundaria", "guarderia", "hospital", "clinica", "heroica",
})  # fmt: skip
CONTACT = "contacto"
LOOKED_LIKE = ("municipio", "colonia", "calle", "nombre")  # by the rules, in a story
AS_WELL = {"beneficiario": "otro"}  # «el niño es Mateo»
OF_SCHOOLS = ("nivel_escolar", "escuela")  # «está en la secundaria 3» tells both
IN_WORDS = ("ruta", "tramo")  # «el que va a la prepa»


def facts(heard: Heard, told: dict[str, str]) -> dict[str, str]:
    """What the rules of words found, without what is something else, or stands beside."""
    kept = {fact: found for fact, found in told.items() if not _is_other(heard, fact, found)}
    return {fact: _trimmed(heard, fact, found) for fact, found in kept.items()}


def with_matter(heard: Heard, told: dict[str, str], asks: Container[str]) -> dict[str, str]:
    """Told along with a matter, what it asks for: much in a story only looks like a place."""
    if heard.told is None:
        return told
    likely = {name: found for name, found in told.items() if not _is_unlikely(heard, name, found)}
    if own := marked.own_name(heard):
        likely["nombre"] = own  # «a nombre de Francisca, yo soy la dueña Ana»
    return marked.among(heard, asks) | {
        name: _trimmed(heard, name, found) for name, found in likely.items()
    }


def _is_unlikely(heard: Heard, fact: str, found: str) -> bool:
    """«Mi vecino Hermosillo»; «la maestra de la Leona Vicario»: nothing leads to a colonia, and
    none is marked. Of «el centro de salud de Banámichi» the town is told, too."""
    if fact not in LOOKED_LIKE:
        return False
    of_it = [each for each in marked.marks(heard) if marked.is_of(each, found)]
    if fact == "calle" and found[-1:].isdigit():  # «Obregón 14» has a house
        of_it = [each for each in of_it if each.entity != "municipio"]
    if fact in LOOKED_LIKE[2:] and not of_it and marked.value(heard, fact, marked.BESIDE):
        return True  # «mi calle tan apagadas, la Pima entre 12 y 14»
    if fact == "municipio":
        if not marked.marks(heard) and (_is_by_the_way(heard) or _is_of_a_road(heard)):
            return True
        of_it = [each for each in of_it if not _ends_with_town(each, found)]
    if fact == "colonia" and not of_it:
        return not _is_led(heard, found)
    return bool(of_it) and all(
        each.entity != fact and each.confidence >= marked.BESIDE for each in of_it
    )


def _is_led(heard: Heard, colonia: str) -> bool:
    before, is_there, _ = spelling.fold(heard.text).partition(spelling.fold(colonia))
    if is_there and not before.strip():  # «Pueblo Yaqui calle 600, hay un canal desbordado»
        return True
    is_led = _IN.search(before) or _ends_in_town(heard, len(before.rstrip()))
    return bool(_LED.search(before) or (is_there and is_led))


def is_led_to(heard: Heard, colonia: str) -> bool:
    """By what stands before it, or as all that is said: «Sahuaro», «vivo en la Sahuaro»."""
    before, *_ = spelling.fold(heard.text).partition(spelling.fold(colonia))
    is_itself = _LED.match(spelling.fold(colonia)) or before.endswith(" del ")  # «ejido Fundición»
    return bool(is_itself) or heard.move == "place" or _is_led(heard, colonia)


def _ends_in_town(heard: Heard, at: int) -> bool:
    """«Nogales centro», «Etchojoa Bacobampo», «Nogales, la Kennedy»."""
    towns = (each for each in heard.meaning.entities if each.entity == "municipio")
    return any(_THE.fullmatch(heard.text, each.end, at) for each in towns)


def _is_by_the_way(heard: Heard) -> bool:
    """«Salgo a trabajar a Hermosillo»; «el camión urbano de Nogales» is there."""
    towns = [each for each in heard.meaning.entities if each.entity == "municipio"]
    is_none = heard.told is not None and heard.told.nothing >= marked.NOTHING
    before = [heard.text[: each.start] for each in towns]
    is_passing = all(_BY_THE_WAY.search(each) and not _HOME.search(each) for each in before)
    return bool(is_none and towns) and is_passing


def _is_of_a_road(heard: Heard) -> bool:
    """«Por la carretera a Yécora»: where it leads, not where it is."""
    towns = [each for each in heard.meaning.entities if each.entity == "municipio"]
    return bool(towns) and all(_ROAD_TO.search(heard.text[: each.start]) for each in towns)


def _ends_with_town(mark: Entity, town: str) -> bool:
    """«Centro de salud de Bácum», «cobach Nogales»; «la primaria Magdalena» is called so."""
    if mark.entity not in ("escuela", "institucion"):
        return False
    called, _, last = spelling.fold(mark.value).rpartition(" ")
    is_named = called.split(" ")[-1] in _NAMED_AFTER
    is_last = bool(called) and not is_named and marked.kept_as("municipio", last) == town
    return is_last or bool(_OF.search(mark.value))


def _trimmed(heard: Heard, fact: str, found: str) -> str:
    """«Josefa», of «Josefa no Josefina»; «Ma. del Socorro Y.», of «Ma»; «don Refugio» stays."""
    if fact == "colonia" and found.lower() in ("nuevo", "nueva", "gran"):
        whole = _NEW_TOWN.search(heard.text)
        return wording.titled(whole[0]) if whole else found
    kinds = (fact, AS_WELL.get(fact))
    of_it = [
        each for each in marked.marks(heard) if each.entity in kinds and marked.is_of(each, found)
    ]
    if any(_is_with_town(heard, each) for each in (found, *(mark.value for mark in of_it))):
        return wording.titled(heard.meaning.place.colonia or "") if fact == "colonia" else found
    is_of_both = len({each.entity for each in of_it}) > 1  # «mi mamá, Josefina Ruiz»
    if is_of_both or found in (marked.kept_as(fact, each.value) for each in of_it):
        return found
    longer = marked.BESIDE if fact == "calle" else marked.SURE  # «tercera y Altar», of «tercera»
    sure = (
        each
        for each in of_it
        if marked.is_sure(heard, each, longer if len(each.value) > len(found) else marked.SURE)
    )
    told = next((marked.kept_as(fact, each.value) for each in sure), None)
    if told is None or fact == "municipio":
        return told or found
    one, other = spelling.fold(found), spelling.fold(told)
    if one in other and other.removesuffix(one).strip() not in ("el", "la"):
        return told  # «calle 8 y Obregón», of «calle 8»; «Las Quintas», but «Sahuaro»
    lead = one.removesuffix(other).split()
    if fact in marked.BARE:
        begins_so = one.startswith(other) or other.startswith(one)
        return told if begins_so or _tells_another(heard, fact, found) else found
    if lead and addresses.phrases("colonias").issuperset(lead):
        return told  # «col Granja»
    beside = found[len(told) :]  # «calle 4 entre Olivares y no me acuerdo»
    return told if one.startswith(other) and wording.is_sentence(beside) else found


def _is_with_town(heard: Heard, told: str) -> bool:
    """«Centro Hermosillo», where the rules tell both apart; «Nuevo Hermosillo» is one."""
    place = heard.meaning.place
    colonia = spelling.fold(place.colonia or "")
    _, named, town = f" {spelling.fold(told)}".partition(f" {colonia} ")
    return bool(place.municipality and colonia and named) and gazetteer.is_place(town)


def _tells_another(heard: Heard, fact: str, found: str) -> bool:
    """«Hermosillo. Carmen Duarte»"""
    others = (
        each
        for each in marked.marks(heard)
        if each.entity != fact and each.confidence >= marked.SURE
    )
    return any(marked.is_of(each, found) for each in others)


def is_none(heard: Heard, fact: str, value: str) -> bool:
    """Whether the words that were taken for the fact that was asked tell another, or nothing."""
    if heard.told is None or fact not in form.KINDS or fact in IN_WORDS:
        return False
    if any(marked.is_of(each, value) for each in marked.marks(heard)):
        return _is_other(heard, fact, value)
    if not marked.marks(heard):
        return heard.told.nothing >= marked.NOTHING or heard.move == "contact"
    if fact == "municipio" and _is_taken_back(heard):
        return False
    return all(each.confidence >= marked.SURE for each in marked.marks(heard))


def _is_taken_back(heard: Heard) -> bool:
    """«Nogales… no, perdón, Hermosillo»: by the rules, though it is marked."""
    towns = [each for each in heard.meaning.entities if each.entity == "municipio"]
    marks = [each for each in marked.marks(heard) if each.entity == "municipio"]
    inside = (town.start <= mark.start < town.end for mark in marks for town in towns)
    return bool(towns and marks) and not any(inside)


def _is_other(heard: Heard, fact: str, value: str) -> bool:
    """Surely another fact is told with these words; a phone tells itself by its shape."""
    if fact == CONTACT:
        return False
    of_it = [each for each in marked.marks(heard) if marked.is_of(each, value)]
    if any(_is_with_town(heard, each.value) for each in of_it):
        return False
    is_it = fact in IN_WORDS or any(each.entity in (fact, AS_WELL.get(fact)) for each in of_it)
    is_it = is_it or (fact, *(each.entity for each in of_it[:1])) == OF_SCHOOLS
    if fact == "municipio":
        is_it = is_it or any(_ends_with_town(each, value) for each in of_it)
    least = marked.BESIDE if fact == "municipio" else marked.SURE  # «la Benito Juárez»
    return bool(of_it) and not is_it and all(each.confidence >= least for each in of_it)
