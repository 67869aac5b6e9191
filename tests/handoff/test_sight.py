"""Who may see what is reserved: how it becomes so, and what it costs to look."""

from typing import Any

import pytest
from sqlalchemy import event, select

from handoff import cases, conversations, listing, people, sight
from handoff.cases import Request
from handoff.conversations import ForSupervision
from handoff.exchanges import Inbound, record
from handoff.rules import catalogue, folio
from handoff.rules import desk as rules
from handoff.store import Store
from handoff.store.models import Conversation, Person, Role
from tests.conftest import MORNING

RULES = rules.load()


def hire(store: Store, username: str, role: Role = Role.analyst) -> Person:
    with store.transaction() as session:
        person = Person(username=username, name=username, role=role)
        return people.add(session, person, "una clave larga", MORNING)


def writes(store: Store, address: str) -> str:
    with store.transaction() as session:
        record(session, [Inbound("fake", address, f"fake:{address}", "hola", MORNING)], MORNING)
        return session.scalars(select(Conversation.key).filter_by(address=address)).one()


def opens(store: Store, key: str, category: str, also: str | None = None) -> str:
    about = catalogue.category(category)
    with store.transaction() as session:
        here = conversations.lock(session, key)
        request = Request(about, about.destination[0], "así fue", {}, also)
        return cases.open_for(session, here, request, RULES, MORNING)[0].folio


def is_reserved(store: Store, key: str) -> bool:
    with store.reading() as session:
        return conversations.get(session, key).is_reserved


@pytest.mark.parametrize(
    ("category", "also", "reserved"),
    [
        ("bacheo", None, False),
        ("bacheo", "denuncia_servidor_publico", True),
        ("denuncia_servidor_publico", None, True),
        ("queja_atencion", "bacheo", True),
    ],
)
def test_a_case_reserves_its_conversation(
    store: Store, category: str, also: str | None, reserved: bool
) -> None:
    key, elena = writes(store, "ana"), hire(store, "elena")
    number = opens(store, key, category, also)
    assert is_reserved(store, key) is reserved
    opens(store, key, "bacheo")
    with store.transaction() as session:
        conversations.lock(session, key).category = "bacheo"
    assert is_reserved(store, key) is reserved
    with store.reading() as session:
        shown = [case.folio for case in listing.cases(session, elena, listing.Cases(), None, 9)]
        assert (number in shown) is not reserved


def test_to_name_a_reserved_folio_reserves(store: Store) -> None:
    hidden = opens(store, writes(store, "ana"), "queja_atencion")
    plain = opens(store, writes(store, "beto"), "bacheo")
    for address, said, reserved in (
        ("caro", f"¿cómo va {plain}?", False),
        ("dora", f"¿cómo va {hidden}?", True),
        ("ema", f"es el folio {hidden.lower().replace('-', ' ')}, gracias", True),
    ):
        key = writes(store, address)
        with store.transaction() as session:
            sight.speaks_of(session, conversations.lock(session, key), [said], MORNING)
        assert (address, is_reserved(store, key)) == (address, reserved)


@pytest.mark.parametrize("told", ["", "a case of it", "a folio that is named"])
def test_what_was_misread_reserves_nothing(store: Store, told: str) -> None:
    key = writes(store, "ana")
    elsewhere = writes(store, "beto") if told == "a folio that is named" else key
    number = opens(store, elsewhere, "queja_atencion") if told else ""
    with store.transaction() as session:
        here = conversations.lock(session, key)
        here.category = "denuncia_servidor_publico"
        sight.speaks_of(session, here, [number], MORNING)
        sight.misread(session, here)
    assert is_reserved(store, key) is bool(told)


def test_only_who_supervises_gives_it(store: Store) -> None:
    key = writes(store, "ana")
    elena, mario = hire(store, "elena"), hire(store, "mario")
    sofia = hire(store, "sofia", Role.supervisor)
    with store.transaction() as session:
        here = conversations.lock(session, key)
        here.category = "denuncia_servidor_publico"
        with pytest.raises(ForSupervision):
            conversations.claim(session, here, elena, MORNING)
        conversations.transfer(session, here, sofia, elena, MORNING)
        with pytest.raises(ForSupervision):
            conversations.transfer(session, here, elena, mario, MORNING)
        conversations.transfer(session, here, elena, sofia, MORNING)


@pytest.mark.parametrize("written", ["CS-2026-004512-6", "cs 2026 004512 6"])
def test_folios_are_found_in_a_text(written: str) -> None:
    assert folio.named(f"Mi folio es {written}, ¿ya está?") == {"CS-2026-004512-6"}
    assert folio.named(f"{written[:-1]}5 y 6621234567") == set()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_lists_of_analysts_look_up_each_row_and_sort_nothing(store: Store) -> None:
    elena, asked = hire(store, "elena"), list[tuple[str, Any]]()

    def note(_connection: object, _cursor: object, *told: Any) -> None:
        asked.append(told[:2])

    event.listen(store.engine, "before_cursor_execute", note)
    with store.reading() as session:
        listing.conversations(session, elena, listing.Conversations(), None, 9)
        listing.cases(session, elena, listing.Cases(), None, 9)
        listing.waiting(session, elena)
    event.remove(store.engine, "before_cursor_execute", note)
    plans = []
    with store.engine.connect() as connection:
        for statement, values in asked:
            if statement.startswith("SELECT"):
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
                plans.append([row[3] for row in rows])
    walked = [{step.split(" USING")[0] for step in plan} for plan in plans]
    assert len(plans) == 3
    for steps, first in zip(
        walked, ("SCAN conversation", "SCAN case_file", "SEARCH handoff"), strict=True
    ):
        # Whole tables are walked only in the order of the page, which ends the walk.
        assert {step for step in steps if step.startswith("SCAN")} <= {first}
        assert {first, "SEARCH handoff_1"} <= steps
    assert ["USE TEMP B-TREE FOR ORDER BY" in plan for plan in plans] == [False, False, True]
