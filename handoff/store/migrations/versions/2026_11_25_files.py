"""files"""

import secrets
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "files"
down_revision = "keyboards"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STATES = sa.Enum(
    "owed",
    "unchecked",
    "kept",
    "refused",
    "failed",
    name="filestate",
    native_enum=False,
    create_constraint=True,
    length=20,
)
OPEN = sa.text("state IN ('owed', 'unchecked')")


def upgrade() -> None:
    with op.batch_alter_table("attachment") as batch:
        batch.add_column(
            sa.Column("channel", sa.String(), nullable=False, server_default="webchat")
        )
        batch.add_column(sa.Column("exchange_id", BIG_ID, nullable=True))
        batch.add_column(sa.Column("position", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("state", STATES, nullable=False, server_default="kept"))
        batch.add_column(sa.Column("reason", sa.String(), nullable=True))
        batch.add_column(sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("try_at", sa.DateTime(timezone=True), nullable=True))
        batch.alter_column("sha256", existing_type=sa.String(), nullable=True)
        batch.create_foreign_key("attachment_exchange", "exchange", ["exchange_id"], ["id"])
        batch.create_unique_constraint("attachment_place", ["exchange_id", "position"])
        batch.create_check_constraint(
            "kept_has_content", "(state IN ('kept', 'unchecked')) = (sha256 IS NOT NULL)"
        )
        batch.create_check_constraint(
            "loss_has_reason", "(state IN ('refused', 'failed')) = (reason IS NOT NULL)"
        )
    with op.batch_alter_table("attachment") as batch:
        batch.alter_column("channel", existing_type=sa.String(), server_default=None)
        batch.alter_column("state", existing_type=STATES, server_default=None)
    op.create_index(
        "attachment_open", "attachment", ["try_at"], sqlite_where=OPEN, postgresql_where=OPEN
    )
    _find_places(op.get_bind())


def _find_places(connection: sa.Connection) -> None:
    """Files of messages that are in the log already: those that were sent to us get their place,
    those that their channel has still are owed."""
    rows = connection.execute(
        sa.text(
            "SELECT exchange.id, exchange.at, channel, address, content FROM exchange"
            " JOIN conversation ON conversation.id = conversation_id"
            " WHERE direction = 'in' AND CAST(content AS TEXT) LIKE '%attachments%'"
            " ORDER BY exchange.id"
        ).columns(at=sa.DateTime(timezone=True), content=sa.JSON())
    )
    for row in rows.all():
        for position, file in enumerate((row.content or {}).get("attachments") or []):
            _find_place(connection, row, position, file)


ATTACHMENT = sa.table(
    "attachment",
    *(sa.column(name) for name in ("key", "channel", "address", "exchange_id", "position")),
    *(sa.column(name) for name in ("name", "type", "size", "state")),
    sa.column("at", sa.DateTime(timezone=True)),
    sa.column("try_at", sa.DateTime(timezone=True)),
)


def _find_place(connection: sa.Connection, row: Any, position: int, file: dict[str, Any]) -> None:
    here = {"exchange_id": row.id, "position": position}
    known = (
        ATTACHMENT.c.key == str(file.get("id")),
        ATTACHMENT.c.channel == row.channel,
        ATTACHMENT.c.address == row.address,
    )
    free = ATTACHMENT.c.exchange_id.is_(None)
    if connection.execute(sa.update(ATTACHMENT).where(*known, free).values(here)).rowcount:
        return
    if connection.execute(sa.select(ATTACHMENT.c.key).where(*known)).first():
        return
    owed = {
        "key": secrets.token_urlsafe(16),
        "channel": row.channel,
        "address": row.address,
        "name": str(file.get("name") or "").replace("\0", ""),
        "type": str(file.get("type") or "").replace("\0", ""),
        "size": min(int(file.get("size") or 0), 2**31 - 1),
        "state": "owed",
        "at": row.at,
        "try_at": row.at,
    }
    connection.execute(sa.insert(ATTACHMENT).values({**owed, **here}))


def downgrade() -> None:
    op.execute("DELETE FROM attachment WHERE sha256 IS NULL OR channel <> 'webchat'")
    op.drop_index("attachment_open", "attachment")
    with op.batch_alter_table("attachment") as batch:
        batch.drop_constraint("loss_has_reason", type_="check")
        batch.drop_constraint("kept_has_content", type_="check")
        batch.drop_constraint("attachment_place", type_="unique")
        batch.drop_constraint("attachment_exchange", type_="foreignkey")
        batch.drop_constraint("filestate", type_="check")
        batch.alter_column("sha256", existing_type=sa.String(), nullable=False)
        for name in ("try_at", "attempts", "reason", "state", "position", "exchange_id", "channel"):
            batch.drop_column(name)
