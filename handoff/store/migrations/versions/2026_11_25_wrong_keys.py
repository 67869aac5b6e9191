"""wrong keys are counted by address and by folio, for a time"""

import sqlalchemy as sa
from alembic import op

revision = "wrong_keys"
down_revision = "mass_events"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "wrong_key",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("folio", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("wrong_key_of_address", "wrong_key", ["address", "channel"])
    op.create_index("wrong_key_of_folio", "wrong_key", ["folio"])
    op.create_index("wrong_key_by_time", "wrong_key", ["at"])
    op.drop_column("case_file", "failed_keys")


def downgrade() -> None:
    failed = sa.Column("failed_keys", sa.Integer(), nullable=False, server_default="0")
    op.add_column("case_file", failed)
    op.drop_table("wrong_key")
