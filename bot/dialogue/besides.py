"""Another matter told in the middle of this one, with a place of its own."""

import re
from dataclasses import replace

from bot.dialogue import request
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, saying, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from bot.dialogue.within import Noted

# What follows is not an answer, as it would be in «en la Modelo, pero tampoco hay luz».
_AND = re.compile(r"(?:(?:y|tambien|ademas|aparte|otra cosa|and|also)\b ?)+")


def decide(state: State, heard: Heard) -> Decision | None:
    """«Y aparte hay un bache en la avenida Héroes»: noted with its place, and the matter at hand
    keeps its own. None if no other matter is told, or none with a place of its own."""
    if heard.command or not (wording.is_story(heard) and _AND.match(saying.bare(heard.text))):
        return None
    other = request.other_matter(state, heard)
    own = facts.places_in(heard)
    if other is None or other in request.RIGHTS or not own:
        return None
    town = {name: own[name] for name in ("municipio",) if name in own}
    kept = replace(request.keeping(state, heard, other), facts={**town, **state.facts}, misses=0)
    return request.go_on(kept, Noted(other))
