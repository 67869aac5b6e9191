"""WebP (RFC 9649): the chunks that draw, still or moving, without profiles, EXIF and XMP."""

import struct
from collections.abc import Iterator

from handoff.files.pictures.reading import Reader, broken, check_size

ALPHA, MOVES = 0x10, 0x02  # of the flags of VP8X; the others tell of what is left behind
MOST_FRAMES = 500


def clean(picture: bytes) -> bytes:
    """The picture without its metadata. Raises Unwanted."""
    reader = Reader(picture)
    if reader.take(4) != b"RIFF":
        raise broken()
    content = Reader(reader.take(reader.number(4, "little")))
    if content.take(4) != b"WEBP":
        raise broken()
    chunks = list(_chunks(content))
    if not chunks:
        raise broken()
    is_extended = chunks[0][0] == b"VP8X"
    kept = _extended(chunks) if is_extended else [_written(*_image(*chunks[0]))]
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunks(reader: Reader) -> Iterator[tuple[bytes, bytes]]:
    while not reader.is_at_end:
        name, length = reader.take(4), reader.number(4, "little")
        yield name, reader.take(length)
        if length % 2 and not reader.is_at_end:
            reader.take(1)


def _written(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def _extended(chunks: list[tuple[bytes, bytes]]) -> list[bytes]:
    header = Reader(chunks[0][1])
    flags, _ = header.number(1) & (ALPHA | MOVES), header.take(3)
    wide, high = header.number(3, "little"), header.number(3, "little")
    check_size(wide + 1, high + 1)
    size = wide.to_bytes(3, "little") + high.to_bytes(3, "little")
    kept = [_written(b"VP8X", bytes((flags, 0, 0, 0)) + size)]
    return kept + (_moving(chunks[1:]) if flags & MOVES else _still(chunks[1:]))


def _still(chunks: list[tuple[bytes, bytes]]) -> list[bytes]:
    """The image, after its transparency if that is apart."""
    kept = [_written(*each) for each in chunks if each[0] == b"ALPH"][:1]
    images = [each for each in chunks if each[0] in (b"VP8 ", b"VP8L")]
    if not images:
        raise broken()
    return [*kept, _written(*_image(*images[0]))]


def _moving(chunks: list[tuple[bytes, bytes]]) -> list[bytes]:
    frames = [body for name, body in chunks if name == b"ANMF"]
    how = [body for name, body in chunks if name == b"ANIM"]
    if not frames or len(how) != 1 or len(how[0]) != 6 or len(frames) > MOST_FRAMES:
        raise broken()
    return [_written(b"ANIM", how[0]), *(_written(b"ANMF", _frame(each)) for each in frames)]


def _frame(body: bytes) -> bytes:
    reader = Reader(body)
    where = reader.take(16)
    return where + b"".join(_still(list(_chunks(reader))))


def _image(name: bytes, body: bytes) -> tuple[bytes, bytes]:
    """The chunk, if it is an image of a bearable size."""
    reader = Reader(body)
    if name == b"VP8 ":
        is_key = not reader.number(3, "little") & 1
        if not is_key or reader.take(3) != b"\x9d\x01\x2a":
            raise broken()
        check_size(reader.number(2, "little") & 0x3FFF, reader.number(2, "little") & 0x3FFF)
    elif name == b"VP8L":
        if reader.take(1) != b"\x2f":
            raise broken()
        sizes = reader.number(4, "little")
        check_size((sizes & 0x3FFF) + 1, ((sizes >> 14) & 0x3FFF) + 1)
    else:
        raise broken()
    return name, body
