"""The first yardstick: rows of the same shape into SQLite in groups, and nothing else."""

import sqlite3
import time
from pathlib import Path

GROUP = 64


def cpu_per_message(folder: Path, messages: int, run: str) -> float:
    """Seconds of CPU for each row, written in groups with one durable commit each."""
    connection = sqlite3.connect(folder / f"raw-{run}.db", isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE exchange (id INTEGER PRIMARY KEY, conversation INTEGER, seq INTEGER,"
        " received_key TEXT UNIQUE, text TEXT, received_at TEXT, at TEXT, digest TEXT,"
        " UNIQUE (conversation, seq));"
    )
    rows = [
        [
            (each % GROUP, group, f"webchat:{run}:{group}:{each}", "no hay agua", "2026-11-24",
             "2026-11-24", "0" * 64)
            for each in range(GROUP)
        ]
        for group in range(messages // GROUP)
    ]  # fmt: skip
    insert = (
        "INSERT INTO exchange (conversation, seq, received_key, text, received_at, at, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    started = time.process_time()
    for group in rows:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(insert, group)
        connection.execute("COMMIT")
    spent = time.process_time() - started
    connection.close()
    return spent / (len(rows) * GROUP)
