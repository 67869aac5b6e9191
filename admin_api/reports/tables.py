"""Groups facts into tables."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil
from statistics import median

from admin_api.reports.shape import Cell, Dimension, Fact, Measure, Named, Report, Table


def detail(report: Report[Fact], facts: Sequence[Fact]) -> Table:
    """One row for each combination that occurs."""
    return _table("detail", "Detalle", report.dimensions, report.measures, facts)


def summaries(report: Report[Fact], facts: Sequence[Fact]) -> tuple[Table, ...]:
    """The same facts by each dimension alone. Medians do not add up: they are taken anew."""
    return tuple(
        _table(each.column.name, each.by, (each,), report.measures, facts)
        for each in report.dimensions
    )


def middle(durations: Iterable[timedelta | None]) -> timedelta | None:
    """The median of those that are known."""
    known = [each.total_seconds() for each in durations if each is not None]
    return timedelta(seconds=median(known)) if known else None


def p90(durations: Iterable[timedelta | None]) -> timedelta | None:
    """The smallest known duration that nine of ten do not exceed (nearest rank)."""
    known = sorted(each for each in durations if each is not None)
    return known[ceil(0.9 * len(known)) - 1] if known else None


def _table(
    name: str,
    title: str,
    dimensions: tuple[Dimension[Fact], ...],
    measures: tuple[Measure[Fact], ...],
    facts: Sequence[Fact],
) -> Table:
    groups: defaultdict[tuple[Cell, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[tuple(each.cell(fact) for each in dimensions)].append(fact)
    columns = (*(each.column for each in dimensions), *(each.column for each in measures))
    rows = tuple((*key, *_measured(measures, groups[key])) for key in sorted(groups, key=_order))
    return Table(name, title, columns, rows, (*_blank(dimensions), *_measured(measures, facts)))


def _measured(measures: tuple[Measure[Fact], ...], facts: Sequence[Fact]) -> tuple[Cell, ...]:
    return tuple(each.cell(facts) for each in measures)


def _blank(dimensions: Sequence[object]) -> tuple[None, ...]:
    return (None,) * len(dimensions)


def _order(key: tuple[Cell, ...]) -> tuple[tuple[bool, str, str], ...]:
    return tuple(_place(cell) for cell in key)


def _place(cell: Cell) -> tuple[bool, str, str]:
    """By day, and by name with «none» last."""
    match cell:
        case date():
            return False, cell.isoformat(), ""
        case Named(key, name):
            return key is None, name.casefold(), key or ""
        case _:
            return True, str(cell), ""
