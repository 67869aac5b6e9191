"""Which edition of a resource a person edits: ETag, and If-Match against lost changes."""

import hashlib
from typing import Annotated

from fastapi import Header, Response
from pydantic import BaseModel

IfMatch = Annotated[
    str | None,
    Header(description="El ETag de lo que se leyó; si cambió mientras tanto, responde 412."),
]


class EditedMeanwhile(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("Alguien lo cambió mientras tanto; vuelva a leerlo y repita el cambio.")


def of(view: BaseModel) -> str:
    """The ETag of what a person sees."""
    return f'"{hashlib.sha256(view.model_dump_json().encode()).hexdigest()[:32]}"'


def must_be(view: BaseModel, if_match: str | None) -> None:
    """Raises EditedMeanwhile unless this is what the person has read. Lock the row first."""
    if if_match is None or if_match.strip() == "*":
        return
    if of(view) not in {each.strip() for each in if_match.split(",")}:
        raise EditedMeanwhile


def mark(response: Response, view: BaseModel) -> None:
    response.headers["ETag"] = of(view)
