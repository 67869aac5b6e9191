"""What a turn is decided from besides the words, and what a decision is."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialogue.acts import Act
from bot.dialogue.state import State
from bot.dialogue.within import Taken
from handoff.store.models import Owner


@dataclass(frozen=True, slots=True)
class Situation:
    """`has_notice`: the welcome with the privacy notice was given in this conversation."""

    owner: Owner
    has_notice: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """The acts of the bot in this turn, in order, and what it remembers afterwards."""

    state: State
    acts: tuple[Act, ...] = ()


def said(decision: Decision, key: str) -> Decision:
    """With the words that tell which matter was taken, once."""
    is_said = any(isinstance(each, Taken) for each in decision.acts)
    return decision if is_said else replace(decision, acts=(Taken(key), *decision.acts))
