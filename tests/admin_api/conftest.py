"""The staff's application with four people of the desk, and citizens who write."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from admin_api.access import Staff
from admin_api.app import create_app
from handoff import cases, conversations, corrections, exchanges, logins, people, queue
from handoff.cases import Request
from handoff.exchanges import Inbound
from handoff.rules import catalogue
from handoff.rules.desk import Desk
from handoff.rules.reasons import Reason
from handoff.store import Store
from handoff.store.models import Conversation, Exchange, Person, Role
from tests import databases
from tests.admin_api.console import Attention, attention, hashed, visit
from tests.conftest import Clock

if TYPE_CHECKING:  # pytest loads the plugin itself
    from tests.postgres import Cluster

PEOPLE = (
    ("eruiz", "Elena Ruiz", Role.analyst),
    ("mlopez", "Mario López", Role.analyst),
    ("ssoto", "Sofía Soto", Role.supervisor),
    ("admin", "Administración", Role.admin),
)


# Most of what is tested here does not depend on the database; what does is marked with this.
on_both_databases = pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)


class Office:
    """The desk as tests see it: people who call the API, citizens who write."""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.app: FastAPI = create_app(staff)
        self._written = 0

    def anonymous(self) -> TestClient:
        return TestClient(self.app)

    def client(self, username: str = "eruiz") -> TestClient:
        """A program that calls as this person."""
        return TestClient(self.app, headers={"Authorization": f"Bearer {self.token(username)}"})

    def browser(self, username: str = "eruiz") -> TestClient:
        """A browser in which this person has logged in: it has a cookie and no token."""
        return TestClient(self.app, cookies={"ventanilla_staff": self.token(username)})

    def token(self, username: str) -> str:
        with self.staff.store.transaction() as session:
            return logins.start(session, people.named(session, username), self.staff.now())

    def write(self, address: str = "ana", text: str = "hola", *, is_handled: bool = True) -> str:
        """A citizen writes; the id of the conversation."""
        self._written += 1
        now = self.staff.now()
        inbound = Inbound("fake", address, f"fake:{self._written}", text, now, address.title())
        with self.staff.store.transaction() as session:
            (recorded,) = exchanges.record(session, [inbound], now)
            if is_handled:
                exchanges.handled(session.get_one(Exchange, recorded.exchange_id), None, now)
            open_one = select(Conversation.key).filter_by(address=address, closed_at=None)
            return session.scalars(open_one).one()

    def understood(self, address: str, text: str, intent: str, confidence: float = 0.61) -> str:
        """A citizen writes and the bot takes it for this; the id of the conversation."""
        key, now = self.write(address, text), self.staff.now()
        with self.staff.store.transaction() as session:
            row = session.scalars(select(Exchange).order_by(Exchange.id.desc()).limit(1)).one()
            meaning = {"intent": {"name": intent, "confidence": confidence}}
            exchanges.handled(row, meaning, now)
        return key

    def misunderstand(self, address: str = "ana", text: str = "no hay luz en la casa") -> str:
        """A citizen is misunderstood and says so; the id of the correction."""
        self.understood(address, text, "alumbrado")
        with self.staff.store.transaction() as session:
            row = session.scalars(select(Exchange).order_by(Exchange.id.desc()).limit(1)).one()
            noted = corrections.note(session, row.id, None, None, self.staff.now())
            assert noted is not None
            return str(noted.id)

    def ask_for_person(self, address: str = "ana", priority: int = 2) -> str:
        key, now = self.write(address, "quiero hablar con una persona"), self.staff.now()
        with self.staff.store.transaction() as session:
            need = queue.need(Reason.asked, priority, self.staff.desk, now)
            conversations.hand_over(session, conversations.lock(session, key), need, now)
        return key

    def open_case(self, address: str = "ana", category: str = "alumbrado") -> str:
        """A citizen reports something; the folio."""
        key, now = self.write(address, "no sirve la lámpara de mi calle"), self.staff.now()
        about = catalogue.load().categories[category]
        facts = {"municipio": "Hermosillo", "colonia": "Sahuaro"}
        request = Request(about, about.destination[0], "No sirve la lámpara de mi calle", facts)
        with self.staff.store.transaction() as session:
            conversation = conversations.lock(session, key)
            case, _ = cases.open_for(session, conversation, request, self.staff.desk, now)
            return case.folio


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Attention]:
    """A desk served to browsers."""
    with attention(tmp_path) as desk:
        yield desk


@pytest.fixture
def page(browser: Browser, desk: Attention) -> Iterator[Page]:
    """A window of somebody who has not logged in."""
    with visit(browser, desk) as page:
        yield page


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if getattr(request, "param", "sqlite") == "sqlite":
        return databases.sqlite(tmp_path / "ventanilla.db")
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.migrated_database()


@pytest.fixture
def office(store: Store, clock: Clock, desk_rules: Desk) -> Office:
    with store.transaction() as session:
        for username, name, role in PEOPLE:
            session.add(
                Person(
                    username=username,
                    name=name,
                    role=role,
                    password_hash=hashed(),
                    created_at=clock.now(),
                )
            )
    return Office(Staff(store, clock.now, desk_rules))
