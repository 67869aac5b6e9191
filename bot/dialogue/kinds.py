"""«Eso no es felicitación, es queja»: what was registered, or is being told, is something else."""

import re
from dataclasses import replace

from bot.dialogue import misunderstanding, request
from bot.dialogue.acts import HandOver, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import saying
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import AT_EASE, Stage, State
from handoff.rules.reasons import Reason

# The categories that are nothing but a kind, by how it is called.
_OF = {"felicitacion": "felicitacion", "agradecimiento": "felicitacion", "sugerencia": "sugerencia"}
_KIND = r"(?:una? )?(?P<kind>felicitacion|agradecimiento|sugerencia|queja|denuncia|peticion)"
_OTHER = _KIND.replace("kind", "other")
_CALL = r"(?:(?:eso|esto|oigan?|pues|pero|mire|perdon|que|ah|la|lo|mia|mio) )*"
_DENIED = re.compile(
    rf"{_CALL}no (?:es|era|fue|queria|puse|es una) {_KIND}\b.*"
    rf"|{_CALL}(?:es|era|seria) (?:una? )?\w+ (?:y )?no (?:es |era )?{_OTHER}"
)
PRIORITY = 2


def decide(state: State, heard: Heard) -> Decision | None:
    """None if no kind is denied, or the matter has one besides."""
    found = _DENIED.fullmatch(saying.bare(heard.text))
    if found is None:
        return None
    if state.stage in request.FORM:
        return _told(state, _OF.get(found["kind"] or found["other"]))
    if state.lately is None or state.stage not in (*AT_EASE, Stage.second, Stage.offering):
        return None
    waiting = replace(state, stage=Stage.idle, apart=(), waits_for_person=True)
    return Decision(waiting, (Say("mixed_up"), HandOver(Reason.asked, PRIORITY)))


def _told(state: State, denied: str | None) -> Decision | None:
    """What was told besides is meant; else they are asked."""
    if denied is None or denied != state.category:
        return None
    others = state.apart or ((state.also,) if state.also else ())
    if not others:
        return misunderstanding.ask_again(state)
    begun = request.begin_apart(replace(state, apart=others))
    return replace(begun, acts=(*misunderstanding.noted(state, others[0]), *begun.acts))
