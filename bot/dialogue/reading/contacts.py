"""Where the citizen is to be answered: by phone, by mail, or by both."""

import re
from collections.abc import Callable

from bot.dialogue.reading import accused, saying
from bot.dialogue.reading.heard import Heard

JOINT = ", "
_MY_MAIL = re.compile(r"\b(?:mi|my) (?:correo|e-?mail|mail)\b", re.IGNORECASE)
_MY_PHONE = re.compile(
    r"\b(?:mi|my) (?:n[uú]mero|tel[eé]fono|tel|cel\w*|whats\w*|phone)\b", re.IGNORECASE
)
# «642… o al correo …», and nothing else between them.
_BETWEEN = re.compile(
    r"\W*(?:(?:y|o|and|or|también|tambien|al?|el|mi|my|en|es|is|por|correo|e-?mail|mail|tel[eé]fono"
    r"|tel|cel\w*|n[uú]mero|phone|whats\w*|electr[oó]nico)\b\W*)*",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\bel (?:n[uú]mero |tel\w* )?del? (?!mi\b|casa\b)", re.IGNORECASE)
_instead = saying.anywhere(
    r"\b(?:mejor|en (?:vez|lugar)|ya no|cambi\w+|quit\w+|borr\w+|equivo\w+|instead|rather|change)\b"
)


def told(heard: Heard) -> str | None:
    """«El de la escuela es el 647…, y mi correo…» tells whose. Nobody answers to who extorts."""
    phone, mail = _own_phone(heard), heard.entity("correo")
    if phone and mail and (_is_between(heard) or _says_both(heard.text)):
        return f"{phone}{JOINT}{mail}"
    is_mail = mail and _MY_MAIL.search(heard.text) and not _MY_PHONE.search(heard.text)
    return mail if is_mail or not phone else phone


def _says_both(text: str) -> bool:
    return bool(_MY_MAIL.search(text) and _MY_PHONE.search(text))


def _is_between(heard: Heard) -> bool:
    told = [each for each in heard.meaning.entities if each.entity in ("telefono", "correo")]
    first, *rest = sorted(told, key=lambda each: each.start)
    if _OF_OTHERS.search(heard.text[: first.start]):
        return False
    return all(_BETWEEN.fullmatch(heard.text[first.end : each.start]) for each in rest[:1])


def _own_phone(heard: Heard) -> str | None:
    told = [each for each in heard.meaning.entities if each.entity == "telefono"]
    theirs = {each.value for each in told if accused.tells(heard.text[: each.start])}
    phone = heard.entity("telefono")
    rest = (each.value for each in told if each.value not in theirs)
    return next(rest, None) if phone in theirs else phone


def renewed(known: str, told: str, text: str = "") -> str:
    """In the place of what is known; of the other kind, «le falta mi correo», beside it."""
    kinds = {"@" in each for each in told.split(JOINT)}
    kept = [each for each in known.split(JOINT) if each and ("@" in each) not in kinds]
    is_known = any(each.isdigit() or each == "@" for each in known)  # not «por este medio»
    return JOINT.join([*kept, told]) if is_known and not _instead(text) else told


def corrected(known: str, correct: Callable[[str], str | None]) -> str | None:
    """With the one of them that is put right; None if none is."""
    parts = known.split(JOINT)
    now = [correct(each) or each for each in parts]
    return JOINT.join(now) if now != parts else None
