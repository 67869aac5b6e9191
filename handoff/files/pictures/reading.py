"""What the readers of pictures share: bytes taken in order, and the limit on pixels."""

from handoff.files.unwanted import Unwanted, Why

MOST_PIXELS = 64_000_000  # a 48-megapixel phone fits; unpacked it is a quarter of a gigabyte


class Reader:
    """Takes bytes from the front. Raises Unwanted where there are none left."""

    def __init__(self, content: bytes, at: int = 0) -> None:
        self.content = content
        self.at = at

    @property
    def is_at_end(self) -> bool:
        return self.at >= len(self.content)

    def take(self, count: int) -> bytes:
        end = self.at + count
        if count < 0 or end > len(self.content):
            raise broken()
        taken = self.content[self.at : end]
        self.at = end
        return taken

    def number(self, size: int, order: str = "big") -> int:
        """An unsigned number of `size` bytes."""
        return int.from_bytes(self.take(size), "little" if order == "little" else "big")


def broken() -> Unwanted:
    return Unwanted(Why.broken)


def check_size(width: int, height: int) -> None:
    """Raises Unwanted for a picture without area, or with too much of it."""
    if not width or not height:
        raise broken()
    if width * height > MOST_PIXELS:
        raise Unwanted(Why.too_many_pixels)
