"""One received message, start to finish: understood, decided, carried out, answered."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, groupby
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot import acting, aftercare, edited, idle, replies
from bot.dialogue import Decision, Heard, Situation, State, decide, from_json, hear, pending
from bot.dialogue.acts import Act, HandOver, Say
from bot.dialogue.introduced import with_story
from bot.hearing import Hearing
from bot.outcomes import Said
from bot.pause import Pause
from bot.replies import Context
from bot.scene import Scene
from bot.understood import Understood, understand, with_held, with_pieces
from handoff import conversations, exchanges, keyboards, privacy, sight, surveys
from handoff.exchanges import Words
from handoff.keyboards import Answer
from handoff.rules import desk as rules
from handoff.rules.reasons import Reason
from handoff.store import Store
from handoff.store.models import Conversation, Exchange, Owner
from nlu import form
from nlu.interpretation import Interpretation, Interpreter

LARGEST_GROUP = 64
MOST_FAILURES = 3

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Account:
    """What a turn of the citizen came to, for whoever looks on: what was decided, what came of it,
    and what the bot remembers afterwards. `owner`: when it was heard."""

    heard: Heard
    owner: Owner
    before: State
    decided: tuple[Act, ...]
    said: Sequence[Said]
    after: State


class Desk:
    """Takes what waits in the log. Several desks may work at once, on several machines: each
    conversation is worked on by one of them at a time. `after`: how long it waits for more words
    before it answers (see `pause`)."""

    def __init__(
        self,
        store: Store,
        interpreter: Interpreter,
        rules: rules.Desk,
        now: Callable[[], datetime],
        after: timedelta = timedelta(),
    ) -> None:
        self._store = store
        self.interpreter = interpreter
        self._rules = rules
        self._now = now
        self._pause = Pause(store, after, self._heard)
        self._hearing = Hearing(interpreter)
        self.watch: Callable[[Account], object] = lambda _account: None

    def handle_waiting(self) -> int:
        """Handle what waits now, up to a group; how many messages were done with. Those of one
        conversation are understood together (see `together`), and left for later if more may come.
        A message that fails is tried again with the next call, and after the third failure goes to
        a person."""
        now = self._now()
        with self._store.reading() as session:
            waiting = exchanges.unhandled(session, now, LARGEST_GROUP)
        meanings = self._hearing.meanings([each.text for each in waiting])
        heard = list(zip(waiting, meanings, strict=True))
        turns = understand(heard, self._hearing.meanings)
        later = self._pause.put_off(turns, now)
        put_off = (meaning for each, meaning in heard if each.conversation_id in later)
        self._hearing.keep(meaning for meaning in put_off if meaning)
        return sum(
            self._handle(conversation_id, group)
            for conversation_id, group in groupby(turns, lambda each: each.conversation_id)
            if conversation_id not in later
        )

    def next_due(self, after: datetime) -> datetime | None:
        """When the next message comes due that was put off until later than `after`."""
        with self._store.reading() as session:
            return exchanges.next_due(session, after)

    def _handle(self, conversation_id: int, turns: Iterable[Understood]) -> int:
        with self._store.transaction() as session:
            conversation = conversations.lock_free(session, conversation_id)
            if conversation is None:
                return 0
            return self._take_all(session, conversation, turns)

    def _take_all(
        self, session: Session, conversation: Conversation, turns: Iterable[Understood]
    ) -> int:
        """A turn of which another desk has taken a part meanwhile is understood anew by the next
        call."""
        done = 0
        for each in turns:
            rows = exchanges.lock_waiting(session, each.ids)
            if len(rows) < len(each.ids):
                continue
            if each.silent:
                _handled(rows, each.meaning, self._now())
            elif not self._taken(session, conversation, rows, each):
                break  # the next ones wait: order matters
            done += len(rows)
        return done

    def _taken(
        self, session: Session, conversation: Conversation, rows: Sequence[Exchange], of: Understood
    ) -> bool:
        now, ids = self._now(), of.ids
        here = conversation
        if not all(surveys.pressed(each.content) for each in rows):  # these open nothing anew
            here = conversations.current(session, conversation, now)
        scene = Scene(session, here, self._rules, now)
        if of.meaning is None:
            return self._failed(scene, ids)
        try:
            with session.begin_nested():
                self._answer(scene, rows, of, of.meaning)
        except OperationalError:
            raise  # the database is not there: nothing can be counted, everything is tried again
        except Exception:  # a supervisor: it logs, and hands over in the end
            log.exception("exchanges %s could not be handled", ids)
            return self._failed(scene, ids)
        return True

    def _answer(
        self, scene: Scene, rows: Sequence[Exchange], of: Understood, meaning: Interpretation
    ) -> None:
        conversation = scene.conversation
        is_new = conversation.dialogue is None and conversation.owner in (Owner.bot, Owner.closed)
        state = aftercare.recall(scene) if is_new else from_json(conversation.dialogue)
        heard = self._heard(state, of, meaning, scene.now)
        heard = edited.with_former(scene, state, heard, self._hearing)
        if conversation.notice_at is None:
            version = self._rules.notice.version
            privacy.recall_notice(scene.session, conversation, version, scene.now)
        has_notice, owner = conversation.notice_at is not None, conversation.owner
        decision = decide(state, heard, Situation(owner, has_notice, scene.now))
        decided = decision.acts
        decision, said = acting.carry_out(scene, decision)
        words = self._words(scene, said, decision.state)
        if heard.is_press or _moved_on(state, decision.state, words):
            keyboards.spend(scene.session, conversation, _given(heard, of, decision), scene.now)
        self._queue(scene, words)
        spoken = [of.turn.text, *_shown(words)]
        sight.speaks_of(scene.session, conversation, spoken, scene.now)
        if owner is not Owner.closed:
            conversation.dialogue = decision.state.as_json()
            conversation.category = decision.state.category or conversation.category
            idle.expect_answer(conversation, decision.state, self._rules, scene.now)
        _handled(rows, meaning, scene.now)
        self.watch(Account(heard, owner, state, decided, said, decision.state))

    def _failed(self, scene: Scene, ids: list[int]) -> bool:
        """Count the failure; the third one goes to a person, with the reason."""
        if max(exchanges.failed(scene.session, each) for each in ids) < MOST_FAILURES:
            return False
        here = conversations.current(scene.session, scene.conversation, scene.now)
        scene, state = replace(scene, conversation=here), from_json(here.dialogue)
        said = acting.hand_over(scene, HandOver(Reason.failure, 1))
        self._queue(scene, self._words(scene, said, state))
        rows = [scene.session.get_one(Exchange, each, populate_existing=True) for each in ids]
        _handled(rows, None, scene.now)
        return True

    def _heard(self, state: State, of: Understood, meaning: Interpretation, now: datetime) -> Heard:
        heard = self._alone(state, of, meaning, now)
        if (whole := with_pieces(state, heard, of, self._hearing.at_once)) is None:
            return heard
        means = whole.meaning or meaning
        return replace(heard, whole=self._alone(from_json(state.first), whole, means, now))

    def _alone(self, state: State, of: Understood, meaning: Interpretation, now: datetime) -> Heard:
        content = self.as_pressed(state, of.turn.text, of.content, now)
        heard = hear(of.turn.text, content, meaning, self.interpreter.thresholds, max(of.ids))
        of, heard = with_held(state, heard, of, self._hearing.at_once)
        heard = with_story(state, replace(heard, parts=of.parts), self._hearing.at_once)
        corrects = form.SUMMARY if pending.corrects(state, heard) else None
        retold = self._hearing.told(heard.text, corrects, state.facts)
        told = self._hearing.told(heard.text, pending.asked(state), state.facts)
        return replace(heard, told=told, retold=retold)

    def as_pressed(
        self, state: State, text: str, content: dict[str, Any], now: datetime
    ) -> dict[str, Any]:
        """Who types the label of a button that waits for an answer has pressed it."""
        shown = replies.buttons_of(pending.question(state), self._context(state, now))
        payload = {label.casefold(): each for label, each in shown.items()}.get(text.casefold())
        return {**content, "payload": payload} if payload else content

    def _context(self, state: State, now: datetime, channel: str = "") -> Context:
        return Context(self._rules, now, state.language or replies.LANGUAGES[0], channel)

    def _words(self, scene: Scene, said: list[Said], state: State) -> list[Words]:
        return replies.messages(said, self._context(state, scene.now, scene.conversation.channel))

    def _queue(self, scene: Scene, said: list[Words]) -> None:
        for words in said:
            exchanges.queue(scene.session, scene.conversation, words, scene.now)


def _shown(said: list[Words]) -> Iterator[str]:
    for words in said:
        yield words.text
        yield from chain.from_iterable(words.buttons)


def _moved_on(before: State, after: State, said: list[Words]) -> bool:
    """The question that had buttons is answered, put otherwise, or shown once more."""
    is_other = pending.question(before) != pending.question(after)
    waits = before.waits_for_person != after.waits_for_person
    return is_other or waits or any(each.buttons for each in said)


def _given(heard: Heard, of: Understood, decision: Decision) -> Answer:
    is_stale = Say("stale_button") in decision.acts
    message_id = heard.message_id if "payload" in of.content else None
    return Answer(None if is_stale else heard.command, message_id)


def _handled(rows: Iterable[Exchange], meaning: Interpretation | None, now: datetime) -> None:
    """All at the same moment: they had one answer. What has no words means no matter."""
    for row in rows:
        exchanges.handled(row, _understanding(meaning) if row.text.strip() else None, now)


def _understanding(meaning: Interpretation | None) -> dict[str, Any] | None:
    """What is kept of an interpretation: the text stands in the log already."""
    if meaning is None:
        return None
    plain = meaning.as_json()
    del plain["text"]
    plain["intent_ranking"] = plain["intent_ranking"][:5]
    return plain
