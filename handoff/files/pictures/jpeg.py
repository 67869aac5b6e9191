"""JPEG (ITU-T T.81): only the segments that draw, each as long as what it says.

Markers stand after 0xFF; names here are those of table B.1 of the recommendation.
"""

import re
import struct

from handoff.files.pictures.reading import Reader, broken, check_size

SOI, EOI = b"\xff\xd8", b"\xff\xd9"
SOF = (0xC0, 0xC1, 0xC2)  # baseline, extended, progressive: what browsers draw
DHT, SOS, DQT, DRI = 0xC4, 0xDA, 0xDB, 0xDD
APP0, APP1, APP14, APP15, COM = 0xE0, 0xE1, 0xEE, 0xEF, 0xFE
# Inside a scan, 0xFF is followed by 0 (a plain 0xFF) or by a restart marker; all else ends it.
END_OF_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
MOST_SCANS = 100  # each makes the decoder go over the whole picture; cameras write ten
JFIF = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
EXIF = b"Exif\0\0"
ORIENTATION = 0x0112
UPRIGHT = 1


def clean(picture: bytes) -> bytes:
    """The picture without its metadata, but for the way up. Raises Unwanted."""
    reader = Reader(picture)
    if reader.take(2) != SOI:
        raise broken()
    drawing: list[bytes] = []
    about = _About()
    while (marker := _marker(reader)) != EOI[1]:
        body = reader.take(reader.number(2) - 2)
        if APP0 <= marker <= APP15 or marker == COM:
            about.note(marker, body)
            continue
        about.check(marker, body)
        drawing.append(_segment(marker, body))
        if marker == SOS:
            drawing.append(_scan(reader))
    if not about.scans:
        raise broken()
    return b"".join([SOI, *about.segments(), *drawing, EOI])


class _About:
    """What is known of the picture beside its drawing."""

    def __init__(self) -> None:
        self.scans = 0
        self._has_frame = self._is_jfif = False
        self._adobe = b""
        self._way_up = UPRIGHT

    def note(self, marker: int, body: bytes) -> None:
        if marker == APP0 and body.startswith(b"JFIF\0"):
            self._is_jfif = True
        elif marker == APP1 and body.startswith(EXIF):
            self._way_up = _way_up(body[len(EXIF) :])
        elif marker == APP14 and body.startswith(b"Adobe") and len(body) == 12:
            self._adobe = body[11:]  # how the colours are written

    def check(self, marker: int, body: bytes) -> None:
        """Raises Unwanted if the segment has other bytes than its own."""
        if marker in SOF:
            self._check_frame(body)
        elif marker == SOS:
            self.scans += 1
            fits = self._has_frame and body and len(body) == 4 + 2 * body[0]
            if not fits or self.scans > MOST_SCANS:
                raise broken()
        elif not _is_table(marker, body):
            raise broken()

    def _check_frame(self, body: bytes) -> None:
        if self._has_frame or len(body) < 6 or len(body) != 6 + 3 * body[5]:
            raise broken()
        self._has_frame = True
        height, width = struct.unpack(">HH", body[1:5])
        check_size(width, height)

    def segments(self) -> list[bytes]:
        written = [_segment(APP0, JFIF)] if self._is_jfif else []
        if self._way_up != UPRIGHT:
            written.append(_segment(APP1, EXIF + _tiff(self._way_up)))
        if self._adobe:
            written.append(_segment(APP14, b"Adobe\0\x64\0\0\0\0" + self._adobe))
        return written


def _marker(reader: Reader) -> int:
    if reader.take(1) != b"\xff":
        raise broken()
    while (marker := reader.number(1)) == 0xFF:  # may be repeated to fill up
        pass
    return marker


def _scan(reader: Reader) -> bytes:
    end = END_OF_SCAN.search(reader.content, reader.at)
    if end is None:
        raise broken()
    return reader.take(end.start() - reader.at)


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _is_table(marker: int, body: bytes) -> bool:
    """Whether these are whole tables and nothing behind them."""
    if marker == DRI:
        return len(body) == 2
    reader = Reader(body)
    while not reader.is_at_end:
        kind = reader.number(1)
        if marker == DQT:
            reader.take(128 if kind >> 4 else 64)
        elif marker == DHT:
            reader.take(sum(reader.take(16)))
        else:
            return False
    return bool(body)


def _way_up(tiff: bytes) -> int:
    """1 to 8, as EXIF says it; upright if it does not."""
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2], "")
    if not order or len(tiff) < 8:
        return UPRIGHT
    reader = Reader(tiff, 4)
    reader.at = reader.number(4, order)
    for _ in range(reader.number(2, order) if reader.at + 2 <= len(tiff) else 0):
        if reader.at + 12 > len(tiff):
            break
        tag, kind = reader.number(2, order), reader.number(2, order)
        value = Reader(reader.take(8), 4).number(2, order)
        if (tag, kind) == (ORIENTATION, 3):
            return value if 1 <= value <= 8 else UPRIGHT
    return UPRIGHT


def _tiff(way_up: int) -> bytes:
    """The least that says which way is up: one directory with one entry."""
    entry = struct.pack(">HHIHH", ORIENTATION, 3, 1, way_up, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
