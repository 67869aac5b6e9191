"""Which facts a message tells, and which one is asked next: never one that was said already."""

import re

from bot.dialogue.heard import Heard
from bot.dialogue.state import State
from handoff.rules.catalogue import Category
from nlu import places

# The place first, since it decides who is responsible; the person's own data last.
ORDER = (
    "municipio",
    "colonia",
    "calle",
    "tramo",
    "escuela",
    "institucion",
    "ruta",
    "nivel_escolar",
    "beneficiario",
    "folio",
    "asunto",
    "descripcion",
    "nombre",
    "contacto",
)
PLACES = ("municipio", "colonia", "calle")
LONGEST = 300  # characters kept of a fact
TOLD_ENOUGH = 40  # characters from which a message describes a matter by itself
_LEAD = re.compile(
    r"^(?:hola|buen[oa]s? (?:d[ií]as?|tardes|noches)|pues|bueno|s[ií]|este|mire|ah)?[\s,.]*"
    r"(?:me llamo|mi nombre es|(?:yo )?soy|a nombre de|es (?:en )?(?:la|el)? ?(?:escuela|primaria)?"
    r"|es|en|para|se llama)?\s+",
    re.IGNORECASE,
)
_POINT = "ubicacion"


def told_by(heard: Heard) -> dict[str, str]:
    """The facts that a message tells without being asked."""
    place = heard.meaning.place
    told = {
        "municipio": place.municipality,
        "colonia": place.colonia,
        "calle": place.street,
        "codigo_postal": place.postal_code,
        "contacto": _contact(heard),
        "folio": heard.entity("folio"),
        _POINT: _point(heard),
    }
    return {name: value for name, value in told.items() if value}


def answer_to(fact: str, heard: Heard) -> str | None:
    """The asked fact as this message gives it, or None if it cannot be used."""
    if fact in PLACES:
        return _place(fact, heard)
    if fact == "contacto":
        return _contact(heard)
    if fact == "folio":
        return heard.entity("folio")
    return _words(heard.text)


def missing(category: Category, state: State) -> str | None:
    """The next fact to ask for, or None when everything needed is known or was left out."""
    needed = (fact for fact in ORDER if fact in category.asks)
    return next((fact for fact in needed if not _is_known(fact, state)), None)


def _is_known(fact: str, state: State) -> bool:
    if fact in state.facts or fact in state.skipped:
        return True
    if fact in ("colonia", "calle"):
        return _POINT in state.facts
    if fact in ("descripcion", "asunto"):
        return len(state.request) >= TOLD_ENOUGH
    return False


def _place(fact: str, heard: Heard) -> str | None:
    match fact:
        case "municipio":
            return places.find(heard.text, expecting="municipio").municipality
        case "colonia":
            return places.find(heard.text, expecting="colonia").colonia or _words(heard.text)
        case _:
            return places.find(heard.text, expecting="calle").street or _words(heard.text)


def candidates(heard: Heard) -> tuple[str, ...]:
    """The municipalities that an ambiguous answer could mean."""
    return places.find(heard.text, expecting="municipio").candidates


def _contact(heard: Heard) -> str | None:
    shared = heard.content.get("contact") or {}
    return shared.get("phone") or heard.entity("telefono") or heard.entity("correo")


def _point(heard: Heard) -> str | None:
    location = heard.content.get("location")
    return f"{location['lat']}, {location['lon']}" if location else None


def _words(text: str) -> str | None:
    plain = _LEAD.sub("", f"{text.strip()} ", count=1).strip(" .,;:¡!¿?")
    return plain[:LONGEST] or text.strip()[:LONGEST] or None
