"""Pictures without what is hidden in them: where they were taken, with what, and all that is no
picture.

Each is taken apart and put together anew from the parts that draw it; whatever else the file holds
(EXIF, XMP, comments, previews, profiles, a second file behind the first) is left behind. The way up
is kept. Nothing is unpacked beyond `MOST_PIXELS`.
"""

from collections.abc import Callable

from handoff.files.pictures import gif, jpeg, png, webp

CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    "image/jpeg": jpeg.clean,
    "image/png": png.clean,
    "image/webp": webp.clean,
    "image/gif": gif.clean,
}


def clean(picture: bytes, kind: str) -> bytes:
    """The picture and nothing else. Raises Unwanted if it is no such picture, is cut short, or has
    more pixels than a browser should unpack."""
    return CLEANERS[kind](picture)
