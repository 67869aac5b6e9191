"""whom of the desk a case concerns"""

import sqlalchemy as sa
from alembic import op

revision = "concerns"
down_revision = "wrong_keys"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "concern",
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("person_id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("case_id", "person_id"),
    )
    op.create_index("ix_concern_person_id", "concern", ["person_id"])


def downgrade() -> None:
    op.drop_table("concern")
