"""PNG (W3C, third edition): the chunks that draw, the pixels unpacked, counted and packed anew."""

import struct
import zlib

from handoff.files.pictures.reading import Reader, broken, check_size

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Channels and the depths allowed, by colour type (table 11.1).
COLOURS = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)),
           6: (4, (8, 16))}  # fmt: skip
# Where each pass of an interlaced picture begins, and its steps: x, y, step of x, step of y.
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
         (0, 1, 1, 2))  # fmt: skip
# What colours mean, and the lengths that these chunks may have.
MEANING = {
    b"PLTE": range(3, 769, 3),
    b"tRNS": range(1, 257),
    b"gAMA": (4,),
    b"cHRM": (32,),
    b"sRGB": (1,),
}
AT_ONCE = 1024 * 1024
LEVEL = 6


def clean(picture: bytes) -> bytes:
    """The first picture of the file and nothing else. Raises Unwanted."""
    reader = Reader(picture)
    if reader.take(8) != SIGNATURE:
        raise broken()
    name, header = _chunk(reader)
    if name != b"IHDR" or len(header) != 13:
        raise broken()
    written = [SIGNATURE, _written(b"IHDR", header)]
    pixels = _Pixels(_length(header))
    while (chunk := _chunk(reader))[0] != b"IEND":
        name, body = chunk
        if name == b"IDAT":
            pixels.take(body)
        elif name in MEANING and not pixels.has_begun:
            written.append(_meaning(name, body))
        elif name[:1].isupper() and name not in MEANING:  # one that must be known to draw it
            raise broken()
    return b"".join([*written, _written(b"IDAT", pixels.packed()), _written(b"IEND", b"")])


class _Pixels:
    """Unpacked a piece at a time, never more than the picture has, and packed again."""

    def __init__(self, length: int) -> None:
        self.has_begun = False
        self._left = length
        self._unpacking = zlib.decompressobj()
        self._packing = zlib.compressobj(LEVEL)
        self._packed: list[bytes] = []

    def take(self, packed: bytes) -> None:
        self.has_begun = True
        try:
            while packed and not self._unpacking.eof:
                plain = self._unpacking.decompress(packed, AT_ONCE)
                packed = self._unpacking.unconsumed_tail
                self._count(plain)
        except zlib.error:
            raise broken() from None

    def _count(self, plain: bytes) -> None:
        self._left -= len(plain)
        if self._left < 0:
            raise broken()
        self._packed.append(self._packing.compress(plain))

    def packed(self) -> bytes:
        while plain := self._unpacking.decompress(b"", AT_ONCE) if self.has_begun else b"":
            self._count(plain)
        if self._left:
            raise broken()
        return b"".join([*self._packed, self._packing.flush()])


def _chunk(reader: Reader) -> tuple[bytes, bytes]:
    length, name = reader.number(4), reader.take(4)
    body = reader.take(length)
    if reader.number(4) != zlib.crc32(name + body):
        raise broken()
    return name, body


def _written(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _meaning(name: bytes, body: bytes) -> bytes:
    if len(body) not in MEANING[name]:
        raise broken()
    return _written(name, body)


def _length(header: bytes) -> int:
    """The bytes of all lines, each with its filter byte. Raises Unwanted."""
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", header)
    check_size(width, height)
    channels, depths = COLOURS.get(colour, (0, ()))
    if depth not in depths or packing or filtering or interlace > 1:
        raise broken()
    passes = ADAM7 if interlace else ((0, 0, 1, 1),)
    sizes = [(-(-(width - x) // by_x), -(-(height - y) // by_y)) for x, y, by_x, by_y in passes]
    bits = depth * channels
    return sum(high * (1 + -(-wide * bits // 8)) for wide, high in sizes if wide > 0 and high > 0)
