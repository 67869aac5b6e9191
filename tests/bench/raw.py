"""The first yardstick: a group-commit loop and nothing else. As many callers as clients wait, each
for its own row; whatever waits is written in one durable SQLite transaction. No HTTP, no JSON, no
SQLAlchemy, no chain of digests."""

import asyncio
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TABLE = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
CREATE TABLE exchange (
  id INTEGER PRIMARY KEY, conversation INTEGER, seq INTEGER, received_key TEXT UNIQUE, text TEXT,
  received_at TEXT, at TEXT, digest TEXT, UNIQUE (conversation, seq)
);
"""
INSERT = (
    "INSERT INTO exchange (conversation, seq, received_key, text, received_at, at, digest)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
Row = tuple[int, int, str, str, str, str, str]


class Loop:
    """Takes everything that waits, commits, then resolves each caller."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._database.executescript(TABLE)
        self._thread = ThreadPoolExecutor(1)
        self._waiting: list[tuple[Row, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def write(self, row: Row) -> None:
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((row, written))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        await written

    async def _write_all(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            rows = [row for row, _ in group]
            await asyncio.get_running_loop().run_in_executor(self._thread, self._commit, rows)
            for _, written in group:
                written.set_result(None)
        self._writing = None

    def _commit(self, rows: list[Row]) -> None:
        self._database.execute("BEGIN IMMEDIATE")
        self._database.executemany(INSERT, rows)
        self._database.execute("COMMIT")

    def close(self) -> None:
        self._thread.shutdown()
        self._database.close()


def cpu_per_message(folder: Path, callers: int, messages: int, run: str) -> float:
    """Seconds of CPU for each row, all callers together."""
    started = time.process_time()
    asyncio.run(_write(folder / f"raw-{run}.db", callers, messages, run))
    return (time.process_time() - started) / messages


async def _write(path: Path, callers: int, messages: int, run: str) -> None:
    loop = Loop(path)

    async def call(caller: int) -> None:
        for seq in range(messages // callers):
            key = f"webchat:{run}:{caller}:{seq}"
            now = "2026-11-24 17:00:00.000000"
            await loop.write((caller, seq, key, "no hay agua", now, now, "0" * 64))

    await asyncio.gather(*(call(caller) for caller in range(callers)))
    loop.close()
