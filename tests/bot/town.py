"""A citizen, the whole bot, and the people of the desk, with what must hold after every turn."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot import idle
from bot.channels.console import NAME
from bot.desk import Account, Desk
from bot.dialogue import Stage, State, acts, danger, directing, from_json, pending, request
from bot.outcomes import Opened, Queued
from bot.transcripts import Clock, staff
from handoff import cases, conversations, exchanges, proceedings, queue
from handoff.exchanges import Inbound, Outcome, chain
from handoff.rules import desk as rules
from handoff.rules.reasons import Reason
from handoff.settings import ANSWER_AFTER
from handoff.store import Store
from handoff.store.models import (
    Author,
    Case,
    Conversation,
    Delivery,
    Direction,
    Exchange,
    Handoff,
    Owner,
    Role,
)
from nlu.interpretation import Interpreter
from tests import databases
from tests.bot.told import Known, is_danger
from tests.bot.willing import A_MATTER, Message, answer_to

CITIZEN = "citizen"
AFTER = timedelta(seconds=ANSWER_AFTER)
MOST_TURNS = 20  # of a citizen who answers what is asked, until there is a folio or a person
MOST_LOST = 2
UNFILLED = re.compile(r"\{[^{}]*\}|\bNone\b")


@dataclass
class Town:
    store: Store
    interpreter: Interpreter
    rules: rules.Desk
    clock: Clock = field(default_factory=Clock)
    accounts: list[Account] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    written: list[Message] = field(default_factory=list)
    known: Known = field(default_factory=Known)
    held: set[str] = field(default_factory=set)  # folios of which news wait until a person leaves
    lost: int = 0  # turns in a row in which the bot did not understand
    seen: int = 0  # the last exchange that was looked at
    count: int = 0

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Everything in memory is forgotten."""
        self.desk = Desk(self.store, self.interpreter, self.rules, self.clock.now, AFTER)
        self.desk.watch = self.accounts.append

    # The citizen

    def writes(self, *messages: Message, apart: float = 0) -> Sequence[Exchange]:
        """Messages that wait together, or come some seconds apart; what the bot says to them, which
        was checked."""
        self.clock.forward(seconds=20)
        owner = self.owner
        self.written += messages
        self.accounts.clear()
        said: list[Exchange] = []
        for group in [[each] for each in messages] if apart else [messages]:
            self._record(group)
            said += self._answers()
            self.clock.forward(seconds=apart)
        while due := self.desk.next_due(self.clock.now()):
            self.clock.reach(due)
            said += self._answers()
        if owner is not Owner.analyst and not all(map(_may_be_silent, messages)):
            is_told = all(each.before.told_wait_at for each in self.accounts)  # how the line stands
            assert said or is_told, f"silent after {messages}"
        return said

    def _answers(self) -> Sequence[Exchange]:
        """What the bot says to what it takes now, which was checked."""
        owner, before = self.owner, len(self.accounts)
        while self.desk.handle_waiting():
            pass
        said = self._said()
        self._check_turn(owner, self.accounts[before:], said)
        return said

    def _record(self, group: Sequence[Message]) -> None:
        inbound = [self._inbound(text, content) for text, content in group]
        with self.store.transaction() as session:
            exchanges.record(session, inbound, self.clock.now())

    def _inbound(self, text: str, content: dict[str, Any] | None) -> Inbound:
        self.count += 1
        key = f"{NAME}:{CITIZEN}:{self.count}"
        return Inbound(NAME, CITIZEN, key, text, self.clock.now(), content=content)

    def answers(self) -> None:
        """Does what the bot asks for until there is a folio, a person or an honest end."""
        for _ in range(MOST_TURNS):
            if self.owner in (Owner.queue, Owner.analyst):
                return
            self.answers_once()
            if any(isinstance(each, Opened | directing.Orient) for each in self._outcomes()):
                return
        raise AssertionError(f"after {MOST_TURNS} answers still {self.state}")

    def answers_once(self) -> None:
        self.writes(answer_to(self.state))

    def starts_a_form(self) -> None:
        self.writes((A_MATTER, None))
        self.writes(("Cajeme", None))

    def gets_a_folio(self) -> None:
        self.answers()
        for what in ("claim", "return"):
            if self.owner is not Owner.bot:
                self.analyst(what)

    def gets_an_answer(self) -> None:
        self.proceeds(self.folios[-1], {"answer": "Se reparó el martes."})
        self.writes(("ver la respuesta", None))

    def confirms(self) -> None:
        self.writes(("sí, ya quedó", None))

    def sums_up(self) -> None:
        self.starts_a_form()
        while self.state.stage is not Stage.confirming:
            self.answers_once()

    def waits_in_line(self) -> None:
        self.writes(("quiero hablar con una persona", None))

    def despairs(self) -> None:
        self.writes(("me quiero matar", None))

    def is_taken(self) -> None:
        for what in ("claim", {"says": "Buenas tardes, le atiendo."}):
            self.analyst(what)

    def is_attended(self) -> None:
        self.waits_in_line()
        self.is_taken()
        self.analyst("close")

    def is_in_danger(self, text: str) -> None:
        """Whatever was understood, the first that they read is the line to call, and a person is
        called. While one attends, the line is shown and then not again for a while."""
        owner, told_at = self.owner, self.state.danger_at
        said = self.writes((text, None))
        is_told = told_at is not None and self.clock.now() - told_at < danger.REPEAT_AFTER
        assert said or (owner is Owner.analyst and is_told), f"nothing was said to {text!r}"
        assert all("9-1-1" in each.text for each in said[:1]), _texts(said)
        self._must_be_urgent()

    # The desk

    def analyst(self, what: Any) -> None:
        with self.store.transaction() as session:
            conversation = conversations.lock(session, self._latest().key)
            staff.attend(session, conversation, what, self.rules, self.clock.now())
        said = self._said()
        if what == "claim":
            self._nothing_is_owed_by_the_bot()
        if what == "return":  # then they are told what the bot held back meanwhile
            said = [each for each in said if not any(folio in each.text for folio in self.held)]
            self.held.clear()
        if what != "close":  # then they are asked how it was
            assert all(each.author is Author.analyst for each in said), "the bot spoke as well"
        self.check()

    def proceeds(self, folio: str, what: dict[str, str]) -> None:
        was = self.owner
        with self.store.transaction() as session:
            staff.proceed(session, folio, what, self.rules, self.clock.now())
        said = self._said()
        if was is Owner.analyst:
            assert not said, f"the bot spoke over a person: {_texts(said)}"
            self.held.add(folio)
        self.check()

    def waits(self, minutes: float) -> None:
        """Time goes by, and the jobs of the clock run."""
        was, danger = self.owner, self.state.danger
        self.clock.forward(minutes=minutes)
        for _ in range(3):
            with self.store.transaction() as session:
                proceedings.conclude_unanswered(session, self.clock.now())
                idle.attend(session, self.rules, self.clock.now())
                queue.alarm(session, self.clock.now())
        said = self._said()
        assert not (said and danger), f"reminded who is in danger: {_texts(said)}"
        assert was is Owner.bot or not said, f"the bot spoke over a person: {_texts(said)}"
        self.check()

    def delivers(self) -> None:
        with self.store.transaction() as session:
            owed = select(Exchange.id).where(Exchange.delivery == Delivery.owed)
            now = self.clock.now()
            outcomes = [
                Outcome(each, Delivery.delivered, now) for each in session.scalars(owed).all()
            ]
            exchanges.settle(session, outcomes)

    # What is known

    @property
    def owner(self) -> Owner:
        latest = self._latest_or_none()
        return Owner.bot if latest is None or latest.owner is Owner.closed else latest.owner

    @property
    def place(self) -> str:
        """Where they are: in a form, in the line, with an analyst, or with the bot."""
        in_form = self.owner is Owner.bot and self.state.stage in request.FORM
        return "form" if in_form else self.owner.value

    @property
    def is_open(self) -> bool:
        latest = self._latest_or_none()
        return latest is not None and latest.owner is not Owner.closed

    @property
    def state(self) -> State:
        latest = self._latest_or_none()
        return from_json(latest.dialogue if latest else None)

    @property
    def folios(self) -> list[str]:
        with self.store.reading() as session:
            return list(session.scalars(select(Case.folio).order_by(Case.id)))

    def state_of(self, folio: str) -> str:
        with self.store.reading() as session:
            return cases.by_folio(session, folio).state.value

    def _latest(self) -> Conversation:
        latest = self._latest_or_none()
        assert latest is not None
        return latest

    def _latest_or_none(self) -> Conversation | None:
        with self.store.reading() as session:
            return session.scalar(select(Conversation).order_by(Conversation.id.desc()).limit(1))

    def _said(self) -> list[Exchange]:
        with self.store.reading() as session:
            rows = select(Exchange).where(
                Exchange.id > self.seen, Exchange.direction == Direction.outbound
            )
            said = list(session.scalars(rows.order_by(Exchange.id)))
        if said:
            self.seen = said[-1].id
        for each in said:
            shown = (each.content or {}).get("buttons", [])
            self.buttons += [(label, payload) for label, payload in shown]
        return said

    def _outcomes(self) -> list[Any]:
        return [each for account in self.accounts for each in account.said]

    # What must hold

    def _check_turn(
        self, owner: Owner, accounts: Sequence[Account], said: Sequence[Exchange]
    ) -> None:
        if owner is Owner.analyst:
            spoken = [each for each in said if each.author is not Author.system]
            assert not spoken, f"the bot spoke over a person: {_texts(spoken)}"
            assert all("9-1-1" in each.text for each in said), _texts(said)
        if any(map(is_danger, accounts)):
            self._check_danger(owner, said)
        for account in accounts:
            self._check_account(account)
        self.check()

    def _check_danger(self, owner: Owner, said: Sequence[Exchange]) -> None:
        if owner is not Owner.analyst:
            assert "9-1-1" in said[0].text, f"danger was not answered first: {_texts(said)}"
        self._must_be_urgent()

    def _must_be_urgent(self) -> None:
        with self.store.reading() as session:
            handoff = queue.open_handoff(session, self._latest())
        assert handoff is not None, "nobody was called"
        assert handoff.priority == 0, "not urgent"

    def _check_account(self, account: Account) -> None:
        self.known.check(account)
        before, after = account.before, account.after
        self._check_patience(account)
        if before.danger and before.waits_for_person and after.waits_for_person:
            asked = [each for each in account.said if isinstance(each, acts.Ask)]
            assert not asked, f"who is in danger was asked {asked}"
        questions = pending.question(after)
        shown = [each for each in account.said if each in questions]
        assert len(shown) == len(set(map(repr, shown))), f"asked twice in one turn: {shown}"

    def _check_patience(self, account: Account) -> None:
        """Not understood over and over leads to a person."""
        lost = [
            each
            for each in account.said
            if isinstance(each, acts.Rephrase)
            or (isinstance(each, acts.Ask | acts.AskFolio | acts.AskKey) and each.again)
        ]
        self.lost = self.lost + 1 if lost else 0
        assert self.lost <= MOST_LOST, f"lost {self.lost} times in a row: {lost}"

    def check(self) -> None:
        with self.store.reading() as session:
            assert list(chain.verify(session)) == []
            failures = select(func.sum(Exchange.failures))
            assert not session.scalar(failures), "a message could not be handled"
            open_ones = select(func.count()).where(Handoff.ended_at.is_(None))
            open_ones = open_ones.group_by(Handoff.conversation_id)
            assert all(count == 1 for count in session.scalars(open_ones)), "two open handoffs"
            for conversation in session.scalars(select(Conversation)):
                handoff = queue.open_handoff(session, conversation)
                waits = handoff is not None and handoff.claimed_at is None
                assert waits is (conversation.owner is Owner.queue), conversation.owner
                attended = handoff is not None and handoff.claimed_at is not None
                assert attended is (conversation.owner is Owner.analyst), conversation.owner
            last = select(Exchange).where(Exchange.direction == Direction.outbound)
            for each in session.scalars(last.order_by(Exchange.id.desc()).limit(8)):
                self._check_words(each)
        assert not any(
            isinstance(each, Queued) and each.reason is Reason.failure for each in self._outcomes()
        )

    def _check_words(self, exchange: Exchange) -> None:
        assert exchange.text.strip(), "nothing was said"
        if exchange.author is Author.analyst:
            return
        theirs = " ".join(text for text, _ in self.written)
        unfilled = [each for each in UNFILLED.findall(exchange.text) if each not in theirs]
        assert not unfilled, f"unfilled: {exchange.text}"
        for label, payload in (exchange.content or {}).get("buttons", []):
            assert label.strip()
            assert 0 < len(payload.encode()) <= 64, payload

    def _nothing_is_owed_by_the_bot(self) -> None:
        with self.store.reading() as session:
            owed = select(Exchange).where(
                Exchange.delivery == Delivery.owed,
                Exchange.author == Author.bot,
                Exchange.conversation_id == self._latest().id,
            )
            assert session.scalars(owed).all() == []


def _may_be_silent(message: Message) -> bool:
    """An edit that is not applied, and the later parts of an album."""
    content = message[1] or {}
    return "edit_of" in content or ("album" in content and not message[0])


def _texts(said: Sequence[Exchange]) -> list[str]:
    return [each.text for each in said]


@contextmanager
def founded(folder: Path, interpreter: Interpreter, desk: rules.Desk) -> Iterator[Town]:
    """A town on a fresh database in this folder."""
    for each in folder.glob("town.db*"):
        each.unlink()
    with databases.opened(databases.sqlite(folder / "town.db")) as store:
        with store.transaction() as session:  # may take what is reserved, too
            staff.analyst(session, Clock().now()).role = Role.supervisor
            staff.arrive(session, Clock().now())
        yield Town(store, interpreter, desk)
