"""Brings a database to the schema of this version, by migration."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from handoff.store import Store

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "open_screens"  # the newest migration; known here so that a plain start loads no Alembic


class NewerDatabase(RuntimeError):  # noqa: N818
    def __init__(self, revision: str) -> None:
        super().__init__(
            f"La base de datos es de una versión más nueva de Ventanilla ({revision}); "
            "actualice el programa antes de abrirla."
        )


def migrate(store: Store) -> bool:
    """Upgrade to the newest schema. True if anything changed. Raises NewerDatabase."""
    with store.engine.connect() as connection:
        found = _revision(connection)
        connection.rollback()
        if found == HEAD:
            return False
        _upgrade(connection, found)
    return True


def config(connection: Connection) -> "Config":
    """Alembic's configuration for this connection."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _upgrade(connection: Connection, found: str | None) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(config(connection))
    known = {script.revision for script in scripts.walk_revisions()}
    if found is not None and found not in known:
        raise NewerDatabase(found)
    command.upgrade(config(connection), "head")
