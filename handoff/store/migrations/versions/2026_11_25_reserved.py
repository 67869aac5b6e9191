"""reserved"""

import sqlalchemy as sa
from alembic import op

revision = "reserved"
down_revision = "receipts"

RESERVED = "('denuncia_servidor_publico', 'queja_atencion')"


def upgrade() -> None:
    op.add_column(
        "conversation",
        sa.Column("is_reserved", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    about = f"category IN {RESERVED} OR also IN {RESERVED}"
    op.execute(
        f"UPDATE conversation SET is_reserved = true WHERE category IN {RESERVED}"  # noqa: S608
        f" OR id IN (SELECT conversation_id FROM case_file WHERE {about})"
        " OR id IN (SELECT event.conversation_id FROM event"
        f" JOIN case_file ON case_file.id = event.case_id WHERE {about})"
    )


def downgrade() -> None:
    op.drop_column("conversation", "is_reserved")
