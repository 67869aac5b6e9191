"""Reads training messages in Rasa 3.x YAML: `nlu:` blocks with examples and annotated entities."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from nlu import yml
from nlu.interpretation import Entity

FOLDER = Path(__file__).parent / "rasa" / "data" / "nlu"

_ANNOTATION = re.compile(r"\[([^\[\]]+)\](?:\(([^()]+)\)|(\{[^{}]*\}))")
_INTENT = re.compile(r"^\s*(?:- )?intent:\s*['\"]?([\w/]+)")


class BrokenTrainingData(Exception):  # noqa: N818
    """A file of training data that cannot be used. `line` counts from 1."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason = path, line, reason


@dataclass(frozen=True, slots=True)
class Example:
    """`known`: what the form held when it was written, by fact; Rasa knows no such thing."""

    intent: str
    text: str
    entities: tuple[Entity, ...] = ()
    known: tuple[tuple[str, str], ...] = ()


def load(folder: Path = FOLDER) -> list[Example]:
    """Every example of every *.yml under the folder, files in order of name."""
    return [example for path in files(folder) for example in read(path)]


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yml"))


def read(path: Path) -> list[Example]:
    """The examples of one file. Raises BrokenTrainingData."""
    try:
        source = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BrokenTrainingData(path, 1, f"not UTF-8: {error.reason}") from error
    content = _parse(path, source)
    blocks = content.get("nlu") if isinstance(content, dict) else None
    if not isinstance(blocks, list):
        raise BrokenTrainingData(path, 1, "expected a list under the key 'nlu'")
    lines = _intent_lines(source)
    return [
        example
        for number, block in enumerate(each for each in blocks if _has_intent(each))
        for example in _block(path, block, lines[number] if number < len(lines) else 1)
    ]


def _parse(path: Path, source: str) -> Any:
    try:
        return yml.load(source)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise BrokenTrainingData(path, line, error.problem or "not YAML") from error
    except yaml.YAMLError as error:
        raise BrokenTrainingData(path, 1, f"not YAML: {error}") from error


def _intent_lines(source: str) -> list[int]:
    return [n for n, line in enumerate(source.splitlines(), 1) if _INTENT.match(line)]


def _has_intent(block: Any) -> bool:
    """Synonym, lookup and regex blocks are Rasa's business."""
    return not isinstance(block, dict) or not {"synonym", "lookup", "regex"} & block.keys()


def _block(path: Path, block: Any, line: int) -> Iterator[Example]:
    intent = block.get("intent") if isinstance(block, dict) else None
    if not isinstance(intent, str) or not intent:
        raise BrokenTrainingData(path, line, "a block without 'intent'")
    examples = block.get("examples")
    if not isinstance(examples, str) or not examples.strip():
        raise BrokenTrainingData(path, line, f"intent '{intent}' has no examples")
    known = _known(path, line, block)
    first = line + (3 if known else 2)
    for offset, written in enumerate(examples.splitlines(), first):
        if written.strip():
            yield replace(_example(path, offset, intent, written), known=known)


def _known(path: Path, line: int, block: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    known = block.get("known", {})
    if not isinstance(known, dict) or not all(isinstance(each, str) for each in known.values()):
        raise BrokenTrainingData(path, line, "'known' must be facts and their values, in quotes")
    return tuple(known.items())


def _example(path: Path, line: int, intent: str, written: str) -> Example:
    if not written.lstrip().startswith("- "):
        raise BrokenTrainingData(path, line, "an example must begin with '- '")
    text, entities = _annotations(path, line, written.strip().removeprefix("- ").strip())
    if not text:
        raise BrokenTrainingData(path, line, "an empty example")
    return Example(intent, text, tuple(entities))


def _annotations(path: Path, line: int, marked: str) -> tuple[str, list[Entity]]:
    text, entities, done = "", [], 0
    for found in _ANNOTATION.finditer(marked):
        text += marked[done : found.start()]
        kind, value = _described(path, line, found)
        start, end = len(text), len(text) + len(found[1])
        entities.append(Entity(kind, value, start, end, 1.0, "annotation"))
        text, done = text + found[1], found.end()
    rest = marked[done:]
    if "](" in rest or "]{" in rest:
        raise BrokenTrainingData(path, line, "an entity annotation that does not close")
    return text + rest, entities


def _described(path: Path, line: int, found: re.Match[str]) -> tuple[str, str]:
    if found[2]:
        kind, _, value = found[2].partition(":")
        return kind.strip(), value.strip() or found[1]
    try:
        described = json.loads(found[3])
        return str(described["entity"]), str(described.get("value", found[1]))
    except (ValueError, KeyError) as error:
        raise BrokenTrainingData(path, line, f"a broken annotation {found[3]}") from error
