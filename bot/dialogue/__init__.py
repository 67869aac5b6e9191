"""What to do next. Pure: the same state and message give the same decision."""

from bot.dialogue.complete import is_complete
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.edits import decide
from bot.dialogue.reading.heard import Heard
from bot.dialogue.reading.listening import hear
from bot.dialogue.state import AT_EASE, Stage, State, from_json

__all__ = [
    "AT_EASE",
    "Decision",
    "Heard",
    "Situation",
    "Stage",
    "State",
    "decide",
    "from_json",
    "hear",
    "is_complete",
]
