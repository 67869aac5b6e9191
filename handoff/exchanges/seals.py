"""The daily seal over the chain heads: what makes a conversation that vanished visible."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from handoff.exchanges.chain import Breach
from handoff.store.models import Conversation, Exchange, Seal


def seal_until(session: Session, today: date, zone: ZoneInfo, now: datetime) -> int:
    """Seal every finished day that has no seal yet, oldest first; how many were sealed."""
    days = list(_unsealed(session, today, zone))
    for day in days:
        session.add(_seal(session, day, zone, now))
        session.flush()
    return len(days)


def verify(session: Session, zone: ZoneInfo) -> Iterator[Breach]:
    """A breach for every day whose conversations are not those that were sealed."""
    for seal in session.scalars(select(Seal).order_by(Seal.day)):
        again = _seal(session, seal.day, zone, seal.at)
        if again.digest != seal.digest:
            yield Breach(f"sello del {seal.day}", 1, "las conversaciones no son las selladas")


def _unsealed(session: Session, today: date, zone: ZoneInfo) -> Iterator[date]:
    last = session.scalar(select(func.max(Seal.day)))
    first = session.scalar(select(func.min(Exchange.at)))
    if first is None:
        return
    day = last + timedelta(days=1) if last else first.astimezone(zone).date()
    while day < today:
        yield day
        day += timedelta(days=1)


def _seal(session: Session, day: date, zone: ZoneInfo, now: datetime) -> Seal:
    heads = _heads(session, day, zone)
    before = session.scalar(select(Seal.digest).where(Seal.day < day).order_by(Seal.day.desc()))
    total = hashlib.sha256((before or "").encode())
    for key, seq, digest, _ in heads:
        total.update(f"{key} {seq} {digest}\n".encode())
    return Seal(
        day=day,
        at=now,
        conversations=len(heads),
        exchanges=sum(count for *_, count in heads),
        digest=total.hexdigest(),
    )


def _heads(session: Session, day: date, zone: ZoneInfo) -> list[tuple[str, int, str, int]]:
    """Each conversation with exchanges that day: key, last seq of the day, its digest, count."""
    start = datetime.combine(day, time(), zone)
    last = (
        select(
            Exchange.conversation_id.label("of"),
            func.max(Exchange.seq).label("seq"),
            func.count().label("count"),
        )
        .where(Exchange.at >= start, Exchange.at < start + timedelta(days=1))
        .group_by(Exchange.conversation_id)
        .subquery()
    )
    rows = (
        select(Conversation.key, Exchange.seq, Exchange.digest, last.c.count)
        .join(Exchange.conversation)
        .join(last, (last.c.of == Exchange.conversation_id) & (last.c.seq == Exchange.seq))
        .order_by(Conversation.id)
    )
    return [tuple(row) for row in session.execute(rows)]
