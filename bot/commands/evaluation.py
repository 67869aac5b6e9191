"""ventanilla evaluate: how well each engine understands, in tables and as a page."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import opening
from bot.commands import disagreements as corrected
from bot.commands.telling import progress
from bot.opening import CannotStart
from handoff import clock
from handoff.settings import Settings
from nlu import training_data

if TYPE_CHECKING:  # slow to import, and only this command needs it
    from nlu.evaluation.cost import Cost
    from nlu.evaluation.report import Questions, Report
    from nlu.interpretation import Interpreter

app = typer.Typer()


class Engine(StrEnum):
    embedded = "embedded"
    rasa = "rasa"
    both = "both"


@app.command()
def evaluate(
    *,
    engine: Annotated[Engine, typer.Option(help="Motor que se examina.")] = Engine.embedded,
    data: Annotated[
        Path | None, typer.Option(help="Carpeta con el examen, en vez de los dos del proyecto.")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Página que se escribe.")] = None,
    training: Annotated[bool, typer.Option("--training", help="Mide también entrenar.")] = False,
    disagreements: Annotated[
        bool, typer.Option("--disagreements", help="Solo lista lo que alguien corrigió.")
    ] = False,
) -> None:
    """Examina lo que entiende un motor, o los dos lado a lado: aciertos, confusiones, costo."""
    if disagreements:
        with opening.store(opening.settings()) as store:
            corrected.show(store)
        return
    from bot.commands import score_tables

    asked = _questions(data)
    if html:
        _must_be_writable(html)
    names = [Engine.embedded, Engine.rasa] if engine is Engine.both else [engine]
    opened = [(settings := _settings(name), _interpreter(settings)) for name in names]
    trained_from = training_data.FOLDER if training else None
    reports = [_report(*each, asked, trained_from) for each in opened]
    if html:
        _write(reports, html)
    score_tables.show(reports, sys.stdout)
    _end_well(reports)


def _questions(data: Path | None) -> "Questions":
    from nlu.evaluation import examination, report

    try:
        return report.questions([data.resolve()] if data else examination.FOLDERS)
    except (examination.NothingToAsk, training_data.BrokenTrainingData) as error:
        raise CannotStart(str(error)) from None


def _settings(engine: Engine) -> Settings:
    return opening.settings(nlu_engine=engine.value)


def _interpreter(settings: Settings) -> "Interpreter":
    """Raises CannotStart if another engine answers in its place."""
    interpreter = opening.interpreter(settings, progress)
    [meaning] = interpreter.interpret(["buenas tardes"])
    if meaning.engine != settings.nlu_engine:
        raise CannotStart(
            f"El motor {settings.nlu_engine} no contesta (respondió {meaning.engine}); "
            "revise que su servidor esté en marcha."
        )
    return interpreter


def _report(
    settings: Settings,
    interpreter: "Interpreter",
    asked: "Questions",
    trained_from: Path | None,
) -> "Report":
    from nlu.evaluation import report

    progress(f"Examinando {interpreter.name}…")
    # What it costs comes first: afterwards the engine remembers every word.
    cost = _cost(settings, interpreter, asked.texts, trained_from)
    return report.draw_up(interpreter, asked, cost)


def _cost(
    settings: Settings, interpreter: "Interpreter", texts: list[str], trained_from: Path | None
) -> "Cost":
    from nlu.evaluation import cost

    if settings.nlu_engine == Engine.embedded:
        return cost.of_model(interpreter, texts, settings.model_path, trained_from)
    return cost.of_server(interpreter, texts)


def _must_be_writable(path: Path) -> None:
    """Said before the minutes that an examination takes. What the page has now stays."""
    try:
        path.open("a").close()
    except OSError as error:
        raise CannotStart(f"No se puede escribir {path} ({error.strerror}).") from None


def _write(reports: list["Report"], path: Path) -> None:
    from nlu.evaluation import page

    moment = clock.now().astimezone(opening.rules().zone)
    path.write_text(page.write(reports, moment), encoding="utf-8")
    progress(f"Página escrita: {path}")


def _end_well(reports: list["Report"]) -> None:
    """Whatever the figures are; not if one of them is missing."""
    missing = [f"{each.engine}: {why}" for each in reports for why in each.cost.not_measured]
    if missing:
        raise CannotStart("No se pudo medir todo. " + " ".join(missing))
