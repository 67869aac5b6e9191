"""A file on its way in: recognised, cleaned, checked, kept."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from handoff.files import kinds, pictures
from handoff.files.scanning import OutOfReach, Scanner
from handoff.files.shelf import Shelf
from handoff.files.unwanted import Unwanted, Why
from handoff.store.models import FileState

AT_ONCE = 1  # the largest picture needs 300 MB while it is drawn


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as it was kept; `size` in bytes. Its state is `kept` or `unchecked`."""

    type: str
    size: int
    sha256: str
    state: FileState


class Files:
    """The files of an installation. `scanner`: None where nobody checks for viruses. `threads` are
    for taking files in: however many come, those of the desk stay free."""

    def __init__(self, folder: Path, scanner: Scanner | None = None) -> None:
        self.shelf = Shelf(folder)
        self.scanner = scanner
        self.threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="files")

    def take(self, file: BinaryIO, declared: str = "") -> Taken:
        """Keep the file durably. Blocks: call it in one of `threads`. Raises Unwanted."""
        kind = kinds.recognise(file, declared)
        kinds.check_size(kind, _size(file))
        if kind in pictures.FORMATS:
            file = io.BytesIO(pictures.redraw(file.read(), kind))
        size, state = _size(file), self._checked(file)
        sha256 = self.shelf.keep(file, apart=state is FileState.unchecked)
        return Taken(kind, size, sha256, state)

    def check_again(self, sha256: str) -> bool:
        """Whether a file that stands apart was found good; then it may be given out. False if
        nobody could say. Raises Unwanted, and FileNotFoundError if it is not there any more."""
        held = self.shelf.held(sha256)
        with held.open("rb") as file:
            state = self._checked(file)
        if state is FileState.kept:
            self.shelf.release(sha256)
        return state is FileState.kept

    def _checked(self, file: BinaryIO) -> FileState:
        """Raises Unwanted if it is infected."""
        if self.scanner is None:
            return FileState.kept
        try:
            is_infected = self.scanner.is_infected(file)
        except OutOfReach:
            return FileState.unchecked
        finally:
            file.seek(0)
        if is_infected:
            raise Unwanted(Why.infected)
        return FileState.kept


def _size(file: BinaryIO) -> int:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return size
