"""Which matters the words exclude, what is meant instead, and which words a matter needs beside
another one: all from excluded.yml. Its patterns are compiled when a message first needs them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from bot.dialogue.reading import saying
from handoff.rules import catalogue
from nlu import yml

FILE = Path(__file__).with_name("excluded.yml")
QUESTION = (("info_tramite", 1.0),)  # a person answers it
_TOP = {"lists", "beside", "rules"}
_NEEDED = {"like", "heard", "says", "meant"}
_KEYS = {*_NEEDED, "unlike", "unless"}
ANY = "any"  # whichever matter it looks like, but a grave one
_LIST = re.compile(r"<(\w+)>")

Ranking = tuple[tuple[str, float], ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule:
    """`says`: all of them must be found; `unless`: none."""

    heard: frozenset[str]
    says: tuple[str, ...]
    unless: tuple[str, ...]
    meant: Ranking

    def fits(self, plain: str) -> bool:
        is_said = all(_finds(each, plain) for each in self.says)
        return is_said and not any(_finds(each, plain) for each in self.unless)


@dataclass(frozen=True, slots=True)
class Words:
    """`beside`: those without which a matter is not told beside another one."""

    rules: tuple[Rule, ...]
    beside: Mapping[str, str]


def instead(matter: str, text: str) -> Ranking:
    """The ranking that takes the place of a matter; empty where nothing excludes it."""
    plain = saying.bare(text)
    fitting = (each.meant for each in _WORDS.rules if matter in each.heard and each.fits(plain))
    return next(fitting, ())


def is_own(matter: str, text: str) -> bool:
    """Whether the words bear it out beside another matter; of some it is not asked."""
    needed = _WORDS.beside.get(matter)
    return needed is None or _finds(needed, saying.bare(text))


def read(text: str, name: str = FILE.name, *, tries: bool = True) -> Words:
    """The rules in this order; `tries`: each of them with its examples. Raises ValueError with the
    line of what is wrong."""
    try:
        return _words(text, tries=tries)
    except yaml.MarkedYAMLError as wrong:
        at = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        raise ValueError(f"{name}:{at}: {wrong.problem}") from wrong
    except _Wrong as wrong:
        raise ValueError(f"{name}:{wrong.line}: {wrong}") from wrong


class _Wrong(Exception):  # noqa: N818
    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


def _words(text: str, *, tries: bool) -> Words:
    root = yaml.compose(text, Loader=yml.Loader)
    top = {key.value: node for key, node in root.value} if root else {}
    if wrong := top.keys() ^ _TOP:
        raise _Wrong(1, _unlike(wrong))
    lists: dict[str, str] = {}
    for key, node in top["lists"].value:
        lists[key.value] = _built(node, lambda said: _with(lists, said))
    beside = {
        key.value: _built(node, lambda said: _pattern(said, lists))
        for key, node in top["beside"].value
        if _built(key, catalogue.known)
    }
    rows = top["rules"].value
    rules = tuple(_built(each, lambda row: _rule(row, lists, tries=tries)) for each in rows)
    return Words(rules, beside)


def _built(node: yaml.Node, of: Callable[[Any], T]) -> T:
    """What stands at one place of the file, whose line goes with whatever is wrong there."""
    try:
        return of(yaml.constructor.SafeConstructor().construct_document(node))
    except (AttributeError, LookupError, TypeError, ValueError, re.error) as wrong:
        raise _Wrong(node.start_mark.line + 1, str(wrong)) from wrong


def _unlike(keys: Iterable[str]) -> str:
    return f"unknown or missing: {', '.join(sorted(keys))}"


def _rule(row: dict[str, Any], lists: Mapping[str, str], *, tries: bool) -> Rule:
    if wrong := (row.keys() - _KEYS) | (_NEEDED - row.keys()):
        raise ValueError(_unlike(wrong))
    rule = Rule(
        heard=_heard(row["heard"]),
        says=tuple(_pattern(each, lists) for each in _each(row["says"])),
        unless=tuple(_pattern(each, lists) for each in _each(row.get("unless", []))),
        meant=tuple((catalogue.known(key), float(sure)) for key, sure in row["meant"].items()),
    )
    if tries:
        _try(rule, _each(row["like"]), _each(row.get("unlike", [])))
    return rule


def _try(rule: Rule, like: Iterable[str], unlike: Iterable[str]) -> None:
    for text in like:
        if not rule.fits(saying.bare(text)):
            raise ValueError(f"does not fit «{text}»")
    for text in unlike:
        if rule.fits(saying.bare(text)):
            raise ValueError(f"fits «{text}» too")


def _heard(keys: str | list[str]) -> frozenset[str]:
    every = (key for key, each in catalogue.load().categories.items() if not each.is_confidential)
    named = {keys} if isinstance(keys, str) else {*keys}
    given = map(catalogue.known, named - {ANY})
    return frozenset(given) | frozenset(every if ANY in named else ())


def _each(said: object) -> list[str]:
    """Raises ValueError for what YAML takes for something else than words: «no»."""
    lines: list[Any] = said if isinstance(said, list) else [said]
    if wrong := [each for each in lines if not isinstance(each, str)]:
        raise ValueError(f"no words: {wrong[0]}")
    return lines


def _pattern(said: str, lists: Mapping[str, str]) -> str:
    """A line of words as a regular expression over text without accents and punctuation."""
    said = _with(lists, said)
    said = re.sub(r"\((?!\?)", "(?:", said.replace(" | ", "|"))
    said = re.sub(r"(?<! \))(?<=[a-z?)\]])\*", r"\\w*", said)
    said = re.sub(r" ?\.\.\. ?", r"\\b.*\\b", said).replace("_", r"\w+")
    return rf"\b(?:{said})\b"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _finds(pattern: str, plain: str) -> bool:
    return _compiled(pattern).search(plain) is not None


def _with(lists: Mapping[str, str], said: str) -> str:
    """«<school>» stands for the words of that list, which may name those before it."""
    return _LIST.sub(lambda found: f"({lists[found[1]]})", said)


_WORDS = read(FILE.read_text(encoding="utf-8"), tries=False)
