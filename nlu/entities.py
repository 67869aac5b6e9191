"""Everything that a text tells beside its intent: facts, then places, then dates, none over
another: «calle 5 de Febrero» is no date."""

from nlu import dates, facts, places
from nlu.catalogue import Catalogue
from nlu.interpretation import Entity, Place


def find(text: str, catalogue: Catalogue | None = None) -> tuple[Place, tuple[Entity, ...]]:
    """The place, and all entities in order of appearance."""
    shaped = facts.find(text)
    place, where = places.recognise(text, shaped, catalogue)
    when = dates.find(text, (*shaped, *where))
    return place, tuple(sorted((*shaped, *where, *when), key=lambda each: each.start))
