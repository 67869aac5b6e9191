"""Where each of several matters is: a place told in the sentence of one is not that of another."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from bot.dialogue.reading import facts, saying, whereabouts
from bot.dialogue.reading.heard import Heard
from handoff.rules import catalogue

Facts = Mapping[str, str]
_SAME = re.compile(
    r"\b(?:(?:mism[oa]|same) (?P<what>esquina|calle|cuadra"
    r"|lugar|domicilio|direccion|casa|colonia|ejido|pueblo|ciudad|municipio|corner|street|place"
    r"|address|town)|(?:ahi|aqui|alli) mism[oi]t?o?)\b"
)
# Said to where it is, and nothing else: «el mismo», «igual ahí», «en la misma dirección».
is_only_same = saying.only(
    r"(?:(?:si|es|pues|seria|tambien|igual|oiga|y|de|en|por|el|la|lo) )*"
    rf"(?:(?:el|la) mism[oa](?: de (?:antes|arriba|siempre|la otra vez))?|(?:{_SAME.pattern})|igual"
    r"|tambien(?: (?:ahi|aqui|alli))?|(?:ahi|aqui|alli)(?: tambien)?)"
    r"(?: (?:tambien|igual|por favor|gracias|de (?:antes|arriba)|que (?:le dije|antes)))*"
)
_NOT_SAME = re.compile(r"\bno (?:es|era|esta) (?:en )?(?:(?:la|el) )?mism[oa]\b")
_TOWN = ("municipio",)
_AS_FAR_AS = {
    "colonia": (*_TOWN, "colonia"),
    "ejido": (*_TOWN, "colonia"),
    **dict.fromkeys(("pueblo", "ciudad", "municipio", "town"), _TOWN),
}


def told(heard: Heard, key: str, others: Iterable[str]) -> dict[str, dict[str, str]]:
    """Of matters told in one message, the place of the main one and of those that are elsewhere;
    nothing if all are in one place."""
    own = {each: _place(heard, each) for each in (key, *others)}
    main = own.pop(key)
    asks = catalogue.load().categories[key].asks
    apart = {name: place for name, place in own.items() if _is_its_own(place, main, asks)}
    return {key: main, **apart} if apart else {}


def placed(known: Facts, place: Facts | None) -> dict[str, str]:
    """What is known, with this place instead; in the same town, if the place does not tell one."""
    if place is None:
        return dict(known)
    town = {name: value for name, value in known.items() if name == "municipio"}
    rest = {name: value for name, value in known.items() if name not in facts.PLACES}
    return {**rest, **town, **place}


def same(text: str, there: Facts, told: Facts) -> dict[str, str]:
    """«También falta una lámpara en la misma esquina»: as much of the last place as is said to be
    the same; nothing of it in another town."""
    plain = saying.bare(text)
    found = _SAME.search(plain)
    if found is None or _NOT_SAME.search(plain) or _differ(only(told, _TOWN), there):
        return {}
    return only(there, _AS_FAR_AS.get(found["what"] or "", facts.PLACES))


def towns(known: Facts, there: Facts) -> tuple[str, ...]:
    """Where it may be: at the ends of the road that is known, or where the last matter was."""
    road = known.get("tramo") or known.get("ruta", "")
    return whereabouts.along(road) or tuple(only(there, _TOWN).values())


def offered(known: Facts, there: Facts, asks: Collection[str]) -> dict[str, str]:
    """The whole place of the last matter, if this one asks for it and nothing of it is told."""
    is_whole = "colonia" in asks and "colonia" in there and known.keys().isdisjoint(facts.PLACES)
    return only(there, {"colonia", *_TOWN, *({"calle"} & {*asks})} if is_whole else _TOWN)


def same_as_asked(text: str, there: Facts, asked: str) -> dict[str, str]:
    """The same, of who is asked for one fact of the place: «la misma» is no more than that, nor is
    «la misma Mezquital», which it is."""
    name = saying.bare(there.get(asked, ""))
    if not is_only_same(text.casefold().replace(name, "") if name else text):
        return {}
    found = same(text, there, {})
    return found or only(there, _AS_FAR_AS.get(asked, facts.PLACES))


def only(known: Facts, names: Iterable[str]) -> dict[str, str]:
    return {name: value for name, value in known.items() if name in names}


def _place(heard: Heard, key: str) -> dict[str, str]:
    said = [each for each in heard.parts if each.intent == key]
    found = [facts.places_in(replace(heard, text=each.text, meaning=each)) for each in said]
    return next((each for each in found if each), {})


def _is_its_own(place: Facts, main: Facts, asks: Iterable[str]) -> bool:
    """A street told with a road or a lamp is not where who needs a wheelchair lives."""
    return any(name not in (*main, *asks, "municipio") for name in place)


def _differ(one: Facts, other: Facts) -> bool:
    return any(one[name] != other[name] for name in one.keys() & other.keys())
