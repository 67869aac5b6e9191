"""Who has the privacy notice already."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from handoff import conversations, exchanges, privacy
from handoff.exchanges import Inbound
from handoff.store import Store
from handoff.store.models import Conversation
from tests.conftest import MORNING

VERSION = "2026-1"


def conversation(session: Session, key: str, address: str = "ana") -> Conversation:
    exchanges.record(session, [Inbound("fake", address, key, "hola", MORNING)], MORNING)
    found = conversations.open_of(session, "fake", address)
    assert found is not None
    return found


def given(session: Session, address: str = "ana") -> Conversation:
    """A closed conversation in which the notice was given."""
    made = conversation(session, f"before:{address}", address)
    made.notice_version, made.notice_at = VERSION, MORNING
    conversations.close(session, made, "clock", "abandoned", MORNING)
    session.flush()
    return made


def test_who_comes_back_soon_has_the_notice(store: Store) -> None:
    with store.transaction() as session:
        given(session)
        here = conversation(session, "again")
        privacy.recall_notice(session, here, VERSION, MORNING + timedelta(hours=5))
        assert (here.notice_version, here.notice_at) == (VERSION, MORNING)


@pytest.mark.parametrize("why", ["late", "refused", "another version", "another person"])
def test_the_notice_is_given_again(store: Store, why: str) -> None:
    with store.transaction() as session:
        before = given(session, "luis" if why == "another person" else "ana")
        before.notice_refused_at = MORNING if why == "refused" else None
        session.flush()
        here = conversation(session, "again")
        version = "2027-1" if why == "another version" else VERSION
        later = MORNING + timedelta(hours=25 if why == "late" else 5)
        privacy.recall_notice(session, here, version, later)
        assert here.notice_at is None
