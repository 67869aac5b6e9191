"""The name of who is helped, where that of who writes is asked: both are kept."""

from dataclasses import replace

from bot.dialogue import asides, request
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import labels
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State

HELPED = "beneficiario"


def decide(state: State, heard: Heard) -> Decision | None:
    """None unless «es para mi mamá, se llama Rosa Elvira» answers whose name it is."""
    if state.asking != "nombre" or not labels.helped(heard.text):
        return None
    words = request.joined(state.request, heard.text)
    kept = replace(state, request=words, facts={**state.facts, **told(state, heard)})
    return asides.put(kept, Say("noted_for_another"), "noted")


def told(state: State, heard: Heard) -> dict[str, str]:
    """Where the matter has somebody who is helped: «mi mamá, Rosa Elvira»."""
    name = labels.helped(heard.text)
    if not name or HELPED not in request.category_of(state).asks:
        return {}
    known = state.facts.get(HELPED, "")
    return {HELPED: f"{known}, {name}" if known.startswith("mi ") and "," not in known else name}
