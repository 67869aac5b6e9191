"""Everything that a text tells beside its intent: facts, places, learnt names, dates, in this order
and none over another: «calle 5 de Febrero» is no date."""

from collections.abc import Sequence
from dataclasses import replace

from nlu import dates, facts, places, tagger
from nlu.catalogue import Catalogue
from nlu.interpretation import Entity, Place


def find(
    text: str, catalogue: Catalogue | None = None, learnt: Sequence[Entity] = ()
) -> tuple[Place, tuple[Entity, ...]]:
    """The place, and all entities in order of appearance. `learnt` are the names that the tagger
    found in the text."""
    shaped = facts.find(text)
    place, where = places.recognise(text, shaped, catalogue)
    named = tagger.apart(learnt, (*shaped, *where)) if learnt else []
    when = dates.find(text, (*shaped, *where, *named))
    found = (*shaped, *where, *named, *when)
    return _with_colonia(place, named), tuple(sorted(found, key=lambda each: each.start))


def _with_colonia(place: Place, named: list[Entity]) -> Place:
    """A learnt colonia, where no rule found one."""
    colonia = next((each.value for each in named if each.entity == "colonia"), None)
    return replace(place, colonia=colonia) if colonia and not place.colonia else place
