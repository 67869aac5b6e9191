"""keyboards"""

import sqlalchemy as sa
from alembic import op

revision = "keyboards"
down_revision = "corrections"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "keyboard",
        sa.Column("exchange_id", BIG_ID, autoincrement=False, nullable=False),
        sa.Column("chosen", sa.String(), nullable=True),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("try_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["exchange_id"], ["exchange.id"]),
        sa.PrimaryKeyConstraint("exchange_id"),
    )
    op.create_index(
        "keyboard_due",
        "keyboard",
        ["try_at"],
        sqlite_where=sa.text("try_at IS NOT NULL"),
        postgresql_where=sa.text("try_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("keyboard_due", "keyboard")
    op.drop_table("keyboard")
