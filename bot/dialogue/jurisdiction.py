"""Who takes a matter."""

from handoff.rules.catalogue import Category

# Telephone lines take calls, not cases.
LINES = ("linea_vida", "denuncia_anonima")


def taken_by(category: Category) -> tuple[str, ...]:
    """The agencies that may take a case of this category, the likeliest first."""
    return tuple(key for key in category.destination if key not in LINES)
