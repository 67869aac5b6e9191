"""Whom of the desk a complaint concerns, and that somebody else always sees it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handoff import cases, concerns, conversations, listing, people, sight
from handoff.cases import Request
from handoff.concerns import AttendsIt
from handoff.exchanges import Inbound, record
from handoff.rules import catalogue
from handoff.store import Store
from handoff.store.models import Concern, Conversation, Person, Role
from tests.conftest import MORNING
from tests.handoff.test_sight import RULES

SERVANT, DESK = "denuncia_servidor_publico", "queja_atencion"
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def staff(store: Store) -> dict[str, Person]:
    with store.transaction() as session:
        return {
            username: people.add(
                session, Person(username=username, name=name, role=role), "una clave larga", MORNING
            )
            for username, name, role in (
                ("elena", "Elena Ruiz", Role.analyst),
                ("mario", "Mario López del Valle", Role.analyst),
                ("sofia", "Sofía Soto", Role.supervisor),
                ("admin", "Administración", Role.admin),
            )
        }


def writes(store: Store, *said: str, address: str = "ana") -> str:
    with store.transaction() as session:
        for number, text in enumerate(said):
            key = f"fake:{address}:{number}"
            record(session, [Inbound("fake", address, key, text, MORNING)], MORNING)
        return session.scalars(select(Conversation.key).filter_by(address=address)).one()


def opens(store: Store, key: str, category: str, text: str = "así fue", **more: str) -> str:
    about, also = catalogue.category(category), more.pop("also", None)
    with store.transaction() as session:
        here = conversations.lock(session, key)
        request = Request(about, about.destination[0], text, dict(more), also)
        return cases.open_for(session, here, request, RULES, MORNING)[0].folio


def concerned(store: Store) -> set[str]:
    with store.reading() as session:
        rows = select(Person.username).join(Concern, Concern.person_id == Person.id)
        return set(session.scalars(rows))


def say(store: Store, number: str, by: Person, *usernames: str) -> None:
    with store.transaction() as session:
        sight.lock_case(session, number, by)
        concerns.change(session, cases.lock(session, number), usernames, by, MORNING)


def see(store: Store, staff: dict[str, Person]) -> set[str]:
    with store.reading() as session:
        return {
            name
            for name, reader in staff.items()
            if listing.cases(session, reader, listing.Cases(), None, 9)
        }


@on_sqlite
@pytest.mark.parametrize(
    ("category", "text", "named"),
    [
        (SERVANT, "el señor Mario Lopez me pidió dinero", {"mario"}),
        (SERVANT, "MARIO DEL VALLE me pidió dinero", {"mario"}),
        (SERVANT, "el licenciado Mario me pidió dinero", set()),
        (SERVANT, "Sofía y Elena Ruiz me gritaron", {"elena"}),
        (DESK, "SOFIA me colgó", {"sofia"}),
        (DESK, "la licenciada Ruiz me colgó", {"elena"}),
        (DESK, "los del mostrador no me hicieron caso", set()),
        ("bacheo", "hay un bache en la calle Elena Ruiz", set()),
    ],
)
def test_whom_the_words_name(store: Store, category: str, text: str, named: set[str]) -> None:
    opens(store, writes(store, "hola"), category, text)
    assert concerned(store) == named


@on_sqlite
def test_names_stand_in_facts_and_in_what_was_said_before(store: Store) -> None:
    opens(store, writes(store, "me atendió Elena", "la Ruiz"), SERVANT, asunto="Soto, Sofía")
    assert concerned(store) == {"elena", "sofia"}


@on_sqlite
def test_a_second_topic_counts_too(store: Store) -> None:
    opens(store, writes(store, "hola"), "bacheo", "y Elena me colgó", also=DESK)
    assert concerned(store) == {"elena"}


@on_sqlite
@pytest.mark.parametrize(
    ("category", "days", "found"),
    [(DESK, 29, {"mario"}), (DESK, 31, set()), (SERVANT, 29, set())],
)
def test_who_attended_last(
    store: Store, staff: dict[str, Person], category: str, days: int, found: set[str]
) -> None:
    key, before = writes(store, "hola"), MORNING - timedelta(days=days)
    with store.transaction() as session:
        here = conversations.lock(session, key)
        conversations.claim(session, here, staff["elena"], before)
        conversations.transfer(session, here, staff["elena"], staff["mario"], before)
        conversations.close(session, here, staff["mario"], "attended", before)
    with store.transaction() as session:
        record(session, [Inbound("fake", "ana", "fake:again", "otra vez", MORNING)], MORNING)
        again = select(Conversation.key).where(Conversation.closed_at.is_(None))
        key = session.scalars(again).one()
    opens(store, key, category)
    assert concerned(store) == found


def test_somebody_who_supervises_always_sees_it(store: Store, staff: dict[str, Person]) -> None:
    number = opens(store, writes(store, "hola"), DESK)
    assert see(store, staff) == {"sofia", "admin"}
    say(store, number, staff["sofia"], "admin", "elena")
    assert see(store, staff) == {"sofia"}
    say(store, number, staff["sofia"], "sofia")
    assert see(store, staff) == {"admin"}
    say(store, number, staff["admin"], "sofia", "admin")
    assert see(store, staff) == {"admin"}
    with store.transaction() as session:
        other = Person(username="otra", name="Otra Jefa", role=Role.supervisor)
        staff["otra"] = people.add(session, other, "una clave larga", MORNING)
    assert see(store, staff) == {"otra"}
    with store.transaction() as session:
        people.change(session, session.merge(staff["otra"]), people.Edit(is_disabled=True), MORNING)
    assert see(store, staff) - {"otra"} == {"admin"}


def test_where_the_folio_is_named_is_kept_from_them_too(
    store: Store, staff: dict[str, Person]
) -> None:
    number = opens(store, writes(store, "hola"), DESK, "Sofía me colgó")
    key = writes(store, f"¿cómo va {number}?", address="beto")
    with store.transaction() as session:
        for _ in range(2):
            here = conversations.lock(session, key)
            sight.speaks_of(session, here, [f"¿cómo va {number}?"], MORNING)
    with store.reading() as session:
        seen = {
            name: len(listing.conversations(session, who, listing.Conversations(), None, 9))
            for name, who in staff.items()
        }
        told = cases.by_folio(session, number)
        verbs = [each.verb for each in listing.events(session, staff["admin"], told, 0, 9)]
    assert seen == {"elena": 0, "mario": 0, "sofia": 0, "admin": 2}
    assert verbs == ["open", "mention"]


def test_who_attends_what_concerns_them_is_relieved(store: Store, staff: dict[str, Person]) -> None:
    key, sofia = writes(store, "hola"), staff["sofia"]
    number = opens(store, key, DESK)
    with store.transaction() as session:
        here = conversations.lock(session, key)
        conversations.transfer(session, here, sofia, staff["elena"], MORNING)
    say(store, number, sofia, "elena")
    with store.reading() as session:
        assert conversations.get(session, key).analyst_id == sofia.id
    with pytest.raises(AttendsIt):
        say(store, number, sofia, "elena", "sofia")
    assert concerned(store) == {"elena"}
