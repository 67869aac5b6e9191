"""What a message means that changes one sent before, or goes on with it, and the memory it takes.

An edit of the message that was used last is understood as if it had been written so at once: the
turn is decided again from the state before it. That happens only where nothing was done in that
turn but to say and to remember: what was registered stays, and no edit opens a second case. What
any other edit changes is told by how the message read before (see `rewritten`). Whoever attends
sees it. Danger is heard in any.
"""

from dataclasses import replace

from bot.dialogue import pending, rejoined, rewritten
from bot.dialogue.acts import (
    Act,
    HandOver,
    LeaveQueue,
    Misunderstood,
    OpenCase,
    Say,
    TellStatus,
)
from bot.dialogue.after import Aftercare
from bot.dialogue.consent import AcceptNotice, RefuseNotice
from bot.dialogue.decision import Decision, Situation
from bot.dialogue.reading.heard import Heard
from bot.dialogue.state import State, from_json
from handoff.store.models import Owner

DONE = (
    AcceptNotice,
    HandOver,
    LeaveQueue,
    Misunderstood,
    OpenCase,
    RefuseNotice,
    TellStatus,
    Aftercare,
)


def decide(state: State, heard: Heard, situation: Situation) -> Decision:
    """What the bot does about one message."""
    if heard.edit_of is not None and not heard.meaning.urgent.value:
        return _edited(state, heard, situation)
    if _is_more_of_an_album(state, heard):
        return Decision(state)
    decision = rejoined.decide(state, heard, situation)
    return replace(decision, state=_remembering(state, heard, decision))


def _is_more_of_an_album(state: State, heard: Heard) -> bool:
    """Its first part was answered for all of them."""
    return heard.album is not None and heard.album == state.album and not heard.text


def _edited(state: State, heard: Heard, situation: Situation) -> Decision:
    if situation.owner in (Owner.analyst, Owner.closed):
        return Decision(state)
    if state.before is None or state.answered != heard.edit_of:
        return rewritten.decide(replace(state, answered=None, before=None), heard, situation)
    before = from_json(state.before)
    again = rejoined.by_itself(before, replace(heard, told=None, retold=None), situation)
    if _without_memory(again.state) == _without_memory(state):
        return Decision(state)
    remembered = _remembering(before, heard, again)
    return Decision(remembered, (Say("edited"), *_news(state, again)))


def _news(state: State, again: Decision) -> tuple[Act, ...]:
    """The question that waits for an answer is not put twice."""
    if _is_done(again) or pending.question(again.state) != pending.question(state):
        return again.acts
    return ()


def _remembering(before: State, heard: Heard, decision: Decision) -> State:
    after = replace(decision.state, album=heard.album or decision.state.album)
    if after == before and not decision.acts:
        return after
    if heard.message_id is None or _is_done(decision):
        return replace(after, answered=None, before=None)
    forgetful = replace(before, answered=None, before=None, pieces="", first=None, piece_at=None)
    message_id = heard.edit_of or heard.message_id  # an edit may be a message of its own
    return replace(after, answered=message_id, before=forgetful.as_json())


def _is_done(decision: Decision) -> bool:
    return any(isinstance(act, DONE) for act in decision.acts)


def _without_memory(state: State) -> State:
    known = replace(state, told_in=0, album=None, answered=None, before=None)
    return replace(known, pieces="", first=None, piece_at=None)
