"""Days as programs or as people write them."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

_WRITTEN = re.compile(r"\s*([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\s*")


class BadDay(Exception):  # noqa: N818
    """Not a ValueError: pydantic would swallow what it says."""

    def __init__(self, written: str) -> None:
        super().__init__(
            f"«{written[:20]}» no es un día. Escriba día, mes y año: por ejemplo, 25/11/2026."
        )


def _read(written: Any) -> Any:
    """dd/mm/aaaa; whatever else is a day, such as 2026-11-25, is left to be read as such."""
    if not isinstance(written, str) or "/" not in written:
        return written
    found = _WRITTEN.fullmatch(written)
    try:
        if found is None:
            raise BadDay(written)
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        raise BadDay(written) from None


Day = Annotated[date, BeforeValidator(_read)]
