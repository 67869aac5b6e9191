"""when a screen of the staff was open last"""

import sqlalchemy as sa
from alembic import op

revision = "open_screens"
down_revision = "concerns"


def upgrade() -> None:
    op.add_column("staff_session", sa.Column("open_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("staff_session", "open_at")
