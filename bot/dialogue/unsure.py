"""A matter that nothing tells for sure: which it is, is asked; twice leads to a person."""

from dataclasses import replace

from bot.dialogue import reacting, request, several
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import facts, in_english
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import Stage, State

WORTH_KEEPING = 4  # words from which a message that was not understood is kept for the case


def decide(state: State, heard: Heard) -> Decision:
    """Ask which it is; not understood twice leads to a person."""
    if in_english.is_vague(heard.text):
        return Decision(replace(state, misses=0), (Say("what_is_it"),))
    told = {**state.facts, **facts.told_by(heard)}
    words = heard.text if len(heard.text.split()) >= WORTH_KEEPING else ""
    kept = replace(state, facts=told, request=request.joined(state.request, words))
    likely = several.worth_asking(heard)
    if likely and state.misses < request.MOST_MISSES:
        kept = replace(kept, apart=several.besides(heard, likely) or state.apart)
        asked = replace(kept, stage=Stage.choosing, options=likely, told_in=heard.exchange_id)
        return Decision(asked, (several.which(heard, likely),))
    if met := reacting.decide(state, heard):
        return met
    if in_english.asks(heard.text):
        return request.begin(state, heard, request.QUESTIONS[0])
    return request.not_understood(kept, heard)
