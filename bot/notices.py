"""What the citizen is told unasked: that their case changed, and how they were attended."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import aftercare, follow_up, idle, replies
from bot.dialogue import AT_EASE, Stage, State, from_json
from bot.dialogue.after import AskRating
from bot.outcomes import Noticed
from bot.replies import Context
from bot.scene import has_term
from handoff import cases, conversations, exchanges, queue, sight, surveys
from handoff.rules import catalogue
from handoff.rules.case_states import REFERRED, CaseState
from handoff.rules.desk import Desk
from handoff.rules.reasons import Reason
from handoff.store.models import Case, Conversation, Handoff, Owner

TOLD = (
    *REFERRED,
    CaseState.prevenido,
    CaseState.contestado,
    CaseState.improcedente,
    CaseState.concluido,
    CaseState.duplicado,
    CaseState.reabierto,
)
TO_READ = (CaseState.prevenido, CaseState.contestado, CaseState.improcedente)


def tell(session: Session, case: Case, desk: Desk, now: datetime) -> None:
    """Owe the citizen the news that a case of theirs has come to its present state, where they
    wrote last. While a person attends them, or there is danger, it is told to the staff instead,
    and withheld (see `tell_withheld`). The conversations were locked before the case
    (`cases.lock_conversations`)."""
    if case.state not in TOLD:
        return
    conversation = _reached(session, case, now)
    sight.speaks_of(session, conversation, [case.folio], now)
    if conversation.owner is Owner.analyst or from_json(conversation.dialogue).danger:
        text = replies.FOR_STAFF["news"]
        named = replies.WORDS["case_states"][case.state.value]
        exchanges.note(session, conversation, text.format(folio=case.folio, state=named), now, None)
        case.untold_at = now
        return
    _say(session, conversation, case, desk, now)


def tell_withheld(session: Session, conversation: Conversation, desk: Desk, now: datetime) -> None:
    """When an analyst leaves the conversation, locked: the news withheld meanwhile, each case as it
    stands now, in the order in which they came. Never after danger: somebody else may read it."""
    if _was_in_danger(session, conversation):
        return
    for case in cases.untold(session, conversation):
        case.untold_at = None
        if case.state in TOLD:
            sight.speaks_of(session, conversation, [case.folio], now)
            _say(session, conversation, case, desk, now)


def _say(
    session: Session, conversation: Conversation, case: Case, desk: Desk, now: datetime
) -> None:
    state, notice = _state(conversation, case), _notice(case)
    case.untold_at = None
    for words in replies.messages([notice], _context(state, desk, now)):
        exchanges.queue(session, conversation, words, now)
    if state.stage in AT_EASE and not state.waits_for_person:
        state = _waiting_for(state, case, notice)
        conversation.dialogue = state.as_json()
        idle.expect_answer(conversation, state, desk, now)


def ask_rating(session: Session, conversation: Conversation, desk: Desk, now: datetime) -> None:
    """Before a chat is closed as attended: how was it? Once, if an analyst answered, and never
    after danger."""
    handoff = queue.open_handoff(session, conversation)
    if handoff is None or handoff.answered_at is None or _was_in_danger(session, conversation):
        return
    if survey := surveys.ask_about_chat(session, conversation, now):
        asked = AskRating(survey.id, of_person=True)
        state = from_json(conversation.dialogue)
        for words in replies.messages([asked], _context(state, desk, now)):
            exchanges.queue(session, conversation, words, now)


def _reached(session: Session, case: Case, now: datetime) -> Conversation:
    """The open conversation of whoever opened the case; a new one says nothing by itself, and
    needs no privacy notice again."""
    first = session.get_one(Conversation, case.conversation_id)
    key = exchanges.open_conversation(session, first.channel, first.address, now)
    reached = conversations.lock(session, key)
    if reached.length == 0:
        reached.name, reached.category = first.name, first.category
        reached.notice_version, reached.notice_at = first.notice_version, first.notice_at
    return reached


def _state(conversation: Conversation, case: Case) -> State:
    """Of a conversation that says nothing of its language, the words of the case tell it."""
    if conversation.dialogue is not None:
        return from_json(conversation.dialogue)
    return State(language=aftercare.language_of(case))


def _context(state: State, desk: Desk, now: datetime) -> Context:
    return Context(desk, now, state.language or replies.LANGUAGES[0])


def _notice(case: Case) -> Noticed:
    if catalogue.category(case.category).is_confidential:
        return Noticed(case.folio, None)
    is_unread = case.answer is not None and case.read_at is None
    due = case.due_at if has_term(case) else None
    return Noticed(case.folio, case.state.value, due, has_answer=is_unread)


def _waiting_for(state: State, case: Case, notice: Noticed) -> State:
    calm = state.afresh()
    if notice.state is None:
        return calm
    if case.state in TO_READ or notice.has_answer:
        return replace(calm, stage=Stage.notified, folio=case.folio, category=case.category)
    return follow_up.resolving(calm, case) if case.state is CaseState.concluido else calm


def _was_in_danger(session: Session, conversation: Conversation) -> bool:
    if from_json(conversation.dialogue).danger:
        return True
    alarms = select(Handoff.id).where(
        Handoff.conversation_id == conversation.id, Handoff.reason == Reason.danger
    )
    return session.scalar(alarms.limit(1)) is not None
