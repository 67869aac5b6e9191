"""untold"""

import sqlalchemy as sa
from alembic import op

revision = "untold"
down_revision = "reserved"


def upgrade() -> None:
    op.add_column("case_file", sa.Column("untold_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("case_file", "untold_at")
