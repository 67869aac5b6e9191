"""In the line for a person: what is told is added, and one may leave."""

from dataclasses import replace
from datetime import timedelta

from bot.dialogue import pending, typed
from bot.dialogue.acts import Accompany, LeaveQueue, StillWaiting
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.heard import Heard
from bot.dialogue.state import State

TELL_WAIT_AFTER = timedelta(minutes=3)


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """Who is in danger stays: the one who writes «cancelar» may be somebody else. Once an accident
    or a fire is over, the talk goes on where it was; the person who was called still comes."""
    if state.danger == "danger" and typed.denies_danger(heard.text):
        calm = replace(state, danger=None, waits_for_person=False, told_wait_at=None)
        return Decision(calm, (Accompany("danger", denied=True), *pending.question(calm)))
    if state.danger:
        return Decision(state, (Accompany(state.danger, typed.denies_danger(heard.text)),))
    if heard.command == typed.CANCEL or heard.means("cancelar"):
        left = replace(state, waits_for_person=False, told_wait_at=None)
        return Decision(left, (LeaveQueue(), *pending.question(left)))
    told = state.told_wait_at
    is_asked = heard.command == typed.PERSON or typed.asks_wait(heard.text)
    again = told is not None and situation.now - told < TELL_WAIT_AFTER and not is_asked
    waiting = replace(state, told_wait_at=told if again else situation.now)
    return Decision(waiting, (StillWaiting(again),))
