"""ventanilla corrections: what was misunderstood, and what is to be learnt of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot import opening
from bot.commands import disagreements
from bot.opening import CannotStart
from handoff import audit, clock, corrections, people
from handoff.corrections import Lesson
from handoff.store.models import Correction, CorrectionState, Person

app = typer.Typer(help="Lo que se entendió mal y lo que se aprende de ello.", no_args_is_help=True)

Number = Annotated[int, typer.Argument(help="Número de la corrección, el primero de su renglón.")]
By = Annotated[str, typer.Option(help="Usuario de quien decide: supervisión o administración.")]


@app.command("list")
def everything(
    state: Annotated[
        CorrectionState | None, typer.Option(help="Solo las de este estado; si falta, todas.")
    ] = None,
) -> None:
    """Cuándo, qué se entendió, qué era, quién lo dice y el texto, sin teléfonos ni correos."""
    with opening.store(opening.settings()) as store:
        disagreements.show(store, state)


@app.command()
def approve(
    number: Number,
    by: By,
    text: Annotated[
        str | None, typer.Option(help="El mensaje sin nombres propios; si falta, el propuesto.")
    ] = None,
    category: Annotated[str | None, typer.Option(help="Clave de la categoría correcta.")] = None,
) -> None:
    """Aprueba que se aprenda. Lea antes el texto: los nombres no se quitan solos."""
    lesson = Lesson(text, category)
    learnt = _decide(
        number,
        "approve",
        by,
        lambda each, who: corrections.approve(each, lesson, who, clock.now()),
    )
    print(f"Se aprenderá como {learnt.meant}: {learnt.text}")


@app.command()
def reject(number: Number, by: By) -> None:
    """Rechaza una corrección, o retira una que se había aprobado."""
    _decide(number, "reject", by, lambda each, who: corrections.reject(each, who, clock.now()))
    print("Rechazada: no se aprenderá.")


@app.command()
def export(
    file: Annotated[
        Path | None, typer.Argument(help="Archivo; si falta, learnt.yml en la carpeta de datos.")
    ] = None,
) -> None:
    """Escribe lo aprobado como YAML de Rasa, para el próximo entrenamiento."""
    settings = opening.settings()
    path = file or settings.learnt_path
    with opening.store(settings) as store:
        try:
            count = disagreements.export(store, path)
        except OSError as error:
            raise CannotStart(f"No se puede escribir {path}: {error.strerror}.") from None
    print(f"{count} mensajes aprobados en {path}")


def _decide(
    number: int, action: str, by: str, decide: Callable[[Correction, Person], None]
) -> Correction:
    with opening.store(opening.settings()) as store, store.transaction() as session:
        try:
            person = people.active(session, by)
            if not person.supervises:
                raise CannotStart(f"{by} no es de supervisión ni de administración.")
            correction = corrections.lock(session, number, person)
            decide(correction, person)
        except (LookupError, ValueError) as error:
            raise CannotStart(str(error)) from None
        audit.write(session, person, action, f"correction:{number}", clock.now())
    return correction
