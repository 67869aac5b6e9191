"""Danger to life, by a trained margin and by rules that say why."""

import math
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nlu import english, yml
from nlu import text as spelling
from nlu.interpretation import Urgency

RULES = Path(__file__).parent / "data" / "urgency.yml"

NONE, EXPLAINED_AWAY, CALL_FOR_HELP, DANGER, SURE = 0.01, 0.2, 0.7, 0.9, 0.97
# A message longer than this is not read whole: danger is told at its beginning or at its end.
LONGEST = 3_000

_CLAUSE = re.compile(r"[.,;:!?¡¿()\n\r…]+")


@dataclass(frozen=True, slots=True)
class Danger:
    """`alone`: the most words a message may have for these patterns to count, or None."""

    reason: str
    pattern: re.Pattern[str]
    sure: bool
    alone: int | None


@dataclass(frozen=True, slots=True)
class Rules:
    figures: re.Pattern[str]
    past: re.Pattern[str]
    now: re.Pattern[str]
    apart: re.Pattern[str]
    feared: re.Pattern[str]
    unless: re.Pattern[str]
    dangers: tuple[Danger, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Margins of the model. At or above `alone` it is danger; at or above `with_rule` it is if a
    rule says so too. Below, nobody asks the rules."""

    alone: float
    with_rule: float


ONLY_RULES = Line(alone=math.inf, with_rule=-math.inf)
STEEPNESS = 4.0  # of the score around the line


def decide(text: str, margin: float, line: Line) -> Urgency:
    """Whether somebody may be in danger now; `reason` is None when no rule can name it."""
    if in_english := english.danger(text):
        return in_english
    score = _chance(STEEPNESS * (margin - line.alone)) if math.isfinite(line.alone) else NONE
    if margin < line.with_rule:
        return Urgency(False, score, None)
    told = assess(text)
    if told.value:
        return Urgency(True, max(score, told.score), told.reason)
    if margin >= line.alone:  # what a rule explained away is no reason for it
        return Urgency(True, max(score, told.score), None)
    return Urgency(False, max(score, told.score), told.reason)


def assess(text: str) -> Urgency:
    """What the rules alone say."""
    return _assess(_readable(text), rules())


def is_figurative(text: str) -> bool:
    """Whether a figure of speech is in it: «me muero de risa»."""
    return bool(rules().figures.search(_readable(text)))


def explain(text: str) -> str | None:
    """The rule that calls it danger, or None."""
    told = assess(text)
    return told.reason if told.value else None


def _chance(power: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, power))))


def _assess(plain: str, known: Rules) -> Urgency:
    literal = known.figures.sub(" _ ", plain)
    explained_away = None
    for danger in known.dangers:
        for found in danger.pattern.finditer(literal):
            if _counts(danger, found, literal, known):
                return Urgency(True, _score(danger), danger.reason)
            explained_away = explained_away or danger.reason
    if explained_away or literal != plain:
        return Urgency(False, EXPLAINED_AWAY, explained_away and f"descartado: {explained_away}")
    return Urgency(False, NONE, None)


def _score(danger: Danger) -> float:
    if danger.alone:
        return CALL_FOR_HELP
    return SURE if danger.sure else DANGER


def _counts(danger: Danger, found: re.Match[str], literal: str, known: Rules) -> bool:
    if danger.alone and len(literal.replace("|", " ").split()) > danger.alone:
        return False
    if known.unless.search(literal[max(0, found.start() - 40) : found.start()]):
        return False
    if danger.sure:
        return not known.past.search(literal) or bool(known.now.search(literal))
    if known.apart.search(literal):
        return False
    if known.now.search(literal):
        return True
    return not (known.past.search(literal) or known.feared.search(literal))


def _readable(text: str) -> str:
    half = LONGEST // 2
    clipped = text if len(text) <= LONGEST else f"{text[:half]} . {text[-half:]}"
    clauses = (" ".join(spelling.normalised(each)) for each in _CLAUSE.split(clipped))
    return " | ".join(each for each in clauses if each)


@cache
def rules() -> Rules:
    content = yml.load(RULES.read_text(encoding="utf-8"))
    words: dict[str, str] = content["words"]
    figures = (rf"\b(?:{each})" for each in content["figures"])
    return Rules(
        figures=re.compile("|".join(figures)),
        past=re.compile(content["past"]),
        now=re.compile(content["now"]),
        apart=re.compile(content["apart"]),
        feared=re.compile(content["feared"]),
        unless=re.compile(content["unless"]),
        dangers=tuple(_danger(each, words) for each in content["dangers"]),
    )


def _danger(rule: dict[str, Any], words: dict[str, str]) -> Danger:
    pattern = "|".join(rule["patterns"])
    for _ in range(2):  # a list may name another
        for name, choices in words.items():
            pattern = pattern.replace("{" + name + "}", choices)
    return Danger(rule["reason"], re.compile(pattern), bool(rule.get("sure")), rule.get("alone"))
