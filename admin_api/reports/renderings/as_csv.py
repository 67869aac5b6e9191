"""A report for spreadsheets: UTF-8 with its mark, so that Excel reads accents right."""

import csv
from datetime import date, timedelta
from io import StringIO

from admin_api.reports.shape import Cell, Column, Kind, Named, Sheet

# A spreadsheet runs what begins so (OWASP, «CSV injection»).
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(sheet: Sheet) -> bytes:
    """The table first, so that a spreadsheet takes it as one block; what explains it below."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_title(column) for column in sheet.detail.columns])
    for row in sheet.detail.rows:
        writer.writerow([_written(cell) for cell in row])
    writer.writerow(["Total", *[_written(cell) for cell in sheet.detail.totals[1:]]])
    writer.writerow([])
    for line in _explained(sheet):
        writer.writerow([safe(each) for each in line])
    return out.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """Text that a spreadsheet shows and never runs."""
    return f"'{text}" if text.startswith(RUNS) else text


def _title(column: Column) -> str:
    return f"{column.title}, minutos" if column.kind is Kind.duration else column.title


def _written(cell: Cell) -> str | int | float:
    match cell:
        case None:
            return ""
        case Named():
            return safe(cell.name)
        case date():
            return cell.isoformat()
        case timedelta():
            return round(cell.total_seconds() / 60, 2)
        case int():
            return cell


def _explained(sheet: Sheet) -> list[tuple[str, str]]:
    return [
        ("Informe", sheet.title),
        ("Periodo", f"{sheet.period.since} a {sheet.period.until}, inclusive"),
        ("Zona horaria", sheet.zone.key),
        ("Generado", sheet.generated_at.isoformat(timespec="seconds")),
        *((column.title, column.definition) for column in sheet.detail.columns),
    ]
