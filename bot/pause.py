"""How long the bot waits for more to come before it answers: people write in pieces.

It waits while a citizen has written nothing but words, and no longer than LONGEST; where the last
of them may be the beginning of a sentence, for its rest, and no longer than LONGER. A button, a
command, a file, danger to life, and the short answer that was asked for are answered at once,
together with whatever waits. What is put off stands in the log with the moment when it comes due:
no process has to remember it, and each message that comes is looked at when it comes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from bot import together
from bot.dialogue import Heard, State, alarms, from_json, is_complete
from bot.dialogue.reading import unfinished
from bot.understood import Understood
from handoff import conversations, exchanges
from handoff.store import Store, touch
from handoff.store.models import Conversation, Owner
from nlu.interpretation import Interpretation

LONGEST = timedelta(seconds=5)  # since the first message that waits
FOR_THE_REST = timedelta(seconds=6)  # of a sentence, since the last one
LONGER = timedelta(seconds=20)  # since the first, while a sentence is unfinished
MOST = 20  # messages of a conversation; who writes more is not waited for

Hear = Callable[[State, Understood, Interpretation, datetime], Heard]


@dataclass(frozen=True, slots=True)
class Pause:
    """`after`: without another word. `hear` is how the desk hears a turn in some state."""

    store: Store
    after: timedelta
    hear: Hear

    def put_off(self, turns: Iterable[Understood], now: datetime) -> set[int]:
        """The conversations that are not answered now, since more may come. Their messages come
        due later."""
        if not self.after:
            return set()
        waiting: dict[int, tuple[list[Understood], datetime]] = {}
        for conversation_id, theirs in groupby(turns, lambda each: each.conversation_id):
            group = list(theirs)
            until = due(group, self.after)
            if until is not None and until > now:
                waiting[conversation_id] = group, until
        if not waiting:
            return set()
        with self.store.transaction() as session:
            # One that another desk is working on is left to the next look.
            for each in conversations.lock_all_free(session, waiting):
                group, until = waiting[each.id]
                if self._is_answered_now(each, group, now):
                    del waiting[each.id]
                    continue
                ids = [exchange_id for turn in group for exchange_id in turn.ids]
                exchanges.put_off(session, ids, until)
                touch(session, each.channel, each.address)
        return set(waiting)

    def _is_answered_now(
        self, conversation: Conversation, group: Sequence[Understood], now: datetime
    ) -> bool:
        if conversation.owner is Owner.analyst:  # there is nothing to answer
            return True
        state = from_json(conversation.dialogue)
        return any(
            is_complete(state, self.hear(state, each, each.meaning, now))
            for each in _spoken(group)
            if each.meaning
        )


def due(group: Sequence[Understood], after: timedelta) -> datetime | None:
    """When the turns of one conversation are answered if no more comes; None if nothing is to be
    waited for."""
    messages = [message for each in group for message in each.turn.messages]
    spoken = _spoken(group)
    if len(spoken) != 1 or len(messages) > MOST or not _is_calm(spoken[0]):
        return None
    came = [each.at for each in messages]
    most = LONGEST
    if unfinished.may_be(messages[-1].text):
        after, most = max(after, FOR_THE_REST), LONGER
    return min(max(came) + after, min(came) + most)


def _spoken(group: Sequence[Understood]) -> list[Understood]:
    return [each for each in group if not each.silent]


def _is_calm(turn: Understood) -> bool:
    """Words, and no danger to life in them."""
    if turn.meaning is None or not alarms.is_none(turn.meaning):
        return False
    return all(map(together.is_words, turn.turn.messages))
