"""Meta's webhook to the exchange log, and back: what is acknowledged is written down."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from starlette.applications import Starlette

from bot.channels.whatsapp import PATH, WhatsApp
from bot.channels.whatsapp.webhook import LARGEST
from bot.delivery import Delivery, end_held
from bot.intake import Intake, NotRecorded
from bot.receipts import Receipts
from handoff import conversations, exchanges
from handoff.exchanges import Heard, Inbound, Receipt, Recorded, Words
from handoff.signals import Signals
from handoff.store import Store
from handoff.store.models import Author, Conversation, Direction, Exchange, Owner
from tests import databases
from tests.bot import cloud_api
from tests.bot.bot_api import Page
from tests.bot.cloud_api import ACCOUNT, ADDRESS, CITIZEN, SECRET, VERIFY, CloudApi, Fail
from tests.conftest import MORNING, Clock
from tests.patience import PATIENCE

pytestmark = pytest.mark.anyio

WITH_TEMPLATE = replace(ACCOUNT, template="aviso")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with databases.opened(databases.sqlite(tmp_path / "t.db")) as store:
        yield store


class Line:
    """WhatsApp between Meta's server and our log, with both ends in sight."""

    def __init__(self, cloud: CloudApi, store: Store, clock: Clock) -> None:
        self.cloud, self.store, self.clock = cloud, store, clock
        self.intake = Intake(store, clock.now)
        self.receipts = Receipts(store, clock.now)
        self.whatsapp = WhatsApp(ACCOUNT, cloud.url, self.heard, clock.now, answer=5)

    def heard(self, address: str) -> Heard | None:
        with self.store.reading() as session:
            return exchanges.last_heard(session, WhatsApp.name, address)

    @asynccontextmanager
    async def webhook(self) -> AsyncIterator[httpx.AsyncClient]:
        routes = self.whatsapp.routes(self.receive, self.acknowledge)
        transport = httpx.ASGITransport(Starlette(routes=routes))
        async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
            yield client

    async def receive(self, group: Sequence[Inbound]) -> list[Recorded]:
        return await self.intake.receive(group)

    async def acknowledge(self, receipts: Sequence[Receipt]) -> list[Receipt]:
        return await self.receipts.acknowledge(receipts)

    async def bring(self, *values: dict[str, Any]) -> int:
        async with self.webhook() as client:
            return await called(client, cloud_api.notification(*values))

    async def says(self, words: str, at: datetime | None = None) -> None:
        moment = int((at or self.clock.now()).timestamp())
        assert await self.bring(cloud_api.messages(cloud_api.text(words, at=moment))) == 200

    async def tells(self, fate: str, of: str, ours: str = "", code: int | None = None) -> int:
        at = int(self.clock.now().timestamp())
        return await self.bring(cloud_api.statuses(cloud_api.status(fate, of, at, ours, code)))

    def owe(self, *texts: str, author: Author = Author.bot) -> list[int]:
        with self.store.transaction() as session:
            key = exchanges.open_conversation(session, "whatsapp", ADDRESS, self.clock.now())
            conversation = conversations.lock(session, key)
            return [
                exchanges.queue(session, conversation, Words(text, author), self.clock.now()).id
                for text in texts
            ]

    async def deliver(self, until: Callable[[], bool]) -> None:
        async with self.whatsapp as channel:
            delivery = Delivery(self.store, {channel.name: channel}, self.clock.now)
            with Signals(self.store) as signals:
                running = asyncio.create_task(delivery.run(signals))
                try:
                    async with asyncio.timeout(PATIENCE):
                        while not until():  # noqa: ASYNC110 - it looks at the log
                            await asyncio.sleep(0.01)
                finally:
                    running.cancel()
                    await asyncio.gather(running, return_exceptions=True)

    def fates(self) -> dict[str, tuple[str | None, str | None]]:
        ours = select(Exchange).where(Exchange.direction == Direction.outbound)
        with self.store.reading() as session:
            return {
                each.text: (each.delivery, each.delivery_reason) for each in session.scalars(ours)
            }

    def notes(self) -> list[str]:
        notes = select(Exchange.text).where(Exchange.direction == Direction.note)
        with self.store.reading() as session:
            return list(session.scalars(notes.order_by(Exchange.id)))

    def owner(self) -> Owner:
        with self.store.reading() as session:
            return session.scalars(select(Conversation.owner)).one()

    def logged(self) -> list[tuple[str | None, str]]:
        rows = select(Exchange.received_key, Exchange.text).where(
            Exchange.direction == Direction.inbound
        )
        with self.store.reading() as session:
            return [(key, text) for key, text in session.execute(rows.order_by(Exchange.id))]

    def has(self, **became: str) -> Callable[[], bool]:
        return lambda: all(self.fates()[text][0] == fate for text, fate in became.items())


async def called(client: httpx.AsyncClient, body: dict[str, Any] | bytes, **headers: str) -> int:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    signed = {**cloud_api.signed(content), **headers}
    return (await client.post(PATH, content=content, headers=signed)).status_code


@pytest.fixture
def line(cloud: CloudApi, store: Store, clock: Clock) -> Line:
    return Line(cloud, store, clock)


HELLO = cloud_api.notification(cloud_api.messages(cloud_api.text("hola", id="wamid.1")))


@pytest.mark.parametrize(
    ("mode", "token", "status", "text"),
    [
        ("subscribe", VERIFY, 200, "1158201444"),
        ("subscribe", "otra palabra", 403, ""),
        ("subscribe", "ñ", 403, ""),
        ("unsubscribe", VERIFY, 403, ""),
    ],
)
async def test_meta_verifies_the_address_once(
    line: Line, mode: str, token: str, status: int, text: str
) -> None:
    asked = {"hub.mode": mode, "hub.verify_token": token, "hub.challenge": "1158201444"}
    async with line.webhook() as client:
        answer = await client.get(PATH, params=asked)
        assert (answer.status_code, answer.text) == (status, text)
        assert (await client.get(PATH)).status_code == 403


@pytest.mark.parametrize(
    "signature",
    ["", "sha256=", "ñ", cloud_api.signed(b"another body")["X-Hub-Signature-256"], "sha1=abc"],
)
async def test_nothing_is_taken_without_the_signature(line: Line, signature: str) -> None:
    async with line.webhook() as client:
        headers = {b"X-Hub-Signature-256": signature.encode()}
        answer = await client.post(PATH, content=json.dumps(HELLO), headers=headers)
        assert answer.status_code == 401
    assert line.logged() == []


async def test_a_signature_by_another_secret(line: Line) -> None:
    body = json.dumps(HELLO).encode()
    async with line.webhook() as client:
        assert await called(client, body, **cloud_api.signed(body, f"{SECRET}x")) == 401


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[]", b'{"object": "page", "entry": []}'])
async def test_a_body_that_is_not_ours(line: Line, body: bytes) -> None:
    async with line.webhook() as client:
        assert await called(client, body) == 400


async def test_a_body_larger_than_any_of_metas(line: Line) -> None:
    async with line.webhook() as client:
        assert await called(client, b" " * (LARGEST + 1)) == 413


async def test_it_is_acknowledged_once_it_is_in_the_log_and_repeats_are_known(line: Line) -> None:
    both = cloud_api.messages(cloud_api.text("uno", id="wamid.1"), cloud_api.text("dos", id="w2"))
    third = cloud_api.messages(cloud_api.text("tres", id="wamid.3"))
    for _ in range(2):
        assert await line.bring(both, third) == 200
    assert line.logged() == [
        ("whatsapp:wamid.1", "uno"),
        ("whatsapp:w2", "dos"),
        ("whatsapp:wamid.3", "tres"),
    ]
    assert line.whatsapp.state == "ok"


async def test_what_was_not_recorded_is_brought_again(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(_group: Sequence[Inbound]) -> list[Recorded]:
        raise NotRecorded("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(line, "receive", full)
        async with line.webhook() as client:
            assert await called(client, HELLO) == 503
    assert (line.logged(), line.whatsapp.state) == ([], "not recorded")
    async with line.webhook() as client:
        assert await called(client, HELLO) == 200
    assert (len(line.logged()), line.whatsapp.state) == (1, "ok")


async def test_receipts_that_cannot_be_written_are_brought_again(line: Line, store: Store) -> None:
    with store.transaction() as session:
        session.connection().exec_driver_sql("ALTER TABLE exchange RENAME TO elsewhere")
    with pytest.raises(OperationalError), store.reading() as session:
        session.scalar(select(Exchange.id))
    assert await line.tells("read", "W1") == 503


async def test_old_and_new_number_are_one_citizen(line: Line) -> None:
    await line.says("uno")
    said = cloud_api.text("dos", sender=ADDRESS, at=int(MORNING.timestamp()))
    assert await line.bring(cloud_api.messages(said)) == 200
    with line.store.reading() as session:
        assert session.scalars(select(Conversation.address)).all() == [ADDRESS]
    line.owe("hola")
    await line.deliver(line.has(hola="delivered"))
    assert line.cloud.sent[0]["to"] == ADDRESS  # the form that WhatsApp gave last
    await line.says("tres")
    line.owe("adiós")
    line.whatsapp = WhatsApp(ACCOUNT, line.cloud.url, line.heard, line.clock.now)
    await line.deliver(line.has(adiós="delivered"))
    assert line.cloud.sent[1]["to"] == CITIZEN


async def test_receipts_tell_what_became_of_a_message(line: Line) -> None:
    await line.says("hola")
    [ours] = line.owe("Buenas tardes")
    await line.deliver(line.has(**{"Buenas tardes": "delivered"}))
    for fate in ("read", "delivered", "sent", "read"):
        assert await line.tells(fate, "wamid.out1", ours=str(ours)) == 200
    with line.store.reading() as session:
        row = session.get_one(Exchange, ours)
        assert (row.delivered_at, row.seen_at) == (MORNING, MORNING)
        assert row.channel_message_id == "wamid.out1"


async def test_a_failure_after_all_ends_at_a_person(line: Line) -> None:
    await line.says("hola")
    [ours] = line.owe("Buenas tardes")
    await line.deliver(line.has(**{"Buenas tardes": "delivered"}))
    for _ in range(2):
        assert await line.tells("failed", "wamid.out1", code=131026) == 200
    assert line.fates()["Buenas tardes"] == ("refused", "undeliverable")
    assert line.notes() == ["WhatsApp no pudo entregar un mensaje a este número."]
    assert line.owner() is Owner.queue
    assert await line.tells("delivered", "wamid.out1", ours=str(ours)) == 200
    assert line.fates()["Buenas tardes"] == ("delivered", None)


async def test_a_receipt_that_is_early_is_brought_again(line: Line) -> None:
    assert await line.tells("failed", "wamid.out1", code=131026) == 503
    assert await line.tells("read", "wamid.out1", ours="77") == 200  # of another installation
    line.clock.forward(minutes=1)
    at = int(MORNING.timestamp())
    old = cloud_api.statuses(cloud_api.status("read", "wamid.out1", at))
    assert await line.bring(old) == 200


async def test_a_time_out_is_not_sent_again_and_a_receipt_clears_it_up(line: Line) -> None:
    await line.says("hola")
    [ours] = line.owe("Buenas tardes")
    line.cloud.fail("messages", Page(504))
    await line.deliver(line.has(**{"Buenas tardes": "unknown"}))
    assert await line.tells("delivered", "wamid.99", ours=str(ours)) == 200
    assert line.fates()["Buenas tardes"] == ("delivered", None)


async def test_a_limit_for_one_citizen_stops_nobody_else(line: Line) -> None:
    await line.says("hola")
    other = cloud_api.text("hola", sender="526629999999", at=int(MORNING.timestamp()))
    assert await line.bring(cloud_api.messages(other)) == 200
    line.owe("Buenas tardes")
    with line.store.transaction() as session:
        key = exchanges.open_conversation(session, "whatsapp", "526629999999", MORNING)
        conversation = conversations.lock(session, key)
        exchanges.queue(session, conversation, Words("Buenos días"), MORNING)
    line.cloud.fail("messages", Fail(131056))
    await line.deliver(lambda: {each[0] for each in line.fates().values()} == {"delivered", "owed"})
    assert len(line.cloud.sent) == 1


async def test_without_a_template_what_comes_too_late_goes_to_a_person(line: Line) -> None:
    await line.says("hola")
    line.clock.forward(hours=24)
    line.owe("Su caso está contestado.")
    await line.deliver(line.has(**{"Su caso está contestado.": "refused"}))
    assert line.fates()["Su caso está contestado."] == ("refused", "window closed")
    assert line.cloud.sent == []
    assert "24 horas" in line.notes()[0]
    assert line.owner() is Owner.queue


def with_template(line: Line) -> None:
    line.whatsapp = WhatsApp(WITH_TEMPLATE, line.cloud.url, line.heard, line.clock.now, answer=5)


async def test_the_answer_to_the_template_lets_out_what_was_held_in_order(line: Line) -> None:
    await line.says("hola")
    line.clock.forward(days=2)
    line.owe("uno", "dos")
    with_template(line)
    await line.deliver(lambda: line.fates()["uno"][1] == "window closed")
    assert line.cloud.texts() == ["aviso"]
    assert len(line.notes()) == 1
    assert "sale cuando responda" in line.notes()[0]
    with_template(line)  # a restart, a day later: the template is not repeated
    line.clock.forward(days=1)
    assert await line.tells("delivered", "wamid.out1", ours="1/template") == 200
    with line.store.reading() as session:
        assert exchanges.owed(session, ["whatsapp"], line.clock.now()) == []
    await line.says("ya vi su aviso")
    line.owe("tres")
    await line.deliver(line.has(uno="delivered", dos="delivered", tres="delivered"))
    assert line.cloud.texts() == ["aviso", "uno", "dos", "tres"]


async def test_a_template_that_fails_ends_at_a_person(line: Line) -> None:
    [ours] = line.owe("uno")
    with_template(line)
    await line.deliver(lambda: line.fates()["uno"][1] == "window closed")
    assert await line.tells("failed", "wamid.out1", ours=f"{ours}/template", code=132015) == 200
    assert line.fates()["uno"] == ("refused", "template rejected")
    assert line.owner() is Owner.queue


async def test_who_never_answers_the_template_is_called_by_a_person(line: Line) -> None:
    line.owe("uno", "dos")
    with_template(line)
    await line.deliver(lambda: line.fates()["uno"][1] == "window closed")
    line.clock.forward(days=3)
    with line.store.transaction() as session:
        end_held(session, line.clock.now())
    assert set(line.fates().values()) == {("refused", "window closed")}
    assert line.owner() is Owner.queue


async def test_an_analyst_is_told_too(line: Line) -> None:
    await line.says("hola")
    line.clock.forward(days=1, seconds=1)
    line.owe("Ya lo revisamos.", author=Author.analyst)
    await line.deliver(line.has(**{"Ya lo revisamos.": "refused"}))
    assert len(line.notes()) == 1
    assert line.owner() is Owner.bot


async def test_the_time_that_counts_is_that_of_the_message(line: Line, clock: Clock) -> None:
    await line.says("hola", at=clock.now() - timedelta(days=2))  # Meta brought it late
    line.owe("uno")
    await line.deliver(line.has(uno="refused"))
    assert line.cloud.sent == []
