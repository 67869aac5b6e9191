"""Keys that were tried in vain: after a few, a folio is read by a person only, for a time."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from handoff.store.models import Conversation, WrongKey

MOST = 5  # from one address, or for one folio
WITHIN = timedelta(hours=24)


def note(session: Session, conversation: Conversation, folio: str, now: datetime) -> None:
    """What is older than WITHIN is forgotten with it."""
    session.execute(delete(WrongKey).where(WrongKey.at <= now - WITHIN))
    tried = WrongKey(
        channel=conversation.channel, address=conversation.address, folio=folio, at=now
    )
    session.add(tried)
    session.flush()


def forget(session: Session, conversation: Conversation, folio: str) -> None:
    """The right key was told: those that this address had mistaken for it no longer count."""
    session.execute(delete(WrongKey).where(_from(conversation), WrongKey.folio == folio))


def are_spent(session: Session, conversation: Conversation, folio: str, now: datetime) -> bool:
    """Whether no more keys are compared, whichever is told."""
    either = (_from(conversation), WrongKey.folio == folio)
    return any(_count(session, each, now) >= MOST for each in either)


def _from(conversation: Conversation) -> ColumnElement[bool]:
    of_channel = WrongKey.channel == conversation.channel
    return (WrongKey.address == conversation.address) & of_channel


def _count(session: Session, which: ColumnElement[bool], now: datetime) -> int:
    rows = select(func.count()).select_from(WrongKey).where(which, WrongKey.at > now - WITHIN)
    return session.scalar(rows) or 0
