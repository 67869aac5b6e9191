"""A threat against who attends or governs: whatever else is told, a person has to see it."""

import re
from dataclasses import replace

from bot.dialogue import pending, typed
from bot.dialogue.acts import HandOver, Say
from bot.dialogue.decision import Decision
from bot.dialogue.heard import Heard
from bot.dialogue.state import State
from handoff.rules.reasons import Reason

PRIORITY = 1
LITTLE = 3  # words besides it that tell no matter: «si no vienen»
_WILL = (
    r"\b(?:voy|vamos|ire|iremos|i m going|we re going|i will|i ll)\b"
    r"(?: (?:a|to|ir|go|venir|come|llegar|caer(?:les)?|and|y)\b)*"
)
_HARM = (
    r"(?:quem|incendi|mat(?=ar|[oe]\b|emos\b)|golpe|bal(?:ac|e)|explot|dinamit|linch|apunal"
    r"|burn|kill|shoot)\w*"
    r"|blow up|poner(?:les)? (?:una )?bomba|(?:bomb|tirotear)\w*"
)
_WHOM = (
    r"(?:ustedes|palacio|gobierno|gobernador\w*|alcald\w*|president[ea]|ayuntamiento|oficinas?"
    r"|funcionari[oa]s?|diputad[oa]s?|secretari[oa]s?|director\w*|all of you|your office|palace"
    r"|government|governor|mayor|city hall)"
)
_THREAT = re.compile(rf"{_WILL} (?:\w+ ){{0,2}}?(?:{_HARM})(?: \w+){{0,6}}? {_WHOM}\b")


def is_told(text: str) -> bool:
    """«Voy a ir a quemar el palacio»; not what somebody else did, nor a figure of speech."""
    return bool(_THREAT.search(typed.bare(text)))


def _is_all(text: str) -> bool:
    return len(_THREAT.sub(" ", typed.bare(text)).split()) <= LITTLE


def seen_by_a_person(state: State, heard: Heard, decision: Decision) -> Decision:
    """What was asked for goes on: the threat takes nothing of it away, and is no matter itself."""
    if not is_told(heard.text):
        return decision
    if _is_all(heard.text):
        asked = () if state.waits_for_person else pending.question(state) or (Say("what_is_it"),)
        return Decision(state, (HandOver(Reason.threat, PRIORITY), *asked))
    return replace(decision, acts=(HandOver(Reason.threat, PRIORITY), *decision.acts))
