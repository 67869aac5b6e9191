"""What somebody who has read the summary says anew: what is marked in it (see `marked`), each in
the place of what it corrects."""

import re
from collections.abc import Collection, Mapping

from bot.dialogue.reading import labels, marked, phones, renewed, streets, wording
from bot.dialogue.reading.heard import Heard
from nlu.interpretation import Entity

LEAST = 0.5  # confidence of what is marked: the summary shows it
# What one may be taken for another.
_ALIKE = (("colonia", "calle", "escuela", "institucion"), ("nombre", "beneficiario"))
_SPELT_OUT = re.compile(r"(?:\w[\s.-]+){2,}\w")  # «S A V A L A»
_DENIED = re.compile(
    r"\b(?:no|ni|en vez de|en lugar de)(?: (?:es|era|en|el|la|los|las|del?|al|mi|su))*\s*$",
    re.IGNORECASE,
)


def told(known: Mapping[str, str], kept: Collection[str], heard: Heard) -> dict[str, str]:
    """The facts that hold otherwise now; those that were not known, if they are among `kept`."""
    now = dict(known)
    kinds = dict.fromkeys(each.entity for each in marked.marks(heard) if each.entity != "otro")
    for mark in [each for kind in kinds for each in marked.pieces(heard, kind)]:
        fact = _fact_meant(known, heard, mark)
        if (fact in kept or fact in known) and _holds(known, heard, mark, fact):
            value = _value(fact, now.get(fact), mark, heard)
            now |= {fact: value} if value else {}
    return {fact: value for fact, value in now.items() if known.get(fact) != value}


def holding(heard: Heard) -> dict[str, str]:
    """The same facts as they are said, whatever stood there."""
    kinds = {each.entity for each in marked.marks(heard)}
    values = {kind: marked.value(heard, kind, LEAST) for kind in kinds}
    return {kind: value for kind, value in values.items() if value}


def contact(known: Mapping[str, str], heard: Heard) -> dict[str, str]:
    """«El 637… ya no lo uso, marque al 662…», «mi teléfono acaba en 54»."""
    there = known.get("contacto", "")
    numbers = [each.value for each in heard.meaning.entities if each.entity == "telefono"]
    others = [each for each in numbers if each != there]
    if there in numbers and len(others) == 1:
        return {"contacto": others[0]}
    now = labels.own_contact(heard) or phones.corrected(there, heard.text)
    return {"contacto": now} if now and now != there else {}


def tells_town(heard: Heard) -> bool:
    """Beside what is marked: no part of a street, a road or a school, and no town is marked."""
    towns = [each for each in heard.meaning.entities if each.entity == "municipio"]
    marks = marked.marks(heard)
    inside = (any(each.start <= town.start < each.end for each in marks) for town in towns)
    return not all(inside) and all(each.entity != "municipio" for each in marks)


def _holds(known: Mapping[str, str], heard: Heard, mark: Entity, fact: str) -> bool:
    """Sure enough, not denied, no phone, and not who answers it: «mejor el 623…, soy Beto»."""
    is_named = fact == "nombre" and fact in known and heard.entity("telefono") is not None
    if is_named and not renewed.resembles(known[fact], mark.value, heard.text):
        return False
    is_wrong = (
        _is_phone(heard, mark)
        or _SPELT_OUT.fullmatch(mark.value)
        or _DENIED.search(heard.text[: mark.start])
    )
    return not is_wrong and marked.is_sure(heard, mark, LEAST)


def _is_phone(heard: Heard, mark: Entity) -> bool:
    numbers = (each for each in heard.meaning.entities if each.entity == "telefono")
    digits = sum(each.isdigit() for each in mark.value)
    return digits >= phones.LENGTH or any(each.start <= mark.start < each.end for each in numbers)


def _fact_meant(known: Mapping[str, str], heard: Heard, mark: Entity) -> str:
    """«5 de mayo, no de febrero» is said of the street that was known so, not of a colonia."""
    is_all = heard.text.strip(" .") == mark.value
    if mark.entity == "calle" and "tramo" in known and "calle" not in known:
        is_town = is_all and marked.kept_as("municipio", mark.value) is not None
        return "municipio" if is_town else "tramo"
    if heard.move == "name" and is_all:
        return "nombre"
    kinds = next((each for each in _ALIKE if mark.entity in each), ())
    said = (each for each in (mark.entity, *kinds) if each in known)
    of_it = (each for each in said if renewed.resembles(known[each], mark.value, heard.text))
    return next(of_it, mark.entity)


def _value(fact: str, known: str | None, mark: Entity, heard: Heard) -> str | None:
    if fact in ("municipio", "ruta"):
        return marked.kept_as(fact, mark.value)
    value = renewed.renewed(fact, known, mark.value, heard.text) if known else mark.value
    return wording.titled(streets.spelt(value)) if fact in marked.OF_TITLES else value
