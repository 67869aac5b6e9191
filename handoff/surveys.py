"""How citizens say that they were attended: one question, once, about a case or about a chat."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from handoff.store.models import Case, Conversation, Survey

OPEN_FOR = timedelta(days=15)  # after that the answer is about something forgotten
LONGEST = 1000  # characters kept of what is added
_PAYLOAD = re.compile(r"califica:(\d{1,18}):([1-5])")


def payload(survey_id: int, score: int) -> str:
    """What the button of a score brings back."""
    return f"califica:{survey_id}:{score}"


def pressed(content: Mapping[str, Any] | None) -> tuple[int, int] | None:
    """The survey and the score of a received message that presses such a button, else None."""
    found = _PAYLOAD.fullmatch(str((content or {}).get("payload", "")))
    return (int(found[1]), int(found[2])) if found else None


def ask_about_case(
    session: Session, case: Case, conversation: Conversation, now: datetime
) -> Survey | None:
    """The question about a case; None if it was asked before."""
    if session.scalar(select(Survey.id).where(Survey.case_id == case.id)):
        return None
    return _add(session, Survey(
        conversation_id=conversation.id, channel=case.channel, case_id=case.id, asked_at=now
    ))  # fmt: skip


def ask_about_chat(session: Session, conversation: Conversation, now: datetime) -> Survey | None:
    """The question about the analyst who attends the conversation; None if it was asked before."""
    of_chat = select(Survey.id).where(
        Survey.conversation_id == conversation.id, Survey.case_id.is_(None)
    )
    if session.scalar(of_chat):
        return None
    return _add(session, Survey(
        conversation_id=conversation.id,
        channel=conversation.channel,
        person_id=conversation.analyst_id,
        asked_at=now,
    ))  # fmt: skip


def of_address(session: Session, survey_id: int, conversation: Conversation) -> Survey | None:
    """The survey, if it is the citizen of this conversation who was asked."""
    return session.scalar(
        _of(conversation).where(Survey.id == survey_id).with_for_update(of=Survey)
    )


def unanswered(session: Session, conversation: Conversation, now: datetime) -> Survey | None:
    """The last question that waits for this citizen."""
    waiting = _of(conversation).where(Survey.score.is_(None), Survey.asked_at > now - OPEN_FOR)
    return session.scalar(waiting.order_by(Survey.id.desc()).limit(1))


def rate(survey: Survey, score: int, now: datetime) -> bool:
    """1 to 5. False, changing nothing, if it was answered before or it is too late."""
    if survey.score is not None or survey.asked_at <= now - OPEN_FOR:
        return False
    survey.score, survey.answered_at = score, now
    return True


def comment(survey: Survey, words: str) -> None:
    survey.words = words[:LONGEST]


def _of(conversation: Conversation) -> Select[Survey]:
    return (
        select(Survey)
        .join(Conversation, Conversation.id == Survey.conversation_id)
        .where(
            Conversation.channel == conversation.channel,
            Conversation.address == conversation.address,
        )
    )


def _add(session: Session, survey: Survey) -> Survey:
    session.add(survey)
    session.flush()
    return survey
