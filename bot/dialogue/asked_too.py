"""The question that is asked along with the answer to ours."""

from dataclasses import replace

from bot.dialogue import asides, pending, request
from bot.dialogue.acts import Say, Summary
from bot.dialogue.decision import Decision
from bot.dialogue.reading import asked, of_service, questions
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State


def answered(state: State, heard: Heard, decision: Decision) -> Decision:
    if (said := of_service.asked_at_last(heard.text)) and asides.tells_matter(heard):
        return replace(decision, acts=(Say(said), *decision.acts))
    is_told = not heard.command and state.stage in request.FORM
    topic = questions.topic(heard.text) if is_told else None
    if topic is None and is_told and decision.state.facts != state.facts:
        return _with_question(heard, decision)
    if topic is None or not state.category:
        return decision
    return replace(decision, acts=(asides.explained(state, heard, topic), *decision.acts))


def _with_question(heard: Heard, decision: Decision) -> Decision:
    """«Santa Ana, ¿y qué papeles llevo?»"""
    is_open = decision.state.stage in request.FORM
    if not (is_open and asked.is_of_a_procedure(heard.text)):
        return decision
    kept = request.noting(decision.state, heard)
    rest = (each for each in decision.acts if each != Say("noted"))
    acts = (pending.summary(kept) if isinstance(each, Summary) else each for each in rest)
    return Decision(kept, (Say("noted_question"), *acts))
