"""The figures of every engine side by side, one row for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlu.evaluation import figures
from nlu.evaluation.figures import NOTHING, Figure
from nlu.evaluation.report import Report


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of each column."""

    title: str
    target: str
    cells: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def of(reports: Sequence[Report]) -> tuple[Sheet, Sheet]:
    """What the examinations say, then danger, moves, answers and cost."""
    examinations = {
        f"{report.engine} · {score.name} ({score.intents.asked})": figures.of_score(score)
        for report in reports
        for score in report.scores
    }
    engines = {
        report.engine: (
            *(figure for danger in report.dangers for figure in figures.of_danger(danger)),
            *(figures.of_moves(report.moves) if report.moves else ()),
            *(figure for each in report.form for figure in figures.of_form(each)),
            *figures.of_cost(report.cost),
        )
        for report in reports
    }
    return _sheet("Examen", examinations), _sheet(
        "Peligro, qué hace cada mensaje, y costo", engines
    )


def _sheet(title: str, columns: Mapping[str, Sequence[Figure]]) -> Sheet:
    by_title = [{figure.title: figure for figure in column} for column in columns.values()]
    targets = {figure.title: figure.target for column in columns.values() for figure in column}
    rows = tuple(
        Row(name, target, tuple(each.get(name, Figure(name, NOTHING)) for each in by_title))
        for name, target in targets.items()
    )
    return Sheet(title, tuple(columns), rows)
