"""Where the bars of a chart stand: pure geometry, drawn by templates/chart.svg."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

from admin_api.reports import spanish
from admin_api.reports.shape import Column, Period, Sheet

WIDTH, HEIGHT = 960, 300
LEFT, RIGHT, TOP, GROUND = 52, 956, 12, 264
WIDEST = 56
MOST_LABELS = 12
MOST_LINES = 5
# The longest period, in days, that still has a bar for each day, week or month.
BY_DAY, BY_WEEK, BY_MONTH = 62, 400, 366 * 6


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar. `look` tells its series apart by colour and by pattern."""

    look: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a place of an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    look: int
    title: str
    total: str


@dataclass(frozen=True, slots=True)
class Drawing:
    title: str
    each: str
    series: tuple[Series, ...]
    segments: tuple[Segment, ...]
    lines: tuple[Mark, ...]
    labels: tuple[Mark, ...]


def draw(sheet: Sheet) -> Drawing | None:
    """The chart of a report, or None where there is nothing to show."""
    columns = sheet.summary(sheet.chart.day).columns
    shown = [next(each for each in columns if each.name == name) for name in sheet.chart.series]
    step, each = _step(sheet.period)
    bars = _heights(sheet, shown, step)
    highest = max(sum(counts) for _, counts in bars)
    if not highest:
        return None
    unit = _unit(highest)
    lines = range(0, highest + unit, unit)
    scale = (GROUND - TOP) / lines[-1]
    return Drawing(
        title=sheet.chart.title,
        each=each,
        series=tuple(_series(look, column, bars) for look, column in enumerate(shown)),
        segments=tuple(_segments([counts for _, counts in bars], scale)),
        lines=tuple(Mark(GROUND - line * scale, spanish.count(line)) for line in lines),
        labels=tuple(_labels([first for first, _ in bars], step)),
    )


Bar = tuple[date, tuple[int, ...]]


def _step(period: Period) -> tuple[str, str]:
    if period.days <= BY_DAY:
        return "day", "Cada barra es un día."
    if period.days <= BY_WEEK:
        return "week", "Cada barra es una semana; se indica su lunes."
    if period.days <= BY_MONTH:
        return "month", "Cada barra es un mes."
    return "year", "Cada barra es un año."


def _first_day(day: date, step: str) -> date:
    match step:
        case "week":
            return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)
        case _:
            return day


def _heights(sheet: Sheet, shown: list[Column], step: str) -> list[Bar]:
    """The counts of each series for every step of the period, also where there are none."""
    table = sheet.summary(sheet.chart.day)
    places = [table.columns.index(column) for column in shown]
    counts: Counter[tuple[date, int]] = Counter()
    for day, *cells in table.rows:
        for look, place in enumerate(places):
            number = cells[place - 1]
            if isinstance(day, date) and isinstance(number, int):
                counts[_first_day(day, step), look] += number
    period = sheet.period
    days = (period.since + timedelta(days=each) for each in range(period.days))
    firsts = dict.fromkeys(_first_day(day, step) for day in days)
    return [(first, tuple(counts[first, look] for look in range(len(shown)))) for first in firsts]


def _unit(highest: int) -> int:
    """The distance between lines: 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if highest <= digit * power * MOST_LINES:
                return digit * power
        power *= 10


def _series(look: int, column: Column, bars: list[Bar]) -> Series:
    return Series(look, column.title, spanish.count(sum(counts[look] for _, counts in bars)))


def _segments(bars: list[tuple[int, ...]], scale: float) -> Iterator[Segment]:
    slot = (RIGHT - LEFT) / len(bars)
    width = min(slot * 0.8, WIDEST)
    for place, counts in enumerate(bars):
        x = LEFT + (place + 0.5) * slot - width / 2
        for look, (below, above) in enumerate(pairwise(accumulate(counts, initial=0))):
            if above > below:
                yield Segment(look, x, GROUND - above * scale, width, (above - below) * scale)


def _labels(firsts: list[date], step: str) -> Iterator[Mark]:
    slot = (RIGHT - LEFT) / len(firsts)
    every = -(-len(firsts) // MOST_LABELS)
    for place in range(0, len(firsts), every):
        yield Mark(LEFT + (place + 0.5) * slot, _label(firsts[place], step))


def _label(first: date, step: str) -> str:
    month = spanish.MONTHS[first.month - 1][:3]
    return {"month": f"{month} {first.year}", "year": str(first.year)}.get(
        step, f"{first.day} {month}"
    )
