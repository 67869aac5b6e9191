"""A day to come on which something happens to who writes: «tiene diálisis el jueves», «me lanzan
mañana». A term of weeks is of no use to them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.dialogue.reading import saying
from nlu import dates

WEEK = timedelta(days=7)
NEAR = 6 * WEEK  # about the longest term
_BEFORE_TODAY = re.compile(
    r"\b(?:desde|ayer|antier|anteayer|pasad[oa]|yesterday|last|since|(?:19|20)\d\d)\b"
)
_OF_A_MONTH = re.compile(r"(?:[a-z]+ )*\d{1,2}")  # «el 15», of this month or the next one
_CLAUSES = re.compile(r"[,.;:!?¡¿\n]+|\b(?:pero|y)\b", re.IGNORECASE)
_HAPPENS = re.compile(
    r"\b(?:citas?|(?:hemo)?dialisis|quimio\w*|radiacion\w*|oper(?:an|acion|aran|ar)|cirugias?"
    r"|consultas?|estudios?|parto|alta|lanz(?:an|amiento|aran)|desaloj\w+|desocup\w+|remat\w+"
    r"|embarg\w+|venc\w+|plazo|limite|ultimo dia|audiencia|juicio|examen(?:es)?|viaj\w+|vuelo"
    r"|entierro|velorio|sepelio|cortan|cortar(?:an)?|cierr\w+|inscripci\w+|pierdo|antes del?"
    r"|(?:me|nos|l[oae]s?) (?:(?:van?|quieren) a )?(?:sac|quit|corr|tumb|pid)(?:an|en|ar|er|ir)"
    r"|(?:tengo|dieron|dan|hay) (?:\w+ )?hasta|(?:ocup|necesit|urg|pid)\w*(?: \w+){0,4} para"
    r"|tengo que (?:entreg|pag|present|llev)\w+|appointment|surgery|dialysis|evict\w*|hearing"
    r"|deadline|due)\b"
)
_WAS = re.compile(
    r"\b(?:era|eran|fue|tenia|tuv[eo]|estaba|iba|toco|tocaba|paso|vencio|\w{2,}(?:aron|ieron)|had"
    r"|was|were)\b"
)


def coming(phrase: str, today: date) -> date | None:
    """The day that is meant: the next Saturday, the next 2nd of November."""
    day = dates.resolve(phrase, today)
    if day is None or day >= today or _BEFORE_TODAY.search(phrase):
        return day
    if today - day <= WEEK and not any(map(str.isdigit, phrase)):
        return day + WEEK
    if _OF_A_MONTH.fullmatch(phrase):
        return (day.replace(day=1) + timedelta(31)).replace(day=min(day.day, 28))
    return date(day.year + 1, day.month, min(day.day, 28) if day.month == 2 else day.day)


def is_told(text: str) -> bool:
    """«La cita es el lunes», «se vence el viernes»; what was, is not to come."""
    plain = saying.bare(text)
    is_one = _HAPPENS.search(plain) and not _WAS.search(plain) and not _BEFORE_TODAY.search(plain)
    return "?" not in text and bool(is_one) and bool(dates.find(text))


def day(words: str, today: date) -> date | None:
    """The first such day, in a text of several messages."""
    told = (each for line in words.split("\n") for each in _told(line, today))
    return min((each for each in told if today <= each <= today + NEAR), default=None)


def _told(line: str, today: date) -> Iterator[date]:
    if not _HAPPENS.search(saying.bare(line)):
        return
    for clause in _CLAUSES.split(line):
        meant = dates.resolve if _WAS.search(saying.bare(clause)) else coming
        yield from filter(None, (meant(each.value, today) for each in dates.find(clause)))
