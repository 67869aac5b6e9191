"""A desk with people and conversations, served to browsers."""

import io
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from sqlalchemy import select
from starlette.applications import Starlette

from admin_api.access import Staff
from admin_api.app import create_app
from handoff import cases, conversations, exchanges, people, queue
from handoff.exchanges import Inbound, Words
from handoff.files import owing
from handoff.files.owing import Owed
from handoff.files.taking import Files
from handoff.rules import catalogue
from handoff.rules import desk as rules
from handoff.rules.reasons import Reason
from handoff.signals import Signals
from handoff.store import Store
from handoff.store.models import Attachment, Case, Conversation, Exchange, FileState, Person, Role
from nlu.interpretation import Entity, Interpretation, Place, Urgency
from tests import databases
from tests.browser import serve
from tests.conftest import MORNING
from tests.patience import PATIENCE

PASSWORD = "una contraseña larga"
DESK = rules.load()


@cache
def hashed() -> str:
    """Of PASSWORD. It takes as long as ten requests, so once is enough."""
    person = Person(username="nobody", name="Nobody", role=Role.analyst)
    people.set_password(person, PASSWORD)
    return person.password_hash


@dataclass
class Attention:
    """The desk under test: its store, its address, and what happens at it."""

    store: Store
    files: Files
    url: str = ""
    now: datetime = MORNING
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def hire(self, username: str, name: str, role: Role = Role.analyst) -> None:
        with self.store.transaction() as session:
            person = Person(username=username, name=name, role=role)
            person.password_hash, person.created_at = hashed(), self.now - timedelta(days=30)
            session.add(person)

    def write(
        self, name: str, text: str, ago: int = 0, *, is_handled: bool = True, **meant: Any
    ) -> str:
        """A citizen writes, `ago` minutes ago; `meant` is what was understood. The key of their
        conversation."""
        at, number = self.now - timedelta(minutes=ago), next(self._numbers)
        inbound = Inbound("webchat", f"address of {name}", f"webchat:{number}", text, at, name)
        with self.store.transaction() as session:
            (recorded,) = exchanges.record(session, [inbound], at)
            row = session.get_one(Exchange, recorded.exchange_id)
            if is_handled:
                exchanges.handled(row, _understanding(text, **meant) if meant else None, at)
            conversation = session.get_one(Conversation, row.conversation_id)
            conversation.category = meant.get("intent", conversation.category)
            return conversation.key

    def handle(self, key: str) -> None:
        """The bot has understood what waited in this conversation."""
        with self.store.transaction() as session:
            for row in exchanges.transcript(session, conversations.get(session, key)):
                exchanges.handled(row, None, self.now)

    def send(self, name: str, text: str, *sent: tuple[dict[str, Any], bytes | None]) -> str:
        """A citizen writes with files, each as the channel told of it, and its content if that is
        fetched already. The key of their conversation."""
        content = {"attachments": [told for told, _ in sent]}
        number = f"files:{next(self._numbers)}"
        inbound = Inbound("files", f"address of {name}", number, text, self.now, name, content)
        with self.store.transaction() as session:
            (recorded,) = exchanges.record(session, [inbound], self.now)
            row = session.get_one(Exchange, recorded.exchange_id)
            exchanges.handled(row, None, self.now)
            owed = owing.claim_owed(session, ["files"], self.now, len(sent))
            for each, (told, held) in zip(owed, sent, strict=True):
                if held is not None:
                    taken = self.files.take(io.BytesIO(held))
                    owing.kept(session, each, taken, told.get("name") or "archivo")
            return session.get_one(Conversation, row.conversation_id).key

    def became(self, name: str, state: FileState, reason: str | None) -> None:
        """What became of the file that the channel told of by this name."""
        with self.store.transaction() as session:
            row = session.scalars(select(Attachment).where(Attachment.name == name)).one()
            owed = Owed(row.id, row.channel, {}, row.attempts)
            owing.lost(session, owed, state, reason or "")

    def reply(self, key: str, text: str, *buttons: tuple[str, str], ago: int = 0) -> None:
        with self.store.transaction() as session:
            conversation = conversations.lock(session, key)
            at = self.now - timedelta(minutes=ago)
            exchanges.queue(session, conversation, Words(text, buttons=buttons), at)

    def hand_over(self, key: str, reason: str, priority: int, ago: int = 0) -> None:
        with self.store.transaction() as session:
            conversation = conversations.lock(session, key)
            at = self.now - timedelta(minutes=ago)
            conversations.hand_over(
                session, conversation, queue.need(Reason(reason), priority, DESK, at), at
            )

    def open_case(self, key: str, category: str, text: str, **facts: str) -> str:
        known = catalogue.load().categories[category]
        with self.store.transaction() as session:
            conversation = conversations.lock(session, key)
            request = cases.Request(known, known.destination[0], text, facts)
            case, _ = cases.open_for(session, conversation, request, DESK, self.now)
            return case.folio

    def claim(self, key: str, username: str) -> None:
        with self.store.transaction() as session:
            person = people.named(session, username)
            conversations.claim(session, conversations.lock(session, key), person, self.now)

    def log(self, key: str) -> list[tuple[str, str, str | None]]:
        """The transcript: direction, text, delivery."""
        with self.store.reading() as session:
            rows = exchanges.transcript(session, conversations.get(session, key))
            return [(row.direction.value, row.text, row.delivery) for row in rows]

    def owner(self, key: str) -> str:
        with self.store.reading() as session:
            return conversations.get(session, key).owner.value

    def case_state(self, folio: str) -> str:
        with self.store.reading() as session:
            return session.scalars(select(Case.state).where(Case.folio == folio)).one().value


@contextmanager
def attention(folder: Path) -> Iterator[Attention]:
    """An empty desk with an analyst, another, a supervisor and an administrator."""
    with databases.opened(databases.sqlite(folder / "ventanilla.db")) as store:
        desk = Attention(store, Files(folder / "attachments"))
        desk.hire("eruiz", "Elena Ruiz")
        desk.hire("jlopez", "Joaquín López")
        desk.hire("msoto", "Marta Soto", Role.supervisor)
        desk.hire("admin", "Administración", Role.admin)
        with serve(_staff(desk)) as desk.url:
            yield desk


def _staff(desk: Attention) -> Starlette:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        with Signals(desk.store) as signals:
            staff = Staff(desk.store, lambda: desk.now, DESK, signals, shelf=desk.files.shelf)
            app.mount("/", create_app(staff))
            yield

    return Starlette(lifespan=lifespan)


@contextmanager
def visit(browser: Browser, desk: Attention, **options: Any) -> Iterator[Page]:
    """A browser window of somebody who has not logged in, at the desk's hour."""
    usual = {"base_url": desk.url, "locale": "es-MX", "viewport": {"width": 1366, "height": 768}}
    context = browser.new_context(**usual | options)
    with closing(context):
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.clock.set_fixed_time(desk.now)
        yield page


def log_in(page: Page, username: str = "eruiz") -> None:
    page.goto("/console")
    page.get_by_label("Usuario").fill(username)
    page.get_by_label("Contraseña").fill(PASSWORD)
    page.get_by_role("button", name="Entrar").click()
    page.wait_for_url("**/console")
    page.get_by_text("En vivo").wait_for()


def _understanding(text: str, intent: str, **found: str) -> dict[str, Any]:
    danger = found.pop("danger", None)
    entities = [Entity(name, value, 0, 0, 0.9, "rules") for name, value in found.items()]
    return Interpretation(
        text=text,
        intent=intent,
        confidence=0.93,
        ranking=((intent, 0.93),),
        entities=tuple(entities),
        urgent=Urgency(danger is not None, 0.99 if danger else 0.01, danger),
        place=Place(found.get("municipio"), found.get("colonia")),
        engine="embedded",
    ).as_json()
