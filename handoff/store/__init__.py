"""The database: connecting, and one transaction per piece of work."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

# WAL with FULL keeps every commit through a power cut; the cache is 32 MB, as long as the WAL
# grows before it is folded in.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cache_size=-32000",
    "wal_autocheckpoint=1000",
)
BUSY = 20
Ring = Callable[[set[str]], None]


class Store:
    """One database. `url` is a SQLAlchemy address, SQLite or `postgresql+psycopg`.

    After each commit that touched conversations, every listener in `rings` is called with the
    addresses that were touched (see `touch`), from the thread that committed.
    """

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.engine = _engine(url)
        self.rings: list[Ring] = []
        self._writes = sessionmaker(self.engine, expire_on_commit=False)
        self._reads = sessionmaker(
            self.engine.execution_options(**_reading(self.engine)), expire_on_commit=False
        )
        # SQLite has one writer: waiting for it in a fair queue beats polling for its lock.
        self._kept: Connection | None = None
        self._writer = threading.Lock()

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @property
    def is_free(self) -> bool:
        """A transaction could begin at once, without the network and without another's end."""
        return self.is_sqlite and not self._writer.locked()

    @property
    def _turn(self) -> AbstractContextManager[Any]:
        return self._writer if self.is_sqlite else nullcontext()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Commits if the block succeeds, rolls back if it raises. Nothing else commits."""
        with self._turn, self._writes.begin() as session:
            yield session
        if touched := session.info.get("touched"):
            for ring in self.rings:
                ring(touched)

    @contextmanager
    def writing(self, topics: set[str]) -> Iterator[Connection]:
        """A transaction for the hot path: no session, and the listeners in `rings` are called with
        `topics`. On SQLite it waits BUSY ms for another process at most, then raises
        OperationalError."""
        with self._turn, self._lent() as connection, connection.begin():
            yield connection
        for ring in self.rings:
            ring(topics)

    def _lent(self) -> AbstractContextManager[Connection]:
        """To lend a connection and take it back costs as much as to write a few rows. A server's is
        lent all the same: it may have broken meanwhile, and the pool mends that."""
        if not self.is_sqlite:
            return self.engine.connect()
        if self._kept is None:
            self._kept = self.engine.connect()
            driver: Any = self._kept.connection.driver_connection
            driver.execute(f"PRAGMA busy_timeout={BUSY}")
        return nullcontext(self._kept)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that must not write; it never waits for a writer, and sees one moment: what
        is committed meanwhile is not half seen."""
        with self._reads.begin() as session:
            yield session

    def close(self) -> None:
        if self._kept:
            self._kept.close()
        self.engine.dispose()


def touch(session: Session, channel: str, address: str) -> None:
    """Tell who follows this address that something was written, once the commit is done."""
    session.info.setdefault("touched", set()).add(topic(channel, address))


def topic(channel: str, address: str) -> str:
    return f"{channel}:{address}"


def _engine(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(
            url, pool_size=10, max_overflow=20, pool_pre_ping=True, hide_parameters=True
        )
    engine = create_engine(
        url, connect_args={"timeout": 30}, pool_size=10, max_overflow=20, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _reading(engine: Engine) -> dict[str, Any]:
    """SQLite sees one moment by itself; a server would show each statement another one."""
    if engine.dialect.name == "sqlite":
        return {"reading": True}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # We begin transactions ourselves: the driver's own BEGIN takes the write lock too late.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
