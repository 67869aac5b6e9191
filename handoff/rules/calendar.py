"""Working days and office hours. Days are the desk's own; instants are aware."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from handoff.rules import DATA
from handoff.rules.desk import Desk

SATURDAY = 5
FILE = DATA / "calendar.csv"


@cache
def days_off() -> frozenset[date]:
    """Inhábiles, from data/calendar.csv: federal (LFT art. 74), state, and declared vacations."""
    return frozenset(off.day for off in listed())


@dataclass(frozen=True, slots=True)
class DayOff:
    """An inhábil: why, by whose decision, where that is written, and when the desk checked it."""

    day: date
    name: str
    kind: str
    source: str
    verified_on: date | None


@cache
def listed() -> tuple[DayOff, ...]:
    """Every day off, in order."""
    return read(FILE)


def read(path: Path) -> tuple[DayOff, ...]:
    """Every day off of this file, in order."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(sorted(map(_day_off, csv.DictReader(file)), key=lambda off: off.day))


def _day_off(row: dict[str, str]) -> DayOff:
    verified = row["verified_on"]
    return DayOff(
        day=date.fromisoformat(row["day"]),
        name=row["name"],
        kind=row["kind"],
        source=row["source"],
        verified_on=date.fromisoformat(verified) if verified else None,
    )


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in days_off()


def working_days_after(day: date) -> Iterator[date]:
    """Every working day after `day`; the first one is day 1 of a term."""
    while True:
        day += timedelta(days=1)
        if is_working_day(day):
            yield day


def due(filed: datetime, working_days: int, desk: Desk) -> datetime:
    """When a term ends: at the closing hour of its last working day. What is filed outside office
    hours counts from the next working day."""
    day = received_on(filed, desk)
    for count, each in enumerate(working_days_after(day), start=1):  # noqa: B007
        if count == working_days:
            break
    return datetime.combine(each, desk.closes, desk.zone)


def received_on(filed: datetime, desk: Desk) -> date:
    """The working day on which something counts as received."""
    local = filed.astimezone(desk.zone)
    if is_working_day(local.date()) and local.time() < desk.closes:
        return local.date()
    return next(working_days_after(local.date()))


def is_open(now: datetime, desk: Desk) -> bool:
    local = now.astimezone(desk.zone)
    return is_working_day(local.date()) and desk.opens <= local.time() < desk.closes


def next_opening(now: datetime, desk: Desk) -> datetime:
    """When the office opens next; `now` if it is open."""
    if is_open(now, desk):
        return now
    local = now.astimezone(desk.zone)
    before_opening = is_working_day(local.date()) and local.time() < desk.opens
    day = local.date() if before_opening else next(working_days_after(local.date()))
    return datetime.combine(day, desk.opens, desk.zone)
