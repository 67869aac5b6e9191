"""Small real pictures, with what phones and programs hide in them."""

import io
from typing import Any

from PIL import Image, PngImagePlugin
from PIL.ExifTags import GPS, IFD, Base

SECRET = b"FabricanteSecreto"
PAGE = b"<!doctype html><script>alert(1)</script>"
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}


def shades(mode: str, size: tuple[int, int] = (16, 12)) -> Image.Image:
    """No two sides are alike; the colours go from red on the left to blue on the right, and darker
    downwards; what has transparency is more and more so to the left."""
    across = Image.linear_gradient("L").transpose(Image.Transpose.ROTATE_90).resize(size)
    down = Image.linear_gradient("L").transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize(size)
    back = across.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return Image.merge("RGBA", (back, down, across, across)).convert(mode)


def written(picture: Image.Image, form: str, **how: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, form, **how)
    return file.getvalue()


def read(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def exif(way_up: int = 1) -> Image.Exif:
    """Where it was taken, and with what."""
    told = Image.Exif()
    told[Base.Make] = SECRET.decode()
    told[Base.Orientation] = way_up
    told.get_ifd(IFD.GPSInfo).update({
        GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (29.0, 5.0, 1.5),
        GPS.GPSLongitudeRef: "W", GPS.GPSLongitude: (110.0, 57.0, 3.0),
    })  # fmt: skip
    return told


def _told() -> PngImagePlugin.PngInfo:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET.decode())
    told.add_itxt("XML:com.adobe.xmp", PAGE.decode())
    told.add(b"evIl", PAGE)
    return told


JPEG = written(
    shades("RGB"), "JPEG", quality=90, exif=exif(6), comment=PAGE, icc_profile=SECRET, xmp=PAGE
)
PROGRESSIVE = written(shades("L"), "JPEG", progressive=True)
STEREO = written(
    shades("RGB"), "MPO", save_all=True, append_images=[Image.new("RGB", (16, 12), "red")]
)
PNG = written(shades("RGBA"), "PNG", exif=exif(), pnginfo=_told(), icc_profile=SECRET)
PALETTE = written(shades("RGB").quantize(16), "PNG", transparency=1, exif=exif())
WEBP = written(shades("RGB"), "WEBP", quality=90, exif=exif(), icc_profile=SECRET)
STICKER = written(shades("RGBA"), "WEBP", quality=90, exif=exif(), xmp=PAGE)
MOVING = written(
    shades("RGBA"), "WEBP", save_all=True, append_images=[Image.new("RGBA", (16, 12), "red")],
    lossless=True,
)  # fmt: skip
GIF = written(
    shades("RGB").quantize(16), "GIF", save_all=True,
    append_images=[Image.new("P", (16, 12))], comment=SECRET + PAGE, loop=0, transparency=1,
)  # fmt: skip
ALL = {
    "image/jpeg": (JPEG, PROGRESSIVE),
    "image/png": (PNG, PALETTE),
    "image/webp": (WEBP, STICKER, MOVING),
    "image/gif": (GIF,),
}
EVERY = [(kind, picture) for kind, pictures in ALL.items() for picture in pictures]
