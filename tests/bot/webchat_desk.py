"""The web chat served for a test, and what the desk's own people do meanwhile."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import select
from starlette.applications import Starlette

from bot.channels.webchat import WebChat, routes
from bot.intake import Intake
from handoff import conversations, exchanges, logins, people, queue
from handoff.clock import now
from handoff.exchanges import Words
from handoff.files.taking import Files
from handoff.rules.reasons import Reason
from handoff.signals import Signals
from handoff.store import Store, touch
from handoff.store.models import Conversation, Exchange, Person, Role
from tests import databases, patience
from tests.browser import serve


@dataclass(frozen=True, slots=True)
class Desk:
    """The web chat at `url`, on a database of its own. An analyst is at work."""

    url: str
    store: Store
    data_dir: Path

    def says(
        self,
        words: str,
        *buttons: tuple[str, str],
        to: str | None = None,
        asks: str | None = None,
    ) -> int:
        """The bot writes to the citizen (the only one there is, or whose conversation is `to`)."""
        with self.store.transaction() as session:
            conversation = conversations.lock(session, to or self.only())
            said = Words(words, buttons=buttons, asks=asks)
            queued = exchanges.queue(session, conversation, said, now())
            return queued.id

    def handles(self) -> None:
        """The bot is done with what it was told, and has nothing to say to it."""
        with self.store.transaction() as session:
            for each in exchanges.unhandled(session, now() + timedelta(days=1)):
                exchanges.handled(session.get_one(Exchange, each.exchange_id), None, now())
                where = session.get_one(Conversation, each.conversation_id)
                touch(session, where.channel, where.address)

    def waits_for_more(self) -> None:
        """The bot has read what it was told, and waits a moment before it answers."""
        with self.store.transaction() as session:
            waiting = exchanges.unhandled(session, now())
            ids = [each.exchange_id for each in waiting]
            exchanges.put_off(session, ids, now() + timedelta(hours=1))
            where = session.get_one(Conversation, waiting[0].conversation_id)
            touch(session, where.channel, where.address)

    def speaks_english(self) -> None:
        """The citizen wrote English."""
        with self.store.transaction() as session:
            conversations.lock(session, self.only()).dialogue = {"language": "en"}

    def hands_over(
        self, key: str | None = None, priority: int = 2, reason: Reason = Reason.asked
    ) -> None:
        with self.store.transaction() as session:
            need = queue.Need(reason, priority, now())
            conversations.hand_over(
                session, conversations.lock(session, key or self.only()), need, now()
            )

    def arrives(self) -> None:
        """An analyst is at work."""
        with self.store.transaction() as session:
            logins.start(session, self._analyst(session), now())

    def leaves(self) -> None:
        """Nobody is at work."""
        with self.store.transaction() as session:
            logins.end_all(session, self._analyst(session), now())

    def takes(self, key: str | None = None) -> None:
        """An analyst takes the conversation and greets."""
        with self.store.transaction() as session:
            analyst = self._analyst(session)
            conversation = conversations.lock(session, key or self.only())
            conversations.claim(session, conversation, analyst, now())

    def answers(self, words: str, key: str | None = None) -> None:
        with self.store.transaction() as session:
            conversation = conversations.lock(session, key or self.only())
            conversations.answer(session, conversation, self._analyst(session), words, now())

    def notes(self, words: str) -> None:
        with self.store.transaction() as session:
            conversation = conversations.lock(session, self.only())
            conversations.note(session, conversation, self._analyst(session), words, now())

    def closes(self) -> None:
        with self.store.transaction() as session:
            conversation = conversations.lock(session, self.only())
            conversations.close(session, conversation, "bot", "attended", now())

    def only(self) -> str:
        """The key of the only open conversation."""
        with self.store.reading() as session:
            found = select(Conversation.key).where(Conversation.closed_at.is_(None))
            return session.scalars(found).one()

    def log(self) -> Sequence[Exchange]:
        with self.store.reading() as session:
            return session.scalars(select(Exchange).order_by(Exchange.id)).all()

    def newcomer(self) -> httpx.Client:
        """A citizen who opens the chat."""
        opened = patience.post(f"{self.url}/chat/sessions", json={})
        assert opened.status_code == 201
        token = opened.json()["token"]
        return patience.client(base_url=self.url, headers={"authorization": f"Bearer {token}"})

    def _analyst(self, session: Any) -> Person:
        found: Person | None = session.scalar(select(Person).where(Person.username == "ana"))
        if found:
            return found
        ana = Person(username="ana", name="Ana Sofía Ejemplo", role=Role.analyst)
        return people.add(session, ana, "una clave larga", now())


@contextmanager
def running(data_dir: Path, **settings: Any) -> Iterator[Desk]:
    """`settings` go to WebChat."""
    with (
        databases.opened(databases.sqlite(data_dir / "t.db")) as store,
        running_on(store, data_dir, **settings) as desk,
    ):
        yield desk


@contextmanager
def running_on(store: Store, data_dir: Path, **settings: Any) -> Iterator[Desk]:
    with serve(application(store, data_dir, **settings)) as url:
        desk = Desk(url, store, data_dir)
        desk.arrives()
        yield desk


def application(store: Store, data_dir: Path, **settings: Any) -> Starlette:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        with Signals(store) as signals:
            files = Files(data_dir / "attachments")
            given = {
                "intake": Intake(store, now),
                "now": now,
                "files": files,
                "next_opening": lambda at: at,  # open, at whatever hour the tests run
                **settings,
            }
            chat = WebChat(store=store, signals=signals, **given)
            app.router.routes.extend(routes(chat))
            yield

    return Starlette(lifespan=lifespan)
