"""The commands of the operator: python3 -m bot, or `ventanilla`."""

import sys

from bot.opening import CannotStart


def main() -> None:
    """Run what the command line says. What cannot go on is told in one line."""
    from bot.commands.app import app  # slow to import: after the errors have a home

    try:
        app()
    except CannotStart as error:
        print(f"ventanilla: {error}", file=sys.stderr)
        sys.exit(1)
