"""The vacations of the office, declared every year: which are entered, and which are missing.

Without them, terms and the day of return that citizens are told are reckoned as if there were none.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain, pairwise
from pathlib import Path

from handoff.rules import calendar
from handoff.rules.calendar import DayOff

KIND = "vacaciones"
ASKED_FOR = timedelta(days=60)  # before the year begins
APART = timedelta(days=14)  # at least, from the end of one period to the next
LONGEST = timedelta(days=60)

Period = tuple[date, date]


def missing(listed: Iterable[DayOff], today: date) -> tuple[int, ...]:
    """The years in which none begins: this one, and the next once it is near."""
    entered = {first.year for first, _ in periods(listed)}
    asked = sorted({today.year, (today + ASKED_FOR).year})
    return tuple(year for year in asked if year not in entered)


def periods(listed: Iterable[DayOff]) -> list[Period]:
    """The first and the last day of each, in order."""
    days = sorted(off.day for off in listed if off.kind == KIND)
    gaps = [(before, after) for before, after in pairwise(days) if after - before > APART]
    ends = list(chain(days[:1], *gaps, days[-1:]))
    return list(zip(ends[::2], ends[1::2], strict=True))


def enter(path: Path, period: Period, name: str, source: str, today: date) -> int:
    """Write the working days of a period into the calendar, to be used from the next start; how
    many there were. Raises ValueError, OSError."""
    first, last = period
    if not first <= last <= first + LONGEST:
        raise ValueError(f"De {first} a {last} no hay vacaciones.")
    listed = calendar.read(path)
    known = {off.day for off in listed}
    new = [
        DayOff(day, name, KIND, source, today)
        for day in _days(first, last)
        if day.weekday() < calendar.SATURDAY and day not in known
    ]
    if not new:
        raise ValueError(f"De {first} a {last} todos los días son ya inhábiles.")
    path.write_text(_written([*listed, *new]), encoding="utf-8")
    return len(new)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _written(listed: Iterable[DayOff]) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("day", "name", "kind", "source", "verified_on"))
    for off in sorted(listed, key=lambda off: off.day):
        rows.writerow((off.day, off.name, off.kind, off.source, off.verified_on or ""))
    return text.getvalue()
