"""One received message, start to finish: understood, decided, carried out, answered."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot import acting, aftercare, idle, replies
from bot.dialogue import Decision, Heard, Situation, State, decide, from_json, hear, pending
from bot.dialogue.acts import Act, Say
from bot.outcomes import Said
from bot.replies import Context
from bot.scene import Scene
from bot.waiting import Message, arranged
from handoff import conversations, exchanges, keyboards
from handoff.exchanges import Words
from handoff.keyboards import Answer
from handoff.rules import desk as rules
from handoff.rules.reasons import Reason
from handoff.store import Store
from handoff.store.models import Conversation, Exchange, Owner
from nlu.interpretation import Interpretation, Interpreter

LARGEST_GROUP = 64
MOST_FAILURES = 3

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Account:
    """What one message came to, for whoever looks on: what was decided, what came of it, and what
    the bot remembers afterwards."""

    heard: Heard
    owner: Owner  # when it was heard
    before: State
    decided: tuple[Act, ...]
    said: Sequence[Said]
    after: State


class Desk:
    """Takes what waits in the log. Several desks may work at once, on several machines: each
    conversation is worked on by one of them at a time."""

    def __init__(
        self,
        store: Store,
        interpreter: Interpreter,
        rules: rules.Desk,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self.interpreter = interpreter
        self._rules = rules
        self._now = now
        self.watch: Callable[[Account], object] = lambda _account: None

    def handle_waiting(self) -> int:
        """Handle what waits now, up to a group; how many messages were done with. A message that
        fails is tried again with the next call, and after the third failure goes to a person."""
        with self._store.reading() as session:
            waiting = exchanges.unhandled(session, LARGEST_GROUP)
        meanings = self._meanings([each.text for each in waiting])
        messages = sorted(map(Message, waiting, meanings), key=_conversation)
        return sum(
            self._handle(conversation_id, list(group))
            for conversation_id, group in groupby(messages, _conversation)
        )

    def _meanings(self, texts: list[str]) -> list[Interpretation | None]:
        """Together; if the engine fails, one by one, so that one text harms no other."""
        try:
            return list(self.interpreter.interpret(texts))
        except Exception:  # a supervisor: what fails is counted, and goes to a person in the end
            log.exception("%s messages could not be interpreted", len(texts))
            if len(texts) == 1:
                return [None]
            return [meaning for text in texts for meaning in self._meanings([text])]

    def _handle(self, conversation_id: int, messages: Iterable[Message]) -> int:
        with self._store.transaction() as session:
            conversation = conversations.lock_free(session, conversation_id)
            if conversation is None:
                return 0
            return self._take_all(session, conversation, messages)

    def _take_all(
        self, session: Session, conversation: Conversation, messages: Iterable[Message]
    ) -> int:
        done = 0
        for message in arranged(messages):
            exchange_id = message.exchange.exchange_id
            exchange = session.get_one(Exchange, exchange_id, with_for_update=True)
            if exchange.handled_at is not None:
                continue
            if message.silent:
                exchanges.handled(exchange, _understanding(message.meaning), self._now())
            elif not self._taken(session, conversation, exchange, message):
                break  # the next ones wait: order matters
            done += 1
        return done

    def _taken(
        self,
        session: Session,
        conversation: Conversation,
        exchange: Exchange,
        message: Message,
    ) -> bool:
        now, exchange_id = self._now(), exchange.id
        here = conversations.current(session, conversation, now)
        scene = Scene(session, here, self._rules, now)
        if message.meaning is None:
            return self._failed(scene, exchange_id)
        try:
            with session.begin_nested():
                self._answer(scene, exchange, message.meaning, message.exchange.content)
        except OperationalError:
            raise  # the database is not there: nothing can be counted, everything is tried again
        except Exception:  # a supervisor: it logs, and hands over in the end
            log.exception("exchange %s could not be handled", exchange_id)
            return self._failed(scene, exchange_id)
        return True

    def _answer(
        self,
        scene: Scene,
        exchange: Exchange,
        meaning: Interpretation,
        content: dict[str, Any] | None,
    ) -> None:
        conversation = scene.conversation
        is_new = conversation.dialogue is None and conversation.owner is Owner.bot
        state = aftercare.recall(scene) if is_new else from_json(conversation.dialogue)
        thresholds = self.interpreter.thresholds
        heard = hear(exchange.text, content, meaning, thresholds, exchange.id)
        has_notice = conversation.notice_at is not None
        owner = conversation.owner
        decision = decide(state, heard, Situation(owner, has_notice, scene.now))
        decided = decision.acts
        decision, said = acting.carry_out(scene, decision)
        words = self._words(scene, said)
        if heard.is_press or _moved_on(state, decision.state, words):
            keyboards.spend(scene.session, conversation, _answer_given(heard, decision), scene.now)
        self._queue(scene, words)
        conversation.dialogue = decision.state.as_json()
        conversation.category = decision.state.category or conversation.category
        idle.expect_answer(conversation, decision.state, self._rules, scene.now)
        exchanges.handled(exchange, _understanding(meaning), scene.now)
        self.watch(Account(heard, owner, state, decided, said, decision.state))

    def _failed(self, scene: Scene, exchange_id: int) -> bool:
        """Count the failure; the third one goes to a person, with the reason."""
        if exchanges.failed(scene.session, exchange_id) < MOST_FAILURES:
            return False
        exchange = scene.session.get_one(Exchange, exchange_id, populate_existing=True)
        self._queue(scene, self._words(scene, acting.hand_over(scene, Reason.failure, 1)))
        exchanges.handled(exchange, None, scene.now)
        return True

    def _words(self, scene: Scene, said: list[Said]) -> list[Words]:
        return replies.messages(said, Context(self._rules, scene.now))

    def _queue(self, scene: Scene, said: list[Words]) -> None:
        for words in said:
            exchanges.queue(scene.session, scene.conversation, words, scene.now)


def _moved_on(before: State, after: State, said: list[Words]) -> bool:
    """The question that had buttons is answered, put otherwise, or shown once more."""
    is_other = pending.question(before) != pending.question(after)
    waits = before.waits_for_person != after.waits_for_person
    return is_other or waits or any(each.buttons for each in said)


def _answer_given(heard: Heard, decision: Decision) -> Answer:
    is_stale = Say("stale_button") in decision.acts
    message_id = heard.message_id if heard.is_press else None
    return Answer(None if is_stale else heard.command, message_id)


def _conversation(message: Message) -> int:
    return message.exchange.conversation_id


def _understanding(meaning: Interpretation | None) -> dict[str, Any] | None:
    """What is kept of an interpretation: the text stands in the log already."""
    if meaning is None:
        return None
    plain = meaning.as_json()
    del plain["text"]
    plain["intent_ranking"] = plain["intent_ranking"][:5]
    return plain
