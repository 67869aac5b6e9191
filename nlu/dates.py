"""Dates as people say them: «antier», «el próximo lunes», «hace tres días», «15-nov-26».

There is no clock here: what `find` tells is an ISO date if the text alone says which day, else the
phrase itself, folded; `resolve` turns either into a day once today is known.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache

from nlu import calendar_words as calendar
from nlu import signs
from nlu import text as spelling
from nlu.calendar_words import DAY, MONTH, NUMBER, ORDINAL, SHORT_MONTH, TOWARDS, UNIT, YEAR
from nlu.interpretation import Entity
from nlu.text import LONGEST, fold

EXTRACTOR = "dates"
LONGEST_PHRASE = 60

# Tried in this order: the more a rule says, the earlier it stands. The last of each is what a
# text must have in it.
_RULES = tuple(
    (re.compile(rf"(?<![\w/.$#+-]){written}(?![\w/%$-]|[.,]\d)"), meant, confidence, needed)
    for written, meant, confidence, needed in (
        (
            r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)",
            calendar.numbered,
            1.0,
            signs.NUMBERED,
        ),
        (
            r"(?P<day>\d{1,2})(?P<by>[/.-])(?P<month>\d{1,2})(?P=by)(?P<year>(?:19|20)?\d\d)",
            calendar.numbered,
            0.95,
            signs.NUMBERED,
        ),
        (
            rf"(?P<day>\d{{1,2}})(?: |/|-| de )?(?P<named>{SHORT_MONTH})\.?(?: |/|-| de | del )"
            r"(?P<year>(?:19|20)\d\d|(?<=[/-])\d\d)",
            calendar.numbered,
            0.95,
            signs.DIGIT | signs.MONTH_NAME,
        ),
        (
            rf"{TOWARDS}(?:(?:el|del|al|dia|este) ){{1,2}}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})",
            calendar.nearest,
            0.8,
            signs.SLASH,
        ),
        (
            rf"{TOWARDS}(?:(?P<lead>el|del|al|dia|(?:el |este )?(?:{DAY})),? ){{0,2}}"
            rf"(?P<day>{ORDINAL}) de (?P<named>{MONTH}){YEAR}?(?P<last> pasado)?",
            calendar.nearest,
            0.9,
            signs.MONTH_NAME,
        ),
        (
            rf"(?:desde |hasta )?(?:el|del|al)(?: dia)? (?P<day>{ORDINAL}) del? "
            r"(?P<which>mes pasado|pasado mes|este mes|presente(?: mes)?|mes en curso|corriente"
            r"|mes que viene|mes que entra|proximo mes|mes proximo)",
            calendar.of_month,
            0.9,
            signs.THIS_MONTH,
        ),
        (
            rf"{TOWARDS}(?P<lead>el |este |del |al )?(?P<before>proximo |pasado )?"
            rf"(?P<weekday>{DAY})(?P<after> pasado| antepasado| proximo| que viene| que entra"
            rf"| siguiente| que paso)?(?! \d| ?(?:a|al|y|o) (?:los )?(?:{DAY}))",
            calendar.weekday,
            0.9,
            signs.WEEKDAY,
        ),
        (r"(?:desde |hasta |para )?(?P<word>pasado manana)", calendar.word, 0.95, signs.DAY_NAMED),
        (
            r"(?:desde |hasta |para )?(?P<word>hoy|ayer|aller|antier|antiayer|antiyer|anteayer"
            r"|antes de ayer|anoche|antenoche|esta (?:manana|tarde|noche|madrugada)"
            r"|(?<!la )(?<!las )(?<!una )(?<!cada )(?<!otra )(?<!esa )(?<!misma )manana)",
            calendar.word,
            0.95,
            signs.DAY_NAMED,
        ),
        (
            r"(?:desde |de )?(?:hace|ase|ace|aze|hase) (?:(?:ya|como|unos|unas|casi|apenas|mas de"
            rf"|cerca de|aproximadamente|aprox|alrededor de) ){{0,3}}(?P<back>{NUMBER})"
            rf" {UNIT}",
            calendar.distance,
            0.9,
            signs.AGO | signs.UNIT,
        ),
        (rf"(?P<back>{NUMBER}) {UNIT} atras", calendar.distance, 0.9, signs.UNIT | signs.BACK),
        (
            rf"(?:dentro de|de aqui a|en) (?:unos |unas |como )?(?P<ahead>{NUMBER})"
            rf" {UNIT}(?! habiles)",
            calendar.distance,
            0.7,
            signs.AHEAD | signs.UNIT,
        ),
        (
            r"(?:desde |hasta |para )?(?:la |el )(?P<before>proxim[oa] |pasad[oa] )?"
            r"(?P<period>semana|mes|ano|fin de semana)"
            r"(?P<after> pasad[oa]| antepasad[oa]| proxim[oa]| que viene| que entra| que paso)?",
            calendar.period,
            0.8,
            signs.UNIT | signs.BESIDE,
        ),
        (
            rf"{TOWARDS}(?P<lead>(?:el |este )?(?:{DAY})|el|al|del|dia)(?: dia)? (?P<day>\d{{1,2}})"
            r"(?: (?P<last>pasado)| (?P<next>proximo|que viene))?"
            r"(?=$|[.,;:!?\n)]| (?:y|me|no|se|nos|a las|a la|por la|en la|fui|fue|vino|vinieron"
            r"|que|ya|tengo|hay|hubo|mi|le|les|la|lo)\b)",
            calendar.nearest,
            0.6,
            signs.DAY_OF_MONTH,
        ),
    )
)  # fmt: skip
# What the dates of other languages look like; only then is the large library asked.
_FOREIGN = re.compile(
    r"(?<!\w)(?:yesterday|today|tomorrow|the day (?:before yesterday|after tomorrow)"
    r"|(?:last|next|this|on|since) (?:week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|(?:\d{1,3}|a|one|two|three|four|five|six|seven|ten) (?:day|week|month|year)s? ago"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r" \d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?)(?!\w)"
)


def find(text: str, taken: Sequence[Entity] = ()) -> list[Entity]:
    """The dates of a text in order of appearance, none over what is `taken`."""
    clipped = text[:LONGEST]
    promising = _promising(signs.of(clipped))
    if not promising:
        return []
    plain = spelling.plain(clipped)
    found: list[Entity] = []
    for pattern, confidence in promising:
        for match in pattern.finditer(plain):
            start, end = match.span()
            if any(start < each.end and each.start < end for each in (*taken, *found)):
                continue
            value = _value(match, pattern is _FOREIGN)
            if value and not calendar.is_name(plain, match):
                found.append(Entity("fecha", value, start, end, confidence, EXTRACTOR))
    return sorted(found, key=lambda each: each.start)


def resolve(phrase: str, today: date) -> date | None:
    """The day that a value of `find` means when it is said on `today`; the first day of a week, a
    month or a year. A weekday without more is the last one. None if it is no date."""
    plain = " ".join(fold(phrase).split())[:LONGEST_PHRASE]
    for pattern, meant, _, _ in _RULES:
        match = pattern.fullmatch(plain)
        if match and (day := _meant(meant, match, today)):
            return day
    return _foreign(plain, today) if _FOREIGN.fullmatch(plain) else None


@cache
def _promising(seen: int) -> tuple[tuple[re.Pattern[str], float], ...]:
    """The patterns that may match in a text with these signs."""
    ours = [(pattern, sure) for pattern, _, sure, needed in _RULES if needed & seen == needed]
    return (*ours, (_FOREIGN, 0.7)) if seen & signs.ENGLISH_DATE else tuple(ours)


def _value(match: re.Match[str], foreign: bool) -> str | None:
    """The day itself when today does not matter, else the phrase; None for the 31st of February."""
    phrase = " ".join(match.group().split())
    if foreign:
        return phrase
    early, late = resolve(phrase, date(2011, 1, 5)), resolve(phrase, date(2042, 8, 26))
    if early is None or late is None:
        return None
    return early.isoformat() if early == late else phrase


def _meant(meant: calendar.Resolver, match: re.Match[str], today: date) -> date | None:
    try:
        return meant(match, today)
    except (ValueError, OverflowError):  # no such day, or beyond the calendar
        return None


def _foreign(phrase: str, today: date) -> date | None:
    import dateparser  # large, and seldom needed

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time(12)),
        "PREFER_DATES_FROM": "past",
        "TIMEZONE": "UTC",
    }
    asked = re.sub(r"^(?:on|since) ", "", phrase)
    found = dateparser.parse(asked, languages=["en"], settings=settings)
    return found.date() if found else None
