"""Where it happens: municipality, colonia, postal code and street named in a text.

A municipality is told only when one is meant. Names that are usually a person, a saint or a
street need words around them that say «where»; several municipalities stay candidates.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeVar

from nlu import addresses, answers, colonias, english_streets, evidence, landmarks, signs
from nlu import text as spelling
from nlu.addresses import Sentence, Span
from nlu.catalogue import Catalogue, plain
from nlu.gazetteer import gazetteer, municipalities
from nlu.interpretation import Entity, Place
from nlu.names import Mention, Strength
from nlu.text import LONGEST

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
_CORRECTIONS = frozenset({"perdon", "disculpe", "corrijo", "equivoque", "digo", "sino"})
_DASH = re.compile(r"\s*[-–—]\s*")
_OR = re.compile(
    r"[\s,]+(?:(?:creo|tal vez|no s[eé])[\s,]+)*[ou]\s+(?:(?:a|de|en|es)\s+)*", re.IGNORECASE
)
_ROAD = re.compile(r"\s*[-–—/]\s*|\s+(?:a|y|e)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    """A name that counts, and how strongly it is the place."""

    mention: Mention
    weight: int
    start: int
    end: int
    denied: bool = False


_Told = TypeVar("_Told", Span, _Said)


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
    sentence = Sentence(clipped, said, *_taken(said, mentions))
    told = (addresses.streets, landmarks.streets, english_streets.streets)
    streets = _apart([each for find in told for each in find(sentence)], taken)
    named = _apart(_colonias(sentence, official), taken, streets)
    towns = _meant(sentence, list(_said(sentence, mentions, [*streets, *named])))
    codes = [each for each in _postal_codes(clipped) if not _overlaps(each, taken, streets)]
    if not (streets or named or towns or codes):
        return Place(), []
    latest = _latest(sentence, named)
    colonia = max(latest, key=lambda each: each.confidence, default=None)
    homes = official.homes(colonia.value) if colonia else ()
    municipality, candidates = _decided(towns, codes, homes, official)
    entities = [*map(_entity, streets), *codes]
    entities += [_colonia_entity(each, municipality, official) for each in named]
    entities += [_municipality_entity(each) for each in towns if each.weight > evidence.DIRECTION]
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


def _taken(
    said: Sequence[str], mentions: Sequence[Mention]
) -> tuple[frozenset[int], frozenset[int]]:
    """Where the name of a street must stop, «col sahuaro hermosillo», «calle 5 de Empalme», not
    «nuevo hermosillo»; and where none may begin, «San Pedro de la Cueva»."""
    ours = [
        each for each in mentions if each.name.municipalities and not evidence.is_doubtful(each)
    ]
    sure = [each for each in ours if each.name.strength >= Strength.EXACT]
    weak = [each for each in ours if each.name.strength is Strength.WEAK]
    inside = {at for each in weak for at in range(each.first + 1, each.last)}
    inside |= {at for each in sure for at in range(each.first, each.last)}
    told = (each for each in weak if _follows_a_part(said, each.first))
    return frozenset(each.first for each in (*sure, *told)), frozenset(inside)


def _follows_a_part(said: Sequence[str], first: int) -> bool:
    """«Calle 5 de Empalme», «el centro de Empalme»."""
    if first < 2 or said[first - 1] != "de":
        return False
    return said[first - 2].isdecimal() or said[first - 2] == "centro"


def _said(
    sentence: Sentence, mentions: Sequence[Mention], spans: Sequence[Span]
) -> Iterator[_Said]:
    previous: _Said | None = None
    end_of_road = -1  # of a name that is no place by itself, «la Mazatán» in «la Mazatán-Ures»
    for mention in mentions:
        start = sentence.words[mention.first].start
        end = sentence.words[mention.last - 1].end
        covered = any(
            span.start < end and start < span.end and not span.value.lower().startswith("ejido")
            for span in spans
        )
        if covered or not mention.name.municipalities:
            continue
        joined, end_of_road = bool(_DASH.fullmatch(sentence.text, end_of_road, start)), end
        if evidence.is_borne(sentence, mention):
            continue
        weight = evidence.DIRECTION if joined else evidence.weight_of(sentence, mention)
        if previous and _ROAD.fullmatch(sentence.text, previous.end, start):
            weight = previous.weight
        is_other = previous is not None and bool(_OR.fullmatch(sentence.text, previous.end, start))
        if previous and previous.denied and evidence.is_instead(sentence, mention):
            weight = evidence.HERE
        if is_other or evidence.counts(sentence, mention, weight):
            denied = evidence.is_denied(sentence, mention)
            previous = _Said(mention, weight, start, end, denied)
            yield previous


def _meant(sentence: Sentence, said: Sequence[_Said]) -> Sequence[_Said]:
    """Without what was denied, if something else was told, and what was corrected."""
    if len(said) < 2:
        return said
    told = _latest(sentence, [each for each in said if not each.denied] or said)
    return _alternatives(sentence, told)


def _alternatives(sentence: Sentence, told: Sequence[_Said]) -> Sequence[_Said]:
    """«Pertenece a Guaymas, creo, o a Empalme»: one as likely as the other."""
    for one, other in pairwise(told):
        if _OR.fullmatch(sentence.text, one.end, other.start):
            weight = max(one.weight, other.weight)
            return [replace(each, weight=weight) if each in (one, other) else each for each in told]
    return told


def _latest(sentence: Sentence, told: Sequence[_Told]) -> Sequence[_Told]:
    """«Colonia Cucurpe... no perdón, colonia San Isidro»: what is told after a correction, if
    anything is."""
    if len(told) < 2 or not (turned := sentence.where(_CORRECTIONS)):
        return told
    begins = sentence.words[turned[-1]].end
    return [each for each in told if each.start >= begins] or told


def _decided(
    said: Sequence[_Said], codes: Sequence[Entity], homes: Sequence[str], official: Catalogue
) -> tuple[str | None, tuple[str, ...]]:
    """A name or a code tells the municipality; a colonia alone only says which it may be."""
    strongest = max((each.weight for each in said), default=None)
    named = {
        place
        for each in said
        if each.weight == strongest
        for place in each.mention.name.municipalities
    }
    by_code = {place for code in codes for place in places_of_code(code.value, official)}
    meant = (named & by_code or named | by_code) if named and by_code else named or by_code
    if len(meant) > 1:
        meant = meant & set(homes) or meant
    if len(meant) == 1 and (strongest != evidence.DIRECTION or by_code):
        return next(iter(meant)), ()
    return None, tuple(sorted(meant or homes))


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
    return [*_latest(sentence, street)[:1], *_latest(sentence, crossing)[:1]]


def _entity(span: Span) -> Entity:
    return Entity(span.kind, span.value, span.start, span.end, span.confidence, EXTRACTOR)


def _colonia_entity(span: Span, municipality: str | None, official: Catalogue) -> Entity:
    """Sure when the catalogue has it in the municipality that was told, doubtful in another."""
    homes = official.homes(span.value)
    confidence = span.confidence
    if municipality and homes:
        confidence = 1.0 if municipality in homes else 0.5
    return Entity(span.kind, span.value, span.start, span.end, confidence, EXTRACTOR)


def _municipality_entity(said: _Said) -> Entity:
    places = said.mention.name.municipalities
    confidence = (1.0 if said.mention.cost == 0 else 0.85) / len(places)
    return Entity("municipio", " | ".join(places), said.start, said.end, confidence, EXTRACTOR)
