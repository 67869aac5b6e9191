"""Everything that a text tells beside its intent: facts, places, learnt names, dates, in this order
and none over another: «calle 5 de Febrero» is no date."""

from dataclasses import replace

from nlu import dates, facts, places
from nlu.catalogue import Catalogue
from nlu.interpretation import Entity, Place
from nlu.tagger import Tagger


def find(
    text: str, catalogue: Catalogue | None = None, tagger: Tagger | None = None
) -> tuple[Place, tuple[Entity, ...]]:
    """The place, and all entities in order of appearance."""
    shaped = facts.find(text)
    place, where = places.recognise(text, shaped, catalogue)
    named = tagger.find(text, (*shaped, *where)) if tagger else []
    when = dates.find(text, (*shaped, *where, *named))
    found = (*shaped, *where, *named, *when)
    return _with_colonia(place, named), tuple(sorted(found, key=lambda each: each.start))


def _with_colonia(place: Place, named: list[Entity]) -> Place:
    """A learnt colonia, where no rule found one."""
    if place.colonia:
        return place
    colonia = next((each.value for each in named if each.entity == "colonia"), None)
    return replace(place, colonia=colonia)
