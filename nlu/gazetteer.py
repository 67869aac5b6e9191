"""The names of places of Sonora, and how to find them in words that may be misspelt."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz.distance import OSA

from nlu.text import Word, fold
from nlu.text import words as split

DATA = Path(__file__).parent / "data"

_PARENTHESIS = re.compile(r"\(([^)]*)\)")
_SOUNDS = tuple(
    (re.compile(written), said)
    for written, said in (
        ("ph", "f"), ("[hx]", ""), ("v", "b"), ("z|c(?=[ei])", "s"), ("ll|y", "i"),
        ("qu(?=[ei])|c|q", "k"), ("g(?=[ei])", "j"), ("[wg]u", "u"), ("(.)\\1", "\\1"),
    )
)  # fmt: skip


class Strength(IntEnum):
    """How readily a name means the place: see `weak`, `rare` and `exact` in places.yml."""

    RARE = 0
    WEAK = 1
    EXACT = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Name:
    """What a phrase may mean: no municipality at all when it is somewhere else."""

    municipalities: tuple[str, ...]
    strength: Strength


@dataclass(frozen=True, slots=True)
class Mention:
    """`name` found in words[first:last]; `cost` is the number of letters that were wrong."""

    name: Name
    first: int
    last: int
    cost: int


@dataclass(slots=True)
class _Node:
    name: Name | None = None
    next: dict[str, "_Node"] = field(default_factory=dict)


class Gazetteer:
    """`most_typos` in a word: every one more multiplies what is kept, and the time to load."""

    def __init__(
        self,
        names: dict[tuple[str, ...], Name],
        never_a_typo: Iterable[str],
        most_typos: int = 2,
    ) -> None:
        self.names = names
        self._most_typos = most_typos
        self._root = _Node()
        self._vocabulary = {word for phrase in names for word in phrase}
        self._never_a_typo = frozenset(never_a_typo)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        self._by_deletion: dict[str, set[str]] = defaultdict(set)
        for phrase, name in names.items():
            self._add(phrase, name)
        for word in self._vocabulary:
            self._by_sound[_sound(word)].add(word)
            for shorter in _deletions(word, self._typos_allowed(word)):
                self._by_deletion[shorter].add(word)
        self._meant = lru_cache(20_000)(self._find_meant)

    def _add(self, phrase: tuple[str, ...], name: Name) -> None:
        node = self._root
        for word in phrase:
            node = node.next.setdefault(word, _Node())
        node.name = name

    def mentions(self, words: Sequence[Word]) -> list[Mention]:
        """The longest names, from left to right, none over another."""
        found: list[Mention] = []
        start = 0
        while start < len(words):
            best = self._longest(words, start)
            if best:
                found.append(best)
            start = best.last if best else start + 1
        return found

    def _longest(self, words: Sequence[Word], start: int) -> Mention | None:
        best: Mention | None = None
        for last, node, cost in self._walk(words, start, self._root, 0):
            name = node.name
            if name is None or (cost and not _may_be_misspelt(name, cost)):
                continue
            if best is None or (last, -cost) > (best.last, -best.cost):
                best = Mention(name, start, last, cost)
        return best

    def _walk(
        self, words: Sequence[Word], at: int, node: _Node, cost: int
    ) -> Iterator[tuple[int, _Node, int]]:
        if at >= len(words) or not node.next:
            return
        for meant, wrong in self._meant(words[at].folded):
            following = node.next.get(meant)
            if following is not None:
                yield at + 1, following, cost + wrong
                yield from self._walk(words, at + 1, following, cost + wrong)

    def _find_meant(self, word: str) -> tuple[tuple[str, int], ...]:
        """The words of our names that this one may be, with the letters that are wrong."""
        if word in self._vocabulary:
            return ((word, 0),)
        if word in self._never_a_typo or len(word) < 4 or word.isdigit() or len(word) > 30:
            return ()
        meant = dict.fromkeys(self._by_sound.get(_sound(word), ()), 1)
        for shorter in _deletions(word, self._typos_allowed(word)):
            for each in self._by_deletion.get(shorter, ()):
                wrong = OSA.distance(word, each)
                allowed = min(self._typos_allowed(each), self._typos_allowed(word))
                if wrong <= (allowed if each[0] == word[0] else 1):
                    meant[each] = min(wrong, meant.get(each, wrong))
        return tuple(sorted(meant.items(), key=lambda pair: (pair[1], pair[0])))

    def _typos_allowed(self, word: str) -> int:
        if len(word) < 5 or word.isdigit():
            return 0
        return 1 if len(word) < 9 else self._most_typos


def _may_be_misspelt(name: Name, cost: int) -> bool:
    """A typo of a weak name must be slight; `places` asks for strong words around it, too."""
    return name.strength is Strength.SURE or (name.strength is Strength.WEAK and cost == 1)


def _deletions(word: str, depth: int) -> set[str]:
    found = {word}
    for _ in range(depth):
        found |= {each[:at] + each[at + 1 :] for each in found for at in range(len(each))}
    return found


def _sound(word: str) -> str:
    for written, said in _SOUNDS:
        word = written.sub(said, word)
    return word


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
    content: dict[str, Any] = yaml.safe_load((DATA / "places.yml").read_text(encoding="utf-8"))
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
