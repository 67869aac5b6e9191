"""What people may write in a field: the same limits in every resource, told by the contract."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

LONGEST_MESSAGE = 4000  # Telegram takes 4096

# PostgreSQL keeps no NUL; nobody means to write one.
_NO_NUL = r"^[^\x00]*$"

Message = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=LONGEST_MESSAGE, pattern=_NO_NUL
    ),
]
Short = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=_NO_NUL)
]


class Form(BaseModel):
    """What a caller sends. An unknown field is a mistake, not something to ignore."""

    model_config = ConfigDict(extra="forbid")


class View(BaseModel):
    """What a caller gets."""

    model_config = ConfigDict(from_attributes=True)
