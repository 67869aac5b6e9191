"""What a command says while it works: on the error stream, so that answers stay clean."""

import sys


def progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
