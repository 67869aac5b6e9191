"""Where the next matter is, by where the last one was: offered, and taken when it is said to be the
same: «sí», «en el mismo lugar», «ahí mismo»."""

import re
from dataclasses import replace

from bot.dialogue import collecting, request
from bot.dialogue.acts import Ask
from bot.dialogue.decision import Decision
from bot.dialogue.reading import elsewhere, facts, saying
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

_YES = re.compile(
    r"(?:(?:pues|ah|oh|claro(?: que)?) )*(?:si|sip|simon|tambien|claro)\b(?! (?:pero|es en)\b)"
)
_OTHER = re.compile(r"\botr[oa] (?P<what>calle|colonia)\b")  # of the same town


def decide(state: State, heard: Heard) -> Decision | None:
    """None where it is not said, or nothing is known of it."""
    asked = state.asking or ""
    is_asked = state.stage is Stage.collecting and asked in facts.PLACES
    if not (is_asked and state.there):
        return None
    is_offered = state.options == (state.there.get("municipio"),)
    instead = _OTHER.search(saying.bare(heard.text)) if is_offered else None
    if is_offered and heard.declines and not (heard.facts or instead):
        other = replace(state, options=())
        return Decision(other, (Ask(asked, state.category or ""),))
    if is_offered and _agrees_and_tells(heard):
        return _told_besides(state, heard)
    same = elsewhere.same_as_asked(heard.text, state.there, asked)
    if is_offered and heard.agrees:
        asks = request.category_of(state).asks
        same = same or elsewhere.offered(state.facts, state.there, asks)
    if instead:
        kept = ("municipio", "colonia") if instead["what"] == "calle" else ("municipio",)
        same = elsewhere.only(state.there, kept)
    if asked not in same:
        return None
    return request.go_on(replace(state, facts={**same, **state.facts}, options=(), misses=0))


def _agrees_and_tells(heard: Heard) -> bool:
    """«Sí, en la calle Obregón», of no town."""
    told = facts.told_by(heard)
    is_more = not heard.agrees or bool(told.keys() & {"calle", "colonia"})
    is_yes = bool(_YES.match(saying.bare(heard.text))) and is_more
    return is_yes and not (heard.command or "municipio" in told)


def _told_besides(state: State, heard: Heard) -> Decision:
    """The town is the same; the rest is heard where what comes next is asked."""
    known = {**elsewhere.only(state.there, ("municipio",)), **state.facts}
    asked = request.go_on(replace(state, facts=known, options=(), misses=0))
    is_asked = asked.state.stage is Stage.collecting
    return collecting.collect(asked.state, heard) if is_asked else asked
