"""A report for programs: keys beside names, days in ISO 8601, durations in seconds."""

import json
from datetime import date, timedelta
from typing import Any

from admin_api.reports.shape import Cell, Column, Named, Sheet, Table


def write(sheet: Sheet) -> bytes:
    return json.dumps(document(sheet), ensure_ascii=False, indent=1).encode()


def document(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "title": sheet.title,
        "description": sheet.description,
        "from": sheet.period.since.isoformat(),
        "to": sheet.period.until.isoformat(),
        "zone": sheet.zone.key,
        "generated_at": sheet.generated_at.isoformat(),
        "columns": [_column(column) for column in sheet.detail.columns],
        "rows": _rows(sheet.detail),
        "totals": _totals(sheet.detail),
        "summaries": [
            {"by": table.name, "title": table.title, "rows": _rows(table)}
            for table in sheet.summaries
        ],
    }


def _column(column: Column) -> dict[str, str | None]:
    return {
        "name": column.name,
        "title": column.title,
        "kind": column.kind.value,
        "unit": "seconds" if column.kind == "duration" else None,
        "of": column.of,
        "definition": column.definition,
    }


def _rows(table: Table) -> list[dict[str, Any]]:
    return [_row(table.columns, row) for row in table.rows]


def _totals(table: Table) -> dict[str, Any]:
    """Without the dimensions, under which there is nothing to total."""
    measures = [column.kind in ("number", "duration") for column in table.columns]
    cells = zip(table.columns, table.totals, measures, strict=True)
    return {column.name: _value(cell) for column, cell, is_measure in cells if is_measure}


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> dict[str, Any]:
    return {column.name: _value(cell) for column, cell in zip(columns, row, strict=True)}


def _value(cell: Cell) -> Any:
    match cell:
        case Named(key, name):
            return {"key": key, "name": name}
        case date():
            return cell.isoformat()
        case timedelta():
            return cell.total_seconds()
        case _:
            return cell
