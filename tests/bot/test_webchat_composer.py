"""What is put in the box is sent whole, or it is said why not before it is sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.bot.chat_page import all_is_sent, arrive, bubbles
from tests.bot.webchat_desk import Desk, running
from tests.pictures import PNG

MEGABYTE = 1024 * 1024
SENTENCE = "Desde el lunes no tenemos agua en la colonia. "
MILES = "kilómetro"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path, look_again=0.05) as desk:
        yield desk


def photo(name: str, content: bytes = PNG) -> FilePayload:
    return {"name": name, "mimeType": "image/png", "buffer": content}


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("a" * 4_000, 1),
        (SENTENCE * 99 + "FIN", 2),
        ("palabra" + MILES * 900 + "FIN", 3),  # with no place to cut
        ("a" * 3_999 + "😀" * 20 + "FIN", 2),  # an emoji would be cut in two
    ],
)
def test_a_long_text_is_sent_whole_and_in_order(
    page: Page, desk: Desk, text: str, messages: int
) -> None:
    arrive(page, desk)
    page.get_by_role("textbox").fill(text)
    length = page.locator("#length")
    if messages > 1:
        expect(length).to_have_text(
            f"Es un texto largo: se enviará completo, en {messages} mensajes."
        )
    else:
        expect(length).to_be_empty()
    page.keyboard.press("Enter")
    expect(bubbles(page)).to_have_count(messages)
    all_is_sent(page)
    expect(length).to_be_empty()
    sent = [row.text for row in desk.log()[1:]]
    assert "".join(sent).replace(" ", "") == text.replace(" ", "")
    if text.startswith(SENTENCE):
        assert all(each.endswith((".", "FIN")) for each in sent)


def test_a_photo_goes_with_the_end_of_a_long_text(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.get_by_role("textbox").fill(SENTENCE * 99)
    page.locator("#files").set_input_files([photo("bache.png")])
    page.get_by_role("button", name="Enviar").click()
    expect(bubbles(page)).to_have_count(2)
    all_is_sent(page)
    assert ["attachments" in (row.content or {}) for row in desk.log()[1:]] == [False, True]


def test_a_text_beyond_all_measure_stays_and_says_so(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    text = "a" * 40_001
    page.get_by_role("textbox").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator("#length")).to_contain_text("Acórtelo o adjúntelo como PDF")
    expect(page.get_by_role("textbox")).to_have_value(text)
    expect(bubbles(page)).to_have_count(0)


def test_each_file_that_cannot_go_is_named_with_its_reason(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    large = PNG + bytes(11 * MEGABYTE)
    page.locator("#files").set_input_files(
        [photo("malo.png", b"MZ nada de eso"), photo("bache.png"), photo("grande.png", large)]
    )
    complaints = page.locator("#complaint p")
    expect(complaints).to_have_text(
        [
            "«malo.png» no se puede enviar. Puede enviar fotos, PDF, audio o video. "
            "Este archivo no es de esos tipos.",
            "«grande.png» no se puede enviar. Pesa 11.0 MB y puede pesar hasta 10 MB.",
        ]
    )
    expect(page.locator("#previews li")).to_have_count(1)
    page.get_by_role("textbox").fill("Van dos fotos")
    expect(complaints).to_have_count(2)
    page.get_by_role("button", name="Enviar").click()
    all_is_sent(page)
    expect(complaints).to_have_count(0)
    files = (desk.log()[-1].content or {})["attachments"]
    assert [each["name"] for each in files] == ["bache.png"]


def test_the_files_that_are_too_many_are_named(page: Page, desk: Desk) -> None:
    arrive(page, desk)
    page.locator("#files").set_input_files([photo(f"{number}.png") for number in range(12)])
    expect(page.locator("#complaint")).to_have_text(
        "Puede enviar hasta 10 archivos a la vez. No se agregó: «10.png», «11.png»."
    )
    expect(page.locator("#previews li")).to_have_count(10)


def test_what_cannot_go_covers_no_way_out_at_400_percent(page: Page, desk: Desk) -> None:
    page.set_viewport_size({"width": 320, "height": 200})
    arrive(page, desk)
    page.locator("#files").set_input_files([photo("bache.png"), photo("malo.png", b"MZ nada")])
    expect(page.locator("#complaint p")).to_have_count(1)
    page.mouse.wheel(0, 5000)
    for part in ("#leave", "#text", "#send"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)
        page.locator(part).click(trial=True)  # nothing lies over it
