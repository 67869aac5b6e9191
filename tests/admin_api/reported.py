"""Chats told from beginning to end, for the reports to count."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff import conversations, exchanges, queue
from handoff.exchanges import Inbound
from handoff.rules import desk
from handoff.rules.reasons import Reason
from handoff.store.models import Conversation, Person, Role

DESK = desk.load()
ANALYSTS = {"eruiz": "Elena Ruiz", "mlopez": "Mario López"}
_numbers = count(1)


def hire(session: Session) -> None:
    """The analysts, where there are none."""
    for username, name in ANALYSTS.items():
        if not session.scalar(select(Person.id).filter_by(username=username)):
            began = local("2026-01-05 08:00")
            person = Person(username=username, name=name, role=Role.analyst, created_at=began)
            person.password_hash = ""
            session.add(person)
    session.flush()


def local(moment: str) -> datetime:
    """As the clock on the wall of the desk shows it."""
    return datetime.fromisoformat(moment).replace(tzinfo=DESK.zone)


def chat(session: Session, moment: str, channel: str, category: str | None) -> "Chat":
    """A citizen writes for the first time."""
    number, at = next(_numbers), local(moment)
    address = f"citizen {number}"
    exchanges.record(session, [Inbound(channel, address, f"{channel}:{number}", "Hola", at)], at)
    row = session.scalars(select(Conversation).filter_by(address=address)).one()
    row.category = category
    return Chat(session, at, row)


@dataclass
class Chat:
    """What happened to it, at so many minutes after its first message."""

    session: Session
    began: datetime
    row: Conversation

    def ask(self, minute: float) -> "Chat":
        need = queue.need(Reason.asked, 2, DESK, self._at(minute))
        conversations.hand_over(self.session, self.row, need, self._at(minute))
        return self

    def leave_queue(self, minute: float) -> "Chat":
        conversations.leave_queue(self.session, self.row, self._at(minute))
        return self

    def claim(self, by: str, minute: float) -> "Chat":
        conversations.claim(self.session, self.row, self._person(by), self._at(minute))
        return self

    def answer(self, by: str, minute: float) -> "Chat":
        person, at = self._person(by), self._at(minute)
        conversations.answer(self.session, self.row, person, "Buenas tardes.", at)
        return self

    def give_back(self, by: str, minute: float) -> "Chat":
        conversations.give_back(self.session, self.row, self._person(by), self._at(minute))
        return self

    def close(self, closing: str, by: str, minute: float) -> "Chat":
        who = self._person(by) if by in ANALYSTS else by
        conversations.close(self.session, self.row, who, closing, self._at(minute))
        return self

    def _at(self, minute: float) -> datetime:
        return self.began + timedelta(minutes=minute)

    def _person(self, username: str) -> Person:
        return self.session.scalars(select(Person).filter_by(username=username)).one()
