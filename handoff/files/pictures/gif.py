"""GIF (CompuServe, 89a): its first picture, without comments, texts and what programs add."""

import struct

from handoff.files.pictures.reading import Reader, broken, check_size

EXTENSION, IMAGE, TRAILER = 0x21, 0x2C, 0x3B
CONTROL = 0xF9  # of the next picture: whether a colour is transparent
HAS_COLOURS = 0x80


def clean(picture: bytes) -> bytes:
    """The first picture. Raises Unwanted."""
    reader = Reader(picture)
    if reader.take(6) not in (b"GIF87a", b"GIF89a"):
        raise broken()
    screen = reader.take(7)
    width, height, flags = struct.unpack("<HHB2x", screen)
    check_size(width, height)
    colours = _colours(reader, flags)
    control = b""
    while (block := reader.number(1)) == EXTENSION:
        label, parts = reader.number(1), _parts(reader)
        if label == CONTROL and len(parts) == 4 + 2:
            control = bytes((EXTENSION, CONTROL)) + parts
    if block != IMAGE:
        raise broken()
    return b"".join([b"GIF89a", screen, colours, control, _image(reader), bytes((TRAILER,))])


def _image(reader: Reader) -> bytes:
    where = reader.take(9)
    _, _, width, height, flags = struct.unpack("<HHHHB", where)
    check_size(width, height)
    colours = _colours(reader, flags)
    smallest = reader.take(1)
    return bytes((IMAGE,)) + where + colours + smallest + _parts(reader)


def _colours(reader: Reader, flags: int) -> bytes:
    return reader.take(3 << ((flags & 7) + 1)) if flags & HAS_COLOURS else b""


def _parts(reader: Reader) -> bytes:
    """Pieces, each after its length, up to the empty one."""
    parts = []
    while length := reader.number(1):
        parts.append(bytes((length,)) + reader.take(length))
    return b"".join([*parts, b"\0"])
