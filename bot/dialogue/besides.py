"""Another matter told in the middle of this one, with a place of its own."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue import request
from bot.dialogue.decision import Decision
from bot.dialogue.reading import elsewhere, facts, saying, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import PERSONAL, State
from bot.dialogue.within import Noted

# What follows is not an answer, as it would be in «en la Modelo, pero tampoco hay luz».
_AND = re.compile(r"(?:(?:y|tambien|ademas|aparte|otra cosa|and|also)\b ?)+")


def decide(state: State, heard: Heard) -> Decision | None:
    """«Y aparte hay un bache en la avenida Héroes», «no hay luz en la Sahuaro de Hermosillo» of who
    is asked of Cajeme: noted with its place, and the matter at hand keeps its own. None if no other
    matter is told, or none with a place of its own."""
    own = facts.places_in(heard)
    is_else = _AND.match(saying.bare(heard.text)) or _is_in_another_town(state, own)
    if heard.command or not (wording.is_story(heard) and own and is_else):
        return None
    other = request.other_matter(state, heard)
    if other is None or other in request.RIGHTS:
        return None
    # Who they are holds for both, and so does the town, if none was told before.
    told = elsewhere.only(facts.told_by(heard), ("municipio", *PERSONAL))
    kept = replace(request.keeping(state, heard, other), facts={**told, **state.facts}, misses=0)
    return request.go_on(kept, Noted(other))


def _is_in_another_town(state: State, place: Mapping[str, str]) -> bool:
    known = state.facts.get("municipio")
    return bool(known) and place.get("municipio", known) != known
