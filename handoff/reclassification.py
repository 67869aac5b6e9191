"""What a case or a conversation is about, put right by a person."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from handoff import concerns, conversations, corrections, events, sight
from handoff.cases import CaseClosed, due
from handoff.events import Change
from handoff.rules import catalogue, jurisdiction
from handoff.rules.case_states import FINAL
from handoff.rules.desk import Desk
from handoff.store import touch
from handoff.store.models import Case, Conversation, Person


def of_case(  # noqa: PLR0913
    session: Session, case: Case, change: Change, by: Person, desk: Desk, now: datetime
) -> None:
    """The case is about `change.after`, for the reason `change.why`: who is to answer it, how soon
    and before when are found anew, the term still counted from its opening. The conversation was
    locked before the case. Raises UnknownCategory, CaseClosed, NotYours unless one attends or
    supervises."""
    category = catalogue.category(change.after or "")
    conversation = session.get_one(Conversation, case.conversation_id)
    conversations.must_answer_for(conversation, by)
    if case.state in FINAL:
        raise CaseClosed(case)
    if case.category == category.key:
        return
    events.of_case(session, case, replace(change, before=case.category), by, now)
    case.category, case.level, case.priority = category.key, category.level, category.priority
    case.also = None if case.also == category.key else case.also
    case.destination = jurisdiction.agency(category, now.astimezone(desk.zone).date()).key
    case.due_at = due(category, case.opened_at, desk)
    conversation.category = category.key
    sight.lift(session, conversation, by)
    if catalogue.is_reserved(category.key):
        concerns.note(session, case, now, besides=by)
        concerns.take_over(session, case, by, now)
    touch(session, conversation.channel, conversation.address)
    corrections.note_on_case(session, case, category.key, by, now)


def of_conversation(
    session: Session, conversation: Conversation, change: Change, by: Person, now: datetime
) -> None:
    """What is told in the conversation is about `change.after`, for the reason `change.why`. Its
    cases have categories of their own. Raises UnknownCategory, NotYours unless one attends or
    supervises."""
    category = catalogue.category(change.after or "")
    conversations.must_answer_for(conversation, by)
    if conversation.category == category.key:
        return
    changed = replace(change, before=conversation.category)
    events.of_conversation(session, conversation, changed, by, now)
    conversation.category = category.key
    sight.lift(session, conversation, by)
    touch(session, conversation.channel, conversation.address)
    corrections.note_on_conversation(session, conversation, category.key, by, now)
