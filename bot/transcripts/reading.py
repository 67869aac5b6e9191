"""A transcript as it stands in its file."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bot.transcripts.clock import MORNING
from nlu import yml

KEYS = frozenset({"title", "at", "steps"})


class BrokenTranscript(ValueError):  # noqa: N818
    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} no es una transcripción: {why}.")


class DoesNotHold(AssertionError):  # noqa: N818
    """What was said or done is not what the transcript says."""


def must(holds: bool, otherwise: str) -> None:
    """Raises DoesNotHold."""
    if not holds:
        raise DoesNotHold(otherwise)


@dataclass(frozen=True, slots=True)
class Step:
    """`what` is done or expected, and its value as in the file."""

    number: int
    what: str
    value: Any


@dataclass(frozen=True, slots=True)
class Transcript:
    title: str
    starts: datetime
    steps: tuple[Step, ...]


def message(value: Any) -> tuple[str, dict[str, Any] | None]:
    """What a citizen sends: words, and what comes with them."""
    if not isinstance(value, dict):
        return str(value), None
    return str(value.get("text", "")), {k: each for k, each in value.items() if k != "text"}


def read(path: Path, zone: ZoneInfo) -> Transcript:
    """Raises BrokenTranscript, OSError."""
    try:
        data = yml.load(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise BrokenTranscript(path, "no es YAML") from error
    if isinstance(data, dict) and (unknown := set(data) - KEYS):
        raise BrokenTranscript(path, f"no se conoce «{min(unknown, key=str)}»")
    if not isinstance(data, dict) or not isinstance(data.get("steps"), list):
        raise BrokenTranscript(path, "faltan los pasos («steps»)")
    steps = (_step(path, number, each) for number, each in enumerate(data["steps"], start=1))
    return Transcript(str(data.get("title", path.stem)), _starts(path, data, zone), tuple(steps))


def _step(path: Path, number: int, written: Any) -> Step:
    if isinstance(written, str):
        return Step(number, written, None)
    if isinstance(written, dict) and len(written) == 1:
        [(what, value)] = written.items()
        return Step(number, str(what), value)
    raise BrokenTranscript(path, f"el paso {number} no es uno solo")


def _starts(path: Path, data: dict[str, Any], zone: ZoneInfo) -> datetime:
    if "at" not in data:
        return MORNING
    try:
        return datetime.fromisoformat(str(data["at"])).replace(tzinfo=zone)
    except ValueError as error:
        raise BrokenTranscript(path, "«at» no es una fecha y hora") from error
