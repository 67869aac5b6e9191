"""A threat against who attends or governs: whatever else is told, a person has to see it."""

import re
from dataclasses import replace

from bot.dialogue import pending, request
from bot.dialogue.acts import Accompany, HandOver, Say
from bot.dialogue.decision import Decision
from bot.dialogue.reading import saying
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State
from handoff.rules.reasons import Reason

PRIORITY = 1
THREAT = "threat"  # by who writes, against others
_TAKEN_BACK = re.compile(
    r"\bno (?:l[aeo]s? )?(?:voy|vamos) a hacer(?:l[eo]s?)?\b(?! (?:otra|el|la|fila|un)\b)"
    r"|\bno (?:es|era|fue|lo (?:digo|dije)) (?:en|de) serio\b"
    r"|\b(?:es|era|fue) (?:puro |el |mi )?coraje\b"
    r"|\bi (?:won t|will not|m not going to) do it\b|\bi didn t mean it\b"
)
LITTLE = 3  # words besides it that tell no matter: «si no vienen»
_WILL = (
    r"\b(?:voy|vamos|ire|iremos|i m going|we re going|i will|i ll)\b"
    r"(?: (?:a|to|ir|go|venir|come|llegar|caer(?:les)?|and|y)\b)*"
)
_HARM = (
    r"(?:quem|incendi|mat(?=ar|[oe]\b|emos\b)|golpe|bal(?:ac|e)|explot|dinamit|linch|apunal"
    r"|burn|kill|shoot)\w*"
    r"|(?:partir|romper)(?:l[aeo]s?)? (?:la|su|toda (?:la|su)) (?:madre|cara|jeta|hocico)"
    r"|madrear\w*"
    r"|blow up|poner(?:les)? (?:una )?bomba|(?:bomb|tirotear)\w*"
)
_WHOM = (
    r"(?:ustedes|palacio|gobierno|gobernador\w*|alcald\w*|president[ea]|ayuntamiento|oficinas?"
    r"|funcionari[oa]s?|diputad[oa]s?|secretari[oa]s?|director\w*|maestr[oa]s?|profes\w*"
    r"|doctor\w*|enfermer[oa]s?|policias?|agentes?|agencia|juez|jueza|encargad[oa]s?|inspector\w*"
    r"|all of you|your office|palace"
    r"|government|governor|mayor|city hall)"
)
_THREAT = re.compile(rf"{_WILL} (?:\w+ ){{0,2}}?(?:{_HARM})(?: \w+){{0,6}}? {_WHOM}\b")


def is_told(text: str) -> bool:
    """«Voy a ir a quemar el palacio»; not what somebody else did, nor a figure of speech."""
    return bool(_THREAT.search(saying.bare(text)))


def is_taken_back(state: State, heard: Heard) -> bool:
    was_told = state.aside == THREAT or is_told(state.request)
    return was_told and bool(_TAKEN_BACK.search(saying.bare(heard.text)))


def taken_back(state: State, heard: Heard) -> Decision | None:
    """«No lo voy a hacer, pero ya me colmó»: what was asked for is not cancelled with it."""
    said = Accompany(THREAT, denied=True)
    is_said = is_taken_back(state, heard)
    return Decision(state, (said, *pending.question(state))) if is_said else None


def _is_all(text: str) -> bool:
    return len(_THREAT.sub(" ", saying.bare(text)).split()) <= LITTLE


def seen_by_a_person(state: State, heard: Heard, decision: Decision) -> Decision:
    """What was asked for goes on: the threat takes nothing of it away, and is no matter itself."""
    if not is_told(heard.text):
        return decision
    if _is_all(heard.text) or heard.intent in request.NO_PERSON:  # no threat is praise
        asked = () if state.waits_for_person else pending.question(state) or (Say("what_is_it"),)
        return Decision(_noted(state), (HandOver(Reason.threat, PRIORITY), *asked))
    acts = (HandOver(Reason.threat, PRIORITY), *decision.acts)
    return Decision(_noted(decision.state), acts)


def _noted(state: State) -> State:
    """What comes next may take it back."""
    return replace(state, aside=THREAT, asides=state.asides + 1)
