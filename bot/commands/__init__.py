"""The commands of the operator: python3 -m bot, or `ventanilla`."""

import gc
import sys

from bot.opening import CannotStart


def main() -> None:
    """Run what the command line says. What cannot go on is told in one line."""
    gc.set_threshold(50_000)  # looking again and again at what is imported is an eighth of a start
    from bot.commands.app import app  # slow to import: after the errors have a home

    try:
        app()
    except CannotStart as error:
        print(f"ventanilla: {error}", file=sys.stderr)
        sys.exit(1)
