"""Where it happens: municipality, colonia, postal code and street named in a text.

A municipality is told only when one is meant. Names that are usually a person, a saint or a
street need words around them that say «where»; several municipalities stay candidates.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from nlu import addresses, answers
from nlu.addresses import Sentence, Span
from nlu.gazetteer import Mention, Strength, gazetteer, municipalities, spoken
from nlu.interpretation import Entity, Place
from nlu.text import LONGEST, Word, words

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
_ROAD = re.compile(r"\s*[-–—/]\s*|\s+(?:a|y|e)\s+", re.IGNORECASE)
# How strongly the words before a name say that it is the place.
HERE, RESIDENCE, LOCATION, BARE, MOVEMENT, DIRECTION = 5, 4, 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class _Said:
    """A name that counts, and how strongly it is the place."""

    mention: Mention
    weight: int
    start: int
    end: int


def find(text: str, expecting: Asked | None = None) -> Place:
    """The place named in the text. After asking for one fact, pass it as `expecting`: then a
    bare answer («la sahuaro», «Obregon») is taken as that fact."""
    place, _ = recognise(text)
    return answers.completed(place, text, expecting) if expecting else place


def recognise(text: str, taken: Sequence[Entity] = ()) -> tuple[Place, list[Entity]]:
    """The place and its entities, none over those already `taken`."""
    clipped = text[:LONGEST]
    known = words(clipped)
    if not known:
        return Place(), []
    mentions = gazetteer().mentions(known)
    sentence = Sentence(clipped, known, _closed(mentions, known))
    streets = _apart(addresses.streets(sentence), taken)
    colonias = _apart(addresses.colonias(sentence), taken, streets)
    said = list(_said(sentence, mentions, [*streets, *colonias]))
    codes = [each for each in _postal_codes(clipped) if not _overlaps(each, taken, streets)]
    entities = [*map(_entity, streets), *map(_entity, colonias), *codes]
    municipality, candidates = _decided(said, codes)
    entities += [_municipality_entity(each) for each in said if each.weight > DIRECTION]
    place = Place(
        municipality=municipality,
        colonia=max(colonias, key=lambda each: each.confidence).value if colonias else None,
        postal_code=codes[0].value if codes else None,
        street=" ".join(each.value for each in _street_and_crossing(streets)) or None,
        candidates=candidates,
    )
    return place, entities


def _closed(mentions: Sequence[Mention], known: Sequence[Word]) -> frozenset[int]:
    """Where the name of a street must stop: «col sahuaro hermosillo», not «nuevo hermosillo»."""
    return frozenset(
        at
        for each in mentions
        if each.name.municipalities
        for at in range(each.first, each.last)
        if each.name.strength >= Strength.EXACT
        or (each.name.strength is Strength.WEAK and at > each.first)
    )


def _said(
    sentence: Sentence, mentions: Sequence[Mention], spans: Sequence[Span]
) -> Iterator[_Said]:
    previous: _Said | None = None
    for mention in mentions:
        start = sentence.words[mention.first].start
        end = sentence.words[mention.last - 1].end
        covered = any(
            span.start < end and start < span.end and not span.value.lower().startswith("ejido")
            for span in spans
        )
        if covered or not mention.name.municipalities or _borne(sentence, mention):
            continue
        weight = _weight(sentence, mention)
        if previous and _ROAD.fullmatch(sentence.text, previous.end, start):
            weight = previous.weight
        if weight >= _needed(mention.name.strength):
            previous = _Said(mention, weight, start, end)
            yield previous


def _needed(strength: Strength) -> int:
    if strength >= Strength.EXACT:
        return DIRECTION
    return LOCATION if strength is Strength.WEAK else RESIDENCE


def _borne(sentence: Sentence, mention: Mention) -> bool:
    """A person or an institution bears the name, or it is another place's: «Rosario, Sinaloa»."""
    first, last = mention.first, mention.last
    before = sentence.folded(first - 1) if not sentence.broken(first) else ""
    if before in _phrases("bearers") or before in ("nuevo", "nueva", "alvaro"):
        return True
    after = sentence.folded(last)
    if after in _phrases("states") or f"{after} {sentence.folded(last + 1)}" in _phrases("states"):
        return True
    surname = last < len(sentence.words) and not sentence.broken(last) and sentence.capital(last)
    return surname and mention.name.strength < Strength.EXACT and after not in ("sonora", "son")


def _weight(sentence: Sentence, mention: Mention) -> int:
    if sentence.folded(mention.last) in ("sonora", "son"):
        return RESIDENCE
    before = [] if sentence.broken(mention.first) else _before(sentence, mention.first)
    for weight, kind in (
        (HERE, "here"), (RESIDENCE, "residence"), (DIRECTION, "direction"), (LOCATION, "location"),
        (MOVEMENT, "movement"),
    ):  # fmt: skip
        if any(each in _phrases(kind) for each in before):
            return max(weight, LOCATION) if _proper(sentence, mention) else weight
    return LOCATION if _stands_alone(sentence, mention) or _proper(sentence, mention) else BARE


def _proper(sentence: Sentence, mention: Mention) -> bool:
    """A weak name with a capital letter after a preposition: «la plaza de Álamos»."""
    said = " ".join(word.folded for word in sentence.words[mention.first : mention.last])
    return (
        mention.name.strength is Strength.WEAK
        and sentence.folded(mention.first - 1) in _phrases("prepositions")
        and sentence.capital(mention.first)
        and said not in _phrases("persons")
    )


def _before(sentence: Sentence, first: int) -> list[str]:
    """The one, two and three words before."""
    return [
        " ".join(word.folded for word in sentence.words[first - count : first])
        for count in range(1, min(3, first) + 1)
    ]


def _stands_alone(sentence: Sentence, mention: Mention) -> bool:
    """«…, Magdalena.» after the rest of an address."""
    alone = sentence.broken(mention.first) and sentence.broken(mention.last)
    before = mention.first > 2 and sentence.capital(mention.first)
    return alone and before and mention.name.strength is Strength.WEAK


def _decided(said: Sequence[_Said], codes: Sequence[Entity]) -> tuple[str | None, tuple[str, ...]]:
    strongest = max((each.weight for each in said), default=None)
    named = {
        place
        for each in said
        if each.weight == strongest
        for place in each.mention.name.municipalities
    }
    by_code = {place for code in codes for place in places_of_code(code.value)}
    meant = (named & by_code or named | by_code) if named and by_code else named or by_code
    if len(meant) == 1 and (strongest != DIRECTION or by_code):
        return next(iter(meant)), ()
    return None, tuple(sorted(meant))


def places_of_code(code: str) -> tuple[str, ...]:
    """The municipalities whose range of postal codes has it."""
    number = int(code)
    return tuple(each.name for each in municipalities().values() if number in each.postal_codes)


def _postal_codes(text: str) -> list[Entity]:
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


def _street_and_crossing(streets: Sequence[Span]) -> list[Span]:
    street = [each for each in streets if each.kind == "calle"][:1]
    crossing = [each for each in streets if each.kind == "entre_calles"][:1]
    return street + crossing


def _entity(span: Span) -> Entity:
    return Entity(span.kind, span.value, span.start, span.end, span.confidence, EXTRACTOR)


def _municipality_entity(said: _Said) -> Entity:
    places = said.mention.name.municipalities
    confidence = (1.0 if said.mention.cost == 0 else 0.85) / len(places)
    return Entity("municipio", " | ".join(places), said.start, said.end, confidence, EXTRACTOR)


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(str(each) for each in spoken()[kind])
