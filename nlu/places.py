"""Where it happens: municipality, colonia, postal code and street named in a text.

A municipality is told only when one is meant. Names that are usually a person, a saint or a
street need words around them that say «where»; several municipalities stay candidates.
"""

import re
from collections.abc import Sequence
from typing import Literal

from nlu import (
    addresses,
    answers,
    colonias,
    described,
    evidence,
    landmarks,
    signs,
    towns,
)
from nlu import text as spelling
from nlu.addresses import Sentence, Span
from nlu.catalogue import Catalogue, plain
from nlu.gazetteer import gazetteer, municipalities
from nlu.interpretation import Entity, Place
from nlu.text import LONGEST
from nlu.towns import Town

EXTRACTOR = "places"
Asked = Literal["municipio", "colonia", "calle"]

_NAMED_CODE = re.compile(
    r"\b(?:c\.?\s?p\.?|c[oó]digo\s+postal)[\s:.#]*(\d{5})(?!\d)", re.IGNORECASE
)
_BARE_CODE = re.compile(
    r"(?<![\w$#.,@+-])(?<!folio )(?<!numero )(?<!número )(?<!num )(?<!cuenta )(?<!contrato )"
    r"(?<!servicio )(?<!medidor )(?<!unidad )(?<!\d )(8[345]\d{3})"
    r"(?![\w%@-]|[.,]?\d| (?:pesos|litros|habitantes|personas|\d))"
)


def find(text: str, expecting: Asked | None = None) -> Place:
    """The place named in the text. After asking for one fact, pass it as `expecting`: then a
    bare answer («la sahuaro», «Obregon») is taken as that fact."""
    place, _ = recognise(text)
    return answers.completed(place, text, expecting) if expecting else place


def recognise(
    text: str, taken: Sequence[Entity] = (), catalogue: Catalogue | None = None
) -> tuple[Place, list[Entity]]:
    """The place and its entities, none over those already `taken`."""
    official = catalogue or plain()
    clipped = text[:LONGEST]
    said = spelling.said(clipped)
    mentions = gazetteer().mentions(said)
    sentence = Sentence(clipped, said, *towns.taken(said, mentions))
    told = (addresses.streets, landmarks.streets)
    found = (each for find in told for each in find(sentence))
    streets = _apart([each for each in found if not described.is_no_name(sentence, each)], taken)
    codes = [each for each in _postal_codes(clipped) if not _overlaps(each, taken, streets)]
    named = _apart(_colonias(sentence, official), taken, streets, codes)
    spans = [*streets, *named]
    told_towns = towns.meant(sentence, towns.told(sentence, mentions, spans))
    if not (streets or named or told_towns or codes):
        return Place(), []
    latest = towns.latest(sentence, named)
    colonia = max(latest, key=lambda each: each.confidence, default=None)
    homes = official.homes(colonia.value) if colonia else ()
    municipality, candidates = _decided(told_towns, codes, homes, official)
    entities = [*map(_entity, streets), *codes]
    entities += [_colonia_entity(each, municipality, official) for each in named]
    entities += [
        _municipality_entity(each, municipality)
        for each in told_towns
        if each.weight > evidence.DIRECTION
    ]
    place = Place(
        municipality=municipality,
        colonia=colonia.value if colonia else None,
        postal_code=codes[0].value if codes else None,
        street=" ".join(each.value for each in _street_and_crossing(sentence, streets)) or None,
        candidates=candidates,
    )
    return place, entities


def _colonias(sentence: Sentence, official: Catalogue) -> list[Span]:
    of_catalogue = colonias.of_catalogue(sentence, official.colonias.mentions(sentence.said))
    return [*of_catalogue, *colonias.told(sentence)]


def _decided(
    said: Sequence[Town], codes: Sequence[Entity], homes: Sequence[str], official: Catalogue
) -> tuple[str | None, tuple[str, ...]]:
    """A name or a code tells the municipality; a colonia alone only says which it may be."""
    strongest = max((each.weight for each in said), default=None)
    each_of = [{*each.mention.name.municipalities} for each in said if each.weight == strongest]
    named = set.union(*each_of) if each_of else set()
    if each_of:  # «Ures, San Pedro»
        named = set.intersection(*each_of) or named
    by_code = {place for code in codes for place in places_of_code(code.value, official)}
    meant = (named & by_code or named | by_code) if named and by_code else named or by_code
    if len(meant) > 1:  # «Hermosillo, poblado San Pedro»
        beside = {each.mention.name.municipalities[0] for each in said if _is_town(each)}
        meant = (not by_code and meant & beside) or meant & set(homes) or meant
    if len(meant) == 1 and (strongest != evidence.DIRECTION or by_code):
        return next(iter(meant)), ()
    return None, tuple(sorted(meant or homes))


def _is_town(said: Town) -> bool:
    """One that could be no other, and is not only where a road leads."""
    is_one = len(said.mention.name.municipalities) == 1
    return is_one and said.weight > evidence.DIRECTION and not said.denied


def places_of_code(code: str, official: Catalogue) -> tuple[str, ...]:
    """The municipality of a postal code, if the official catalogue has it; else those whose range
    of codes does."""
    in_range = (each.name for each in municipalities().values() if int(code) in each.postal_codes)
    return official.codes.get(code) or tuple(in_range)


def _postal_codes(text: str) -> list[Entity]:
    if not signs.of(text) & signs.FIVE_DIGITS:
        return []
    return [
        Entity("codigo_postal", found[1], found.start(1), found.end(1), confidence, EXTRACTOR)
        for pattern, confidence in ((_NAMED_CODE, 1.0), (_BARE_CODE, 0.8))
        for found in pattern.finditer(text)
    ][:1]


def _apart(spans: Sequence[Span], *others: Sequence[Entity] | Sequence[Span]) -> list[Span]:
    """Those that overlap neither the others nor an earlier one."""
    kept: list[Span] = []
    for span in spans:
        if not _overlaps(span, kept, *others):
            kept.append(span)
    return kept


def _overlaps(one: Span | Entity, *others: Sequence[Entity] | Sequence[Span]) -> bool:
    return any(one.start < each.end and each.start < one.end for group in others for each in group)


def _street_and_crossing(sentence: Sentence, streets: Sequence[Span]) -> list[Span]:
    street = addresses.meant(sentence, [each for each in streets if each.kind == "calle"])
    crossing = [each for each in streets if each.kind == "entre_calles"]
    return [*towns.latest(sentence, street)[:1], *towns.latest(sentence, crossing)[:1]]


def _entity(span: Span) -> Entity:
    return Entity(span.kind, span.value, span.start, span.end, span.confidence, EXTRACTOR)


def _colonia_entity(span: Span, municipality: str | None, official: Catalogue) -> Entity:
    """Sure when the catalogue has it in the municipality that was told, doubtful in another."""
    homes = official.homes(span.value)
    confidence = span.confidence
    if municipality and homes:
        confidence = 1.0 if municipality in homes else 0.5
    return Entity(span.kind, span.value, span.start, span.end, confidence, EXTRACTOR)


def _municipality_entity(said: Town, municipality: str | None) -> Entity:
    places = said.mention.name.municipalities
    places = (municipality,) if municipality in places else places
    confidence = (1.0 if said.mention.cost == 0 else 0.85) / len(places)
    return Entity("municipio", " | ".join(places), said.start, said.end, confidence, EXTRACTOR)
