"""Statements of the hot path: compiled once, then handed to the driver in groups.

SQLAlchemy prepares the parameters of every row anew, which costs more than SQLite takes to write
it. Here Core still writes the SQL and converts the values, each statement once.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Update
from sqlalchemy.types import TypeEngine

from handoff.store.models import Moment

_Convert = Callable[[Any], Any] | None


class Prepared:
    """An insert or update that is run for many rows at once."""

    def __init__(self, statement: Insert | Update, columns: Sequence[str]) -> None:
        self._statement = statement
        self._columns = list(columns)
        self._compiled: dict[str, tuple[str, list[tuple[str, _Convert]], bool]] = {}

    def run(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        sql, columns, is_positional = self._for(connection.dialect)
        converted: list[Any] = [
            [convert(row[name]) if convert else row[name] for name, convert in columns]
            for row in rows
        ]
        if is_positional:
            connection.exec_driver_sql(sql, [tuple(values) for values in converted])
        else:
            names = [name for name, _ in columns]
            connection.exec_driver_sql(
                sql, [dict(zip(names, values, strict=True)) for values in converted]
            )

    def _for(self, dialect: Dialect) -> tuple[str, list[tuple[str, _Convert]], bool]:
        known = self._compiled.get(dialect.name)
        if known is None:
            known = self._compiled[dialect.name] = self._compile(dialect)
        return known

    def _compile(self, dialect: Dialect) -> tuple[str, list[tuple[str, _Convert]], bool]:
        compiled = self._statement.compile(dialect=dialect, column_keys=self._columns)
        names = compiled.positiontup or list(compiled.binds)
        columns = [(name, _converter(compiled.binds[name].type, dialect)) for name in names]
        return str(compiled), columns, bool(compiled.positional)


def _converter(kind: TypeEngine[Any], dialect: Dialect) -> _Convert:
    convert = kind.dialect_impl(dialect).bind_processor(dialect)
    # The rows of a group share their instants.
    return lru_cache(maxsize=256)(convert) if convert and isinstance(kind, Moment) else convert
