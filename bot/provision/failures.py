"""What can go wrong while the environment is made, each in one line that says what to do."""

import errno
import re
import shutil
from pathlib import Path

DISK_FULL = "No hay espacio en el disco: libere al menos 1 GB y vuelva a ejecutar."
FAILURES = (
    (r"No space left on device|\[Errno 28\]|Disk quota exceeded", DISK_FULL),
    (
        r"ensurepip is not available|No module named '?(venv|ensurepip)",
        "A este Python le falta el módulo venv: instálelo (en Debian o Ubuntu, "
        "«apt install python3-venv») y vuelva a ejecutar.",
    ),
    (
        r"DO NOT MATCH THE HASHES|Hashes are required",
        "Un paquete descargado no coincide con la huella anotada en requirements/ y no se instaló: "
        "revise el espejo o el proxy de paquetes, actualice el repositorio y vuelva a ejecutar.",
    ),
    (
        r"connection broken|Max retries exceeded|Failed to establish|name resolution|timed out"
        r"|ProxyError|SSLError|HTTPError|HTTP error|Connection (refused|reset|aborted)|unreachable",
        "No se pudo llegar al registro de paquetes: revise la conexión a internet, el proxy "
        "(HTTPS_PROXY) o el espejo (PIP_INDEX_URL) y vuelva a ejecutar.",
    ),
    (
        r"No matching distribution found",
        "El registro de paquetes no ofrece alguna versión de requirements/ para este Python y este "
        "equipo: pruebe con otro Python (3.11 a 3.13) o con otro espejo (PIP_INDEX_URL).",
    ),
)
SMALLEST_DISK = 10000000  # bytes; venv and pip do not always say that the disk was full


class Failure(Exception):  # noqa: N818 -- it is for the person who starts the program
    """One line that says what happened and what to do."""


def explain(output: str, root: Path) -> str:
    """What to do about a run of venv or pip that failed, from what it wrote."""
    if shutil.disk_usage(str(root)).free < SMALLEST_DISK:
        return DISK_FULL
    known = (advice for pattern, advice in FAILURES if re.search(pattern, output))
    return next(known, "No se pudieron instalar las dependencias: corrija lo que dice el detalle.")


def refused(error: OSError, root: Path) -> str:
    """What to do about something that the operating system refused."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    where = error.filename or root
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"No se puede escribir en {where}: dé permiso a este usuario y vuelva a ejecutar."
    return f"No se pudo preparar el entorno en {where}: {error.strerror}."
