"""Brings a database to the schema of this version, by migration."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from handoff.store import Store


class NewerDatabase(RuntimeError):  # noqa: N818
    def __init__(self, revision: str) -> None:
        super().__init__(
            f"La base de datos es de una versión más nueva de Ventanilla ({revision}); "
            "actualice el programa antes de abrirla."
        )


def migrate(store: Store) -> bool:
    """Upgrade to the newest schema. True if anything changed. Raises NewerDatabase."""
    with store.engine.connect() as connection:
        if _is_current(connection):
            return False
        command.upgrade(config(connection), "head")
    return True


def config(connection: Connection) -> Config:
    """Alembic's configuration for this connection."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def _is_current(connection: Connection) -> bool:
    scripts = ScriptDirectory.from_config(config(connection))
    found = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if found is not None and found not in known:
        raise NewerDatabase(found)
    connection.rollback()
    return found == scripts.get_current_head()
