"""Whether the facts of a message were found: exact spans of each type, and the municipality."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from nlu import text
from nlu.evaluation.examination import Answer
from nlu.evaluation.intents import rates, share
from nlu.gazetteer import gazetteer, municipalities, spoken
from nlu.interpretation import Entity, Place
from nlu.training_data import Example

MUNICIPALITY, COLONIA, ROAD = "municipio", "colonia", "tramo"


@dataclass(frozen=True, slots=True)
class EntityScore:
    """`counts` in the average: the engine gives the type, and somebody annotated it."""

    entity: str
    precision: float
    recall: float
    f1: float
    support: int
    given: int
    counts: bool


@dataclass(frozen=True, slots=True)
class Wrong:
    """A message whose municipality was not the one annotated; what was answered, or None."""

    text: str
    meant: tuple[str, ...]
    answered: str | None


@dataclass(frozen=True, slots=True)
class Municipalities:
    """`named`: messages with an annotated municipality that we know. `invented`: messages
    without one for which the engine names one, and no village or road that was annotated lies
    there."""

    named: int
    accuracy: float
    wrong: tuple[Wrong, ...]
    unnamed: int
    invented: tuple[Wrong, ...]


@dataclass(frozen=True, slots=True)
class Entities:
    """`micro_f1` is over the types that count, or None when none does."""

    messages: int
    micro_f1: float | None
    scores: tuple[EntityScore, ...]
    municipalities: Municipalities


def judge(answers: Sequence[Answer]) -> Entities:
    """Spans are judged in messages that somebody annotated: in the others nobody marked them."""
    annotated = [each for each in answers if each.truth.entities]
    right, given, true = Counter[str](), Counter[str](), Counter[str]()
    for answer in annotated:
        found, wanted = _spans(answer.meaning.entities), _spans(answer.truth.entities)
        right.update(kind for kind, *_ in found & wanted)
        given.update(kind for kind, *_ in found)
        true.update(kind for kind, *_ in wanted)
    able = {each.entity for answer in answers for each in answer.meaning.entities}
    counted = able & true.keys()
    return Entities(
        messages=len(annotated),
        micro_f1=_micro_f1(counted, right, given, true),
        scores=tuple(
            EntityScore(
                kind, *rates(right[kind], given[kind], true[kind]), true[kind], given[kind],
                kind in counted,
            )
            for kind in sorted(given.keys() | true.keys(), key=lambda kind: (-true[kind], kind))
        ),
        municipalities=judge_municipalities(answers),
    )  # fmt: skip


def judge_municipalities(answers: Sequence[Answer]) -> Municipalities:
    named = [(each, meant) for each in answers if (meant := municipalities_meant(each.truth))]
    unnamed = [each for each in answers if MUNICIPALITY not in _kinds(each.truth.entities)]
    wrong = tuple(
        _wrong(answer, meant)
        for answer, meant in named
        if not _is_right(answer.meaning.place, meant)
    )
    invented = tuple(_wrong(each) for each in unnamed if _is_invented(each))
    accuracy = share(len(named) - len(wrong), len(named))
    return Municipalities(len(named), accuracy, wrong, len(unnamed), invented)


def municipalities_meant(example: Example) -> frozenset[str]:
    """The official names of what was annotated: «Vícam» is Guaymas."""
    return frozenset(
        name
        for each in example.entities
        if each.entity == MUNICIPALITY
        for name in _places_in(each.value)
    )


def _places_in(value: str) -> frozenset[str]:
    mentions = gazetteer().mentions(text.said(value))
    return frozenset(name for mention in mentions for name in mention.name.municipalities)


def _is_invented(answer: Answer) -> bool:
    named = answer.meaning.place.municipality
    return named is not None and not any(
        named in _places_in(each.value)
        for each in answer.truth.entities
        if each.entity == ROAD or (each.entity == COLONIA and not _is_a_town(each.value))
    )


def _is_a_town(value: str) -> bool:
    """«col. Benito Juárez» says nothing of the municipality; «ejido La Victoria» does."""
    return text.fold(value) in _towns()


@cache
def _towns() -> frozenset[str]:
    aliases = spoken()["aliases"]
    return frozenset(
        text.fold(said)
        for town in municipalities().values()
        for said in (town.name, town.seat, *aliases.get(town.name, ()))
    )


def _is_right(place: Place, meant: frozenset[str]) -> bool:
    """Of several, one will do («de Ures a Hermosillo»), or all of them as candidates."""
    if place.municipality is None:
        return len(meant) > 1 and meant == set(place.candidates)
    return place.municipality in meant


def _wrong(answer: Answer, meant: Iterable[str] = ()) -> Wrong:
    return Wrong(answer.truth.text, tuple(sorted(meant)), answer.meaning.place.municipality)


def _micro_f1(
    counted: Iterable[str], right: Counter[str], given: Counter[str], true: Counter[str]
) -> float | None:
    kinds = list(counted)
    if not kinds:
        return None
    all_right, all_given, all_true = (
        sum(each[kind] for kind in kinds) for each in (right, given, true)
    )
    return rates(all_right, all_given, all_true)[2]


def _spans(entities: Iterable[Entity]) -> set[tuple[str, int, int]]:
    return {(each.entity, each.start, each.end) for each in entities}


def _kinds(entities: Iterable[Entity]) -> set[str]:
    return {each.entity for each in entities}
