"""The citizens' files, for the staff: listed with their state, given out safely, looks noted."""

import io
from pathlib import Path

import pytest
from sqlalchemy import select

from admin_api.access import Staff
from handoff import exchanges
from handoff.exchanges import Inbound
from handoff.files import owing
from handoff.files.taking import Files
from handoff.store.models import Attachment, Audit, Conversation, Exchange, FileState
from tests.admin_api.conftest import Office, on_both_databases
from tests.pictures import JPEG

PDF = b"%PDF-1.4\n" + bytes(40)
TOLD = {"kind": "photo", "id": "file id of the channel", "size": len(JPEG)}


class Drawer:
    """An office that keeps files, and citizens who send them."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.files = Files(folder)
        staff = office.staff
        self.store, self.now = staff.store, staff.now
        self.office = Office(Staff(staff.store, staff.now, staff.desk, shelf=self.files.shelf))

    def send(self, content: bytes | None, address: str = "ana", name: str = "señal.jpg") -> str:
        """A citizen sends a file through a channel; it is fetched if it has content. The id of the
        conversation."""
        told = {"attachments": [{**TOLD, "name": name}]}
        with self.store.transaction() as session:
            inbound = Inbound("fake", address, f"fake:{name}", "mire", self.now(), None, told)
            [row] = exchanges.record(session, [inbound], self.now())
            exchanges.handled(session.get_one(Exchange, row.exchange_id), None, self.now())
            [owed] = owing.claim_owed(session, ["fake"], self.now(), 9)
            if content is not None:
                owing.kept(session, owed, self.files.take(io.BytesIO(content)), name)
            wanted = select(Conversation.key).where(Conversation.address == address)
            return session.scalars(wanted).one()

    def settle(self, state: FileState, reason: str | None) -> None:
        with self.store.transaction() as session:
            row = session.scalars(select(Attachment)).one()
            row.state, row.reason, row.sha256 = state, reason, None

    def reads(self) -> list[str]:
        with self.store.reading() as session:
            wanted = select(Audit.subject).where(Audit.subject.startswith("attachment:"))
            return list(session.scalars(wanted))


@pytest.fixture
def drawer(office: Office, tmp_path: Path) -> Drawer:
    return Drawer(office, tmp_path / "files")


def listed(drawer: Drawer, conversation: str) -> dict[str, object]:
    page = drawer.office.client().get(f"/api/v1/conversations/{conversation}/exchanges").json()
    [attachment] = page["items"][0]["attachments"]
    return dict(attachment)


def address(conversation: str, key: object) -> str:
    return f"/api/v1/conversations/{conversation}/attachments/{key}"


@on_both_databases
def test_a_picture_is_listed_and_opened_and_the_look_is_noted(drawer: Drawer) -> None:
    conversation = drawer.send(JPEG)
    attachment = listed(drawer, conversation)
    assert (attachment["name"], attachment["type"]) == ("señal.jpg", "image/jpeg")
    assert (attachment["state"], attachment["reason"]) == ("kept", None)
    assert attachment["id"] != TOLD["id"]
    answer = drawer.office.client().get(address(conversation, attachment["id"]))
    assert (answer.status_code, len(answer.content)) == (200, attachment["size"])
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["content-disposition"] == "inline; filename*=utf-8''se%C3%B1al.jpg"
    assert drawer.reads() == [f"attachment:{attachment['id']}"]


def test_what_did_not_change_is_not_sent_again_and_noted_again(drawer: Drawer) -> None:
    conversation = drawer.send(JPEG)
    url = address(conversation, listed(drawer, conversation)["id"])
    client = drawer.office.client()
    etag = client.get(url).headers["etag"]
    again = client.get(url, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert len(drawer.reads()) == 2
    part = client.get(url, headers={"Range": "bytes=0-9"})  # players ask for parts
    assert (part.status_code, part.content[:2], len(part.content)) == (206, b"\xff\xd8", 10)


def test_a_pdf_is_saved_not_shown(drawer: Drawer) -> None:
    conversation = drawer.send(PDF, name="oficio.pdf")
    answer = drawer.office.client().get(address(conversation, listed(drawer, conversation)["id"]))
    assert answer.headers["content-disposition"] == 'attachment; filename="oficio.pdf"'


def test_nobody_opens_it_from_elsewhere(drawer: Drawer) -> None:
    conversation = drawer.send(JPEG)
    other = drawer.send(PDF, "beto", "b.pdf")
    key = listed(drawer, conversation)["id"]
    assert drawer.office.anonymous().get(address(conversation, key)).status_code == 401
    client = drawer.office.client()
    for where, what in ((other, key), (conversation, "nada"), ("nada", key)):
        answer = client.get(address(where, what))
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"
    assert drawer.reads() == []


@pytest.mark.parametrize(
    ("state", "reason", "words"),
    [
        (FileState.owed, None, "El archivo todavía no se descarga del canal."),
        (FileState.refused, "infected", "El archivo no se guardó."),
        (FileState.failed, "too large", "El archivo no se pudo descargar."),
    ],
)
def test_what_is_not_kept_says_so(
    drawer: Drawer, state: FileState, reason: str | None, words: str
) -> None:
    conversation = drawer.send(None)
    drawer.settle(state, reason)
    attachment = listed(drawer, conversation)
    assert (attachment["state"], attachment["reason"]) == (state.value, reason)
    answer = drawer.office.client().get(address(conversation, attachment["id"]))
    assert (answer.status_code, answer.json()["detail"]) == (409, words)
    assert drawer.reads() == []


def test_a_file_that_is_not_on_the_disk_is_not_found(drawer: Drawer) -> None:
    conversation = drawer.send(JPEG)
    key = listed(drawer, conversation)["id"]
    for path in list((drawer.files.shelf.place("ab").parent.parent).rglob("*")):
        if path.is_file():
            path.unlink()
    assert drawer.office.client().get(address(conversation, key)).status_code == 404


def test_a_search_lists_it_too(drawer: Drawer) -> None:
    drawer.send(JPEG)
    [found] = drawer.office.client().get("/api/v1/exchanges?q=mire").json()["items"]
    assert found["exchange"]["attachments"][0]["state"] == "kept"
