"""ventanilla console: a conversation in the terminal, typed or read from a transcript."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import opening
from bot.commands.telling import progress
from bot.opening import CannotStart
from handoff import clock

if TYPE_CHECKING:  # slow to import, and only this command needs it
    from bot.commands.showing import Screen
    from bot.transcripts import Transcript
    from handoff.store import Store

app = typer.Typer()


@app.command()
def console(
    play: Annotated[
        Path | None, typer.Argument(help="Transcripción que se recita, de tests/conversations.")
    ] = None,
    *,
    explain: Annotated[
        bool, typer.Option("--explain", help="Muestra también lo que entendió y decidió.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Un objeto JSON por renglón.")] = False,
) -> None:
    """Conversa con el bot en la terminal, o recita una transcripción; sale con 1 si no se
    cumple."""
    from bot.commands import showing

    screen = showing.screen(sys.stdout, as_json=as_json, explain=explain)
    if play is None:
        _talk(screen, as_json=as_json)
    elif not _play(_transcript(play), screen):
        raise typer.Exit(1)


def _talk(screen: "Screen", *, as_json: bool) -> None:
    from bot.channels.console import Console, prompted, talk
    from bot.desk import Desk

    settings = opening.settings()
    with opening.store(settings) as store:
        desk = Desk(store, opening.interpreter(settings, progress), opening.rules(), clock.now)
        desk.watch = screen.account
        lines = iter(sys.stdin) if as_json else prompted()
        talk(Console(store, desk, clock.now), lines, as_json=as_json)


def _transcript(path: Path) -> "Transcript":
    from bot import transcripts

    try:
        return transcripts.read(path, opening.rules().zone)
    except transcripts.BrokenTranscript as error:
        raise CannotStart(str(error)) from None
    except OSError as error:
        raise CannotStart(f"No se puede leer {path}: {error.strerror}.") from None


def _play(transcript: "Transcript", screen: "Screen") -> bool:
    """Whether it holds."""
    from bot.transcripts import Clock, DoesNotHold, Player

    interpreter = opening.interpreter(opening.settings(), progress)
    with _empty_store() as store:
        player = Player(store, interpreter, opening.rules(), Clock(transcript.starts))
        screen.title(transcript)
        try:
            for each in player.play(transcript.steps):
                screen.played(each)
        except DoesNotHold as error:
            for account in player.accounts:
                screen.account(account)
            screen.ended(str(error))
            return False
    screen.ended(None)
    return True


@contextmanager
def _empty_store() -> "Iterator[Store]":
    """A database for this play alone: the desk's own keeps no trace of it."""
    from handoff.store import Store, schema

    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Store(f"sqlite:///{Path(folder, 'play.db').as_posix()}")) as store,
    ):
        schema.migrate(store)
        yield store
