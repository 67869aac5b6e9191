"""The tables of `ventanilla evaluate`: one screen of summary, then what goes wrong most."""

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table

from nlu.evaluation import summary
from nlu.evaluation.report import Report, Score
from nlu.evaluation.summary import Sheet

WORST = 12
MOST_SENTENCES = 8
_MARKS = {True: " [green]✓[/]", False: " [red]✗[/]", None: ""}


def show(reports: Sequence[Report], out: TextIO) -> None:
    console = Console(file=out, highlight=False)
    for sheet in summary.of(reports):
        console.print(_side_by_side(sheet))
    for report in reports:
        for score in report.scores:
            name = f"{report.engine} · {score.name}"
            console.print(_worst(name, score), _confusions(name, score), _entities(name, score))
    for report in reports:
        _tell_dangers(console, report)


def _side_by_side(sheet: Sheet) -> Table:
    names = [each.replace(" · ", "\n") for each in sheet.columns]
    table = _table(sheet.title, ("Medida", "Meta"), names)
    for row in sheet.rows:
        cells = (each.value + _MARKS[each.is_met] for each in row.cells)
        table.add_row(row.title, row.target, *cells)
    return table


def _worst(name: str, score: Score) -> Table:
    table = _table(f"{name}: intenciones peores", ("Intención",), ("Prec.", "Rec.", "F1", "N"))
    for each in score.intents.scores[:WORST]:
        rates = (f"{rate:.2f}" for rate in (each.precision, each.recall, each.f1))
        table.add_row(each.intent, *rates, str(each.support))
    return table


def _confusions(name: str, score: Score) -> Table:
    table = _table(f"{name}: confusiones", ("Era", "Entendió"), ("Veces",))
    for each in score.intents.confusions[:WORST]:
        table.add_row(each.truth, each.answered, str(each.times))
    return table


def _entities(name: str, score: Score) -> Table:
    table = _table(f"{name}: datos", ("Dato",), ("Prec.", "Rec.", "F1", "N", "Dio"))
    for each in score.entities.scores:
        rates = (f"{rate:.2f}" for rate in (each.precision, each.recall, each.f1))
        name_of = each.entity if each.counts else f"{each.entity} (no cuenta)"
        table.add_row(name_of, *rates, str(each.support), str(each.given))
    return table


def _tell_dangers(console: Console, report: Report) -> None:
    for each in report.dangers:
        for what, sentences in (
            ("peligros no reconocidos", each.missed),
            ("falsas alarmas", each.false_alarms),
        ):
            console.print(f"{report.engine} · {each.name}: {len(sentences)} {what}", style="bold")
            for sentence in sentences[:MOST_SENTENCES]:
                console.print(f"  {sentence}", markup=False, overflow="ellipsis", no_wrap=True)


def _table(title: str, words: Iterable[str], numbers: Iterable[str]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    for each in words:
        table.add_column(each)
    for each in numbers:
        table.add_column(each, justify="right")
    return table
