"""Keys tried in vain count for who tries and for what is tried, for a day."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff import wrong_keys
from handoff.exchanges import open_conversation
from handoff.store import Store
from handoff.store.models import Conversation
from tests.conftest import MORNING as NOW

FOLIO = "CS-2026-000001-5"
OTHER = "CS-2026-000002-1"
SOON = NOW + timedelta(minutes=1)


def conversation(session: Session, address: str) -> Conversation:
    key = open_conversation(session, "fake", address, NOW)
    return session.scalars(select(Conversation).filter_by(key=key)).one()


def test_five_from_one_address_are_all_whatever_the_folio(store: Store) -> None:
    with store.transaction() as session:
        ana, beto = conversation(session, "ana"), conversation(session, "beto")
        for folio in (FOLIO, OTHER, FOLIO, OTHER):
            wrong_keys.note(session, ana, folio, NOW)
        assert not wrong_keys.are_spent(session, ana, FOLIO, SOON)
        wrong_keys.note(session, ana, OTHER, NOW)
        assert wrong_keys.are_spent(session, ana, "CS-2026-000003-6", SOON)
        assert not wrong_keys.are_spent(session, beto, FOLIO, SOON)
        assert not wrong_keys.are_spent(session, ana, FOLIO, NOW + wrong_keys.WITHIN)


def test_five_for_one_folio_are_all_wherever_they_come_from(store: Store) -> None:
    with store.transaction() as session:
        for name in ("ana", "beto", "celia", "david", "elsa"):
            wrong_keys.note(session, conversation(session, name), FOLIO, NOW)
        other = conversation(session, "fidel")
        assert wrong_keys.are_spent(session, other, FOLIO, SOON)
        assert not wrong_keys.are_spent(session, other, OTHER, SOON)


def test_the_right_key_forgives_only_what_was_mistaken_for_it(store: Store) -> None:
    with store.transaction() as session:
        ana = conversation(session, "ana")
        for folio in (OTHER, OTHER, OTHER, OTHER, FOLIO):
            wrong_keys.note(session, ana, folio, NOW)
        wrong_keys.forget(session, ana, FOLIO)
        assert not wrong_keys.are_spent(session, ana, FOLIO, SOON)
        wrong_keys.note(session, ana, FOLIO, NOW)
        assert wrong_keys.are_spent(session, ana, FOLIO, SOON)
