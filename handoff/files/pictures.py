"""Pictures drawn anew: what is not seen in them is not written again.

EXIF with the place, XMP, comments, profiles, previews and whatever stands behind the picture are
gone. Of one that moves, the first picture stays.
"""

import io
import re
import struct
import warnings
from contextlib import suppress

from PIL import Image, ImageOps

from handoff.files.unwanted import Unwanted, Why

FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}
# None takes 300 MB while it is drawn. A 48-megapixel phone fits, since of a JPEG little more is
# unpacked than is kept; unless it comes in several scans, for which all of it is held. A PNG takes
# up to 12 bytes a pixel, a WebP 27.
MOST_PIXELS = {"JPEG": 64_000_000, "GIF": 64_000_000, "PNG": 18_000_000, "WEBP": 10_000_000}
MOST_PIXELS_IN_SCANS = 24_000_000
LONGEST_SIDE = 2560
QUALITY = 85  # of JPEG and WebP
# What costs the reader much for a few bytes: scans and EXIF of a JPEG, colour profiles of a PNG.
COSTLY = re.compile(rb"\xff\xda\0[\x08\x0a\x0c\x0e]|Exif\0\0|iCCP")
MOST_COSTLY = 100  # cameras write some ten scans

SCAN_STARTS = 0xDA  # a marker of JPEG
AS_THEY_ARE = ("L", "LA", "RGB", "RGBA", "CMYK")  # can be made smaller
KEPT = {"LA": "RGBA", "CMYK": "RGB"}

# Both for the whole process. Beyond the limit Pillow warns, beyond twice as much it refuses.
Image.MAX_IMAGE_PIXELS = max(MOST_PIXELS.values())
warnings.simplefilter("error", Image.DecompressionBombWarning)


def redraw(picture: bytes, kind: str) -> bytes:
    """The picture upright, its longest side at most `LONGEST_SIDE` pixels. Raises Unwanted if it is
    no such picture, is cut short, or has too many pixels."""
    form = FORMATS[kind]
    if len(COSTLY.findall(picture)) > MOST_COSTLY:
        raise Unwanted(Why.broken)
    try:
        drawn = _drawn(picture, form)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unwanted(Why.too_many_pixels) from None
    except (EOFError, OSError, SyntaxError, ValueError):
        raise Unwanted(Why.broken) from None
    written = io.BytesIO()
    drawn.save(written, form, quality=QUALITY)
    return written.getvalue()


def _drawn(picture: bytes, form: str) -> Image.Image:
    with Image.open(io.BytesIO(picture), formats=[form]) as opened:
        if opened.width * opened.height > _most_pixels(opened, picture, form):
            raise Unwanted(Why.too_many_pixels)
        _read_smaller(opened)
        opened.load()
    drawn = opened if form == "GIF" else _mixable(opened)
    drawn.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if drawn.mode in KEPT:
        drawn = drawn.convert(KEPT[drawn.mode])
    _turn(drawn)
    return drawn


def _most_pixels(opened: Image.Image, picture: bytes, form: str) -> int:
    in_scans = form == "JPEG" and (
        "progressive" in opened.info or _first_scan(picture) < len(opened.getbands())
    )
    return MOST_PIXELS_IN_SCANS if in_scans else MOST_PIXELS[form]


def _first_scan(jpeg: bytes) -> int:
    """How many colours the first scan has; none if it is not found."""
    at = 2
    while at + 4 < len(jpeg) and jpeg[at] == 0xFF:
        if jpeg[at + 1] == SCAN_STARTS:
            return jpeg[at + 4]
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return 0


def _read_smaller(opened: Image.Image) -> None:
    """Of a JPEG, have no more read than is kept: half, a quarter or an eighth of each side."""
    times = max(opened.size) // LONGEST_SIDE
    if times > 1:
        opened.draft(None, (max(1, opened.width // times), max(1, opened.height // times)))


def _mixable(opened: Image.Image) -> Image.Image:
    """With eight bits for each colour, and no palette: so it can be made smaller."""
    if opened.mode in AS_THEY_ARE and "transparency" not in opened.info:
        return opened
    if opened.mode == "I;16":
        opened.info.pop("transparency", None)
        return opened.point(lambda grey: grey * (1 / 256)).convert("L")
    mode = "L" if opened.mode in ("1", "L") else "RGB"
    if "A" in opened.getbands() or "transparency" in opened.info:
        mode = "RGBA"
    return opened.convert(mode)


def _turn(drawn: Image.Image) -> None:
    """Turn it the way up that it says, if it does, and forget all else that is said of it."""
    with suppress(SyntaxError, ValueError, struct.error):
        drawn.getexif()  # kept beside `info`: else Pillow would write it anew, and may fail
    drawn.info = {name: value for name, value in drawn.info.items() if name == "transparency"}
    ImageOps.exif_transpose(drawn, in_place=True)
