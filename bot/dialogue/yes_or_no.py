"""A yes to what was said, the notice or «lo anoto como…», where something else is asked: it is
heard, and the same question stands. So is a «no, gracias» to who asks where it is."""

import re

from bot.dialogue import asides
from bot.dialogue.acts import Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import saying, streets, typed, wording
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import NO_ANSWER, Stage, State

FEW = 4  # words of a yes; in more there may be an answer
MOST_OF_A_NO = 6
_NO = re.compile(r"(?:(?:ay|pues|ya|mejor|bueno|gracias) )*(?:no|nel|nop|nope|nah|nada)\b")
_ASKED = (Stage.collecting, Stage.folio, Stage.key)  # for what no yes tells


def decide(state: State, heard: Heard) -> Decision | None:
    """None where it may answer the question."""
    if state.stage not in _ASKED:
        return None
    if state.asking == "municipio" and _is_no(heard):
        return Decision(state, (Say("left_open"),))
    return asides.put(state, Say("accepted"), NO_ANSWER) if is_yes(heard) else None


def is_yes(heard: Heard) -> bool:
    """«Ok», «está bien», «sí acepto», and nothing else; «Simón Bravo» is none."""
    if not heard.text or heard.facts or streets.is_everywhere(heard.text):
        return False
    if heard.command in (typed.YES, typed.ACCEPT_NOTICE):
        return True
    is_short = len(heard.text.split()) <= FEW and not wording.is_name(heard)
    is_plain = heard.move in ("", "agree", "thanks")  # «sí, deme un momento» waits
    return is_short and is_plain and heard.command is None and heard.agrees


def _is_no(heard: Heard) -> bool:
    """«No, gracias», «no, nada más era eso»: it is not wanted. A mere «no» may be «no lo sé»."""
    words = len(heard.text.split())
    if heard.command == typed.NO:
        return words > 1
    is_told = heard.command is None and heard.move == "decline" and not heard.facts
    is_told = is_told and bool(_NO.match(saying.bare(heard.text)))  # «mi esposo no está»
    return is_told and heard.means("negar") and 1 < words <= MOST_OF_A_NO
