"""Makes .venv with the locked dependencies, standard library alone, and goes on inside it.

Python 3.6 must be able to read this package, to say in one line that it is too old.
"""

import os
import subprocess
import sys
from pathlib import Path

from bot.provision import environment, locks
from bot.provision.failures import Failure, refused

JUST_BUILT = "_DESK_JUST_BUILT"


def ready(lock: str, module: str) -> None:
    """Return at once where everything in requirements/<lock>.txt is installed.

    Elsewhere the process goes on as `python -m module` of .venv, which is made first if need be.
    """
    try:
        _ready(lock, module)
    except Failure as failure:
        sys.exit(str(failure))
    except OSError as error:
        sys.exit(refused(error, environment.ROOT))
    except KeyboardInterrupt:
        sys.exit("Preparación interrumpida: vuelva a ejecutar y se hará de nuevo.")


def _ready(lock: str, module: str) -> None:
    if sys.version_info < environment.OLDEST:
        raise Failure(
            "Ventanilla necesita Python 3.11 o más reciente y este es Python {}.{}.{}: instale uno "
            "y ejecute, por ejemplo, «python3.12 -m {}».".format(*sys.version_info[:3], module)
        )
    just_built = os.environ.pop(JUST_BUILT, None)
    if _complete(environment.lock(lock)):
        return
    if just_built:
        raise Failure("El entorno .venv quedó incompleto: bórrelo y vuelva a ejecutar.")
    if environment.provide(lock):
        os.environ[JUST_BUILT] = "yes"
    _go_on(module)


def _complete(lock: Path) -> bool:
    """An installed package comes without locks: who installed it saw to its dependencies."""
    unfinished = Path(sys.prefix, environment.UNFINISHED).exists()
    return not lock.exists() or (not unfinished and locks.satisfied(lock))


def _go_on(module: str) -> None:
    safe_path = ["-P"] if sys.flags.safe_path else []
    command = [str(environment.PYTHON), *safe_path, "-m", module, *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)  # noqa: S606 -- no shell is wanted
