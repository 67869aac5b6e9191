"""Files: taken for what they are, not for what they say, and given back to their owner alone."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from handoff.files import pictures
from handoff.files.scanning import Scanner
from handoff.files.taking import Files
from tests import clamd
from tests.bot.webchat_desk import Desk, running
from tests.pictures import GIF, JPEG, PAGE, PNG, SECRET, WEBP

PDF = b"%PDF-1.4\n" + bytes(40)
VOICE = b"OggS\0\x02" + bytes(20) + b"\x01\x13OpusHead\x01" + bytes(40)
MP3 = b"ID3\x03\0\0\0\0\0\0\xff\xfb\x90\0" + bytes(40)
EXE = b"MZ\x90\0" + bytes(300)
ZIP = b"PK\x03\x04" + bytes(60)
MEGABYTE = 1024 * 1024


def container(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0" + brand + bytes(60)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path) as desk:
        yield desk


@pytest.fixture
def citizen(desk: Desk) -> Iterator[httpx.Client]:
    with desk.newcomer() as citizen:
        yield citizen


def send(citizen: httpx.Client, name: str, content: bytes, kind: str) -> httpx.Response:
    return citizen.post("/chat/attachments", files={"file": (name, content, kind)})


@pytest.mark.parametrize(
    ("name", "content", "declared", "kept_as", "kind"),
    [
        ("bache.png", PNG, "image/png", "bache.png", "image/png"),
        ("bache.JPG", JPEG, "image/jpeg", "bache.JPG", "image/jpeg"),
        ("foto.png", JPEG, "image/png", "foto.jpg", "image/jpeg"),
        ("foto.webp", WEBP, "image/webp", "foto.webp", "image/webp"),
        ("a.gif", GIF, "image/gif", "a.gif", "image/gif"),
        ("oficio.pdf", PDF, "application/pdf", "oficio.pdf", "application/pdf"),
        ("nota.ogg", VOICE, "audio/ogg", "nota.ogg", "audio/ogg"),
        ("nota.mp3", MP3, "audio/mpeg", "nota.mp3", "audio/mpeg"),
        ("nota.m4a", container(b"M4A "), "audio/x-m4a", "nota.m4a", "audio/mp4"),
        ("v.mp4", container(b"isom"), "video/mp4", "v.mp4", "video/mp4"),
        ("v.mov", container(b"qt  "), "video/quicktime", "v.mov", "video/quicktime"),
        ("../../etc/paso.pdf", PDF, "application/octet-stream", "paso.pdf", "application/pdf"),
        ("", PDF, "application/pdf", "archivo.pdf", "application/pdf"),
    ],
)
def test_files_of_these_kinds_are_kept(
    citizen: httpx.Client, name: str, content: bytes, declared: str, kept_as: str, kind: str
) -> None:
    answer = send(citizen, name or "\\", content, declared)
    assert answer.status_code == 201
    kept = answer.json()
    is_picture = kind in pictures.FORMATS
    size = len(pictures.redraw(content, kind) if is_picture else content)
    assert (kept["name"], kept["type"], kept["size"]) == (kept_as, kind, size)


@pytest.mark.parametrize(
    ("name", "content", "declared"),
    [
        ("programa.exe", EXE, "application/octet-stream"),
        ("foto.png", EXE, "image/png"),
        ("carta.pdf", ZIP, "application/pdf"),
        ("foto.png", MP3, "image/png"),
        ("pagina.png", b"<!doctype html><script>alert(1)</script>", "image/png"),
        ("dibujo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        ("nota.txt", b"hola", "text/plain"),
        ("nada.png", b"", "image/png"),
        ("cortada.jpg", JPEG[:-40], "image/jpeg"),
        ("foto.jpg", JPEG[:20] + PAGE, "image/jpeg"),
        ("foto.png", PNG[:40] + bytes(40), "image/png"),
    ],
)
def test_anything_else_is_refused_whatever_it_is_called(
    desk: Desk, citizen: httpx.Client, name: str, content: bytes, declared: str
) -> None:
    answer = send(citizen, name, content, declared)
    assert answer.status_code == 415
    assert answer.headers["content-type"] == "application/problem+json"
    assert not (desk.data_dir / "attachments").exists()


@pytest.mark.parametrize("size", [10 * MEGABYTE + 1, 12 * MEGABYTE])
def test_a_file_that_is_too_large_is_refused(citizen: httpx.Client, size: int) -> None:
    answer = send(citizen, "foto.png", PNG + bytes(size - len(PNG)), "image/png")
    assert answer.status_code == 413
    assert answer.json()["detail"] == "El archivo puede pesar hasta 10 MB."


def test_other_kinds_may_be_larger(citizen: httpx.Client) -> None:
    assert send(citizen, "a.pdf", PDF + bytes(11 * MEGABYTE), "").status_code == 201
    answer = send(citizen, "a.mp3", MP3 + bytes(16 * MEGABYTE), "")
    assert answer.json()["detail"] == "El archivo puede pesar hasta 16 MB."
    answer = send(citizen, "a.pdf", PDF + bytes(21 * MEGABYTE), "")
    assert (answer.status_code, answer.json()["detail"]) == (
        413,
        "El archivo puede pesar hasta 20 MB.",
    )


def test_a_picture_of_too_many_pixels_is_refused(citizen: httpx.Client) -> None:
    frame = JPEG.index(b"\xff\xc0") + 5
    bomb = JPEG[:frame] + b"\xff\xff\xff\xff" + JPEG[frame + 4 :]
    answer = send(citizen, "foto.jpg", bomb, "image/jpeg")
    assert answer.status_code == 413
    assert answer.json()["detail"].startswith("La imagen es demasiado grande.")


def test_what_a_picture_hides_is_not_kept(desk: Desk, citizen: httpx.Client) -> None:
    assert SECRET in JPEG
    key = send(citizen, "foto.jpg", JPEG + PAGE, "image/jpeg").json()["id"]
    given = citizen.get(f"/chat/attachments/{key}").content
    assert given == pictures.redraw(JPEG, "image/jpeg")
    on_disk = [path for path in (desk.data_dir / "attachments").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in on_disk] == [given]


def test_an_upload_that_was_cut_short_leaves_nothing(desk: Desk, citizen: httpx.Client) -> None:
    whole = citizen.build_request("POST", "/chat/attachments", files={"file": ("a.pdf", PDF)})
    whole.read()
    headers = {"content-type": whole.headers["content-type"]}
    answer = citizen.post("/chat/attachments", content=whole.content[:-30], headers=headers)
    assert answer.status_code == 400
    assert not (desk.data_dir / "attachments").exists()


def test_what_the_virus_scanner_finds_is_refused_in_plain_words(tmp_path: Path) -> None:
    with clamd.running() as scanning:
        files = Files(tmp_path / "attachments", Scanner(scanning.address))
        with running(tmp_path, files=files) as desk, desk.newcomer() as citizen:
            answer = send(citizen, "a.pdf", PDF + clamd.EICAR, "application/pdf")
            assert answer.status_code == 415
            assert answer.json()["detail"].startswith("El antivirus encontró un problema")
            assert send(citizen, "a.pdf", PDF, "application/pdf").status_code == 201


def test_what_nobody_could_check_is_taken_and_not_given_out(tmp_path: Path) -> None:
    files = Files(tmp_path / "attachments", Scanner(str(tmp_path / "clamd.sock")))
    with running(tmp_path, files=files) as desk, desk.newcomer() as citizen:
        answer = send(citizen, "a.pdf", PDF, "application/pdf")
        assert answer.status_code == 201
        given = citizen.get(f"/chat/attachments/{answer.json()['id']}")
        assert (given.status_code, given.json()["detail"]) == (503, "El archivo se está revisando.")
        message = {"id": "1", "attachments": [answer.json()["id"]]}
        assert citizen.post("/chat/messages", json=message).status_code == 202


def test_the_same_content_from_many_at_once_is_kept_once(desk: Desk) -> None:
    content = PDF + bytes(2 * MEGABYTE)

    def upload(_: int) -> httpx.Response:
        with desk.newcomer() as citizen:
            key = send(citizen, "a.pdf", content, "application/pdf").json()["id"]
            return citizen.get(f"/chat/attachments/{key}")

    with ThreadPoolExecutor(8) as pool:
        assert {answer.content for answer in pool.map(upload, range(8))} == {content}
    kept = [path for path in (desk.data_dir / "attachments").rglob("*") if path.is_file()]
    assert [path.name for path in kept] == [hashlib.sha256(content).hexdigest()]


def test_the_largest_file_is_taken(citizen: httpx.Client) -> None:
    content = PNG + bytes(10 * MEGABYTE - len(PNG))  # what is behind the picture counts, then goes
    assert send(citizen, "foto.png", content, "image/png").status_code == 201


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"x", "text/plain", 400),
        (b"x", "multipart/form-data", 400),
        (b"--b\r\nnada", "multipart/form-data; boundary=b", 422),
        (b"--b--\r\n", "multipart/form-data; boundary=b", 422),
    ],
)
def test_what_is_not_a_form_with_a_file_is_refused(
    citizen: httpx.Client, content: bytes, kind: str, status: int
) -> None:
    headers = {"content-type": kind}
    answer = citizen.post("/chat/attachments", content=content, headers=headers)
    assert answer.status_code == status


def test_the_owner_gets_the_file_in_a_way_that_runs_nothing(
    desk: Desk, citizen: httpx.Client
) -> None:
    key = send(citizen, "señal ñ.png", PNG, "image/png").json()["id"]
    answer = citizen.get(f"/chat/attachments/{key}")
    redrawn = pictures.redraw(PNG, "image/png")
    assert (answer.status_code, answer.content) == (200, redrawn)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["content-disposition"].startswith("attachment")
    sha256 = hashlib.sha256(redrawn).hexdigest()
    assert (desk.data_dir / "attachments" / sha256[:2] / sha256).read_bytes() == redrawn


def test_nobody_else_gets_it_or_sends_it(desk: Desk, citizen: httpx.Client) -> None:
    key = send(citizen, "foto.png", PNG, "image/png").json()["id"]
    with desk.newcomer() as other:
        assert other.get(f"/chat/attachments/{key}").status_code == 404
        message = {"id": "1", "attachments": [key]}
        assert other.post("/chat/messages", json=message).status_code == 422


def test_a_message_carries_its_files(citizen: httpx.Client) -> None:
    kept = send(citizen, "foto.png", PNG, "image/png").json()
    message = {"id": "1", "attachments": [kept["id"]]}
    assert citizen.post("/chat/messages", json=message).status_code == 202
    [shown] = citizen.get("/chat/messages").json()["messages"]
    assert shown["attachments"] == [{"kind": "image", **kept}]


def test_who_sends_too_many_files_waits(citizen: httpx.Client) -> None:
    answers = [send(citizen, "a.gif", GIF, "image/gif") for _ in range(21)]
    assert [answer.status_code for answer in answers] == [201] * 20 + [429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 5
