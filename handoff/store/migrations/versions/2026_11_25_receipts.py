"""receipts"""

import sqlalchemy as sa
from alembic import op

revision = "receipts"
down_revision = "aftercare"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KNOWN = sa.text("channel_message_id IS NOT NULL")


def upgrade() -> None:
    op.add_column("exchange", sa.Column("held_after", BIG_ID, nullable=True))
    op.add_column("exchange", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "exchange_of_channel",
        "exchange",
        ["channel_message_id"],
        sqlite_where=KNOWN,
        postgresql_where=KNOWN,
    )


def downgrade() -> None:
    op.drop_index("exchange_of_channel", "exchange")
    op.drop_column("exchange", "seen_at")
    op.drop_column("exchange", "held_after")
