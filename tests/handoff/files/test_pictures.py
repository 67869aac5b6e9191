"""Pictures: what is seen of them stays, whatever else they hold is gone."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps, ImageStat

from handoff.files import kinds
from handoff.files.pictures import LONGEST_SIDE, MOST_PIXELS, redraw
from handoff.files.unwanted import Unwanted, Why
from tests import pictures
from tests.pictures import (
    EVERY,
    GIF,
    JPEG,
    MOVING,
    PAGE,
    PNG,
    PROGRESSIVE,
    SECRET,
    STEREO,
    WEBP,
    exif,
    read,
    shades,
    written,
)

HIDDEN = (SECRET, b"<script>", b"Exif", b"eXIf", b"EXIF", b"iCCP", b"ICC_PROFILE", b"ICCP", b"XMP ",
          b"adobe", b"evIl")  # fmt: skip
SIGNATURE = b"\x89PNG\r\n\x1a\n"
ROUGH = 12  # of 255: how far a picture may stray on average when it is packed with loss
each_picture = pytest.mark.parametrize(("kind", "picture"), EVERY)


def is_like(one: Image.Image, other: Image.Image) -> bool:
    """Whether they look the same, but for what packing costs; what nobody sees is not compared."""
    if one.size != other.size:
        return False
    black = Image.new("RGBA", one.size, "black")
    seen = [Image.alpha_composite(black, each.convert("RGBA")) for each in (one, other)]
    return max(ImageStat.Stat(ImageChops.difference(*seen)).mean) < ROUGH


@each_picture
def test_nothing_is_left_but_the_picture(kind: str, picture: bytes) -> None:
    redrawn = redraw(picture, kind)
    assert [each for each in HIDDEN if each in redrawn] == []
    assert kinds.recognise(io.BytesIO(redrawn)) == kind
    after = read(redrawn)
    assert not after.getexif()
    assert not {"comment", "exif", "icc_profile", "xmp", "dpi"} & after.info.keys()
    assert is_like(after, ImageOps.exif_transpose(read(picture)))


def test_the_tests_hide_something() -> None:
    together = b"".join(picture for _, picture in EVERY)
    assert [each for each in HIDDEN if each not in together] == []
    assert read(JPEG).getexif().get_ifd(0x8825)[2] == (29.0, 5.0, 1.5)


@each_picture
@pytest.mark.parametrize("behind", [PAGE, b"PK\x03\x04" + bytes(60), b"%PDF-1.4\n", PNG, JPEG])
def test_a_second_file_behind_the_first_is_left_behind(
    kind: str, picture: bytes, behind: bytes
) -> None:
    assert redraw(picture + behind, kind) == redraw(picture, kind)


@each_picture
def test_a_picture_that_was_cut_short_is_refused(kind: str, picture: bytes) -> None:
    whole = redraw(picture, kind)
    ends = [cut for cut in range(len(picture)) if not refused(picture[:cut], kind)]
    assert {redraw(picture[:cut], kind) for cut in ends} <= {whole}  # its pixels were all there
    assert len(ends) < len(picture) / 4


def refused(picture: bytes, kind: str) -> bool:
    try:
        redraw(picture, kind)
    except Unwanted:
        return True
    return False


# Pillow warns of metadata that it does not understand.
@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@each_picture
@settings(deadline=None, max_examples=60, derandomize=True)
@given(data=st.data())
def test_a_picture_that_was_damaged_is_redrawn_or_refused(
    kind: str, picture: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(picture)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(picture) - 1))] = data.draw(st.integers(0, 255))
    try:
        redrawn = redraw(bytes(damaged), kind)
    except Unwanted:
        return
    assert max(read(redrawn).size) <= LONGEST_SIDE
    assert [each for each in HIDDEN if each in redrawn] == []


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("way_up", "as_held"),
    [
        (1, None),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (4, Image.Transpose.FLIP_TOP_BOTTOM),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (7, Image.Transpose.TRANSVERSE),
        (8, Image.Transpose.ROTATE_270),
    ],
)
def test_it_is_turned_the_way_up(form: str, way_up: int, as_held: Image.Transpose | None) -> None:
    upright = shades("RGB", (40, 24))
    held = upright if as_held is None else upright.transpose(as_held)
    redrawn = redraw(written(held, form, exif=exif(way_up)), f"image/{form.lower()}")
    assert is_like(read(redrawn), upright)


def jpeg_with(tiff: bytes) -> bytes:
    body = b"Exif\0\0" + tiff
    return PROGRESSIVE[:2] + struct.pack(">HH", 0xFFE1, len(body) + 2) + body + PROGRESSIVE[2:]


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize(
    "tiff",
    [b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff\0", b"no TIFF at all"],
)
def test_exif_that_makes_no_sense_turns_nothing(tiff: bytes) -> None:
    assert redraw(jpeg_with(tiff), "image/jpeg") == redraw(PROGRESSIVE, "image/jpeg")
    for form in ("PNG", "WEBP"):
        odd = written(shades("RGB"), form, exif=b"Exif\0\0" + tiff)
        plain = written(shades("RGB"), form)
        assert redraw(odd, f"image/{form.lower()}") == redraw(plain, f"image/{form.lower()}")


def test_exif_that_cannot_be_written_anew_turns_still() -> None:
    turned = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    resolution = struct.pack(">HHI4s", 0x011A, 2, 4, b"odd\0")  # a text where a number should be
    odd = jpeg_with(b"MM\0*" + struct.pack(">IH", 8, 2) + turned + resolution + bytes(4))
    assert read(redraw(odd, "image/jpeg")).size == (12, 16)


@pytest.mark.parametrize(
    ("size", "becomes"),
    [
        ((4000, 300), (2560, 192)),
        ((300, 4000), (192, 2560)),
        ((2561, 10), (2560, 10)),
        ((2560, 99), (2560, 99)),
        ((9000, 1), (2560, 1)),
    ],
)
def test_the_longest_side_is_limited(size: tuple[int, int], becomes: tuple[int, int]) -> None:
    for form in ("JPEG", "PNG", "GIF", "WEBP"):
        large = written(Image.new("RGB", size, "teal"), form)
        assert read(redraw(large, f"image/{form.lower()}")).size == becomes


MODES = [
    ("JPEG", "L", "L"),
    ("JPEG", "RGB", "RGB"),
    ("JPEG", "CMYK", "RGB"),
    ("PNG", "1", "L"),
    ("PNG", "L", "L"),
    ("PNG", "I;16", "L"),
    ("PNG", "P", "RGB"),
    ("PNG", "RGB", "RGB"),
    ("PNG", "LA", "RGBA"),
    ("PNG", "RGBA", "RGBA"),
    ("WEBP", "RGB", "RGB"),
    ("WEBP", "RGBA", "RGBA"),
    ("GIF", "P", "P"),
]


def blurred(picture: Image.Image) -> Image.Image:
    return picture.convert("RGBA").resize((12, 4), Image.Resampling.BOX)


def in_mode(mode: str, size: tuple[int, int]) -> Image.Image:
    if mode == "I;16":
        grey = np.asarray(shades("L", size)).astype(np.uint16)
        return Image.fromarray(grey * 257)
    return shades("RGB", size).quantize() if mode == "P" else shades("RGBA", size).convert(mode)


@pytest.mark.parametrize("length", [120, 3000])
@pytest.mark.parametrize(("form", "mode", "becomes"), MODES)
def test_colours_and_transparency_stay(form: str, mode: str, becomes: str, length: int) -> None:
    size = (length, length // 3)
    redrawn = read(redraw(written(in_mode(mode, size), form), f"image/{form.lower()}"))
    assert redrawn.mode == becomes
    plain = "L" if mode in ("1", "I;16") else "RGB" if mode in ("P", "CMYK") else mode
    wanted = shades("RGBA", size).convert(plain)
    wanted.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    assert is_like(blurred(redrawn), blurred(wanted))
    clear = [each.convert("RGBA").getchannel("A").getextrema() for each in (redrawn, wanted)]
    assert clear[0] == clear[1]


@pytest.mark.parametrize("form", ["PNG", "GIF"])
@pytest.mark.parametrize("length", [100, 3000])
@pytest.mark.parametrize("clear", [0, 1])
def test_a_transparent_colour_of_a_palette_stays(form: str, length: int, clear: int) -> None:
    flag = Image.new("P", (length, 40), 0)
    flag.putpalette([200, 0, 0, 0, 0, 200])
    flag.paste(1, (length // 2, 0, length, 40))
    content = written(flag, form, transparency=clear)
    redrawn = read(redraw(content, f"image/{form.lower()}")).convert("RGBA")
    alpha = [redrawn.getchannel("A").getpixel((x, 20)) for x in (9, redrawn.width - 9)]
    assert alpha == [255 * clear, 255 * (1 - clear)]
    wanted = read(content)
    wanted.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    assert is_like(redrawn, wanted)


def test_a_palette_may_be_transparent_in_part() -> None:
    flag = Image.new("P", (3000, 40), 1)
    flag.putpalette([200, 0, 0, 0, 0, 200])
    half = read(redraw(written(flag, "PNG", transparency=b"\xff\x80"), "image/png"))
    assert half.getchannel("A").getextrema() == (128, 128)


def test_a_shade_of_sixteen_bits_is_not_mistaken_for_a_transparent_one() -> None:
    grey = in_mode("I;16", (256, 4))
    named = written(grey, "PNG", transparency=0x1234)
    assert redraw(named, "image/png") == redraw(written(grey, "PNG"), "image/png")


def test_of_one_that_moves_the_first_picture_stays() -> None:
    for kind, moving in (("image/webp", MOVING), ("image/gif", GIF), ("image/jpeg", STEREO)):
        assert getattr(read(moving), "n_frames", 1) == 2
        still = read(redraw(moving, kind))
        assert getattr(still, "n_frames", 1) == 1
        assert is_like(still, read(moving))


def header_says(kind: str, width: int, height: int) -> bytes:
    """A small picture whose header says that it is large."""
    if kind == "image/jpeg":
        frame = JPEG.index(b"\xff\xc0") + 5
        return JPEG[:frame] + struct.pack(">HH", height, width) + JPEG[frame + 4 :]
    if kind == "image/png":
        return a_png(width, height, zlib.compress(bytes(110)))
    if kind == "image/gif":
        return GIF[:6] + struct.pack("<HH", width, height) + GIF[10:]
    lossless = written(Image.new("RGB", (9, 9)), "WEBP", lossless=True)
    size = (width - 1) | (height - 1) << 14
    return lossless[:21] + size.to_bytes(4, "little") + lossless[25:]


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def a_png(width: int, height: int, packed: bytes, *more: bytes) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"".join([SIGNATURE, header, *more, chunk(b"IDAT", packed), chunk(b"IEND", b"")])


@pytest.mark.parametrize("kind", list(pictures.ALL))
def test_pixels_are_counted_before_anything_is_unpacked(kind: str) -> None:
    most = MOST_PIXELS[pictures.FORMATS[kind]]
    for size in ((most // 4000 + 1, 4000), (16_000, 16_000)):
        with pytest.raises(Unwanted) as caught:
            redraw(header_says(kind, *size), kind)
        assert caught.value.why is Why.too_many_pixels


def test_the_largest_may_be_unpacked() -> None:
    with pytest.raises(Unwanted) as caught:
        redraw(header_says("image/png", 4500, 4000), "image/png")
    assert caught.value.why is Why.broken  # there is less in it than it says


def test_no_more_is_unpacked_of_a_png_than_it_says() -> None:
    bomb = a_png(10, 10, zlib.compress(bytes(200_000_000), 9))
    assert redraw(bomb, "image/png") == redraw(
        a_png(10, 10, zlib.compress(bytes(110))), "image/png"
    )


def test_what_would_keep_the_reader_busy_is_refused() -> None:
    last = PROGRESSIVE.rindex(b"\xff\xda")
    scans = PROGRESSIVE[:last] + PROGRESSIVE[last:-2] * 101 + PROGRESSIVE[-2:]
    told = PROGRESSIVE[:2] + b"\xff\xe1\0\x08Exif\0\0" * 101 + PROGRESSIVE[2:]
    profile = chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(1_000_000)))
    profiles = a_png(10, 10, zlib.compress(bytes(110)), *[profile] * 101)
    for kind, busy in (("image/jpeg", scans), ("image/jpeg", told), ("image/png", profiles)):
        with pytest.raises(Unwanted, match="broken"):
            redraw(busy, kind)


@pytest.mark.parametrize("kind", list(pictures.ALL))
@pytest.mark.parametrize(
    "other",
    [
        b"",
        PAGE,
        b"\xff\xd8\xff\xd9",
        PNG[:8],
        WEBP[:12],
        b"GIF89a",
        *(written(shades("RGB"), form) for form in ("BMP", "TIFF", "PPM", "EPS", "ICO", "AVIF")),
    ],
)
def test_what_is_no_picture_of_its_kind_is_refused(kind: str, other: bytes) -> None:
    with pytest.raises(Unwanted, match="broken"):
        redraw(other, kind)


def test_a_picture_of_another_kind_is_not_read() -> None:
    for kind, picture in EVERY:
        for other in pictures.ALL.keys() - {kind}:
            with pytest.raises(Unwanted, match="broken"):
                redraw(picture, other)
