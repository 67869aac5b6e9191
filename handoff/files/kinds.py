"""The kinds of file that are kept: known by content, each up to its size, under an honest name."""

from pathlib import PurePath
from typing import BinaryIO

import puremagic

from handoff.files.unwanted import Unwanted, Why

MEGABYTE = 1024 * 1024
SUFFIXES = {
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "image/gif": (".gif",),
    "application/pdf": (".pdf",),
    "audio/ogg": (".ogg", ".oga", ".opus"),
    "audio/mpeg": (".mp3", ".mpga"),
    "audio/mp4": (".m4a", ".f4a"),
    "video/mp4": (".mp4", ".m4v"),
    "video/3gpp": (".3gp", ".3ga"),
    "video/quicktime": (".mov",),
}
# Telegram hands out at most 20 MB (core.telegram.org/bots/api#getfile).
MOST = {"image": 10 * MEGABYTE, "application": 20 * MEGABYTE, "audio": 16 * MEGABYTE,
        "video": 20 * MEGABYTE}  # fmt: skip
LARGEST = max(MOST.values())
# puremagic knows some of them by another name, and some by their suffix alone.
ALSO = {"application/ogg": "audio/ogg", ".oga": "audio/ogg", ".m4a": "audio/mp4"}
SAY_NOTHING = ("", "application/octet-stream", "application/ogg")
LONGEST_NAME = 120


def recognise(file: BinaryIO, declared: str = "") -> str:
    """The type that the content shows; `declared` is what the sender says that it is. Raises
    Unwanted if it is none of ours, or of another family than was declared."""
    kind = _recognised(file)
    if kind is None:
        raise Unwanted(Why.kind)
    families = {family(kind)}
    if families & {"audio", "video"}:  # the same containers hold both
        families |= {"audio", "video"}
    if declared not in SAY_NOTHING and family(declared) not in families:
        raise Unwanted(Why.kind)
    return kind


def family(kind: str) -> str:
    """image, audio, video or application."""
    return kind.partition("/")[0].lower()


def check_size(kind: str, size: int) -> None:
    """Raises Unwanted if a file of this type may not be as large."""
    if size > MOST[family(kind)]:
        raise Unwanted(Why.too_large)


def clean_name(given: str, kind: str) -> str:
    """The name it came with, free of paths and controls, with a suffix that tells the truth."""
    last = PurePath(given.replace("\\", "/")).name
    plain = PurePath("".join(letter for letter in last if letter.isprintable()))
    is_true = plain.suffix.lower() in SUFFIXES[kind]
    return (
        f"{plain.stem[:LONGEST_NAME] or 'archivo'}{plain.suffix if is_true else SUFFIXES[kind][0]}"
    )


def _recognised(file: BinaryIO) -> str | None:
    try:
        matches = puremagic.magic_stream(file)
    except (puremagic.PureError, ValueError):
        return None
    finally:
        file.seek(0)
    for match in matches:
        names = (match.mime_type, ALSO.get(match.mime_type), ALSO.get(match.extension))
        if found := next((name for name in names if name in SUFFIXES), None):
            return found
        if match.mime_type:
            return None
    return None
