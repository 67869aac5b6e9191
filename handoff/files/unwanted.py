"""Why a file is not kept."""

import enum


class Why(enum.StrEnum):
    """The reason in one word; what people read of it is written where they read it."""

    kind = "kind"  # none of those on the list, or another than was declared
    broken = "broken"  # cut short, or not made as its kind is
    too_large = "too large"
    too_many_pixels = "too many pixels"
    infected = "infected"


class Unwanted(Exception):  # noqa: N818
    """The file is not kept, for this reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
