"""What has been seen of the citizen's messages, in one place.

- waiting: on the citizen's device; our server has not answered yet.
- sent: durably in the log; the client was told so (202).
- read: somebody who can act on it has it before them. With the bot, the message was handled, or is
  put off until no more words come. With a person, the message was there when that person took the
  conversation, or that person has written since. While the citizen waits for a person, what is said
  after asking for one is sent, no more.

Nothing is written when a message is read: it follows from the log. An analyst's screen is fed by
the log itself and leaves no trace of each message that it shows, so there is no truer source.
"""

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from handoff import queue
from handoff.rules.reasons import Reason
from handoff.store.models import Author, Conversation, Direction, Exchange, Owner


def read_until(session: Session, latest: Conversation) -> int | None:
    """The id of the last message of this citizen that was read; so were all before it. `latest` is
    the conversation they are in; those before it are over, and read."""
    read = or_(Exchange.conversation_id != latest.id, _is_read(session, latest))
    last = (
        select(func.max(Exchange.id))
        .join(Exchange.conversation)
        .where(
            Conversation.channel == latest.channel,
            Conversation.address == latest.address,
            Exchange.direction == Direction.inbound,
            read,
        )
    )
    return session.scalar(last)


def _is_read(session: Session, latest: Conversation) -> ColumnElement[bool]:
    handled = Exchange.handled_at.is_not(None)
    taken = or_(handled, Exchange.try_at.is_not(None))
    match latest.owner:
        case Owner.bot | Owner.closed:
            return taken
        case Owner.queue:
            asked = queue.open_handoff(session, latest)
            if asked is None or asked.reason == Reason.case_opened:  # the bot goes on answering
                return taken
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
