"""ventanilla vacations: those of the office, as its government declares them."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.opening import CannotStart
from handoff import clock
from handoff.rules import calendar, vacations

app = typer.Typer(help="Las vacaciones de la oficina, por año.", no_args_is_help=True)

Day = typer.Argument(formats=["%Y-%m-%d"], metavar="AAAA-MM-DD")
File = Annotated[Path, typer.Option("--calendar", help="Archivo del calendario.")]


@app.command("list")
def list_(path: File = calendar.FILE) -> None:
    """Muestra las registradas; sale con 1 si faltan las del año, o las del que está por empezar."""
    listed = calendar.read(path)
    for first, last in vacations.periods(listed):
        print(f"{first} a {last}")
    if years := vacations.missing(listed, _today()):
        print(f"Faltan las de {' y '.join(map(str, years))}: ventanilla vacations add --help")
        raise typer.Exit(1)


@app.command()
def add(
    first: Annotated[datetime, Day],
    last: Annotated[datetime, Day],
    source: Annotated[
        str, typer.Option(help="Dónde se publicaron: Boletín Oficial, número, fecha.")
    ],
    name: Annotated[str, typer.Option(help="Cómo se llaman.")] = "Vacaciones",
    path: File = calendar.FILE,
) -> None:
    """Registra un periodo, del primer al último día sin labores."""
    try:
        days = vacations.enter(path, (first.date(), last.date()), name, source, _today())
    except ValueError as error:
        raise CannotStart(str(error)) from None
    except OSError as error:
        raise CannotStart(f"No se pudo escribir {path}: {error.strerror}.") from None
    print(f"Días inhábiles nuevos: {days}. Se usan desde el próximo arranque.")


def _today() -> date:
    return clock.now().astimezone(opening.rules().zone).date()
