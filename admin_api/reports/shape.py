"""What a report is: its period, its columns with their definitions, its tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handoff.store.models import Person

Fact = TypeVar("Fact")


class PeriodEndsBeforeItBegins(ValueError):  # noqa: N818
    def __init__(self, since: date, until: date) -> None:
        super().__init__(
            f"El periodo termina ({until:%d/%m/%Y}) antes de empezar ({since:%d/%m/%Y})."
        )


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both included. Raises PeriodEndsBeforeItBegins."""

    since: date
    until: date

    def __post_init__(self) -> None:
        if self.until < self.since:
            raise PeriodEndsBeforeItBegins(self.since, self.until)

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The instant when it begins, and the one when it is over."""
        after = self.until + timedelta(days=1)
        return datetime.combine(self.since, time(), zone), datetime.combine(after, time(), zone)

    @property
    def days(self) -> int:
        return (self.until - self.since).days + 1


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has a key for programs and a name for people; no key means «none»."""

    key: str | None
    name: str


Cell = date | Named | int | timedelta | None


class Kind(StrEnum):
    """What the cells of a column hold; `duration` may be missing."""

    day = "day"
    label = "label"
    number = "number"
    duration = "duration"


@dataclass(frozen=True, slots=True)
class Column:
    """`of`: the column that a count is a share of, its denominator."""

    name: str
    title: str
    kind: Kind
    definition: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Dimension(Generic[Fact]):
    """Something that facts are told apart by. `by` is the title of the summary over it alone."""

    column: Column
    by: str
    cell: Callable[[Fact], Cell]


@dataclass(frozen=True, slots=True)
class Measure(Generic[Fact]):
    """Something that is counted or measured over a group of facts, beside its definition."""

    column: Column
    cell: Callable[[Sequence[Fact]], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows have a cell for each column; `totals` too, empty under the dimensions."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars over the days of the period; `series` are counts that add up, from the ground up."""

    title: str
    day: str
    series: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report(Generic[Fact]):
    """`query` finds the facts of a period, or those that a person may see; the tables are made from
    them."""

    name: str
    title: str
    description: str
    dimensions: tuple[Dimension[Fact], ...]
    measures: tuple[Measure[Fact], ...]
    chart: Chart
    query: Callable[[Session, Period, Person | None], Sequence[Fact]]

    @property
    def columns(self) -> tuple[Column, ...]:
        told_apart = tuple(each.column for each in self.dimensions)
        return told_apart + tuple(each.column for each in self.measures)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report drawn up for a period: a row for each combination, and a summary by each
    dimension alone."""

    name: str
    title: str
    description: str
    period: Period
    zone: ZoneInfo
    generated_at: datetime
    chart: Chart
    detail: Table
    summaries: tuple[Table, ...]

    def summary(self, name: str) -> Table:
        return next(table for table in self.summaries if table.name == name)
