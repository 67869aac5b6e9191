"""corrections"""

import sqlalchemy as sa
from alembic import op

revision = "corrections"
down_revision = "first_tables"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("exchange_id", BIG_ID, nullable=False),
        sa.Column("believed", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("meant", sa.String(), nullable=True),
        sa.Column("said_by", _one_of("corrector", "citizen", "analyst"), nullable=False),
        sa.Column("person_id", BIG_ID, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            _one_of("correctionstate", "pending", "approved", "rejected"),
            nullable=False,
        ),
        sa.Column("decided_by_id", BIG_ID, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.CheckConstraint("(said_by = 'analyst') = (person_id IS NOT NULL)", name="analyst_named"),
        sa.CheckConstraint(
            "(state = 'pending') = (decided_at IS NULL)"
            " AND (decided_at IS NULL) = (decided_by_id IS NULL)",
            name="decision_signed",
        ),
        sa.CheckConstraint(
            "(state = 'approved') = (text IS NOT NULL)"
            " AND (state <> 'approved' OR meant IS NOT NULL)",
            name="approved_whole",
        ),
        sa.CheckConstraint("meant IS NULL OR meant <> believed", name="is_disagreement"),
        sa.ForeignKeyConstraint(["exchange_id"], ["exchange.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("exchange_id"),
    )
    op.create_index("correction_by_state", "correction", ["state", "id"])


def downgrade() -> None:
    op.drop_index("correction_by_state", "correction")
    op.drop_table("correction")


def _one_of(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=20)
