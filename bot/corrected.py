"""What a turn means in which the citizen corrects what they wrote a moment before."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.reading import wording
from nlu.interpretation import Entity, Interpretation, Place


def corrected(meaning: Interpretation, said: Sequence[Interpretation]) -> Interpretation:
    """The meaning of a turn, of whose messages `said` are the meanings, in order: what a correction
    and the messages after it tell stands in place of what was told before."""
    first = next((n for n, each in enumerate(said) if n and wording.corrects(each.text)), None)
    if first is None:
        return meaning
    place = meaning.place
    for each in said[first:]:
        place = _instead(place, each.place)
    begins = meaning.text.find(said[first].text.strip())
    return replace(meaning, place=place, entities=_latest(meaning.entities, begins))


def _instead(before: Place, place: Place) -> Place:
    """A place that may be one of several is none that was corrected to."""
    moved = place.municipality and place.municipality != before.municipality
    return Place(
        municipality=place.municipality or before.municipality,
        colonia=place.colonia or before.colonia,
        postal_code=place.postal_code or (None if moved else before.postal_code),
        street=place.street or before.street,
        candidates=() if place.municipality else before.candidates,
    )


def _latest(found: Sequence[Entity], begins: int) -> tuple[Entity, ...]:
    again = {each.entity for each in found if each.start >= begins}
    return tuple(each for each in found if each.start >= begins or each.entity not in again)
