"""Which municipalities are told: the names that count, without what was denied or corrected."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from nlu import evidence, gazetteer
from nlu.addresses import Sentence, Span
from nlu.names import Mention, Strength

_CORRECTIONS = frozenset({"perdon", "disculpe", "corrijo", "equivoque", "digo", "sino"})
_DASH = re.compile(r"\s*[-–—]\s*")
_OR = re.compile(
    r"[\s,]+(?:(?:creo|tal vez|no s[eé])[\s,]+)*[ou]\s+(?:(?:a|de|en|es)\s+)*", re.IGNORECASE
)
_ROAD = re.compile(r"\s*[-–—/]\s*|\s+(?:a|y|e)\s+", re.IGNORECASE)
# Between a village and its town: «El Chinal, municipio de Álamos», «por la [calle 4] de».
_WITHIN = re.compile(
    r"(?:\s+(?:por|en|sobre)\s+(?:la|el))?\s*(?:,\s*|\s(?:del?|en)\s+)"
    r"(?:(?:el\s+)?(?:municipio|mpio\.?)\s+de\s+)?",
    re.IGNORECASE,
)
# Their own names say little: every ejido and every village is called after something else.
VILLAGES = frozenset({"ejido", "poblado"})
_PART = 6  # words of «ejido José María Morelos de»


@dataclass(frozen=True, slots=True)
class Town:
    """A name that counts, and how strongly it is the place."""

    mention: Mention
    weight: int
    start: int
    end: int
    denied: bool = False


_Told = TypeVar("_Told", Span, Town)


def taken(
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
    of_part = (each for each in weak if _follows_a_part(said, each.first))
    after_number = {at + 1 for at, word in enumerate(said[:-1]) if word.isdecimal()}
    centres = {at for at in after_number if said[at] == "centro"}  # «calle 15 centro»
    return frozenset({each.first for each in (*sure, *of_part)} | centres), frozenset(inside)


def _follows_a_part(said: Sequence[str], first: int) -> bool:
    """«Calle 5 de Empalme», «el centro de Empalme», «ejido Morelos de Empalme»."""
    if first < 2 or said[first - 1] != "de":
        return False
    part = said[first - 2]
    return part.isdecimal() or part == "centro" or "ejido" in said[max(0, first - _PART) : first]


def told(sentence: Sentence, mentions: Sequence[Mention], spans: Sequence[Span]) -> list[Town]:
    """The names that count, but for what the spans cover."""
    found: list[Town] = []
    end_of_road = -1  # of a name that is no place by itself, «la Mazatán» in «la Mazatán-Ures»
    for mention in mentions:
        start = sentence.words[mention.first].start
        end = sentence.words[mention.last - 1].end
        covered = any(
            span.start < end and start < span.end and sentence.folded(span.first) not in VILLAGES
            for span in spans
        )
        if covered or not mention.name.municipalities:
            continue
        joined, end_of_road = bool(_DASH.fullmatch(sentence.text, end_of_road, start)), end
        if evidence.is_borne(sentence, mention):
            continue
        previous = found[-1] if found else None
        weight = evidence.DIRECTION if joined else evidence.weight_of(sentence, mention)
        if previous and _ROAD.fullmatch(sentence.text, previous.end, start):
            weight = previous.weight
        is_other = previous is not None and bool(_OR.fullmatch(sentence.text, previous.end, start))
        if previous and previous.denied and evidence.is_instead(sentence, mention):
            weight = evidence.HERE
        if previous and _is_within(sentence, previous, mention, spans):
            weight = max(weight, previous.weight)
            found[-1] = replace(previous, mention=replace(previous.mention, name=mention.name))
        elif not (is_other or evidence.counts(sentence, mention, weight)):
            continue
        denied = evidence.is_denied(sentence, mention)
        found.append(Town(mention, weight, start, end, denied))
    return found


def _is_within(sentence: Sentence, village: Town, mention: Mention, spans: Sequence[Span]) -> bool:
    """«Ejido San Pedro de Caborca»: whatever other town has a village of that name."""
    if village.weight < evidence.BARE or gazetteer.village(_words(sentence, mention)):
        return False
    begins, ends = village.end, sentence.words[mention.first].start
    inside = [each for each in spans if begins <= each.start and each.end <= ends]
    between = sentence.text[begins:ends]
    for each in inside:
        between = between.replace(sentence.text[each.start : each.end], "")
    if not _WITHIN.fullmatch(between):
        return False
    said = _words(sentence, village.mention)
    is_called = not VILLAGES.isdisjoint(sentence.said[max(0, village.mention.first - 1) :][:2])
    return is_called or gazetteer.village(said) is not None or said in gazetteer.spoken()["shared"]


def _words(sentence: Sentence, mention: Mention) -> str:
    return " ".join(sentence.said[mention.first : mention.last])


def meant(sentence: Sentence, said: Sequence[Town]) -> Sequence[Town]:
    """Without what was denied, if something else was told, and what was corrected."""
    if len(said) < 2:
        return said
    kept = latest(sentence, [each for each in said if not each.denied] or said)
    return _alternatives(sentence, kept)


def _alternatives(sentence: Sentence, told: Sequence[Town]) -> Sequence[Town]:
    """«Pertenece a Guaymas, creo, o a Empalme»: one as likely as the other."""
    for one, other in pairwise(told):
        if _OR.fullmatch(sentence.text, one.end, other.start):
            weight = max(one.weight, other.weight)
            return [replace(each, weight=weight) if each in (one, other) else each for each in told]
    return told


def latest(sentence: Sentence, told: Sequence[_Told]) -> Sequence[_Told]:
    """«Colonia Cucurpe... no perdón, colonia San Isidro»: what is told after a correction, if
    anything is."""
    if len(told) < 2 or not (turned := sentence.where(_CORRECTIONS)):
        return told
    begins = sentence.words[turned[-1]].end
    return [each for each in told if each.start >= begins] or told
