"""The fear of who has told of somebody in office, or of a crime: it is of what they told."""

import re

from bot.dialogue import asides
from bot.dialogue.acts import Say
from bot.dialogue.after import Add, ExplainCase
from bot.dialogue.decision import Decision
from bot.dialogue.reading import discretion, saying
from bot.dialogue.reading.heard import Heard
from bot.dialogue.several import DELICATE
from bot.dialogue.state import State
from handoff.rules import catalogue

TOPIC = "feared"
_AFRAID = re.compile(
    r"(?:(?:y|pero|oiga|es que|la verdad|ay|si|tambien|me|nos|a mi|solo|nomas|yo|la|mucho|con) )*"
    r"(?:(?:da|dan|tengo|tenemos|traigo|estoy con) (?:(?:mucho|un poco de|algo de|harto) )*"
    r"(?:miedo|temor|pendiente)|temo|i m (?:afraid|scared)|i am (?:afraid|scared))\b"
)
_WHAT_IF = re.compile(
    r"(?:(?:y|pero|oiga|o|que (?:pasa|hago)|entonces) )*si (?:(?:ellos|el|ella|los \w+|alguien"
    r"|me|nos|se|van? a|quieren?|l[aeo]s?|un dia|luego|despues) )*"
    r"(?:busc|encuentr|hac(?:en?|er)\b|amenaz|desquit|veng|reclam|reconoc|molest|corr|despid"
    r"|entera|pas(?:a|ara)\b|castig|levant|agarr|sig(?:ue|an)|persig|quit|regres|vuelv|vien)\w*"
    r"(?: (?:me|nos|algo|dano|mal|a|mi|la|el|casa|por|esto|eso|ellos|los|policias|hoy|y|que|hago"
    r"|ustedes|responden|a buscar\w*))*"
)


def decide(state: State, heard: Heard) -> Decision | None:
    """What is kept, and whom to call if it comes true; the folio, or the form, stays as it is."""
    if gone := _taken_back(state, heard):
        return gone
    if not _is_told(state, heard):
        return None
    if state.is_at_work:
        return asides.put(state, asides.explained(state, heard, TOPIC), TOPIC)
    return Decision(state, (ExplainCase(TOPIC),))


def _taken_back(state: State, heard: Heard) -> Decision | None:
    """«Mejor ya no, me da miedo»: the folio is not wanted any more; nobody is hurt by it."""
    if state.is_at_work or state.lately is None or state.lately_about in DELICATE:
        return None
    if heard.command or not discretion.takes_back(heard.text):
        return None
    acts = (Say("cancel_noted"), Add(state.lately, heard.text, is_met=True), ExplainCase(TOPIC))
    return Decision(state, acts)


def _is_told(state: State, heard: Heard) -> bool:
    """«Me da miedo que se desquite», «¿y si me buscan?», after it or while it is told."""
    about = state.category if state.is_at_work else state.lately_about
    category = catalogue.load().categories.get(about or "")
    if category is None or about in DELICATE:
        return False
    if not category.is_confidential or heard.command or discretion.is_near(heard.text):
        return False
    *_, last = saying.clauses(heard.text) or [""]
    if "?" in heard.text or _WHAT_IF.fullmatch(last):
        return bool(_WHAT_IF.fullmatch(last))
    plain = saying.bare(heard.text)
    return len(plain.split()) <= discretion.MOST_WORDS and bool(_AFRAID.match(plain))
