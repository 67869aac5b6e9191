"""A phone that comes in pieces: «662 188», and in the next message «7766»."""

from dataclasses import replace

from bot.dialogue import request
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, phones
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State

FIRST = (3, 6)  # digits: in seven, the area is missing, and more are mistyped
HELD = "digits:"  # the aside, and the digits so far


def decide(state: State, heard: Heard) -> Decision | None:
    """The rest is asked for, until it is a phone. None if it cannot be one."""
    told = phones.piece(heard.text) if state.asking == facts.CONTACT else ""
    before = (state.aside or "").removeprefix(HELD) if _is_held(state) else ""
    so_far = before + told
    if not told or len(so_far) > phones.LENGTH or not (before or FIRST[0] <= len(told) <= FIRST[1]):
        return None
    if len(so_far) == phones.LENGTH:
        known = {**state.facts, facts.CONTACT: so_far}
        return request.go_on(replace(state, facts=known, misses=0))
    return Decision(replace(state, aside=f"{HELD}{so_far}", asides=1), (Say("more_digits"),))


def _is_held(state: State) -> bool:
    return (state.aside or "").startswith(HELD)
