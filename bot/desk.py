"""One received message, start to finish: understood, decided, carried out, answered."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot import acting, idle, replies, together
from bot.acting import Scene
from bot.dialogue import Situation, State, decide, from_json, hear, pending
from bot.outcomes import Said
from bot.replies import Context
from bot.together import Turn
from handoff import conversations, exchanges
from handoff.rules import desk as rules
from handoff.rules.reasons import Reason
from handoff.store import Store
from handoff.store.models import Conversation, Exchange
from nlu.interpretation import Interpretation, Interpreter

LARGEST_GROUP = 64
MOST_FAILURES = 3

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Understood:
    """A turn and what it means: None if the engine failed on it. `parts`: its sentences, each by
    itself, if there are several."""

    turn: Turn
    meaning: Interpretation | None
    parts: tuple[Interpretation, ...] = ()

    @property
    def conversation_id(self) -> int:
        return self.turn.messages[0].conversation_id

    @property
    def ids(self) -> list[int]:
        return [each.exchange_id for each in self.turn.messages]


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

    def handle_waiting(self) -> int:
        """Handle what waits now, up to a group; how many messages were done with. Those of one
        conversation are understood together (see `together`). A message that fails is tried again
        with the next call, and after the third failure goes to a person."""
        with self._store.reading() as session:
            waiting = exchanges.unhandled(session, LARGEST_GROUP)
        waiting.sort(key=lambda each: each.conversation_id)
        meanings = self._meanings([each.text for each in waiting])
        understood = self._understood(list(zip(waiting, meanings, strict=True)))
        return sum(
            self._handle(conversation_id, group)
            for conversation_id, group in groupby(understood, lambda each: each.conversation_id)
        )

    def _understood(self, heard: list[together.Heard]) -> list[Understood]:
        """The turns of each conversation. What they say together is interpreted as one text."""
        known = {message.text: meaning for message, meaning in heard}
        groups = groupby(heard, lambda each: each[0].conversation_id)
        turns = [turn for _, group in groups for turn in together.turns(list(group))]
        texts = {text for turn in turns for text in (turn.text, *together.parts(turn.text))}
        new = sorted(texts - known.keys())
        known |= dict(zip(new, self._meanings(new), strict=True))
        return [_of(turn, known) for turn in turns]

    def _meanings(self, texts: list[str]) -> list[Interpretation | None]:
        """Together; if the engine fails, one by one, so that one text harms no other."""
        try:
            return list(self.interpreter.interpret(texts))
        except Exception:  # a supervisor: what fails is counted, and goes to a person in the end
            log.exception("%s messages could not be interpreted", len(texts))
            if len(texts) == 1:
                return [None]
            return [meaning for text in texts for meaning in self._meanings([text])]

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
            if not self._taken(session, conversation, rows, each):
                break  # the next ones wait: order matters
            done += len(rows)
        return done

    def _taken(
        self,
        session: Session,
        conversation: Conversation,
        rows: Sequence[Exchange],
        understood: Understood,
    ) -> bool:
        now, ids = self._now(), understood.ids
        here = conversations.current(session, conversation, now)
        scene = Scene(session, here, self._rules, now)
        if understood.meaning is None:
            return self._failed(scene, ids)
        try:
            with session.begin_nested():
                self._answer(scene, rows, understood, understood.meaning)
        except OperationalError:
            raise  # the database is not there: nothing can be counted, everything is tried again
        except Exception:  # a supervisor: it logs, and hands over in the end
            log.exception("exchanges %s could not be handled", ids)
            return self._failed(scene, ids)
        return True

    def _answer(
        self,
        scene: Scene,
        rows: Sequence[Exchange],
        understood: Understood,
        meaning: Interpretation,
    ) -> None:
        conversation, last = scene.conversation, rows[-1]
        state = from_json(conversation.dialogue)
        thresholds = self.interpreter.thresholds
        text = understood.turn.text
        content = self.as_pressed(state, text, last.content, scene.now)
        heard = hear(text, content, meaning, thresholds, last.id)
        heard = replace(heard, parts=understood.parts)
        has_notice = conversation.notice_at is not None
        decision = decide(state, heard, Situation(conversation.owner, has_notice, scene.now))
        decision, said = acting.carry_out(scene, decision)
        self._say(scene, said, decision.state)
        conversation.dialogue = decision.state.as_json()
        conversation.category = decision.state.category or conversation.category
        idle.expect_answer(conversation, decision.state, self._rules, scene.now)
        for row in rows:
            exchanges.handled(row, _understanding(meaning), scene.now)

    def _failed(self, scene: Scene, ids: list[int]) -> bool:
        """Count the failure; the third one goes to a person, with the reason."""
        if max(exchanges.failed(scene.session, each) for each in ids) < MOST_FAILURES:
            return False
        state = from_json(scene.conversation.dialogue)
        self._say(scene, acting.hand_over(scene, Reason.failure, 1), state)
        for each in ids:
            row = scene.session.get_one(Exchange, each, populate_existing=True)
            exchanges.handled(row, None, scene.now)
        return True

    def as_pressed(
        self, state: State, text: str, content: dict[str, Any] | None, now: datetime
    ) -> dict[str, Any] | None:
        """Who types the label of a button that waits for an answer has pressed it."""
        shown = replies.buttons_of(pending.question(state), self._context(state, now))
        payload = {label.casefold(): each for label, each in shown.items()}.get(text.casefold())
        return {**(content or {}), "payload": payload} if payload else content

    def _context(self, state: State, now: datetime) -> Context:
        return Context(self._rules, now, state.language or replies.LANGUAGES[0])

    def _say(self, scene: Scene, said: list[Said], state: State) -> None:
        for words in replies.messages(said, self._context(state, scene.now)):
            exchanges.queue(scene.session, scene.conversation, words, scene.now)


def _of(turn: Turn, known: dict[str, Interpretation | None]) -> Understood:
    """Danger in one message of a turn is danger, whatever they say together."""
    parts = tuple(each for text in together.parts(turn.text) if (each := known[text]))
    meaning = known[turn.text]
    alone = [each for message in turn.messages if (each := known[message.text])]
    urgent = next((each.urgent for each in alone if each.urgent.value), None)
    if meaning and urgent and not meaning.urgent.value:
        meaning = replace(meaning, urgent=urgent)
    return Understood(turn, meaning, parts)


def _understanding(meaning: Interpretation) -> dict[str, Any]:
    """What is kept of an interpretation: the text stands in the log already."""
    plain = meaning.as_json()
    del plain["text"]
    plain["intent_ranking"] = plain["intent_ranking"][:5]
    return plain
