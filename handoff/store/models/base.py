"""What every table shares: instants in UTC, and enumerations stored by their value."""

import enum
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Enum, Integer, TypeDecorator
from sqlalchemy.orm import DeclarativeBase


class Moment(TypeDecorator[datetime]):
    """An instant in UTC, also on databases that forget time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        moment: datetime | None = value
        if moment is None:
            return None
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    type_annotation_map: ClassVar = {datetime: Moment, dict[str, Any]: JSON(none_as_null=True)}


BigId = BigInteger().with_variant(Integer, "sqlite")


def one_of(kind: type[enum.StrEnum]) -> Enum:
    """A column that holds one of the enumeration's values, and nothing else."""
    return Enum(
        kind,
        native_enum=False,
        length=20,
        create_constraint=True,
        name=kind.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )
