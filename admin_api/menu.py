"""What the staff goes to from every page: whoever may, sees it."""

from dataclasses import dataclass

from admin_api import access
from handoff.store.models import Person, Role

CONSOLE = "/console"


@dataclass(frozen=True, slots=True)
class Place:
    href: str
    text: str
    least: Role = Role.analyst


PLACES = (
    Place(CONSOLE, "Atención"),
    Place(f"{CONSOLE}/conversations", "Conversaciones"),
    Place(f"{CONSOLE}/search", "Buscar"),
    Place(f"{CONSOLE}/reports", "Informes", Role.supervisor),
    Place(f"{CONSOLE}/events", "Eventos", Role.supervisor),
    Place(f"{CONSOLE}/learning", "Aprendizaje", Role.supervisor),
    Place(f"{CONSOLE}/log", "Bitácora", Role.supervisor),
    Place(f"{CONSOLE}/people", "Personas", Role.admin),
)


def of(person: Person) -> list[Place]:
    return [each for each in PLACES if access.may(person, each.least)]
