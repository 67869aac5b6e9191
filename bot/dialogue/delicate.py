"""Matters in which a person comes at once, and what only sounds like one of them."""

import re

from bot.dialogue import typed
from bot.dialogue.heard import Heard
from bot.dialogue.request import DELICATE, likely_matters
from nlu import urgency

# Asked for in general: no sign of somebody who suffers now.
_IN_GENERAL = re.compile(
    r"\b(?:cursos?|talleres|taller|platicas?|conferencias?|capacitacion(?:es)?|info|informes"
    r"|informacion)\b"
    r"|\b(?:ayuda|atencion|terapia|consulta|apoyo) psicologic[oa] (?:\w+ )?para\b"
    r"|\b(?:psicolog[oa]|terapia|psiquiatra|terapeuta) (?:\w+ )?para\b"
)
NO_DANGER = 0.02  # score of an alarm below which nothing in the words sounds like it


def is_delicate(heard: Heard) -> bool:
    """Whichever of the likely matters it is, a person comes at once: do not ask which."""
    likely = likely_matters(heard)
    return heard.intent in likely and all(each in DELICATE for each in likely)


def is_in_general(heard: Heard) -> bool:
    """«Quiero un curso de prevención del suicidio», «mi jefe me va a matar»: asked about first."""
    if heard.intent not in DELICATE:
        return False
    is_calm = heard.meaning.urgent.score < NO_DANGER
    in_general = is_calm and _IN_GENERAL.search(typed.bare(heard.text))
    return bool(in_general) or urgency.is_figurative(heard.text)
