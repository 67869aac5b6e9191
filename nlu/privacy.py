"""Takes out of a text what points to one person, before anybody learns from it.

Only what has a shape of its own: names need a reader. Each fact gives way to an invented one of the
same shape, because the model learns from the shape too; what is invented stays as it is, so masking
twice is masking once.
"""

import re

from nlu import facts
from nlu import text as spelling

INVENTED = {
    "correo": "persona@ejemplo.mx",
    "curp": "XEXX000000HNEXXXA4",
    "rfc": "XAXX010101000",  # the SAT's own for whoever has none
    "folio": "CS-2026-000000-0",
    "folio_infomex": "260000000000000",
    "telefono": "6620000000",
    "clave": "0000-0000",
}
# A card, a local number, an RFC: six digits or more, however they are parted.
_LONG_NUMBER = re.compile(r"\d(?:[\s.\-]?\d){5,}")
_CURP_LIKE = re.compile(r"(?<![^\W_])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?![^\W_])", re.IGNORECASE)


def mask(text: str) -> str:
    """The text with every e-mail, CURP, folio, phone, query key and long number replaced. What is
    longer than anything is read (`text.LONGEST`) is cut there."""
    text = text[: spelling.LONGEST]
    masked, done = "", 0
    for fact in facts.find(text):
        masked += _without_numbers(text[done : fact.start]) + INVENTED[fact.entity]
        done = fact.end
    return masked + _without_numbers(text[done:])


def _without_numbers(text: str) -> str:
    """A CURP with a letter wrong is somebody's CURP all the same."""
    text = _CURP_LIKE.sub(INVENTED["curp"], text)
    return _LONG_NUMBER.sub(lambda found: re.sub(r"\d", "0", found.group()), text)
