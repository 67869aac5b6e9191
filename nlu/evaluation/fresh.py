"""Run as a program: loads a model, answers what it reads, says what that took. Imports nothing but
what serving needs, so that nothing else is measured.

    python -m nlu.evaluation.fresh MODEL < texts
"""

import json
import sys
import time
from pathlib import Path

TRAINING_ONLY = ("sklearn", "scipy", "pycrfsuite")


def main() -> None:
    started = time.perf_counter()
    from nlu import embedded

    imported = time.perf_counter()
    interpreter = embedded.load(Path(sys.argv[1]))
    loaded = time.perf_counter()
    for line in sys.stdin:
        interpreter.interpret([line])
    said = {
        "import_seconds": imported - started,
        "load_seconds": loaded - imported,
        "resident": _resident(),
        "training_only": [name for name in TRAINING_ONLY if name in sys.modules],
    }
    sys.stdout.write(json.dumps(said))


def _resident() -> int | None:
    """Bytes held now (Linux)."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (ImportError, OSError):
        return None
    return pages * resource.getpagesize()


if __name__ == "__main__":
    main()
