"""What a turn is decided from besides the words, and what a decision is."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.acts import Act
from bot.dialogue.state import State
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
