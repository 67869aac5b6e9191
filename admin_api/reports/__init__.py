"""The reports: what each one is, drawing it up for a period, and writing it in a format.

To add a report: a module with its REPORT, and its line in REPORTS.
"""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from admin_api.reports import chats_attended, tables
from admin_api.reports.renderings import FORMATS, Format, UnknownFormat
from admin_api.reports.shape import Fact, Period, PeriodEndsBeforeItBegins, Report, Sheet
from handoff.rules import desk
from handoff.store.models import Person

__all__ = [
    "FORMATS",
    "REPORTS",
    "Format",
    "Period",
    "PeriodEndsBeforeItBegins",
    "Report",
    "ReportNotFound",
    "Sheet",
    "UnknownFormat",
    "draw_up",
    "format_named",
    "named",
    "render",
]

REPORTS: dict[str, Report[Any]] = {report.name: report for report in (chats_attended.REPORT,)}


class ReportNotFound(LookupError):  # noqa: N818
    def __init__(self, name: str) -> None:
        super().__init__(f"No hay un informe «{name}»; hay: {', '.join(REPORTS)}.")


def named(name: str) -> Report[Any]:
    """Raises ReportNotFound."""
    if name not in REPORTS:
        raise ReportNotFound(name)
    return REPORTS[name]


def format_named(name: str) -> Format:
    """Raises UnknownFormat."""
    if name not in FORMATS:
        raise UnknownFormat(name)
    return FORMATS[name]


def render(session: Session, name: str, period: Period, form: str, now: datetime) -> bytes:
    """A report as a file of its own. Raises ReportNotFound, UnknownFormat."""
    report, format_ = named(name), format_named(form)
    return format_.write(draw_up(session, report, period, now))


def draw_up(
    session: Session,
    report: Report[Fact],
    period: Period,
    now: datetime,
    reader: Person | None = None,
) -> Sheet:
    """The report's numbers for a period, as they are now, of what this reader may see."""
    facts = report.query(session, period, reader)
    zone = desk.load().zone
    return Sheet(
        name=report.name,
        title=report.title,
        description=report.description,
        period=period,
        zone=zone,
        generated_at=now.astimezone(zone),
        chart=report.chart,
        detail=tables.detail(report, facts),
        summaries=tables.summaries(report, facts),
    )
