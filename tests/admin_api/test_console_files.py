"""The citizens' files in the transcript: seen, heard, saved, or why not."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from handoff.store.models import Audit, FileState
from tests.admin_api.console import Attention, log_in, visit
from tests.pictures import JPEG, STICKER

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
PDF = b"%PDF-1.4\n" + bytes(3000)
VOICE = b"OggS\0\x02" + bytes(20) + b"\x01\x13OpusHead\x01" + bytes(4000)
VIDEO = b"\0\0\0\x18ftypisom\0\0\0\0isom" + bytes(4000)
SENT = (
    ({"kind": "photo", "name": "bache.jpg", "size": 1}, JPEG),
    ({"kind": "sticker", "name": "pulgar.webp"}, STICKER),
    ({"kind": "document", "name": "oficio firmado por la presidenta de colonos.pdf"}, PDF),
    ({"kind": "voice", "name": "nota.ogg", "duration": 7}, VOICE),
    ({"kind": "video", "name": "calle.mp4", "duration": 12}, VIDEO),
    ({"kind": "video", "name": "pesado.mp4", "size": 90_000_000}, None),
    ({"kind": "document", "name": "programa.exe", "size": 40_000}, None),
    ({"kind": "photo", "name": "espera.jpg", "size": 300_000}, None),
)


def a_conversation(desk: Attention) -> str:
    key = desk.send("Ana", "Mire cómo está la calle", *SENT)
    desk.became("pesado.mp4", FileState.failed, "too large")
    desk.became("programa.exe", FileState.refused, "kind")
    return key


def open_conversation(page: Page, key: str) -> None:
    log_in(page)
    page.goto(f"/console/conversations/{key}")
    page.locator("#transcript").get_by_text("Mire cómo está la calle").wait_for()


def is_drawn(page: Page, selector: str) -> bool:
    return bool(
        page.locator(selector).evaluate("each => each.decode().then(() => each.naturalWidth > 0)")
    )


def test_each_file_is_shown_as_what_it_is(desk: Attention, page: Page) -> None:
    open_conversation(page, a_conversation(desk))
    files = page.get_by_role("list", name="Adjuntos").get_by_role("listitem")
    expect(files).to_have_count(len(SENT))
    preview = page.get_by_role("button", name="Ver Foto · bache.jpg · 1 KB")
    expect(preview).to_be_visible()
    assert is_drawn(page, ".preview img >> nth=0")
    assert is_drawn(page, ".preview img >> nth=1")
    expect(page.locator("audio")).to_have_attribute(
        "aria-label", "Mensaje de voz · nota.ogg · 4 KB · 7 s"
    )
    expect(page.locator("video")).to_have_count(1)
    for words in (
        "Video · pesado.mp4 · 85.8 MB No se pudo descargar: es demasiado grande",
        "Documento · programa.exe · 39 KB No se guardó: no es foto, PDF, audio ni video",
        "Foto · espera.jpg · 293 KB Pendiente de descargar",
    ):
        expect(files.filter(has_text=words)).to_have_count(1)


def test_a_picture_opens_and_the_focus_comes_back(desk: Attention, page: Page) -> None:
    open_conversation(page, a_conversation(desk))
    preview = page.get_by_role("button", name="Ver Foto · bache.jpg")
    preview.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="bache.jpg")
    expect(dialog).to_be_visible()
    assert is_drawn(page, "#file-image")
    with page.context.expect_page() as opened:
        dialog.get_by_role("link", name="Abrir en otra pestaña").click()
    opened.value.close()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(preview).to_be_focused()
    with desk.store.reading() as session:
        assert session.scalars(select(Audit).where(Audit.subject.startswith("attachment:"))).all()


def test_a_document_is_saved_under_its_name(desk: Attention, page: Page) -> None:
    open_conversation(page, a_conversation(desk))
    with page.expect_download() as saved:
        page.get_by_role("link", name="Descargar Documento").click()
    assert saved.value.suggested_filename == SENT[2][0]["name"]
    assert Path(saved.value.path()).read_bytes() == PDF


def test_what_arrives_meanwhile_is_shown_and_what_is_there_stays(
    desk: Attention, page: Page
) -> None:
    key = a_conversation(desk)
    open_conversation(page, key)
    page.locator("video").evaluate("each => each.dataset.mark = 'the same'")
    page.get_by_role("button", name="Ver Foto · bache.jpg").focus()
    desk.reply(key, "La estamos viendo")
    page.get_by_text("La estamos viendo").wait_for()
    expect(page.locator("video")).to_have_attribute("data-mark", "the same")
    expect(page.get_by_role("button", name="Ver Foto · bache.jpg")).to_be_focused()
    desk.became("espera.jpg", FileState.failed, "gone")
    page.get_by_text("No se pudo descargar: el canal ya no lo tiene").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 390])
def test_files_have_no_accessibility_fault(
    browser: Browser, desk: Attention, scheme: str, width: int
) -> None:
    key = a_conversation(desk)
    with visit(browser, desk, color_scheme=scheme) as page:
        page.set_viewport_size({"width": width, "height": 844})
        page.context.add_init_script(path=AXE)
        open_conversation(page, key)
        assert faults(page) == []
        page.get_by_role("button", name="Ver Foto · bache.jpg").click()
        assert faults(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width


def faults(page: Page) -> list[str]:
    found = page.evaluate("async () => (await axe.run()).violations")
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]
