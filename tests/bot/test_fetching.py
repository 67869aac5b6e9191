"""Files that a channel has still: fetched once, after the message is in the log."""

import asyncio
import io
import socket
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from alembic import command
from sqlalchemy import select

from bot.channels import NotNow, Refused
from bot.fetching import MOST_ATTEMPTS, Fetching
from handoff import exchanges
from handoff.exchanges import Inbound, chain
from handoff.files import owing, pictures
from handoff.files.scanning import Scanner
from handoff.files.taking import Files
from handoff.store import Store, schema
from handoff.store.models import Attachment, FileState
from tests.clamd import EICAR, running
from tests.conftest import Clock
from tests.pictures import JPEG, SECRET

PDF = b"%PDF-1.4\n" + bytes(40)
PHOTO = {"kind": "photo", "id": "jpeg", "size": len(JPEG)}
Downloading = Callable[[Mapping[str, Any], BinaryIO], Awaitable[None]]


@dataclass
class Lender:
    """A channel with files. `before` may fail first, once for each entry."""

    files: dict[str, bytes] = field(default_factory=lambda: {"jpeg": JPEG, "pdf": PDF})
    before: list[Exception] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    name: str = "lender"

    async def download(self, file: Mapping[str, Any], into: BinaryIO, most: int) -> None:
        self.asked.append(file["id"])
        if self.before:
            raise self.before.pop(0)
        into.write(self.files[file["id"]])


@dataclass
class Room:
    """A desk's files, and citizens who send some."""

    store: Store
    clock: Clock
    folder: Path
    lender: Lender = field(default_factory=Lender)
    scanner: Scanner | None = None

    @property
    def fetching(self) -> Fetching:
        """As a process that has just begun makes it."""
        files = Files(self.folder, self.scanner)
        return Fetching(self.store, files, {"lender": self.lender}, self.clock.now)

    def send(self, *files: Mapping[str, Any], key: str = "1", channel: str = "lender") -> None:
        content = {"attachments": list(files)}
        inbound = Inbound(channel, "ana", key, "mire", self.clock.now(), None, content)
        with self.store.transaction() as session:
            exchanges.record(session, [inbound], self.clock.now())

    def fetch(self) -> int:
        return asyncio.run(self.fetching.fetch_due())

    def rows(self) -> list[Attachment]:
        with self.store.reading() as session:
            return list(session.scalars(select(Attachment).order_by(Attachment.id)))

    def states(self) -> list[tuple[str, str | None]]:
        return [(row.state.value, row.reason) for row in self.rows()]


@pytest.fixture
def room(store: Store, clock: Clock, tmp_path: Path) -> Room:
    return Room(store, clock, tmp_path / "files")


def test_a_file_is_owed_with_its_message_and_fetched_after_it(room: Room) -> None:
    room.send(PHOTO, {"kind": "document", "id": "pdf", "name": "../oficio\n.pdf"})
    assert room.states() == [("owed", None)] * 2
    assert room.lender.asked == []
    assert room.fetch() == 2
    photo, document = room.rows()
    assert (photo.type, photo.name) == ("image/jpeg", "archivo.jpg")
    assert (document.type, document.name, document.size) == ("application/pdf", "oficio.pdf", 49)
    kept = Files(room.folder).shelf.place(photo.sha256 or "").read_bytes()
    assert kept == pictures.redraw(JPEG, "image/jpeg")
    assert SECRET not in kept
    assert room.fetch() == 0
    with room.store.reading() as session:
        assert list(chain.verify(session)) == []


def test_a_message_that_comes_again_owes_nothing_more(room: Room) -> None:
    room.send(PHOTO)
    room.send(PHOTO)
    assert len(room.rows()) == 1
    room.send(PHOTO, key="2")
    assert room.fetch() == 2
    first, second = room.rows()
    assert first.key != second.key
    assert first.sha256 == second.sha256


def test_the_log_takes_whatever_a_channel_says_of_a_file(room: Room) -> None:
    odd = {"id": 7, "name": "a\0b", "size": 4_000_000_000, "type": None}
    room.send(odd, {}, {"size": "12", "id": "jpeg"})
    assert [(row.name, row.size) for row in room.rows()] == [("ab", 2**31 - 1), ("", 0), ("", 0)]


def test_a_channel_that_is_not_here_keeps_its_files(room: Room) -> None:
    room.send(PHOTO, channel="elsewhere")
    assert room.fetch() == 0
    assert room.states() == [("owed", None)]


def test_it_is_tried_again_with_longer_and_longer_pauses(room: Room) -> None:
    room.lender.before = [NotNow("unreachable"), NotNow("slow down", 90), RuntimeError("a fault")]
    room.send(PHOTO)
    for pause in (2, 90, 8):
        assert room.fetch() == 1
        assert room.fetch() == 0
        room.clock.forward(seconds=pause - 1)
        assert room.fetch() == 0
        room.clock.forward(seconds=1)
    assert room.fetch() == 1
    assert room.states() == [("kept", None)]


def test_what_cannot_be_had_for_hours_is_given_up_with_its_reason(room: Room) -> None:
    room.lender.before = [NotNow("unreachable")] * MOST_ATTEMPTS
    room.send(PHOTO)
    for _ in range(MOST_ATTEMPTS):
        assert room.fetch() == 1
        room.clock.forward(hours=1)
    assert room.fetch() == 0
    assert room.states() == [("failed", "unreachable")]


@pytest.mark.parametrize(
    ("files", "before", "state"),
    [
        ({}, [Refused("too large")], ("failed", "too large")),
        ({"jpeg": b"MZ" + bytes(300)}, [], ("refused", "kind")),
        ({"jpeg": JPEG[:-50]}, [], ("refused", "broken")),
        ({"jpeg": JPEG + bytes(11_000_000)}, [], ("refused", "too large")),
        ({"jpeg": b""}, [], ("refused", "kind")),
    ],
)
def test_what_can_never_be_kept_says_why(
    room: Room, files: dict[str, bytes], before: list[Exception], state: tuple[str, str]
) -> None:
    room.lender = Lender(files, list(before))
    room.send(PHOTO)
    assert room.fetch() == 1
    assert room.states() == [state]
    room.clock.forward(days=1)
    assert room.fetch() == 0
    assert [path for path in room.folder.rglob("*") if path.is_file()] == []


def test_one_that_breaks_does_not_stop_the_others(room: Room) -> None:
    room.lender.files.pop("jpeg")  # so that the channel itself fails
    room.send(PHOTO, {"id": "pdf"})
    assert room.fetch() == 2
    assert room.states() == [("owed", None), ("kept", None)]


def test_after_a_crash_the_next_process_goes_on(room: Room) -> None:
    room.send(PHOTO)
    with room.store.transaction() as session:  # claimed, and never heard of again
        [claimed] = owing.claim_owed(session, ["lender"], room.clock.now(), 4)
    assert room.fetch() == 0
    room.fetching.start(alone=False)
    assert room.fetch() == 0  # another process may have it in its hands
    room.fetching.start(alone=True)
    assert room.fetch() == 1
    [row] = room.rows()
    with room.store.transaction() as session:  # the first one comes back after all
        owing.lost(session, claimed, FileState.failed, "late")
    assert room.states() == [("kept", None)]
    assert row.attempts == 2


def test_without_a_word_the_lease_ends(room: Room) -> None:
    room.send(PHOTO)
    with room.store.transaction() as session:
        owing.claim_owed(session, ["lender"], room.clock.now(), 4)
    room.clock.forward(minutes=15)
    assert room.fetch() == 1
    assert room.states() == [("kept", None)]


def test_what_a_crash_left_half_written_is_removed(room: Room) -> None:
    room.send(PHOTO)
    room.fetch()
    left = room.folder / "incoming" / "tmpabc"
    left.write_bytes(b"half")
    left.touch()
    room.clock.moment = datetime.fromtimestamp(left.stat().st_mtime, UTC)
    room.fetching.start(alone=True)
    assert left.exists()
    room.clock.forward(days=1, seconds=1)
    room.fetching.start(alone=True)
    assert not left.exists()


def test_two_processes_fetch_it_once(room: Room) -> None:
    room.send(*({"id": "pdf", "name": f"{each}.pdf"} for each in range(6)))

    async def both() -> list[int]:
        one, other = room.fetching, room.fetching
        return list(await asyncio.gather(*(each.fetch_due() for each in (one, other, one, other))))

    while sum(asyncio.run(both())):
        pass
    assert room.states() == [("kept", None)] * 6
    assert room.lender.asked == ["pdf"] * 6


def test_the_threads_of_the_desk_stay_free_while_files_are_taken(room: Room) -> None:
    async def fetch(scanner: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(1))
        fetching = asyncio.create_task(room.fetching.fetch_due())
        asked, _ = await loop.sock_accept(scanner)
        with asked:  # no answer yet
            assert await asyncio.wait_for(asyncio.to_thread(lambda: "free"), 5) == "free"
        await fetching

    room.send(PHOTO)
    with socket.create_server(("127.0.0.1", 0)) as scanner:
        scanner.setblocking(False)
        room.scanner = Scanner(f"127.0.0.1:{scanner.getsockname()[1]}")
        asyncio.run(fetch(scanner))
    assert room.states() == [("unchecked", None)]


def test_what_is_infected_is_noted_and_not_kept(room: Room) -> None:
    room.lender.files["pdf"] = PDF + EICAR
    with running() as clamd:
        room.scanner = Scanner(clamd.address)
        room.send({"id": "pdf"})
        room.fetch()
    assert room.states() == [("refused", "infected")]


@pytest.mark.parametrize(
    ("content", "state"), [(PDF, ("kept", None)), (PDF + EICAR, ("refused", "infected"))]
)
def test_what_could_not_be_checked_is_checked_when_the_scanner_is_back(
    room: Room, tmp_path: Path, content: bytes, state: tuple[str, str | None]
) -> None:
    room.lender.files["pdf"] = content
    room.scanner = Scanner(str(tmp_path / "clamd.sock"))
    room.send({"id": "pdf"}, {"id": "pdf"})
    assert room.fetch() == 2
    assert room.states() == [("unchecked", None)] * 2
    assert [path.parent.name for path in room.folder.rglob("*") if path.is_file()] == ["unchecked"]
    assert room.fetch() == 2  # still nobody there
    with running(tmp_path / "clamd.sock"):
        assert room.fetch() == 0
        room.clock.forward(minutes=5)
        while room.fetch():
            pass
    assert room.states() == [state] * 2
    shelf = Files(room.folder).shelf
    held = [shelf.place(row.sha256) for row in room.rows() if row.sha256]
    files = {path for path in room.folder.rglob("*") if path.is_file()}
    assert files == set(held)


def test_a_crash_between_the_verdict_and_its_note_does_no_harm(room: Room, tmp_path: Path) -> None:
    room.scanner = Scanner(str(tmp_path / "clamd.sock"))
    room.send({"id": "pdf"})
    room.fetch()
    [row] = room.rows()
    with running(tmp_path / "clamd.sock"):
        assert Files(room.folder, room.scanner).check_again(row.sha256 or "")
        room.clock.forward(minutes=5)
        room.fetch()
    assert room.states() == [("kept", None)]
    shelf = Files(room.folder).shelf
    shelf.drop_apart(row.sha256 or "")  # again
    assert shelf.held(row.sha256 or "").read_bytes() == PDF


def test_a_file_that_vanished_from_the_disk_is_told(room: Room, tmp_path: Path) -> None:
    room.scanner = Scanner(str(tmp_path / "clamd.sock"))
    room.send({"id": "pdf"})
    room.fetch()
    [row] = room.rows()
    Files(room.folder).shelf.drop_apart(row.sha256 or "")
    room.fetch()
    assert room.states() == [("failed", "gone")]


def test_a_file_sent_beforehand_takes_its_place(room: Room) -> None:
    taken = Files(room.folder).take(io.BytesIO(PDF))
    with room.store.transaction() as session:
        key = owing.sent(session, "webchat", "ana", "a.pdf", taken, room.clock.now()).key
    file = {"kind": "document", "id": key, "name": "a.pdf"}
    room.send(file, channel="webchat")
    [row] = room.rows()
    assert (row.key, row.position, row.exchange_id is None) == (key, 0, False)
    room.send(file, key="2", channel="webchat")
    first, again = room.rows()
    assert (first.exchange_id, again.sha256) != (again.exchange_id, None)
    assert first.sha256 == again.sha256
    room.send(file, key="3", channel="another")  # the name of somebody else's file is only a name
    assert room.states() == [("kept", None)] * 2 + [("owed", None)]


def test_several_of_a_group_name_the_same_file(room: Room) -> None:
    taken = Files(room.folder).take(io.BytesIO(PDF))
    now = room.clock.now()
    with room.store.transaction() as session:
        key = owing.sent(session, "webchat", "ana", "a.pdf", taken, now).key
    with room.store.transaction() as session:
        content = {"attachments": [{"id": key}]}
        group = [Inbound("webchat", "ana", each, "", now, None, content) for each in ("1", "2")]
        exchanges.record(session, group, now)
    assert [row.state for row in room.rows()] == [FileState.kept] * 2


def test_files_of_before_are_found_by_the_migration(store: Store, clock: Clock) -> None:
    with store.transaction() as session:
        for key, channel in (("1", "lender"), ("2", "webchat")):
            content = {"attachments": [{"id": "old", "name": "a.pdf", "size": 3}]}
            inbound = Inbound(channel, "ana", key, "", clock.now(), None, content)
            exchanges.record(session, [inbound], clock.now())
    with store.engine.connect() as connection:
        command.downgrade(schema.config(connection), "keyboards")
        connection.exec_driver_sql(
            "INSERT INTO attachment (key, address, name, type, size, sha256, at) VALUES"
            " ('old', 'ana', 'a.pdf', 'application/pdf', 3, 'abc', '2026-11-24 00:00:00')"
        )
        connection.commit()
    schema.migrate(store)
    with closing(store), store.reading() as session:
        rows = session.scalars(select(Attachment).order_by(Attachment.exchange_id)).all()
    assert [(row.channel, row.state.value, row.name, row.position) for row in rows] == [
        ("lender", "owed", "a.pdf", 0),
        ("webchat", "kept", "a.pdf", 0),
    ]
