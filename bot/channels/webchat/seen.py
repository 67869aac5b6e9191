"""What has become of the citizen's messages, in one place.

- waiting: on the citizen's device; our server has not answered yet.
- sent: durably in the log; the client was told so (202).
- delivered: it came to who acts on it. The bot took it, or the desk has it in its consoles: with
  who attends, or in the line for a person.
- read: who acts on it has read it. The bot is done with it, and has answered what there was to
  answer; put off until no more words come, it is delivered. With a person, it was there when that
  person took the conversation, or that person has written since. While the citizen waits for a
  person, what is said after asking for one is delivered, no more.

Nothing is written when a message is read: it follows from the log. An analyst's screen is fed by
the log itself and leaves no trace of each message that it shows, so there is no truer source.
"""

from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select
from sqlalchemy.orm import Session

from handoff import queue
from handoff.rules.reasons import Reason
from handoff.store.models import Author, Conversation, Direction, Exchange, Owner


class Reached(NamedTuple):
    """The ids of the last message that was delivered and of the last that was read; so were all
    before them. None before the first."""

    delivered: int | None
    read: int | None


def reached(session: Session, latest: Conversation) -> Reached:
    """`latest` is the conversation that the citizen is in; those before it are over, and read."""
    before = Exchange.conversation_id != latest.id
    taken = or_(before, Exchange.handled_at.is_not(None), Exchange.try_at.is_not(None))
    read = or_(before, _is_read(session, latest))
    last = (
        select(func.max(case((or_(taken, read), Exchange.id))), func.max(case((read, Exchange.id))))
        .join(Exchange.conversation)
        .where(
            Conversation.channel == latest.channel,
            Conversation.address == latest.address,
            Exchange.direction == Direction.inbound,
        )
    )
    delivered, was_read = session.execute(last).one()
    return Reached(delivered, was_read)


def _is_read(session: Session, latest: Conversation) -> ColumnElement[bool]:
    handled = Exchange.handled_at.is_not(None)
    match latest.owner:
        case Owner.bot | Owner.closed:
            return handled
        case Owner.queue:
            asked = queue.open_handoff(session, latest)
            if asked is None or asked.reason == Reason.case_opened:  # the bot goes on answering
                return handled
            return and_(handled, Exchange.at <= asked.requested_at)
        case Owner.analyst:
            return or_(_was_there(session, latest), Exchange.id < _last_answer(latest))


def _was_there(session: Session, latest: Conversation) -> ColumnElement[bool]:
    taken = queue.open_handoff(session, latest)
    return Exchange.at <= taken.claimed_at if taken and taken.claimed_at else false()


def _last_answer(latest: Conversation) -> ColumnElement[int]:
    """0 if the person has not written yet."""
    answers = Exchange.__table__.alias()
    return (
        select(func.coalesce(func.max(answers.c.id), 0))
        .where(answers.c.conversation_id == latest.id, answers.c.author == Author.analyst)
        .where(answers.c.direction == Direction.outbound)
        .scalar_subquery()
    )
