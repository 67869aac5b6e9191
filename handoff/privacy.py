"""Who has been given the privacy notice already, in a conversation before this one."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff.store.models import Conversation

REMEMBERED = timedelta(days=1)  # who comes back sooner need not read the notice again


def recall_notice(session: Session, here: Conversation, version: str, now: datetime) -> None:
    """Notes in this conversation that the same address was given this version a short while ago,
    unless they refused it."""
    before = (
        select(Conversation.notice_at)
        .where(
            Conversation.channel == here.channel,
            Conversation.address == here.address,
            Conversation.notice_version == version,
            Conversation.notice_at > now - REMEMBERED,
            Conversation.notice_refused_at.is_(None),
        )
        .order_by(Conversation.id.desc())
    )
    if given := session.scalar(before.limit(1)):
        here.notice_version, here.notice_at = version, given
