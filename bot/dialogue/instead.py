"""What may be meant instead, where the words exclude what a message looks like."""

import re

from bot.dialogue import harm, missing, several
from bot.dialogue.reading import excluded, irony, thanked, treatment, typed
from bot.dialogue.reading.heard import Heard

ABOUT_LENDERS = (("juridico", 0.45), ("denuncia_delito", 0.4))
PRAISED = 0.9  # confidence of thanks to somebody
OF_MIGRANTS = "migrantes_indigenas"
_WHERE_FROM = re.compile(
    r"\b(?:migra\w*|deporta\w*|indigen\w*|yaqui\w*|mayos?|seris?|pimas?|guarijio\w*|etnia\w*"
    r"|inpi|inm)\b"
)
_LENDER = re.compile(
    r"\b(?:cobrador\w*|cobranza|bancos?|bancoppel|coppel|elektra|financier\w+|prestamistas?"
    r"|prestamos?|credit\w+|caja popular|acreedor\w*|embarg\w+|hipotec\w+|tarjeta|buro|letras"
    r"|pagare\w*|deud\w+|arrendador\w*|(?:le |les )?debo)\b"
)
_OF_A_LENDER = re.compile(
    r"\b(?:amenaz|acos|hostig|molest|persig|deja\w* en paz|quit\w*|embarg|present\w+ a|grit"
    r"|asust|intimid|extorsion|insult|ofend)\w*"
)
_NEAR = re.compile(
    rf"\b{harm.ONE}\b|\bmi (?:ex|marido|pareja|novi[oa]|concubin[oa]|viejo|apa|ama|pap\w+|padrastro"
    r"|hijo|cunad[oa]|suegr[oa]|yerno|ti[oa]|abuel[oa])\b|\b(?:golp|peg[aou]|viol|mat[aeo])\w*"
)


def of(heard: Heard) -> tuple[tuple[str, float], ...]:
    """What may be meant; empty where nothing excludes what it looks like."""
    if heard.is_sure and heard.intent == OF_MIGRANTS and _is_of_the_dead(heard.text):
        return excluded.QUESTION
    if heard.intent in harm.AT_HOME and _is_of_lender(heard.text):
        return ABOUT_LENDERS
    if _is_thanks(heard):
        return ((irony.PRAISE, PRAISED),)
    treated = treatment.meant(heard.intent, heard.text, is_sure=heard.is_sure)
    return treated or excluded.instead(heard.intent, heard.text)


def _is_thanks(heard: Heard) -> bool:
    """To somebody of a school or a hospital, or for a road that was mended; in earnest."""
    if thanked.is_all(heard.text):
        return True
    is_matter = heard.is_matter and heard.intent not in several.GRAVE
    is_thanks = thanked.is_to_somebody(heard.text) or thanked.is_nothing_else(heard.text)
    return is_matter and is_thanks and not irony.is_sour(heard.text)


def _is_of_the_dead(text: str) -> bool:
    return missing.is_grief(text) and not _WHERE_FROM.search(typed.bare(text))


def _is_of_lender(text: str) -> bool:
    words = typed.bare(text)
    is_lender = _LENDER.search(words) and _OF_A_LENDER.search(words)
    return bool(is_lender) and not _NEAR.search(words)
