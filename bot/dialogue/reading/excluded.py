"""Which matters the words exclude, and what is meant instead: the rules of excluded.yml, checked as
they are read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.dialogue.reading import typed
from handoff.rules import catalogue

FILE = Path(__file__).with_name("excluded.yml")
QUESTION = (("info_tramite", 1.0),)  # a person answers it
_NEEDED = {"like", "heard", "says", "meant"}
_KEYS = {*_NEEDED, "unlike", "unless"}
_LIST = re.compile(r"<(\w+)>")

Ranking = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """`says`: all of them must be found; `unless`: none."""

    heard: tuple[str, ...]
    says: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    meant: Ranking

    def fits(self, plain: str) -> bool:
        is_said = all(each.search(plain) for each in self.says)
        return is_said and not (self.unless and self.unless.search(plain))


def instead(matter: str, text: str) -> Ranking:
    """The ranking that takes the place of a matter; empty where nothing excludes it."""
    plain = typed.bare(text)
    return next((each.meant for each in _RULES if matter in each.heard and each.fits(plain)), ())


def read(text: str, name: str = FILE.name) -> tuple[Rule, ...]:
    """The rules in this order. Raises ValueError with the line of what is wrong."""
    try:
        return tuple(_rules(text))
    except yaml.MarkedYAMLError as wrong:
        at = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        raise ValueError(f"{name}:{at}: {wrong.problem}") from wrong
    except _Wrong as wrong:
        raise ValueError(f"{name}:{wrong.line}: {wrong}") from wrong


class _Wrong(Exception):  # noqa: N818
    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


def _rules(text: str) -> Iterator[Rule]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    build = yaml.constructor.SafeConstructor().construct_document
    lists: dict[str, str] = {}
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "lists":
            lists = build(node)
        elif key.value != "rules":
            raise _Wrong(key.start_mark.line + 1, f"unknown key {key.value}")
        for each in node.value if key.value == "rules" else ():
            try:
                yield _rule(build(each), lists)
            except (ValueError, LookupError, re.error) as wrong:
                raise _Wrong(each.start_mark.line + 1, str(wrong)) from wrong


def _rule(row: dict[str, Any], lists: Mapping[str, str]) -> Rule:
    if wrong := (row.keys() - _KEYS) | (_NEEDED - row.keys()):
        raise ValueError(f"unknown or missing: {', '.join(sorted(wrong))}")
    rule = Rule(
        heard=tuple(catalogue.known(each) for each in row["heard"]),
        says=tuple(_pattern(each, lists) for each in _each(row["says"])),
        unless=next((_pattern(each, lists) for each in _each(row.get("unless", []))), None),
        meant=tuple((catalogue.known(key), float(sure)) for key, sure in row["meant"].items()),
    )
    for text in _each(row["like"]):
        if not rule.fits(typed.bare(text)):
            raise ValueError(f"does not fit «{text}»")
    for text in _each(row.get("unlike", [])):
        if rule.fits(typed.bare(text)):
            raise ValueError(f"fits «{text}» too")
    return rule


def _each(said: object) -> list[str]:
    """Raises ValueError for what YAML takes for something else than words: «no»."""
    lines: list[Any] = said if isinstance(said, list) else [said]
    if wrong := [each for each in lines if not isinstance(each, str)]:
        raise ValueError(f"no words: {wrong[0]}")
    return lines


def _pattern(said: str, lists: Mapping[str, str]) -> re.Pattern[str]:
    """A line of words as a regular expression over text without accents and punctuation."""
    while found := _LIST.search(said):
        words = lists[found[1]].replace(" | ", "|")
        said = said.replace(found[0], f"({words})")
    said = re.sub(r"\((?!\?)", "(?:", said.replace(" | ", "|"))
    said = re.sub(r"(?<! \))(?<=[a-z?)\]])\*", r"\\w*", said)
    said = re.sub(r" ?\.\.\. ?", r"\\b.*\\b", said).replace("_", r"\w+")
    return re.compile(rf"\b(?:{said})\b")


_RULES = read(FILE.read_text(encoding="utf-8"))
