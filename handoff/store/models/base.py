"""What every table shares: instants in UTC, and enumerations stored by their value."""

import enum
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    Enum,
    Integer,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase


class Moment(TypeDecorator[datetime]):
    """An instant in UTC, also on databases that forget time zones: SQLite gets text to the
    microsecond, which sorts as time does."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> "_Bind | None":
        return _as_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> "_Result | None":
        return (
            _from_text if dialect.name == "sqlite" else super().result_processor(dialect, coltype)
        )

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        moment: datetime | None = value
        return moment.astimezone(UTC) if moment else None


_Bind = Callable[[datetime | None], str | None]
_Result = Callable[[str | None], datetime | None]


@lru_cache(maxsize=256)  # the rows of a group share their instants
def _as_text(moment: datetime | None) -> str | None:
    # Without the offset, which is always +00:00.
    return moment.astimezone(UTC).isoformat(" ", "microseconds")[:26] if moment else None


def _from_text(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


class Base(DeclarativeBase):
    type_annotation_map: ClassVar = {datetime: Moment, dict[str, Any]: JSON(none_as_null=True)}


BigId = BigInteger().with_variant(Integer, "sqlite")


def one_of(kind: type[enum.StrEnum], *, checked: bool = True) -> Enum:
    """A column that holds one of the enumeration's values, and nothing else. `checked=False`: the
    table has its own `only` for it."""
    return Enum(
        kind,
        native_enum=False,
        length=20,
        create_constraint=checked,
        name=kind.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )


def only(column: str, kind: type[enum.StrEnum]) -> CheckConstraint:
    """What the check of `one_of` says, told value by value: for a list SQLite builds an index anew
    for every row, which costs the log as much as the row."""
    return CheckConstraint(" OR ".join(f"{column} = '{each.value}'" for each in kind), name=column)
