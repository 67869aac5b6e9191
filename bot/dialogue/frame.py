"""What stands around the answer of a turn: the welcome before it, a question left open after it."""

from dataclasses import replace
from typing import get_args

from bot.dialogue.acts import Accompany, Rephrase, Say, Welcome
from bot.dialogue.after import Aftercare, AskIfRead, ExplainCase
from bot.dialogue.consent import ShowNotice
from bot.dialogue.decision import Decision
from bot.dialogue.state import Stage

COURTESIES = (Say("thanks"), Say("farewell"), Say("rated_thanks"))
SMALL = tuple({*get_args(Aftercare)} - {ExplainCase})


def with_read(decision: Decision) -> Decision:
    """Once nothing else is open, whether what was read meanwhile is solved."""
    state = decision.state
    if state.read is None or state.stage is not Stage.idle or state.waits_for_person:
        return decision
    acts = (*decision.acts, AskIfRead(state.read))
    return Decision(replace(state, read=None), acts)


def with_notice(decision: Decision) -> Decision:
    """Who we are and the notice come before anything else, but for danger and mere courtesies."""
    is_welcome = any(isinstance(act, Welcome) for act in decision.acts)
    is_small = all(act in COURTESIES or isinstance(act, SMALL) for act in decision.acts)
    is_danger = decision.state.danger or any(isinstance(act, Accompany) for act in decision.acts)
    if is_danger or is_welcome or is_small or _keeps_nothing(decision):
        return decision
    rest = tuple(act for act in decision.acts if act != ShowNotice())  # the welcome holds it
    return replace(decision, acts=(Welcome(opens=not rest), *rest))


def _keeps_nothing(decision: Decision) -> bool:
    """«Asdkjh» is asked to say it otherwise; the notice comes with what there is to keep."""
    kept = decision.state
    return decision.acts == (Rephrase(),) and not (kept.request or kept.facts)
