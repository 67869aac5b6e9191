"""Folios that count up, keys that open one case only, states that are written down."""

import threading

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff import cases
from handoff.cases import CaseClosed, CaseNotFound, Request
from handoff.events import Change
from handoff.exchanges import Inbound, open_conversation, record
from handoff.rules import catalogue
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import Case, CaseState, Conversation, Event
from tests.conftest import MORNING

RULES = rules.load()
NO_WATER = Request(
    catalogue.load().categories["agua_potable"],
    "organismo_agua",
    "no hay agua",
    {"municipio": "Cajeme"},
)


def open_case(session: Session, address: str = "ana") -> tuple[Case, str]:
    key = open_conversation(session, "fake", address, MORNING)
    conversation = session.scalars(select(Conversation).filter_by(key=key)).one()
    return cases.open_for(session, conversation, NO_WATER, RULES, MORNING)


def test_folios_count_up_without_gaps_or_doubles(store: Store) -> None:
    def open_some() -> None:
        for _ in range(5):
            with store.transaction() as session:
                open_case(session)

    with store.transaction() as session:
        record(session, [Inbound("fake", "ana", "fake:1", "hola", MORNING)], MORNING)
    threads = [threading.Thread(target=open_some) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as session:
        folios = sorted(session.scalars(select(Case.folio)))
    assert [folio[8:14] for folio in folios] == [f"{number:06d}" for number in range(1, 21)]


def test_a_case_is_due_on_a_working_day_at_closing_time(store: Store) -> None:
    with store.transaction() as session:
        case, _ = open_case(session)
        assert case.state is CaseState.recibido
        assert case.due_at.astimezone(RULES.zone).isoformat() == "2027-01-08T15:00:00-07:00"


def test_folio_and_key_together_open_the_case(store: Store) -> None:
    with store.transaction() as session:
        case, key = open_case(session)
        other, other_key = open_case(session, "beto")
        spoken = case.folio.lower().replace("-", " ")
        assert cases.of_citizen(session, spoken, key.lower().replace("-", " ")) is case
        assert cases.of_citizen(session, case.folio, other_key) is None
        assert cases.of_citizen(session, other.folio, key) is None
        assert cases.of_citizen(session, "CS-2026-999999-9", key) is None
        assert cases.of_citizen(session, "", "") is None


def test_states_move_with_their_reason_and_a_closed_case_only_reopens(store: Store) -> None:
    with store.transaction() as session:
        case, _ = open_case(session)
        for verb, to in [("refer_outside", "canalizado"), ("conclude", "concluido")]:
            cases.move(session, case, Change(verb, after=to, why="enviado"), "clock", MORNING)
        assert case.closed_at == MORNING
        with pytest.raises(CaseClosed):
            cases.move(session, case, Change("answer", after="contestado"), "clock", MORNING)
        cases.move(session, case, Change("reopen", after="reabierto"), "clock", MORNING)
        assert [case.closed_at] == [None]
        events = session.scalars(select(Event).where(Event.case_id == case.id).order_by(Event.id))
        assert [(each.before, each.after) for each in events] == [
            (None, "recibido"),
            ("recibido", "canalizado"),
            ("canalizado", "concluido"),
            ("concluido", "reabierto"),
        ]


@pytest.mark.parametrize("written", ["CS-2026-000001-9", "hola", "", "CS-2026-000001-0" * 20])
def test_a_folio_that_is_none_is_not_found(store: Store, written: str) -> None:
    with store.reading() as session, pytest.raises(CaseNotFound):
        cases.by_folio(session, written)
