"""Streets told without «calle», by what stands or meets there."""

import re
from collections.abc import Iterator, Sequence

from nlu.addresses import (
    ARTICLES,
    CONNECTORS,
    JOINS,
    LONGEST_NAME,
    Sentence,
    Span,
    is_parted,
    name_after,
    phrases,
    span_of,
)

_CORNERS = ("esquina", "esq", "cruce")
_LIGHTS = ("semaforo", "semaforos", "crucero")  # that stand at one
_BEFORE_CORNERS = frozenset((*_CORNERS, *_LIGHTS, "en", "por"))
_LEADS = ("en", "por", "sobre")
_NUMBERED = re.compile(r"\d{1,3}[a-z]?")
_NO_STREETS = frozenset({"media", "cuarto", "pico", "tambien", "ademas", "otra", "otro"})
_CAR = re.compile(
    r"nissan|chev(?:rolet|y)|ford|toyota|honda|mazda|volkswagen|vw|jeep|dodge|ram|kia|hyundai|seat"
    r"|renault|gmc|bmw|audi|tsuru|jetta|aveo|versa|civic|corolla|sentra|focus|march|spark"
)
_YEAR = re.compile(r"(?:19[5-9]|20[0-3])\d")
_DOOR = re.compile(r"\d{1,5}[a-z]?")
_LONGEST_OF_A_LIST = 3  # words
# What is counted, too.
_PARTS = frozenset({
    "sector", "seccion", "etapa", "manzana", "lote", "zona", "km", "kilometro", "modulo", "block",
    "edificio", "campo", "grado", "edad", "numero", "num", "casa", "articulo", "tel", "telefono",
    "cel", "folio", "medidor", "contrato", "cuenta", "unidad", "placas", "hace", "son", "tengo",
    "tiene", "cp", "p", "postal",
    "i", "m", "i'm", "im", "am", "is", "are", "was", "my", "we", "he", "she", "they", "it", "age",
    "number", "line", "room", "case", "plate", "patrol", "paid", "of",
})  # fmt: skip
_HEIGHT = ("a", "la", "altura")


def streets(sentence: Sentence) -> list[Span]:
    return [
        *_heights(sentence),
        *_near_corners(sentence),
        *_between(sentence),
        *_bare_corners(sentence),
        *_numbered_corners(sentence),
        *_doors(sentence),
    ]


def _heights(sentence: Sentence) -> Iterator[Span]:
    """«En el Solidaridad a la altura del Walmart»: that is said of roads, not of colonias."""
    for at in sentence.where(("altura",)):
        begins = at - len(_HEIGHT) + 1
        if tuple(sentence.said[max(begins, 0) : at + 1]) != _HEIGHT:
            continue
        for first in range(max(begins - 4, 1), begins):
            leads = sentence.said[first - 1] in _LEADS
            named = first + 1 if sentence.said[first] in ARTICLES else first
            if leads and begins in name_after(sentence, named):
                for last in name_after(sentence, at + 2):
                    yield span_of(sentence, "calle", named, (named, last), confidence=0.8)


def _near_corners(sentence: Sentence) -> Iterator[Span]:
    """«En la Solidaridad casi con Progreso», «en Sinaloa esquina con Zacatecas»: what has a corner
    is no colonia."""
    for at in sentence.where(("casi", "esquina", "esq")):
        count = 2 if sentence.folded(at + 1) == "con" else 0
        if not count:
            continue
        for named in range(max(at - 4, 1), at):
            if _is_led(sentence, named) and at in name_after(sentence, named):
                for last in name_after(sentence, at + count):
                    yield span_of(sentence, "calle", named, (named, last), confidence=0.8)


def _is_led(sentence: Sentence, at: int) -> bool:
    """After «en la», in small letters too, or after «en»."""
    if sentence.said[at - 1] in ARTICLES:
        return sentence.folded(at - 2) in _LEADS
    return sentence.said[at - 1] in _LEADS and sentence.capital(at)


def _between(sentence: Sentence) -> Iterator[Span]:
    """«Obregón 45 entre Juárez y Morelos»: what has a house is no town."""
    for at in sentence.where(("entre",)):
        house = at - 1
        if not sentence.folded(house).isdigit() or is_parted(sentence, house):
            continue
        first = house
        while house - first < LONGEST_NAME and _is_of_name(sentence, first - 1, house):
            first -= 1
        if first < house and sentence.capital(first):
            yield span_of(sentence, "calle", first, (first, at), confidence=0.8)


def _is_of_name(sentence: Sentence, at: int, house: int) -> bool:
    if at < 0 or (at + 1 < house and sentence.broken(at + 1)):
        return False
    return sentence.capital(at) or sentence.folded(at) in CONNECTORS


def _bare_corners(sentence: Sentence) -> Iterator[Span]:
    """«esquina de morelos y juarez», «cruce de Jalisco con Guerrero»; without that word both names
    need capitals and a «y», «en Reforma y 12 de Octubre»."""
    joins = sentence.where((*JOINS, "con"))
    for at in sentence.where(_BEFORE_CORNERS) if joins else ():
        is_light = sentence.folded(at) in _LIGHTS and sentence.folded(at + 1) in ("de", "del")
        is_corner = sentence.folded(at) in _CORNERS or (is_light and _is_named(sentence, at + 2))
        skipped = 1 if is_corner and sentence.folded(at + 1) in ("de", "del", "con") else 0
        first = at + 1 + skipped
        if not any(first < each <= first + LONGEST_NAME + 1 for each in joins):
            continue
        if not is_corner and sentence.broken(first):
            continue
        for last in _both(sentence, first, capitals=not is_corner):
            yield span_of(sentence, "calle", first, (first, last), confidence=0.6)


def _numbered_corners(sentence: Sentence) -> Iterator[Span]:
    """«En la 12 y Obregón», in small letters too: no other thing is a number and a name."""
    for at in sentence.where(JOINS):
        first = at - 1
        is_led = sentence.folded(at - 2) in ("la", "el") and sentence.folded(at - 3) in _LEADS
        is_number = _NUMBERED.fullmatch(sentence.folded(first)) and not sentence.broken(at)
        if first > 1 and is_led and is_number and sentence.folded(at + 1) not in _NO_STREETS:
            for last in name_after(sentence, at + 1):
                yield span_of(sentence, "calle", first, (first, last), confidence=0.6)


def _doors(sentence: Sentence) -> Iterator[Span]:
    """«En Morelos 20, colonia Granja», «Nogales, Kennedy, Obregón 14»: what has a house is no
    town."""
    for at in range(1, len(sentence.said)):
        is_door = _DOOR.fullmatch(sentence.said[at]) and not sentence.broken(at)
        if not (is_door and sentence.broken(at + 1)):
            continue
        firsts = reversed(range(max(at - _LONGEST_OF_A_LIST, 0), at))
        led = (
            n for n in firsts if sentence.broken(n) or sentence.said[n - 1] in ("en", "in", "at")
        )
        first = next(led, None)
        is_other = first is None or is_of_a_car(sentence.said[first : at + 1])
        if first is not None and not is_other and _no_kind(sentence.said[first:at]):
            yield span_of(sentence, "calle", first, (first, at + 1), confidence=0.6)


def is_of_a_car(said: Sequence[str]) -> bool:
    """«Nissan Tsuru 2004»: its make or model, and its year."""
    return any(map(_CAR.fullmatch, said)) and any(map(_YEAR.fullmatch, said))


def _no_kind(said: Sequence[str]) -> bool:
    """Not «ruta 5», «sector 2», «agosto 20»."""
    kinds = ("not_a_colonia", "months", "ends_a_name", "bearers", "streets", "colonias", "seats")
    return not any(each in _PARTS or _is_any(each, kinds) for each in said)


def _is_any(word: str, kinds: Sequence[str]) -> bool:
    return word.isdigit() or any(word in phrases(each) for each in kinds)


def _is_named(sentence: Sentence, at: int) -> bool:
    """Not «el semáforo de la escuela y el tope»."""
    first = at + 1 if sentence.folded(at) in ARTICLES else at
    return sentence.folded(first) not in phrases("not_a_colonia") | phrases("ends_a_name")


def _both(sentence: Sentence, first: int, *, capitals: bool) -> Iterator[int]:
    """Where the second name of «X y Y» ends."""
    if capitals and not _may_be_street(sentence, first):
        return
    joints = JOINS if capitals else (*JOINS, "con")
    for middle in name_after(sentence, first):
        after = middle + 1
        if sentence.folded(middle) not in joints or sentence.broken(middle):
            continue
        if not capitals or _may_be_street(sentence, after):
            yield from name_after(sentence, after)


def _may_be_street(sentence: Sentence, at: int) -> bool:
    if at >= len(sentence.said) or at in sentence.taken:
        return False
    is_common = any(sentence.folded(at) in phrases(each) for each in ("not_a_colonia", "months"))
    named = sentence.folded(at).isdigit() and sentence.folded(at + 1) == "de"
    return not is_common and (sentence.capital(at) or named)
