"""aftercare: what happens after the folio"""

import sqlalchemy as sa
from alembic import op

revision = "aftercare"
down_revision = "files"

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WAITS = sa.text("confirm_by IS NOT NULL")
OF_CHAT = sa.text("case_id IS NULL")


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    with op.batch_alter_table("case_file") as table:
        table.add_column(sa.Column("answer", sa.String(), nullable=True))
        table.add_column(sa.Column("answered_at", moment, nullable=True))
        table.add_column(sa.Column("read_at", moment, nullable=True))
        table.add_column(sa.Column("missing", sa.String(), nullable=True))
        table.add_column(sa.Column("confirm_by", moment, nullable=True))
        table.add_column(sa.Column("same_as_id", BIG_ID, nullable=True))
        table.create_foreign_key("case_same_as", "case_file", ["same_as_id"], ["id"])
        table.create_check_constraint("answer_dated", "(answer IS NULL) = (answered_at IS NULL)")
        table.create_index("ix_case_file_same_as_id", ["same_as_id"])
    op.create_index(
        "case_to_confirm",
        "case_file",
        ["confirm_by"],
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )
    op.create_table(
        "survey",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("conversation_id", BIG_ID, nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("case_id", BIG_ID, nullable=True),
        sa.Column("person_id", BIG_ID, nullable=True),
        sa.Column("asked_at", moment, nullable=False),
        sa.Column("answered_at", moment, nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=True),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name="score_range"),
        sa.CheckConstraint("(score IS NULL) = (answered_at IS NULL)", name="score_dated"),
        sa.CheckConstraint("words IS NULL OR score IS NOT NULL", name="words_follow_score"),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversation.id"]),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "one_survey_of_conversation",
        "survey",
        ["conversation_id"],
        unique=True,
        sqlite_where=OF_CHAT,
        postgresql_where=OF_CHAT,
    )
    op.create_index("one_survey_of_case", "survey", ["case_id"], unique=True)
    op.create_index("survey_by_answer", "survey", ["answered_at"])


def downgrade() -> None:
    op.drop_table("survey")
    op.drop_index("case_to_confirm", "case_file")
    with op.batch_alter_table("case_file") as table:
        table.drop_index("ix_case_file_same_as_id")
        table.drop_constraint("answer_dated", type_="check")
        table.drop_constraint("case_same_as", type_="foreignkey")
        for column in ("same_as_id", "confirm_by", "missing", "read_at", "answered_at", "answer"):
            table.drop_column(column)
