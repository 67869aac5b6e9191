"""Messages that a channel takes only once the citizen has written again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.orm import Session, aliased

from handoff.exchanges.undelivered import UNDELIVERED
from handoff.store.models import Conversation, Delivery, Direction, Exchange

WINDOW_CLOSED = "window closed"


def written_since() -> ColumnElement[bool]:
    """Whether the citizen has written since the message was held."""
    newer, its = aliased(Exchange), aliased(Conversation)
    return (
        exists()
        .where(
            its.channel == Conversation.channel,
            its.address == Conversation.address,
            newer.conversation_id == its.id,
            newer.direction == Direction.inbound,
            newer.id > Exchange.held_after,
        )
        .correlate(Exchange, Conversation)
    )


def end_held(session: Session, now: datetime) -> list[int]:
    """Messages for which the citizen was asked to write, and did not in time, with whatever waits
    behind them: refused. Their ids."""
    unanswered = (
        select(Conversation.channel, Conversation.address)
        .join(Exchange, Exchange.conversation_id == Conversation.id)
        .where(
            Exchange.delivery.in_(UNDELIVERED),
            Exchange.delivery == Delivery.owed,
            Exchange.held_after.is_not(None),
            Exchange.try_at <= now,
            ~written_since(),
        )
        .distinct()
    )
    addresses = session.execute(unanswered).all()
    return [each for address in addresses for each in _refuse_all(session, *address)]


def _refuse_all(session: Session, channel: str, address: str) -> Sequence[int]:
    theirs = select(Conversation.id).where(
        Conversation.channel == channel, Conversation.address == address
    )
    refused = (
        update(Exchange)
        .where(Exchange.conversation_id.in_(theirs), Exchange.delivery == Delivery.owed)
        .values(
            delivery=Delivery.refused,
            delivery_reason=WINDOW_CLOSED,
            try_at=None,
            held_after=None,
        )
        .returning(Exchange.id)
        .execution_options(synchronize_session=False)
    )
    return session.scalars(refused).all()
