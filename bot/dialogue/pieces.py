"""A sentence that comes in pieces: its beginning is held until its rest has come."""

import re
from dataclasses import replace

from bot.dialogue import alarms, request
from bot.dialogue.acts import Say
from bot.dialogue.complete import is_complete
from bot.dialogue.decision import Decision
from bot.dialogue.reading import labels, naming, saying, typed, unfinished, wording
from bot.dialogue.reading.heard import ASKING, Heard
from bot.dialogue.state import Stage, State, from_json
from nlu.interpretation import Interpretation

MOST_HOLDS = 2  # in a row; who begins once more is answered as they write
_TALK = (
    "about_you",
    "address",
    "free",
    "greeting",
    "key",
    "person",
    "thanks",
    "use",
    "visit",
    "wait",
)
_LINKED = re.compile(
    r"(?:y|e|ni|o|que|en|con|de|del|al|a|por|para|pa|sin|desde|pero|porque|cuando|donde)\b"
    r"|hasta (?!luego|pronto|manana|la (?:vista|proxima)|el (?:lunes|martes|jueves|viernes))"
)
_GIVES_REASON = re.compile(r"porque (?:no|ya|me|mi|se|hay)\b")
MOST_WORDS = 6  # of a piece
MOST_OF_ALL = 30


def begun(state: State, heard: Heard) -> str:
    """What was held and goes on with these words; an edit goes on with what it stands for."""
    is_words = _is_words(state, heard) and not _is_courtesy(heard)
    if state.held.endswith("que") and wording.is_question(heard):  # «es que», «¿quién les paga?»
        return ""
    if heard.edit_of is not None:
        is_last = state.before is not None and state.answered == heard.edit_of
        state = from_json(state.before) if is_last else State()
    return state.held if is_words else ""


def taken_up(state: State, heard: Heard) -> State:
    """Whatever comes next, what was held is kept; thanks do not end the sentence."""
    if not state.held or (_is_courtesy(heard) and not heard.text.startswith(state.held)):
        return state
    if heard.text.startswith(state.held) or labels.fact_named(state.held):
        return replace(state, held="")
    return replace(state, held="", request=request.joined(state.request, state.held))


def hold(state: State, heard: Heard) -> Decision | None:
    """Nothing is understood from it yet, and no question is answered: that is said once."""
    is_skip = heard.skips and state.stage is Stage.collecting
    is_answer = is_skip or (is_complete(state, heard) and not heard.skips)
    is_answer = is_answer or heard.has_file or heard.is_in_unknown_language
    is_begun = unfinished.is_told(heard.text) or _tells_nothing_yet(state, heard)
    if state.danger or is_answer or state.holds >= MOST_HOLDS or not is_begun:
        return None
    held = replace(state, held=heard.text, holds=state.holds + 1)
    return Decision(held, () if state.holds else (Say("listening"),))


def _tells_nothing_yet(state: State, heard: Heard) -> bool:
    """Neither a matter nor an answer: where, or a verb alone; «el teléfono», that is asked."""
    if state.stage is Stage.collecting:
        return labels.fact_named(heard.text) == state.asking != "institucion"  # «el hospital»
    is_first = state.stage is Stage.idle and not (heard.command or state.lately)
    is_first = is_first and not state.waits_for_person
    is_bare = naming.lacks_subject(heard.text) and not (heard.is_clear or heard.is_courtesy)
    is_bare = is_bare or naming.leaves_open(heard.text)
    return is_first and (naming.tells_only_where(heard.text) or is_bare)


def told_with(state: State, heard: Heard) -> str:
    """The pieces that these words may go on with."""
    is_open = state.first is not None and not heard.text.startswith(state.pieces)
    is_one = heard.edit_of is None and is_piece(state, heard) and is_short(state, heard)
    return state.pieces if is_open and is_one else ""


def is_piece(state: State, heard: Heard) -> bool:
    """Words of a story, that ask nothing, and no talk."""
    is_words = _is_words(state, heard) and not heard.has_file
    is_rest = bool(state.held) and heard.text.startswith(state.held)
    is_talk = (heard.is_courtesy and heard.move) or heard.move in (*ASKING, *_TALK)
    is_talk = is_talk or (heard.move == "upset" and heard.is_no_matter)
    is_talk = is_talk and not (is_rest or is_linked(state, heard))
    is_empty = state.category is None and naming.tells_nothing_yet(heard.text)
    is_empty = is_empty and not naming.is_piece(heard.text)
    is_asked = wording.is_question(heard) and not _GIVES_REASON.match(saying.bare(heard.text))
    return is_words and not (is_talk or is_empty or is_asked or heard.means("insulto"))


def _is_words(state: State, heard: Heard) -> bool:
    """Where nothing is asked, «no tenemos» leaves nothing out."""
    is_idle = heard.command == typed.SKIP and state.stage is Stage.idle
    return bool(heard.text) and (heard.command is None or is_idle)


def _is_courtesy(heard: Heard) -> bool:
    """«Parte», of «no levantó parte», is none."""
    return heard.is_courtesy and heard.move in ("greeting", "thanks", "leave")


def is_open(state: State) -> bool:
    """What was said last may not be whole."""
    return state.first is not None and unfinished.may_be(state.pieces)


def is_linked(state: State, heard: Heard) -> bool:
    """«En la troca», «y el tránsito»; or what was said before it is not whole."""
    return is_open(state) or _LINKED.match(saying.bare(heard.text)) is not None


def is_short(state: State, heard: Heard) -> bool:
    few = len(heard.text.removeprefix(state.held).split()) <= MOST_WORDS
    return few and len(with_these(state, heard.text).split()) <= MOST_OF_ALL


def calmed(together: Interpretation, alone: Interpretation) -> Interpretation:
    """What is said in several pieces. Danger in the last is danger; an alarm by likeness, of words
    that came together by chance, tells little before the sentence is complete."""
    alarm = together.urgent
    is_guessed = alarm.value and alarm.is_guessed
    is_lost = alone.urgent.value and not alarm.value
    is_doubtful = is_guessed and alarm.score < alarms.LIKELY and not alone.urgent.value
    return replace(together, urgent=alone.urgent) if is_lost or is_doubtful else together


def with_these(state: State, text: str) -> str:
    """What was begun may stand there already."""
    return text if text.startswith(state.pieces) else f"{state.pieces} {text}"
