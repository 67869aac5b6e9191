"""What a channel tells later about a message that it took: with the citizen, seen, or failed.

Receipts come in any order and more than once. What is known of a message only grows: one that the
citizen has cannot fail any more, and one that was seen has arrived.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, literal, select, update
from sqlalchemy.orm import Session

from handoff.exchanges.sending import Outcome
from handoff.store import touch
from handoff.store.models import Conversation, Delivery, Direction, Exchange
from handoff.store.models.base import Moment


class Fate(enum.StrEnum):
    taken = "taken"
    arrived = "arrived"
    seen = "seen"
    failed = "failed"


@dataclass(frozen=True, slots=True)
class Receipt:
    """`message_id` is the channel's. `exchange_id` is our own, if the channel gave it back: then
    the receipt may come before the answer to our request, or instead of it. `is_part`: of what was
    sent beside the message itself, of which only a failure matters."""

    channel: str
    message_id: str
    fate: Fate
    at: datetime
    exchange_id: int | None = None
    reason: str | None = None
    is_part: bool = False


def acknowledge(
    session: Session, receipts: Iterable[Receipt], now: datetime
) -> tuple[list[Outcome], list[Receipt]]:
    """Write down what became of our messages: what has failed now, and the receipts of messages
    that we do not know."""
    failed: list[Outcome] = []
    strange: list[Receipt] = []
    for receipt in receipts:
        ours = _message_of(session, receipt)
        if ours is None:
            strange.append(receipt)
        elif _apply(session, ours.id, receipt):
            touch(session, receipt.channel, ours.address)
            if receipt.fate is Fate.failed:
                failed.append(Outcome(ours.id, Delivery.refused, now, reason=receipt.reason))
    return failed, strange


def _message_of(session: Session, receipt: Receipt) -> Row[int, str] | None:
    row = select(Exchange.id, Conversation.address).join(Exchange.conversation)
    row = row.where(
        _is_meant(receipt),
        Exchange.direction == Direction.outbound,
        Conversation.channel == receipt.channel,
    )
    return session.execute(row).first()


def _is_meant(receipt: Receipt) -> ColumnElement[bool]:
    is_known = Exchange.channel_message_id == receipt.message_id
    if receipt.exchange_id is None:
        return is_known
    is_ours = Exchange.id == receipt.exchange_id
    if receipt.is_part:
        return is_ours
    # Of an earlier attempt, where another id is known.
    return is_ours & (is_known | Exchange.channel_message_id.is_(None))


def _apply(session: Session, exchange_id: int, receipt: Receipt) -> bool:
    """Whether it told something new."""
    if receipt.is_part and receipt.fate is not Fate.failed:
        return False
    changed = (
        update(Exchange)
        .where(Exchange.id == exchange_id, _is_news(receipt.fate))
        .values(_known(receipt))
        .returning(Exchange.id)
        .execution_options(synchronize_session=False)
    )
    return session.scalar(changed) is not None


def _is_news(fate: Fate) -> ColumnElement[bool]:
    is_held = Exchange.held_after.is_not(None)
    match fate:
        case Fate.taken:
            return Exchange.delivery == Delivery.unknown
        case Fate.arrived:
            return (Exchange.delivery != Delivery.dropped) & ~is_held & _is_null("delivered_at")
        case Fate.seen:
            return (Exchange.delivery != Delivery.dropped) & ~is_held & _is_null("seen_at")
        case Fate.failed:
            # A held message fails with the request that the citizen write.
            on_the_way = Exchange.delivery.in_(
                (Delivery.sending, Delivery.unknown, Delivery.delivered)
            )
            waits = (Exchange.delivery == Delivery.owed) & is_held
            return _is_null("delivered_at") & (on_the_way | waits)


def _is_null(column: str) -> ColumnElement[bool]:
    empty: ColumnElement[bool] = getattr(Exchange, column).is_(None)
    return empty


def _known(receipt: Receipt) -> dict[str, Any]:
    if receipt.fate is Fate.failed:
        return {
            "delivery": Delivery.refused,
            "delivery_reason": receipt.reason,
            "try_at": None,
            "held_after": None,
        }
    there = {
        "delivery": Delivery.delivered,
        "delivery_reason": None,
        "try_at": None,
        "channel_message_id": receipt.message_id,
    }
    if receipt.fate is Fate.taken:
        return there
    at = literal(receipt.at, Moment)
    arrived = func.coalesce(Exchange.delivered_at, at)
    seen = {"seen_at": receipt.at} if receipt.fate is Fate.seen else {}
    return {**there, "delivered_at": arrived, **seen}
