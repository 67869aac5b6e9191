"""Statements of the hot path: compiled once, then handed to the driver in groups.

SQLAlchemy prepares the parameters of every row anew, which costs more than SQLite takes to write
it. Here Core still writes the SQL and converts the values, each statement once.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Select, Update


class Prepared:
    """A statement whose parameters come in the order of `columns`, the names of its binds."""

    def __init__(
        self, statement: Insert | Update | Select[*tuple[Any, ...]], columns: Sequence[str]
    ) -> None:
        self._statement = statement
        self._columns = list(columns)
        self._compiled: dict[str, _Compiled] = {}

    def run(self, connection: Connection, rows: Sequence[Sequence[Any]]) -> None:
        """For many rows at once."""
        compiled = self._for(connection.dialect)
        connection.exec_driver_sql(compiled.sql, [compiled.parameters(row) for row in rows])

    def all(self, connection: Connection, *values: Any) -> Sequence[tuple[Any, ...]]:
        """The rows that it finds, as the driver gives them."""
        compiled = self._for(connection.dialect)
        found = connection.exec_driver_sql(compiled.sql, compiled.parameters(values))
        return found.cursor.fetchall()

    def _for(self, dialect: Dialect) -> "_Compiled":
        known = self._compiled.get(dialect.name)
        if known is None:
            known = self._compiled[dialect.name] = _Compiled(
                self._statement, self._columns, dialect
            )
        return known


class _Compiled:
    """One statement in the words of one driver."""

    def __init__(
        self,
        statement: Insert | Update | Select[*tuple[Any, ...]],
        columns: list[str],
        dialect: Dialect,
    ) -> None:
        keys = columns if isinstance(statement, Insert) else None
        compiled = statement.compile(dialect=dialect, column_keys=keys)
        names = compiled.positiontup or columns
        self.sql = str(compiled)
        self._names = None if compiled.positional else names
        self._order = None if names == columns else [columns.index(name) for name in names]
        self._converters = [
            (place, convert)
            for place, name in enumerate(names)
            if (convert := compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect))
        ]

    def parameters(self, row: Sequence[Any]) -> Any:
        values = list(row) if self._order is None else [row[place] for place in self._order]
        for place, convert in self._converters:
            values[place] = convert(values[place])
        if self._names is None:
            return tuple(values)
        return dict(zip(self._names, values, strict=True))
