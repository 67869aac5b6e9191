"""A street that is told in the place of another in the same breath."""

import re
from dataclasses import replace

from bot.dialogue.reading import marked
from bot.dialogue.reading.heard import Heard
from nlu.interpretation import Entity, Told

# «Calle Sonora. No, perdón, es en la Sinaloa»
_RETRACTS = re.compile(
    r"\b(?:perd[oó]n|disculpen?|digo|corrijo|miento|mentira|quise decir|mejor dicho|m[aá]s bien"
    r"|me equivoqu[eé]|sorry|i mean)\b",
    re.IGNORECASE,
)
_IS_FIRST = re.compile(r"(?:\W|\b(?:no|ay|ah|uy|oiga|bueno|s[ií])\b)*", re.IGNORECASE)
_LED = re.compile(
    r"\b(?:col(?:onia)?|frac\w*|barrio|ejido|poblado|soy|llamo)\W*(?:(?:la|el)\W+)?$", re.IGNORECASE
)
_JOINT = re.compile(r"[\s,]*(?:(?:y|con|esq\w*)\s+)?")
_STREETS = ("calle", "entre_calles")


def as_it_is(heard: Heard) -> Heard:
    """With that street alone."""
    said = _RETRACTS.search(heard.text)
    marks = heard.told.facts if heard.told else ()
    if said is None or _IS_FIRST.fullmatch(heard.text, 0, said.start()):
        return heard
    before = [each for each in marks if each.end <= said.start()][-1:]
    after = [each for each in marks if each.start >= said.end()]
    is_street = all(each.entity == "calle" for each in before)
    if not (is_street and after) or not _may_be_one(heard, after[0]):
        return heard
    end = _end(heard, after)
    name = heard.text[after[0].start : end]
    street = replace(after[0], entity="calle", value=name, end=end, confidence=1.0)
    return _with_only(heard, street, (*before, street))


def _with_only(heard: Heard, street: Entity, gone: tuple[Entity, ...]) -> Heard:
    place, marks = heard.meaning.place, heard.told.facts if heard.told else ()
    is_colonia = place.colonia is not None and place.colonia not in street.value
    place = replace(place, street=street.value, colonia=place.colonia if is_colonia else None)
    rest = tuple(each for each in heard.meaning.entities if not _is_within(each, gone))
    marks = (*(each for each in marks if not _is_within(each, gone)), street)
    meaning = replace(heard.meaning, place=place, entities=rest)
    return replace(heard, meaning=meaning, told=Told(marks, 0.0), retold=None)


def _is_within(entity: Entity, spans: tuple[Entity, ...]) -> bool:
    return any(entity.start < each.end and each.start < entity.end for each in spans)


def _may_be_one(heard: Heard, mark: Entity) -> bool:
    """A name alone may be marked as another fact."""
    if mark.entity in ("colonia", "nombre"):
        is_led = _LED.search(heard.text[: mark.start])
        return mark.confidence < marked.SURE and is_led is None
    return mark.entity == "calle"


def _end(heard: Heard, marks: list[Entity]) -> int:
    """Of all that stands together: «Pedro Moreno, entre Rangel y Escobedo»."""
    end = marks[0].end
    for each in (*marks[1:], *heard.meaning.entities):
        if (
            each.entity in _STREETS
            and each.start >= end
            and _JOINT.fullmatch(heard.text, end, each.start)
        ):
            end = each.end
    return end
