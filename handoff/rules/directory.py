"""Who attends what: the agencies of the State, the federation and the municipalities."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from handoff.rules import DATA
from nlu import yml

OWN = "atencion_ciudadana"
OF_THE_MUNICIPALITY = ("ayuntamiento", "organismo_agua")


@dataclass(frozen=True, slots=True)
class Agency:
    """`source`: who published the contact. `subjects`: what it takes without a category of its own.
    `told`: the words that tell, of a category, that it is for this one. `by_municipality` and
    `contacts`: its name and its contact in one municipality."""

    key: str
    name: str
    level: str
    takes: str
    aliases: list[str]
    contact: str
    valid_from: date | None
    valid_until: date | None
    successor: str | None
    verified_on: date | None
    by_municipality: dict[str, str] = field(default_factory=dict)
    contacts: dict[str, str] = field(default_factory=dict)
    source: str = ""
    subjects: list[str] = field(default_factory=list)
    told: dict[str, list[str]] = field(default_factory=dict)

    def name_in(self, municipality: str | None) -> str:
        """As people of this municipality know it: «Ayuntamiento de Cajeme»."""
        if self.key not in OF_THE_MUNICIPALITY:
            return self.name
        if municipality is None:
            return f"{self.name} de su municipio"
        return self.by_municipality.get(municipality, f"{self.name} de {municipality}")

    def contact_in(self, municipality: str | None) -> str:
        """As it is read: «800 433 2000», «071»; nothing if none is known."""
        return self.contacts.get(municipality or "", self.contact)


@cache
def load() -> dict[str, Agency]:
    data = yml.load((DATA / "agencies.yml").read_text(encoding="utf-8"))
    return {row["key"]: Agency(**row) for row in data["agencies"]}


def today(key: str, on: date) -> Agency:
    """The agency that takes this matter on a day: a closed one gives way to its successor."""
    agency = load()[key]
    while agency.valid_until and agency.valid_until < on and agency.successor:
        agency = load()[agency.successor]
    return agency
