"""What the words of a date mean on a given day, and when they are a name instead."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from nlu import numbers

Resolver = Callable[[re.Match[str], date], date | None]
WEEKDAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip
FIRST_YEAR = 40  # «60» is 1960, «26» is 2026

_MISSPELT = {
    "juebes": "jueves", "biernes": "viernes", "savado": "sabado", "setiembre": "septiembre",
    "nobiembre": "noviembre", "disiembre": "diciembre", "aller": "ayer", "antiayer": "antier",
    "antes de ayer": "antier", "anteayer": "antier", "antiyer": "antier",
}  # fmt: skip
_DAYS_AWAY = {
    "hoy": 0, "esta manana": 0, "esta tarde": 0, "esta noche": 0, "esta madrugada": 0, "ayer": -1,
    "anoche": -1, "antier": -2, "antenoche": -2, "manana": 1, "pasado manana": 2,
}  # fmt: skip
DAY = "|".join((*WEEKDAYS, "juebes", "biernes", "savado"))
MONTH = "|".join((*MONTHS, "setiembre", "nobiembre", "disiembre"))
SHORT_MONTH = "|".join((*MONTHS, "sept", *(month[:3] for month in MONTHS)))
NUMBER = r"(?:\d{1,3}|(?:treinta|cuarenta|cincuenta|sesenta) y [a-z]{2,6}|[a-z]{2,13})"
ORDINAL = r"(?:\d{1,2}|1ro|1o|primero|treinta y uno?|[a-z]{3,12})"
UNIT = r"(?P<unit>dias?|semanas?|mes|meses|anos?)"
YEAR = r"(?:,? (?:de |del )?(?P<year>(?:19|20)\d\d)| del? (?P<short>\d\d))"
TOWARDS = r"(?:(?P<towards>desde|hasta|para|a partir|antes) (?:de |del )?)?"

# Streets, schools and colonias bear these days: without «el» they are no date.
_STREET_DAYS = re.compile(
    r"\b(?:1|1ro|primero|diez|10|cinco|5) de mayo|(?:2|dos) de abril|(?:5|cinco|24) de febrero"
    r"|(?:12|doce) de octubre|(?:16|15|dieciseis) de septiembre|(?:18|21) de marzo"
    r"|(?:20|veinte) de noviembre"
)
_BEARER = re.compile(
    r"(?:\b(?:calles?|av|ave|avenida|blvd|bulevar|boulevard|col|colonia|fracc|barrio|esq|esquina"
    r"|escuela|primaria|secundaria|prepa|preparatoria|kinder|jardin|mercado|plaza|parque|ejido"
    r"|ruta|linea|camion|unidad|manzana|lote|edificio|depto|casa|num|numero|no|km|grado|clinica"
    r"|hospital|presa|sector|poblado|cbtis|la|las|entre|con)\.?|#)\s*$"
)
_AFTER_NAME = re.compile(r"\s+(?:en dia|santo|de gloria|de ramos|por ciento|%|pesos|horas|hrs)\b")
_IN_THE_STREET = re.compile(r"\b(?:en|y|por)\s*$")


def is_name(text: str, match: re.Match[str]) -> bool:
    """«calle 5 de mayo», «la ruta 15», «lunes a viernes», «hoy en día»: no date."""
    groups, before = match.groupdict(), text[: match.start()][-24:]
    leads = [groups.get(each) for each in ("towards", "lead", "before", "after")]
    is_led = "weekday" in groups and any(leads) and groups["lead"] != "del "
    is_borne = _BEARER.search(before) and not is_led  # «me sacan de mi casa el viernes»
    if _AFTER_NAME.match(text, match.end()) or is_borne:
        return True
    if "weekday" in groups and not any(leads):
        return True
    if "period" in groups and not (groups["before"] or groups["after"]):
        return True
    if "lead" in groups and "named" in groups and not groups["lead"]:
        told = groups["year"] or groups["short"] or groups["towards"]
        return not told and bool(_STREET_DAYS.search(match.group()))
    if "lead" in groups and "day" in groups and not groups.get("named"):
        return bool(_IN_THE_STREET.search(before))
    return False


def numbered(match: re.Match[str], _today: date) -> date:
    """15/11/2026, 2026-11-15, 15-nov-26; the month first where it cannot be otherwise."""
    groups = match.groupdict()
    year, day = _year(groups["year"]), int(groups["day"])
    month = _month(groups["named"]) if groups.get("named") else int(groups["month"])
    return date(year, day, month) if month > 12 >= day else date(year, month, day)


def nearest(match: re.Match[str], today: date) -> date | None:
    """«el 8 de marzo», «el 20»: the nearest one, unless a word says which way to look."""
    groups = match.groupdict()
    day = _day(groups["day"])
    if day is None:
        return None
    if groups.get("named") or groups.get("month"):
        month = _month(groups["named"]) if groups.get("named") else int(groups["month"])
        year = groups.get("year") or groups.get("short")
        if year:
            return date(_year(year), month, day)
        return _which(_every(day, ((today.year + n, month) for n in range(-4, 5))), groups, today)
    return _which(_every(day, (_months_on(today, n) for n in range(-2, 3))), groups, today)


def of_month(match: re.Match[str], today: date) -> date | None:
    """«el 3 del mes pasado»."""
    which, day = match["which"], _day(match["day"])
    away = -1 if "pasado" in which else 1 if re.search("viene|entra|proximo", which) else 0
    return date(*_months_on(today, away), day) if day else None


def weekday(match: re.Match[str], today: date) -> date:
    """The last one before today, unless it is told to come."""
    wanted = WEEKDAYS.index(_MISSPELT.get(match["weekday"], match["weekday"]))
    said = f"{match['before'] or ''}{match['after'] or ''}"
    back = timedelta((today.weekday() - wanted - 1) % 7 + 1)
    if "antepasado" in said:
        return today - back - timedelta(7)
    if match["lead"] == "este " and not said:
        return today + timedelta((wanted - today.weekday()) % 7)
    comes = match["towards"] in ("hasta", "para", "a partir", "antes")
    if re.search("proximo|viene|entra|siguiente", said) or (comes and "pas" not in said):
        return today + timedelta((wanted - today.weekday() - 1) % 7 + 1)
    return today - back


def word(match: re.Match[str], today: date) -> date:
    said = _MISSPELT.get(match["word"], match["word"])
    return today + timedelta(_DAYS_AWAY[said])


def distance(match: re.Match[str], today: date) -> date | None:
    """«hace tres días», «en dos semanas»."""
    groups = match.groupdict()
    count = numbers.value(groups.get("back") or groups["ahead"])
    if count is None:
        return None
    away, unit = (-count if groups.get("back") else count), groups["unit"]
    if unit.startswith(("dia", "semana")):
        return today + timedelta(away * (7 if unit.startswith("semana") else 1))
    year, month = _months_on(today, away * (12 if unit.startswith("ano") else 1))
    return next(_every_back(today.day, year, month), None)


def period(match: re.Match[str], today: date) -> date | None:
    """The first day of «la semana pasada», «el mes que viene»."""
    said = f"{match['before'] or ''}{match['after'] or ''}"
    if not said:
        return None
    away = 1 if re.search("proxim|viene|entra", said) else -2 if "ante" in said else -1
    match match["period"]:
        case "mes":
            return date(*_months_on(today, away), 1)
        case "ano":
            return date(today.year + away, 1, 1)
        case kind:
            monday = today - timedelta(today.weekday()) + timedelta(7 * away)
            return monday + timedelta(5 if kind == "fin de semana" else 0)


def _which(days: Iterable[date], groups: dict[str, str | None], today: date) -> date | None:
    towards = groups.get("towards")
    if towards == "desde" or groups.get("last"):
        return max((day for day in days if day <= today), default=None)
    if towards or groups.get("next"):
        return min((day for day in days if day >= today), default=None)
    return min(days, key=lambda day: (abs(day - today), day), default=None)


def _every(day: int, months: Iterable[tuple[int, int]]) -> list[date]:
    """That day of each month that has it."""
    return [each for year, month in months if (each := _valid(year, month, day))]


def _every_back(day: int, year: int, month: int) -> Iterator[date]:
    """The 31st of a month of 30 days is its 30th."""
    return (each for n in range(day, 0, -1) if (each := _valid(year, month, n)))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months_on(today: date, away: int) -> tuple[int, int]:
    months = today.year * 12 + today.month - 1 + away
    return months // 12, months % 12 + 1


def _day(said: str | None) -> int | None:
    if said in ("primero", "1ro", "1o"):
        return 1
    day = numbers.value(said or "")
    return day if day and day <= 31 else None


def _month(said: str | None) -> int:
    name = _MISSPELT.get(said or "", said or "")
    return next(n for n, month in enumerate(MONTHS, 1) if month[:3] == name[:3])


def _year(said: str | None) -> int:
    year = int(said or "")
    if year > 99:
        return year
    return 2000 + year if year < FIRST_YEAR else 1900 + year
