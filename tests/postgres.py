"""A PostgreSQL cluster of our own, on a free port of this machine, for as long as the tests run."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

import psycopg
import pytest

from handoff.store import Store, schema

USER = "ventanilla"
NEW_CLUSTER = ("-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
FAST = "-F -c synchronous_commit=off -c full_page_writes=off"


class Cluster:
    """Gives as many empty databases as one asks for."""

    def __init__(self, port: int) -> None:
        self._server = f"{USER}@127.0.0.1:{port}"
        self._numbers = count(1)
        self._migrated: str | None = None

    def fresh_database(self) -> str:
        """Return the SQLAlchemy address of a database with nothing in it."""
        return self._create("template1")

    def migrated_database(self) -> str:
        """The same with the tables of today's schema, which are made once and copied."""
        if self._migrated is None:
            address = self.fresh_database()
            with closing(Store(address)) as store:
                schema.migrate(store)
            self._migrated = address.rpartition("/")[2]
        return self._create(self._migrated)

    def _create(self, template: str) -> str:
        name = f"fresh_{next(self._numbers)}"
        with psycopg.connect(f"postgresql://{self._server}/postgres", autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return f"postgresql+psycopg://{self._server}/{name}"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    binaries = find_binaries()
    if binaries is None:
        _go_without("there is no PostgreSQL server (initdb) in PATH or /usr/lib/postgresql")
    with cluster(binaries) as started:
        yield started


def _go_without(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def find_binaries() -> Path | None:
    """Return the folder with the server's programs, the newest of several."""
    in_path = shutil.which("initdb")
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    found = [*([Path(in_path).resolve().parent] if in_path else []), *packaged]
    return next((folder for folder in found if (folder / "postgres").exists()), None)


def _version(binaries: Path) -> float:
    return float(binaries.parent.name)


@contextmanager
def cluster(binaries: Path) -> Iterator[Cluster]:
    """Start a new cluster; stop and remove it at the end, whatever happens."""
    home = Path(tempfile.mkdtemp(prefix="ventanilla-postgres-"))
    owner = _owner()
    os.chown(home, owner.pw_uid, owner.pw_gid)
    try:
        _run(owner, home, binaries / "initdb", "-D", home / "data", *NEW_CLUSTER)
        port = _free_port()
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c max_connections=200 -k {home} {FAST}"
        control = (binaries / "pg_ctl", "-D", home / "data", "-w")
        _run(owner, home, *control, "-l", home / "log", "-o", options, "start")
        try:
            yield Cluster(port)
        finally:
            _run(owner, home, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home)


def _owner() -> pwd.struct_passwd:
    """Return who runs the server: ourselves, but for root, whom it refuses."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _run(owner: pwd.struct_passwd, home: Path, *command: Path | str) -> None:
    other: dict[str, Any] = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    finished = subprocess.run(
        [str(part) for part in command],
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **(other if os.geteuid() == 0 else {}),
    )
    if finished.returncode:
        log = home / "log"
        pytest.fail(finished.stdout + (log.read_text() if log.exists() else ""))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
