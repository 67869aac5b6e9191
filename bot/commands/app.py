"""What can be typed after `ventanilla`."""

import asyncio
import gc
import secrets
import sys
from collections.abc import Coroutine
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import logs, opening
from bot.commands import (
    catalogues,
    conversing,
    corrections,
    evaluation,
    people,
    understanding,
    vacations,
)
from bot.commands.telling import progress
from bot.opening import CannotStart
from bot.roles import Role
from handoff import clock
from handoff.settings import Settings

app = typer.Typer(
    help="Ventanilla: atención ciudadana por mensajería.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(people.app, name="people")
app.add_typer(corrections.app, name="corrections")
app.add_typer(vacations.app, name="vacations")
app.add_typer(conversing.app)
app.add_typer(understanding.app)
app.add_typer(evaluation.app)
app.add_typer(catalogues.app)

RoleOption = Annotated[Role, typer.Option(help="Qué hace este proceso.")]


@app.callback(invoke_without_command=True)
def _start(context: typer.Context) -> None:
    """Sin más palabras, atiende todo en un proceso."""
    logs.configure(is_terminal=sys.stderr.isatty())
    if context.invoked_subcommand is None:
        serve(Role.all)


@app.command()
def serve(role: RoleOption = Role.all) -> None:
    """Atiende: chat, consola, API, canales y reloj."""
    from bot import serving

    settings = opening.settings()
    with opening.alone(settings), opening.store(settings) as store:
        password = opening.first_password(store, settings, secrets.token_urlsafe(12))
        interpreter = opening.interpreter(settings, progress)

        def ready(address: str) -> None:
            _tell(settings, address, password)

        _run(serving.serve(settings, store, interpreter, role, ready))


@app.command("verify-log")
def verify_log() -> None:
    """Revisa la cadena y los sellos de la bitácora; sale con 1 si algo cambió."""
    from handoff.exchanges import chain, seals

    with opening.store(opening.settings()) as store, store.reading() as session:
        breaches = [*chain.verify(session), *seals.verify(session, opening.rules().zone)]
    for breach in breaches:
        print(breach)
    if breaches:
        raise typer.Exit(1)
    print("La bitácora está completa.")


@app.command()
def report(
    name: Annotated[str, typer.Argument(help="Nombre del reporte, por ejemplo chats_attended.")],
    since: Annotated[str, typer.Option("--from", help="Primer día, AAAA-MM-DD.")],
    until: Annotated[str, typer.Option("--to", help="Último día, AAAA-MM-DD.")],
    out: Annotated[Path, typer.Option(help="Archivo que se escribe.")],
    form: Annotated[str, typer.Option("--format", help="html, csv o json.")] = "html",
) -> None:
    """Escribe un reporte en un archivo."""
    from admin_api import reports

    with opening.store(opening.settings()) as store, store.reading() as session:
        try:
            period = reports.Period(date.fromisoformat(since), date.fromisoformat(until))
            written = reports.render(session, name, period, form, clock.now())
        except (ValueError, LookupError) as error:
            raise CannotStart(str(error)) from None
    out.write_bytes(written)
    print(f"Reporte escrito: {out}")


@app.command()
def migrate() -> None:
    """Lleva la base de datos a esta versión."""
    with opening.store(opening.settings()):
        print("La base de datos está al día.")


def _run(work: Coroutine[Any, Any, None]) -> None:
    # What was imported stays for good: a collection need not look at it, which stalled for 100 ms.
    gc.collect()
    gc.freeze()
    try:
        import uvloop
    except ImportError:  # Windows
        asyncio.run(work)
    else:
        uvloop.run(work)


def _tell(settings: Settings, address: str, password: str | None) -> None:
    if address:
        print(f"Chat:    {address}/")
        print(f"Consola: {address}/console")
        print(f"API:     {address}/docs")
        _tell_of_channels(settings, address)
    if password is not None:
        print(f"Usuario: admin   Contraseña (se muestra solo esta vez): {password}")
    print("Listo. Ctrl+C para terminar.", flush=True)


def _tell_of_channels(settings: Settings, address: str) -> None:
    if settings.telegram_token is None:
        print("Telegram no está activo: falta VENTANILLA_TELEGRAM_TOKEN.")
    else:
        print(f"Telegram está activo; cómo va: {address}/readyz")
    if settings.whatsapp_token is None:
        print("WhatsApp no está activo: falta VENTANILLA_WHATSAPP_TOKEN.")
    else:
        from bot.channels.whatsapp import PATH  # who does not use it need not load it

        print(f"Webhook de WhatsApp: {address}{PATH}")
