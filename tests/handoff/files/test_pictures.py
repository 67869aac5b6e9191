"""Pictures: what draws them stays, whatever else they hold is gone."""

import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handoff.files.pictures import clean, jpeg, png, webp
from handoff.files.unwanted import Unwanted, Why
from tests import pictures
from tests.pictures import EVERY, GIF, JPEG, MOVING, PAGE, PNG, PROGRESSIVE, SECRET, STICKER, WEBP

HIDDEN = (SECRET, b"<script>", b"Exif\0\0II", b"eXIf", b"EXIF", b"XMP ", b"NETSCAPE", b"tEXt")
upright = pytest.mark.parametrize(("kind", "picture"), EVERY)


@upright
def test_nothing_is_left_but_the_picture(kind: str, picture: bytes) -> None:
    cleaned = clean(picture, kind)
    assert [each for each in HIDDEN if each in cleaned] == []
    assert len(cleaned) <= len(picture) + 64
    assert clean(cleaned, kind) == cleaned


def test_the_tests_hide_something() -> None:
    together = b"".join(picture for _, picture in EVERY)
    assert all(each in together for each in (SECRET, b"<script>", b"eXIf", b"EXIF", b"tEXt"))


@upright
def test_a_second_file_behind_the_first_is_left_behind(kind: str, picture: bytes) -> None:
    assert clean(picture + PAGE, kind) == clean(picture, kind)


@upright
def test_a_picture_that_was_cut_short_is_refused(kind: str, picture: bytes) -> None:
    cleaned = clean(picture, kind)
    end = len(cleaned) - (1 if kind == "image/gif" else 0)  # the trailer alone is not missed
    for cut in range(0, end, 1 + end // 200):
        with pytest.raises(Unwanted):
            clean(cleaned[:cut], kind)


@upright
@settings(deadline=None, max_examples=60, derandomize=True)
@given(data=st.data())
def test_a_picture_that_was_damaged_is_cleaned_or_refused(
    kind: str, picture: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(picture)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(picture) - 1))] = data.draw(st.integers(0, 255))
    try:
        cleaned = clean(bytes(damaged), kind)
    except Unwanted:
        return
    assert clean(cleaned, kind) == cleaned


@pytest.mark.parametrize("way_up", range(2, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_the_way_up_is_kept_and_the_place_is_not(way_up: int, order: str) -> None:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    place = struct.pack(order + "HHII", 0x8825, 4, 1, 38)
    turned = struct.pack(order + "HHIHH", 0x0112, 3, 1, way_up, 0)
    tiff = mark + struct.pack(order + "IH", 8, 2) + turned + place + bytes(4) + SECRET
    cleaned = jpeg.clean(b"\xff\xd8" + segment(0xE1, b"Exif\0\0" + tiff) + PROGRESSIVE[2:])
    [exif] = [body for marker, body in segments(cleaned) if marker == 0xE1]
    assert exif == b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, way_up, 0, 0)


@pytest.mark.parametrize("tiff", [b"", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff\0"])
def test_exif_that_makes_no_sense_is_dropped(tiff: bytes) -> None:
    odd = b"\xff\xd8" + segment(0xE1, b"Exif\0\0" + tiff) + PROGRESSIVE[2:]
    assert jpeg.clean(odd) == jpeg.clean(PROGRESSIVE)


@pytest.mark.parametrize("marker", [0xDB, 0xC4, 0xDD])
def test_nothing_hides_behind_the_tables_of_a_jpeg(marker: int) -> None:
    table = next((body for found, body in segments(JPEG) if found == marker), b"\0\1")
    longer = b"\xff\xd8" + segment(marker, table + PAGE) + JPEG[2:]
    with pytest.raises(Unwanted, match="broken"):
        jpeg.clean(longer)


def test_a_jpeg_of_too_many_scans_is_refused() -> None:
    cleaned = jpeg.clean(PROGRESSIVE)
    last = cleaned.rindex(b"\xff\xda")
    with pytest.raises(Unwanted, match="broken"):
        jpeg.clean(cleaned[:last] + cleaned[last:-2] * 101 + b"\xff\xd9")


def test_pixels_are_counted_before_anything_is_unpacked() -> None:
    wide, fits = struct.pack(">HH", 8001, 8000), struct.pack(">HH", 8000, 8000)
    frame = JPEG.index(b"\xff\xc0") + 5
    with pytest.raises(Unwanted, match="too many pixels"):
        jpeg.clean(JPEG[:frame] + wide + JPEG[frame + 4 :])
    assert jpeg.clean(JPEG[:frame] + fits + JPEG[frame + 4 :])
    screen = struct.pack("<HH", 8001, 8000)
    with pytest.raises(Unwanted, match="too many pixels"):
        clean(GIF[:6] + screen + GIF[10:], "image/gif")
    canvas = (8000).to_bytes(3, "little") * 2
    with pytest.raises(Unwanted, match="too many pixels"):
        webp.clean(STICKER[:24] + canvas + STICKER[30:])


def a_png(header: bytes, packed: bytes, *more: tuple[bytes, bytes]) -> bytes:
    chunks = [(b"IHDR", header), *more, (b"IDAT", packed), (b"IEND", b"")]
    return png.SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def grey(width: int, height: int, interlace: int = 0) -> bytes:
    return struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, interlace)


def test_a_png_that_unpacks_to_more_than_it_says_is_refused() -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    with pytest.raises(Unwanted, match="broken"):
        png.clean(a_png(grey(10, 10), bomb))
    with pytest.raises(Unwanted, match="too many pixels"):
        png.clean(a_png(grey(100_000, 100_000), bomb))
    with pytest.raises(Unwanted, match="broken"):
        png.clean(a_png(grey(10, 11), zlib.compress(bytes(110))))


def test_an_interlaced_png_is_counted_pass_by_pass() -> None:
    # 5 by 3: the passes are 1x1, 1x1, none, 1x1, 3x1, 2x2, 5x1; each line has a filter byte.
    lines = 2 + 2 + 0 + 2 + 4 + 2 * 3 + 6
    sizes = {n for n in range(15, 40) if not refused(a_png(grey(5, 3, 1), zlib.compress(bytes(n))))}
    assert sizes == {lines}


def refused(content: bytes) -> bool:
    try:
        png.clean(content)
    except Unwanted:
        return True
    return False


@pytest.mark.parametrize(
    "more",
    [(b"PLTE", b"ab"), (b"tRNS", bytes(300)), (b"gAMA", PAGE), (b"sRGB", b""), (b"EVIL", PAGE)],
)
def test_chunks_of_a_png_have_the_length_they_should(more: tuple[bytes, bytes]) -> None:
    packed = zlib.compress(bytes(110))
    assert png.clean(a_png(grey(10, 10), packed, (b"evIl", PAGE))) == png.clean(
        a_png(grey(10, 10), packed)
    )
    with pytest.raises(Unwanted, match="broken"):
        png.clean(a_png(grey(10, 10), packed, more))


def test_what_stands_behind_the_pixels_of_a_png_is_left_behind() -> None:
    packed = zlib.compress(bytes(110))
    assert png.clean(a_png(grey(10, 10), packed + PAGE)) == png.clean(a_png(grey(10, 10), packed))


def test_a_moving_picture_goes_on_moving_unless_it_is_a_gif() -> None:
    assert webp.clean(MOVING).count(b"ANMF") == MOVING.count(b"ANMF") == 2
    still = clean(GIF, "image/gif")
    picture = still[still.index(b",") : -1]
    assert clean(still[:-1] + picture + picture + b";", "image/gif") == still


@pytest.mark.parametrize("kind", list(pictures.ALL))
@pytest.mark.parametrize("other", [b"", PAGE, b"\xff\xd8\xff\xd9", PNG[:8], WEBP[:12], b"GIF89a"])
def test_what_is_no_picture_is_refused(kind: str, other: bytes) -> None:
    with pytest.raises(Unwanted) as caught:
        clean(other, kind)
    assert caught.value.why is Why.broken


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def segments(picture: bytes) -> list[tuple[int, bytes]]:
    """Up to the first scan."""
    found, at = [], 2
    while picture[at + 1] != 0xDA:
        marker, length = struct.unpack(">xBH", picture[at : at + 4])
        found.append((marker, picture[at + 4 : at + 2 + length]))
        at += 2 + length
    return found
