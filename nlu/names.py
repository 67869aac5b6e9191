"""Finds names of several words in a text whose words may be misspelt: a tree of words, an index
of words with letters left out, and one of how they sound."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from rapidfuzz.distance import OSA

from nlu.memory import Memory

# In this order. What sounds the same is written the same, as far as it can be told.
_SOUNDS = (
    ("ph", "f"), ("h", ""), ("x", ""), ("v", "b"), ("z", "s"), ("ce", "se"), ("ci", "si"),
    ("ll", "i"), ("y", "i"), ("que", "ke"), ("qui", "ki"), ("c", "k"), ("q", "k"), ("ge", "je"),
    ("gi", "ji"),
)  # fmt: skip
_SOFT_U = re.compile("[wg]u")
_DOUBLE = re.compile(r"(.)\1")


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
        self._by_sound: dict[str, tuple[str, ...]] = {}
        self._by_deletion: dict[str, tuple[str, ...]] = {}
        for phrase, name in names.items():
            self._add(phrase, name)
        for word in self._vocabulary:
            _join(self._by_sound, _sound(word), word)
            for shorter in _deletions(word, self._typos_allowed(word)):
                _join(self._by_deletion, shorter, word)
        self._meant = Memory(self._find_meant)
        self._begins = Memory(self._may_begin)

    def _add(self, phrase: tuple[str, ...], name: Name) -> None:
        node = self._root
        for word in phrase:
            node = node.next.setdefault(word, _Node())
        node.name = name

    def mentions(self, words: Sequence[str]) -> list[Mention]:
        """The longest names in folded words, from left to right, none over another."""
        found: list[Mention] = []
        free = 0
        for start in [at for at, word in enumerate(words) if self._begins[word]]:
            best = self._longest(words, start) if start >= free else None
            if best:
                found.append(best)
                free = best.last
        return found

    def _may_begin(self, word: str) -> bool:
        return any(meant in self._root.next for meant, _ in self._meant[word])

    def _longest(self, words: Sequence[str], start: int) -> Mention | None:
        best: Mention | None = None
        for last, node, cost in self._walk(words, start, self._root, 0):
            name = node.name
            if name is None or (cost and not _may_be_misspelt(name, cost)):
                continue
            if best is None or (last, -cost) > (best.last, -best.cost):
                best = Mention(name, start, last, cost)
        return best

    def _walk(
        self, words: Sequence[str], at: int, node: _Node, cost: int
    ) -> Iterator[tuple[int, _Node, int]]:
        if at >= len(words) or not node.next:
            return
        for meant, wrong in self._meant[words[at]]:
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


def _join(words: dict[str, tuple[str, ...]], key: str, word: str) -> None:
    """In a tuple: nearly all are of one word, and a set takes four times as much memory."""
    words[key] = (*words.get(key, ()), word)


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
        word = word.replace(written, said)
    return _DOUBLE.sub(r"\1", _SOFT_U.sub("u", word))
