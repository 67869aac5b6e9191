"""mass events that who supervises marks"""

import sqlalchemy as sa
from alembic import op

revision = "mass_events"
down_revision = "untold"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "mass_event",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("colonia", sa.String(), nullable=True),
        sa.Column("since", moment, nullable=False),
        sa.Column("until", moment, nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("marked_at", moment, nullable=False),
        sa.Column("marked_by_id", BIG_ID, nullable=False),
        sa.Column("ended_at", moment, nullable=True),
        sa.Column("ended_by_id", BIG_ID, nullable=True),
        sa.CheckConstraint("until IS NULL OR until > since", name="until_follows_since"),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by_id IS NULL)", name="ended_by_somebody"),
        sa.ForeignKeyConstraint(["marked_by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["ended_by_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("mass_event_of_place", "mass_event", ["category", "municipality"])


def downgrade() -> None:
    op.drop_table("mass_event")
