"""Where the next matter is, by where the last one was: offered, and taken when it is said to be the
same: «sí», «en el mismo lugar», «ahí mismo»."""

from dataclasses import replace

from bot.dialogue import request
from bot.dialogue.acts import Ask
from bot.dialogue.decision import Decision
from bot.dialogue.reading import elsewhere, facts
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State


def decide(state: State, heard: Heard) -> Decision | None:
    """None where it is not said, or nothing is known of it."""
    asked = state.asking or ""
    is_asked = state.stage is Stage.collecting and asked in facts.PLACES
    if not (is_asked and state.there):
        return None
    is_offered = state.options == (state.there.get("municipio"),)
    if is_offered and heard.declines and not heard.facts:
        other = replace(state, options=())
        return Decision(other, (Ask(asked, state.category or ""),))
    same = elsewhere.same_as_asked(heard.text, state.there, asked)
    if is_offered and heard.agrees:
        same = same or elsewhere.only(state.there, ("municipio",))
    if asked not in same:
        return None
    return request.go_on(replace(state, facts={**same, **state.facts}, options=(), misses=0))
