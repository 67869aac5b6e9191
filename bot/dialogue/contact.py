"""The telephone of somebody else: taken once the citizen says so, and not before."""

from dataclasses import replace

from bot.dialogue import pending, request
from bot.dialogue.acts import AskIfTheirs, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, typed
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State


def decide(state: State, heard: Heard) -> Decision | None:
    """None if nothing of this is told or asked, or the citizen has moved on."""
    if phone := heard.others_phone:
        return Decision(replace(state, shared_phone=phone), (AskIfTheirs(phone),))
    return _answered(state, heard) if state.shared_phone else None


def _answered(state: State, heard: Heard) -> Decision | None:
    """A button is only yes or no to this if it belongs to this question."""
    said = heard.chosen(typed.PHONE) or (heard.command if heard.text else None)
    is_yes = said == typed.YES or heard.means("afirmar")
    if not is_yes and said != typed.NO and not heard.means("negar"):
        return None
    told = {facts.CONTACT: state.shared_phone or ""} if is_yes else {}
    known = replace(state, shared_phone=None, facts={**state.facts, **told})
    noted = (Say("noted"),) if is_yes else ()
    if state.stage in (Stage.collecting, Stage.confirming):
        return request.go_on(known, *noted)
    return Decision(known, (*noted, *(pending.question(known) or (Say("what_is_it"),))))
