"""Lists, a page at a time: {"items": […], "next": cursor or null}."""

import base64
import binascii
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, Field

MOST = 200
USUAL = 50

Row = TypeVar("Row")
View = TypeVar("View", bound=BaseModel)


class BadCursor(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("El cursor no es uno que este sistema haya dado.")


class Page(BaseModel, Generic[View]):
    items: list[View]
    next: str | None = Field(
        description="Cursor de la página siguiente; nulo en la última.", examples=["MTIz"]
    )


class Paging:
    """Which page is wanted. `after` is the key of the last row of the page before it, if any."""

    def __init__(
        self,
        limit: Annotated[int, Query(ge=1, le=MOST, description="Cuántos por página.")] = USUAL,
        cursor: Annotated[
            str | None, Query(max_length=100, description="El «next» de la página anterior.")
        ] = None,
    ) -> None:
        self.limit = limit
        self.after = _read(cursor) if cursor else None

    @property
    def rows(self) -> int:
        """How many rows to ask for: one more than are shown tells if there is another page."""
        return self.limit + 1

    def page(
        self, rows: Sequence[Row], key: Callable[[Row], int], show: Callable[[Row], View]
    ) -> Page[View]:
        """The page of `rows`, in an order that new rows do not disturb, by `key`."""
        shown = rows[: self.limit]
        more = _write(key(shown[-1])) if len(rows) > self.limit else None
        return Page(items=[show(row) for row in shown], next=more)


Pages = Annotated[Paging, Depends()]


def whole(views: Iterable[View]) -> Page[View]:
    """A short list that is given in one page."""
    return Page(items=list(views), next=None)


def _write(key: int) -> str:
    return base64.urlsafe_b64encode(str(key).encode()).decode().rstrip("=")


def _read(cursor: str) -> int:
    try:
        text = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, UnicodeError) as error:
        raise BadCursor from error
    if not (text.isascii() and text.isdigit() and len(text) <= 18):  # fits in 64 bits
        raise BadCursor
    return int(text)
