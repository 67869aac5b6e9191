"""Databases of today's schema with nothing in them: migrated once, then copied.

Stores are lent again and again: what SQLAlchemy has compiled stays with its engine, and to compile
it anew would be a third of what a test costs.
"""

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Dialect, event, make_url

from handoff.store import Store, schema

_idle: "defaultdict[str, list[_Lent]]" = defaultdict(list)


def sqlite(path: Path) -> str:
    """Makes one at `path`, where none is. The SQLAlchemy address of it."""
    if not path.exists():
        path.write_bytes(_migrated())
    return f"sqlite:///{path}"


@contextmanager
def opened(url: str) -> Iterator[Store]:
    idle = _idle[make_url(url).get_backend_name()]
    store = idle.pop() if idle else _Lent(url)
    store.move(url)
    try:
        yield store
    finally:
        store.close()
        idle.append(store)


class _Lent(Store):
    """A store that goes from one database to another."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        event.listen(self.engine, "do_connect", self._connect_here)

    def move(self, url: str) -> None:
        self.url = make_url(url)
        self.rings.clear()
        self._kept = None

    def _connect_here(
        self, dialect: Dialect, _record: Any, places: list[Any], names: dict[str, Any]
    ) -> None:
        here, named = dialect.create_connect_args(self.url)
        places[:] = here
        names.update(named)


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "t.db")
        with closing(Store(f"sqlite:///{path}")) as store:
            schema.migrate(store)
        return path.read_bytes()
