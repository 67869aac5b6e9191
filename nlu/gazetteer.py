"""The names of places of Sonora: its municipalities, their villages, and what people call them."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nlu import yml
from nlu.names import Gazetteer, Name, Strength
from nlu.text import fold
from nlu.text import words as split

DATA = Path(__file__).parent / "data"

# 26°18' to 32°29' north and 108°25' to 115°03' west (Wikipedia, «Sonora»), and
# some five kilometres more.
_SOUTH, _NORTH, _WEST, _EAST = 26.25, 32.55, -115.1, -108.37

_PARENTHESIS = re.compile(r"\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Municipality:
    name: str
    seat: str
    postal_codes: range


@cache
def municipalities() -> dict[str, Municipality]:
    with (DATA / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["municipality"]: Municipality(
                row["municipality"],
                row["seat"],
                range(int(row["postal_code_from"]), int(row["postal_code_to"]) + 1),
            )
            for row in csv.DictReader(file)
        }


@cache
def spoken() -> dict[str, Any]:
    """places.yml: what people call the places."""
    content: dict[str, Any] = yml.load((DATA / "places.yml").read_text(encoding="utf-8"))
    return content


@cache
def gazetteer() -> Gazetteer:
    names: dict[tuple[str, ...], Name] = {}
    for phrase, places in _meanings().items():
        strength = _strength(" ".join(phrase))
        name = Name(tuple(sorted(places)), strength)
        names[phrase] = name
        joined = "".join(phrase)
        if len(phrase) > 1 and len(joined) > 6 and strength >= Strength.EXACT:
            names.setdefault((joined,), name)
    for said in (*spoken()["elsewhere"], *spoken()["states"]):
        names[_phrase(said)] = Name((), Strength.SURE)
    return Gazetteer(names, spoken()["never_a_typo"])


def is_place(said: str) -> bool:
    """The whole of it is the name of a place of Sonora, whatever else is called so."""
    name = gazetteer().names.get(_phrase(said))
    return name is not None and bool(name.municipalities)


def names_a_state(said: str) -> bool:
    """«Jalisco y Guerrero»: other States, or the streets named after them."""
    plain = " ".join(_phrase(said))
    return any(f" {each} " in f" {plain} " for each in spoken()["states"])


def village(said: str) -> str | None:
    """Its name, if that is what was said and no municipality nor the seat of one."""
    phrase = _phrase(said)
    return _villages().get(phrase[1:] if phrase[:1] == ("poblado",) else phrase)


@cache
def _villages() -> dict[tuple[str, ...], str]:
    seats = {
        phrase
        for town in municipalities().values()
        for said in (town.name, *_alternatives(town.seat))
        for phrase in _variants(said)
    }
    named = {phrase: said.strip() for said, _ in _localities() for phrase in _variants(said)}
    return {phrase: said for phrase, said in named.items() if phrase not in seats}


def is_near(latitude: float, longitude: float) -> bool:
    """Inside the State or at its border, in degrees."""
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST


def _strength(said: str) -> Strength:
    for strength in (Strength.RARE, Strength.WEAK, Strength.EXACT):
        if said in spoken()[strength.name.lower()]:
            return strength
    return Strength.SURE


def _meanings() -> dict[tuple[str, ...], set[str]]:
    """A municipality's own name wins over a village that bears it too."""
    meanings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for said, place in _localities():
        for phrase in _variants(said):
            meanings[phrase].add(place)
    for said, places in spoken()["shared"].items():
        meanings[_phrase(said)] = set(places)
    for town in municipalities().values():
        aliases = spoken()["aliases"].get(town.name, ())
        for said in (*_alternatives(town.seat), town.name, *aliases):
            for phrase in _variants(said):
                meanings[phrase] = {town.name}
    return meanings


def _localities() -> Iterator[tuple[str, str]]:
    with (DATA / "localities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for said in _alternatives(row["locality"]):
                yield said, row["municipality"]


def _alternatives(name: str) -> list[str]:
    """«Vícam (Switch)» is «Vícam» and «Switch»."""
    return [_PARENTHESIS.sub("", name), *_PARENTHESIS.findall(name)]


def _variants(said: str) -> set[tuple[str, ...]]:
    """People leave out «Heroica» and «de»."""
    phrase = _phrase(said)
    plain = phrase[1:] if phrase[0] == "heroica" else phrase
    plain = plain[2:] if plain[:2] == ("ciudad", "de") else plain
    short = tuple(word for word in plain if word not in ("de", "del"))
    return {phrase, plain} | ({short} if len(short) > 1 else set())


def _phrase(said: str) -> tuple[str, ...]:
    return tuple(word.folded for word in split(fold(said)))
