"""A complaint about this desk goes to who supervises."""

import pytest
from sqlalchemy import select

from handoff import conversations, people, queue
from handoff.conversations import ForSupervision
from handoff.exchanges import Inbound, record
from handoff.rules import desk as rules
from handoff.rules.reasons import Reason
from handoff.store import Store
from handoff.store.models import Conversation, Owner, Person, Role
from tests.conftest import MORNING

RULES = rules.load()


def test_only_who_supervises_takes_it_unless_there_is_danger(store: Store) -> None:
    with store.transaction() as session:
        elena, sofia = (
            people.add(
                session, Person(username=name, name=name, role=role), "una clave larga", MORNING
            )
            for name, role in (("elena", Role.analyst), ("sofia", Role.supervisor))
        )
        group = [Inbound("fake", name, f"fake:{name}", "hola", MORNING) for name in ("ana", "beto")]
        record(session, group, MORNING)
        calm, danger = session.scalars(select(Conversation).order_by(Conversation.id)).all()
        for each in (calm, danger):
            complaint = queue.need(Reason.complaint, 1, RULES, MORNING)
            conversations.hand_over(session, each, complaint, MORNING)
        urgent = queue.need(Reason.danger, 0, RULES, MORNING)
        conversations.hand_over(session, danger, urgent, MORNING)
        conversations.claim(session, danger, elena, MORNING)
        with pytest.raises(ForSupervision):
            conversations.claim(session, calm, elena, MORNING)
        assert calm.owner is Owner.queue
        conversations.claim(session, calm, sofia, MORNING)
        assert (calm.analyst, danger.analyst) == (sofia, elena)
