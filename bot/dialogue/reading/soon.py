"""A day to come on which something happens to who writes: «tiene diálisis el jueves», «me lanzan
mañana». A term of weeks is of no use to them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.dialogue.reading import saying
from nlu import dates

WEEK = timedelta(days=7)
NEAR = 2 * WEEK
_BEFORE_TODAY = re.compile(
    r"\b(?:desde|ayer|antier|anteayer|pasad[oa]|yesterday|last|since|(?:19|20)\d\d)\b"
)
_CLAUSES = re.compile(r"[,.;:!?¡¿\n]+|\b(?:pero|y)\b", re.IGNORECASE)
_HAPPENS = re.compile(
    r"\b(?:citas?|(?:hemo)?dialisis|quimio\w*|radiacion\w*|oper(?:an|acion|aran|ar)|cirugias?"
    r"|consultas?|estudios?|parto|alta|lanz(?:an|amiento|aran)|desaloj\w+|desocup\w+|remat\w+"
    r"|embarg\w+|venc\w+|plazo|limite|ultimo dia|audiencia|juicio|examen(?:es)?|viaj\w+|vuelo"
    r"|entierro|velorio|sepelio|cortan|cortaran|cierr\w+|(?:me|nos|l[oae]s?) (?:sacan|quitan"
    r"|corren|tumban)|appointment|surgery|dialysis|evict\w*|hearing|deadline|due)\b"
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
    return date(day.year + 1, day.month, min(day.day, 28) if day.month == 2 else day.day)


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
