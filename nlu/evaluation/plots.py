"""Where the marks of each plot stand: plain geometry, drawn by templates/plots.svg."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlu.evaluation.confidence import Confidence
from nlu.evaluation.intents import Confusion

WIDTH, HEIGHT = 460, 300
LEFT, RIGHT, TOP, GROUND = 52, 448, 14, 250
CELL, LABEL = 26, 168
MOST_CONFUSED = 24
SHADES = 4


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """A vertical line with its word."""

    x: float
    said: str


@dataclass(frozen=True, slots=True)
class Curve:
    """Points of two polylines, as SVG writes them, and the engine's thresholds."""

    coverage: str
    precision: str
    thresholds: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """`shade` from 1 to SHADES; `said` is for whoever points at it."""

    x: float
    y: float
    times: int
    shade: int
    said: str


@dataclass(frozen=True, slots=True)
class Heat:
    names: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def side(self) -> int:
        return LABEL + CELL * len(self.names) + 2


def reliability(confidence: Confidence) -> tuple[Bar, ...]:
    """One bar for each bin that has answers: its height is the share of right ones."""
    return tuple(
        Bar(
            x=across(each.low) + 1,
            y=up(each.right),
            width=across(each.high) - across(each.low) - 2,
            height=GROUND - up(each.right),
            said=f"{each.right:.0%} correctas de {each.answers}",
        )
        for each in confidence.bins
        if each.answers
    )


def curve(confidence: Confidence) -> Curve:
    shown = [each for each in confidence.curve if each.coverage]
    thresholds = confidence.thresholds
    return Curve(
        coverage=_polyline((each.threshold, each.coverage) for each in shown),
        precision=_polyline((each.threshold, each.precision) for each in shown),
        thresholds=(
            Line(across(thresholds.unsure), "pregunta"),
            Line(across(thresholds.sure), "segura"),
        ),
    )


def heat(confusions: Sequence[Confusion]) -> Heat:
    """The intents that take part in most confusions, and how often each is taken for another."""
    names = _most_confused(confusions)
    at = {name: n for n, name in enumerate(names)}
    cells = (
        Cell(
            x=LABEL + CELL * at[each.answered],
            y=LABEL + CELL * at[each.truth],
            times=each.times,
            shade=min(each.times, SHADES),
            said=f"{each.truth} entendida como {each.answered}: {each.times}",
        )
        for each in confusions
        if each.truth in at and each.answered in at
    )
    return Heat(names, tuple(cells))


def across(share: float) -> float:
    return round(LEFT + share * (RIGHT - LEFT), 1)


def up(share: float) -> float:
    return round(GROUND - share * (GROUND - TOP), 1)


def _polyline(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{across(x)},{up(y)}" for x, y in points)


def _most_confused(confusions: Sequence[Confusion]) -> tuple[str, ...]:
    """Pair by pair from the most frequent, so that the cells with most in them are shown."""
    names: set[str] = set()
    for each in confusions:
        if len(names | {each.truth, each.answered}) <= MOST_CONFUSED:
            names |= {each.truth, each.answered}
    return tuple(sorted(names))
