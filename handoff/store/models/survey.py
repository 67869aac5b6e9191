"""What citizens think of how they were attended: one question, once."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from handoff.store.models.base import Base, BigId
from handoff.store.models.case import Case
from handoff.store.models.conversation import Conversation
from handoff.store.models.person import Person


class Survey(Base):
    """A question that was asked, about a case or about the chat with an analyst; its answer,
    1 (bad) to 5 (good), and words if the citizen wanted to add some."""

    __tablename__ = "survey"
    __table_args__ = (
        CheckConstraint("score BETWEEN 1 AND 5", name="score_range"),
        CheckConstraint("(score IS NULL) = (answered_at IS NULL)", name="score_dated"),
        CheckConstraint("words IS NULL OR score IS NOT NULL", name="words_follow_score"),
        Index(
            "one_survey_of_conversation",
            "conversation_id",
            unique=True,
            sqlite_where=text("case_id IS NULL"),
            postgresql_where=text("case_id IS NULL"),
        ),
        Index("one_survey_of_case", "case_id", unique=True),
        Index("survey_by_answer", "answered_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey(Conversation.id))
    channel: Mapped[str]
    case_id: Mapped[int | None] = mapped_column(ForeignKey(Case.id))
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    score: Mapped[int | None]
    words: Mapped[str | None]
