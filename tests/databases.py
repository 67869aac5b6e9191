"""Databases of today's schema with nothing in them: migrated once, then copied."""

import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from handoff.store import Store, schema


def sqlite(path: Path) -> str:
    """Makes one at `path`, where none is. The SQLAlchemy address of it."""
    if not path.exists():
        path.write_bytes(_migrated())
    return f"sqlite:///{path}"


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "t.db")
        with closing(Store(f"sqlite:///{path}")) as store:
            schema.migrate(store)
        return path.read_bytes()
