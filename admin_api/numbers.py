"""The numbers of rows, as addresses hold them."""

LARGEST = 2**63 - 1  # of the columns


def read(id: str) -> int | None:
    """The number, or None where the text cannot be one of a row."""
    number = int(id) if id.isascii() and id.isdigit() and len(id) < 20 else 0
    return number if 0 < number <= LARGEST else None
