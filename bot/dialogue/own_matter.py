"""Whether what is said beside a danger is a matter of its own: else it is of the danger."""

from bot.dialogue import burning, calm, perils, request
from bot.dialogue.reading import saying, wording
from bot.dialogue.reading.heard import Heard

FEW = 3  # words of a matter that is told plainly
_BEFELL = (calm.FIRE, "accidente con personas")  # reasons of an alarm
_ATTACKS = ("agresión en curso", "disparos o persona armada", "intrusión o asalto en curso")
_STATING = ("", "matter", "correction")  # moves of who states a problem
_VAGUE = 0.4  # confidence of a move that tells nothing
# «Ya llegaron unos vecinos con pipa y la están apagando», of the fire
_is_news = saying.first(
    r"(?:(?:si|no|pues|y|ah|bueno) )*ya (?:(?:me|nos|l[oae]s?|se) )*"
    r"(?:lleg|vin|vien|apag|control|sal|sac|llev|traj|tra[ie]|cort|cerr|habl|llam|avis|mand|rescat)\w*",
    unless=r"\b(?:tambien|aparte|ademas|otra cosa)\b",
)


def told(heard: Heard) -> str | None:
    """A problem of its own, that is told plainly and is no part of a danger."""
    kept = (*request.DELICATE, *request.QUESTIONS, *perils.TELLING, request.COMPLAINT)
    is_matter = heard.is_matter and heard.intent not in kept and not is_only_danger(heard)
    move = heard.meaning.move
    is_matter = is_matter and not _is_news(heard.text)
    is_matter = is_matter and (move.name in _STATING or move.confidence < _VAGUE)
    words = len(heard.text.split())
    is_plain = (heard.is_sure and words >= FEW) or (heard.is_clear and words >= wording.STORY)
    is_all = is_matter and is_plain and not wording.is_only_facts(heard)
    return heard.intent if is_all else None


def is_of_what_befell(heard: Heard) -> bool:
    """The lot that burns, the lorry that crashed: nothing is asked for them; nor for the dog that a
    blow resembles."""
    reason = heard.meaning.urgent.reason
    is_attack = reason in _ATTACKS and heard.intent not in perils.TELLING
    return is_attack or reason in _BEFELL or burning.is_told(heard.text)


def is_only_danger(heard: Heard) -> bool:
    """«Me quieren matar» asks for no legal advice, whatever matter it resembles."""
    is_named = bool(heard.meaning.urgent.reason) and not heard.meaning.urgent.is_guessed
    return is_named and len(heard.text.split()) < wording.STORY
