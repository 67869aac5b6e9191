"""Numbers, dates and durations as they are written in Mexico."""

from datetime import date, datetime, timedelta

from admin_api.reports.shape import Cell, Named, Period

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
    *("septiembre", "octubre", "noviembre", "diciembre"),
)
WEEKDAYS = ("lun", "mar", "mié", "jue", "vie", "sáb", "dom")
NONE = "—"


def cell(value: Cell) -> str:
    match value:
        case None:
            return NONE
        case Named():
            return value.name
        case timedelta():
            return duration(value)
        case date():
            return f"{WEEKDAYS[value.weekday()]} {short_day(value)}"
        case int():
            return count(value)


def count(number: int) -> str:
    return f"{number:,}"


def share(part: int, whole: int) -> str:
    """A percentage with one decimal; a dash where there is nothing to divide by."""
    return f"{100 * part / whole:.1f} %" if whole else NONE


def short_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def typed_day(day: date) -> str:
    """As people type it."""
    return f"{day:%d/%m/%Y}"


def long_day(day: date) -> str:
    return f"{day.day} de {MONTHS[day.month - 1]} de {day.year}"


def period(period: Period) -> str:
    """«1 de noviembre de 2026», «del 1 al 30 de noviembre de 2026»."""
    since, until = period.since, period.until
    if since == until:
        return long_day(since)
    if (since.year, since.month) == (until.year, until.month):
        return f"del {since.day} al {long_day(until)}"
    return f"del {long_day(since)} al {long_day(until)}"


def moment(at: datetime) -> str:
    """An instant that is already in the zone of who reads it."""
    return f"{long_day(at.date())}, {at:%H:%M} h"


def duration(length: timedelta) -> str:
    """Its two largest units: 45 s, 3 min 20 s, 1 h 05 min, 2 d 3 h."""
    seconds = round(length.total_seconds())
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days:
        return f"{count(days)} d {hours % 24} h"
    if hours:
        return f"{hours} h {minutes % 60:02d} min"
    if minutes:
        return f"{minutes} min {seconds % 60:02d} s"
    return f"{seconds} s"
