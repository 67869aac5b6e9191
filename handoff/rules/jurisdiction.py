"""Who takes a matter."""

from datetime import date

from handoff.rules import directory
from handoff.rules.catalogue import Category
from handoff.rules.directory import Agency

# Telephone lines take calls, not cases.
LINES = ("linea_vida", "denuncia_anonima", "linea_mujeres")


def taken_by(category: Category) -> tuple[str, ...]:
    """The agencies that may take a case of this category, the likeliest first."""
    return tuple(key for key in category.destination if key not in LINES)


def agency(category: Category, on: date) -> Agency:
    """The one that a case opened on this day is for."""
    return directory.today(taken_by(category)[0], on)


def contact(category: Category, municipality: str | None) -> str:
    """How to reach who takes it; nothing where it is not plain who, or none is known."""
    keys = taken_by(category)
    found = directory.load()[keys[0]]
    is_plain = len(keys) == 1 and found.valid_until is None
    return found.contact_in(municipality) if is_plain else ""
