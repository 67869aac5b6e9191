"""Where each of several matters is: a place told in the sentence of one is not that of another."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.dialogue.reading import facts
from bot.dialogue.reading.heard import Heard
from handoff.rules import catalogue

Facts = Mapping[str, str]


def told(heard: Heard, key: str, others: Iterable[str]) -> dict[str, dict[str, str]]:
    """Of matters told in one message, the place of the main one and of those that are elsewhere;
    nothing if all are in one place."""
    own = {each: _place(heard, each) for each in (key, *others)}
    main = own.pop(key)
    asks = catalogue.load().categories[key].asks
    apart = {
        name: place
        for name, place in own.items()
        if _differ(main, place) or _is_its_own(place, main, asks)
    }
    return {key: main, **apart} if apart else {}


def placed(known: Facts, place: Facts | None) -> dict[str, str]:
    """What is known, with this place instead; in the same town, if the place does not tell one."""
    if place is None:
        return dict(known)
    town = {name: value for name, value in known.items() if name == "municipio"}
    rest = {name: value for name, value in known.items() if name not in facts.PLACES}
    return {**rest, **town, **place}


def _place(heard: Heard, key: str) -> dict[str, str]:
    said = [each for each in heard.parts if each.intent == key]
    found = [facts.places_in(replace(heard, text=each.text, meaning=each)) for each in said]
    return next((each for each in found if each), {})


def _is_its_own(place: Facts, main: Facts, asks: Iterable[str]) -> bool:
    """A street told with a road or a lamp is not where who needs a wheelchair lives."""
    return any(name not in (*main, *asks, "municipio") for name in place)


def _differ(one: Facts, other: Facts) -> bool:
    return any(one[name] != other[name] for name in one.keys() & other.keys())
