"""Runs migrations on the connection that handoff.store.schema gives."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON, TypeDecorator

from handoff.store.models import Base


def in_plain_sqlalchemy(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Keep our own types out of migrations, which must outlive them."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    if kind == "type" and isinstance(item, JSON):
        return "sa.JSON(none_as_null=True)"
    return False


def of_the_models(name: str | None, kind: str, _parents: object) -> bool:
    """The full-text index is made by hand on each database, outside the models."""
    return not (kind == "table" and name is not None and name.startswith("exchange_search"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_item=in_plain_sqlalchemy,
    include_name=of_the_models,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
