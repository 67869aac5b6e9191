"""In the line for a person: what is told is added, what is asked is answered, one may leave."""

from dataclasses import replace
from datetime import timedelta

from bot.dialogue import aftercare, anytime, pending, questions, typed, wording
from bot.dialogue.acts import Accompany, LeaveQueue, StillWaiting, TellStatus
from bot.dialogue.consent import AcceptNotice, RefuseNotice
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.heard import Heard
from bot.dialogue.state import State

TELL_WAIT_AFTER = timedelta(minutes=3)
ADDED_EACH = 4  # of so many messages in a row, one is told to be added


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """Who is in danger stays: the one who writes «cancelar» may be somebody else. Once an accident
    or a fire is over, the talk goes on where it was; the person who was called still comes."""
    if state.danger == "danger" and typed.denies_danger(heard.text):
        calm = replace(state, danger=None, waits_for_person=False, told_wait_at=None)
        return Decision(calm, (Accompany("danger", denied=True), *pending.question(calm)))
    if state.danger:
        return Decision(state, (Accompany(state.danger, typed.denies_danger(heard.text)),))
    if heard.command == typed.CANCEL or heard.means("cancelar"):
        left = replace(state, waits_for_person=False, told_wait_at=None)
        return Decision(left, (LeaveQueue(), *pending.question(left)))
    return _answered(state, heard) or _added(state, heard, situation)


def _answered(state: State, heard: Heard) -> Decision | None:
    """What can be told without leaving the line."""
    folio, key = heard.entity("folio") or state.folio, heard.entity("clave")
    if folio and key:
        return Decision(replace(state, folio=folio), (TellStatus(folio, key),))
    match heard.command:
        case typed.HOURS | typed.NOTICE:
            return Decision(state, (anytime.TOLD[heard.command],))
        case typed.REFUSE_NOTICE:
            return Decision(replace(state, refused_notice=True), (RefuseNotice(opens=False),))
        case typed.ACCEPT_NOTICE if state.refused_notice:
            return Decision(replace(state, refused_notice=False), (AcceptNotice(),))
        case _ if (topic := questions.whole(heard.text)) and topic not in questions.OF_ITS_COURSE:
            return aftercare.explained(state, heard, topic)
        case _:
            return None


def _added(state: State, heard: Heard, situation: Situation) -> Decision:
    """How the line stands, once in a while and to who asks; of the rest, not each is answered."""
    told = state.told_wait_at
    is_told = told is not None and situation.now - told < TELL_WAIT_AFTER
    asks = wording.is_question(heard) or typed.asks_wait(heard.text) or questions.whole(heard.text)
    if asks or heard.command == typed.PERSON or not is_told:
        waiting = replace(state, told_wait_at=situation.now, added=0)
        return Decision(waiting, (StillWaiting(),))
    said = (StillWaiting(again=True),) if state.added % ADDED_EACH == 0 or heard.has_file else ()
    return Decision(replace(state, added=state.added + 1), said)
