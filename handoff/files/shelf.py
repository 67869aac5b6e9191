"""Where the bytes are: each content once, under its SHA-256, whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

PIECE = 256 * 1024
FORGOTTEN_AFTER = timedelta(days=1)  # what a crash left half written


class Shelf:
    """A folder. What was not checked for viruses yet stands apart from what may be given out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._apart = folder / "unchecked"
        self._incoming = folder / "incoming"

    def place(self, sha256: str) -> Path:
        """Where a file is that may be given out."""
        return self._folder / sha256[:2] / sha256

    def held(self, sha256: str) -> Path:
        """Where a file is that was not checked yet. One content may be known to be good by now."""
        apart = self._apart / sha256
        return apart if apart.exists() else self.place(sha256)

    @contextmanager
    def draft(self) -> Iterator[BinaryIO]:
        """An empty file to write into, gone at the end."""
        self._incoming.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=self._incoming) as file:
            yield file

    def keep(self, file: BinaryIO, *, apart: bool = False) -> str:
        """Write the content durably; its SHA-256 in hex."""
        self._incoming.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with tempfile.NamedTemporaryFile(dir=self._incoming, delete=False) as writing:
            try:
                while piece := file.read(PIECE):
                    digest.update(piece)
                    writing.write(piece)
                writing.flush()
                os.fsync(writing.fileno())
            except BaseException:
                Path(writing.name).unlink()
                raise
        sha256 = digest.hexdigest()
        target = self._apart / sha256 if apart else self.place(sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        Path(writing.name).replace(target)
        _sync(target.parent, self._folder)
        return sha256

    def release(self, sha256: str) -> None:
        """It was checked: what stood apart may be given out. Again, it does nothing."""
        apart = self._apart / sha256
        with suppress(FileNotFoundError), apart.open("rb") as file:
            self.keep(file)

    def drop_apart(self, sha256: str) -> None:
        (self._apart / sha256).unlink(missing_ok=True)

    def tidy(self, now: datetime) -> None:
        """Remove what a crash left half written."""
        before = (now - FORGOTTEN_AFTER).timestamp()
        for path in self._incoming.glob("*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()


def _sync(*folders: Path) -> None:
    """A file outlives a power cut once the folders that name it do. (Windows needs and knows no
    such thing.)"""
    if os.name != "posix":
        return
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
