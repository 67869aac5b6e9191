"""Telegram to the exchange log: an update is confirmed once it is written down, never before."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.routing import Route

from bot.channels import Receive
from bot.channels.telegram import Telegram, TelegramRejected, Waits
from bot.intake import Intake, NotRecorded
from handoff.exchanges import Inbound, Outbound, Recorded
from handoff.store import Store
from handoff.store.models import Author, Exchange
from tests import databases
from tests.bot.bot_api import TOKEN, BotApi, Fail, Page, Silence, Update
from tests.patience import PATIENCE

pytestmark = pytest.mark.anyio

NOW = datetime(2027, 3, 1, 18, 30, tzinfo=UTC)
AT_ONCE = Waits(poll=20, answer=5, first_retry=0, longest_retry=0, conflict_retry=0)


def now() -> datetime:
    return NOW


@pytest.fixture
async def telegram(api: BotApi) -> AsyncIterator[Telegram]:
    async with Telegram(TOKEN, api.url, AT_ONCE, now) as telegram:
        yield telegram


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with databases.opened(databases.sqlite(tmp_path / "t.db")) as store:
        yield store


@pytest.fixture
def receive(store: Store) -> Receive:
    return Intake(store, now).receive


@asynccontextmanager
async def listening(telegram: Telegram, receive: Receive) -> AsyncIterator[None]:
    listener = asyncio.create_task(telegram.listen(receive))
    try:
        yield
    finally:
        listener.cancel()
        with suppress(asyncio.CancelledError):
            await listener


async def until(api: BotApi, came: Callable[[], bool]) -> None:
    await asyncio.to_thread(api.wait_until, came)


def written(number: int, text: str) -> Update:
    citizen = {"id": 42, "is_bot": False, "first_name": "Rosa"}
    chat = {"id": 42, "type": "private"}
    message = {"message_id": number, "from": citizen, "chat": chat, "date": 1803900000}
    return {"update_id": number, "message": {**message, "text": text}}


def clicked(number: int) -> Update:
    citizen = {"id": 42, "is_bot": False, "first_name": "Rosa"}
    click = {"id": f"C{number}", "from": citizen, "chat_instance": "1", "data": "yes"}
    return {"update_id": number, "callback_query": click}


def logged(store: Store) -> list[tuple[str, str]]:
    rows = select(Exchange.received_key, Exchange.text).order_by(Exchange.id)
    with store.reading() as session:
        return [(key or "", text) for key, text in session.execute(rows)]


BOTH = [("telegram:u11", "Buenas tardes"), ("telegram:u12", "No hay agua")]


async def test_repeated_and_reordered_updates_are_logged_once_and_in_order(
    api: BotApi, telegram: Telegram, store: Store, receive: Receive
) -> None:
    first, second = written(11, "Buenas tardes"), written(12, "No hay agua")
    api.put(second, first, second)
    async with listening(telegram, receive):
        await until(api, lambda: set(api.confirmed) == {11, 12})
        api.put(first)
        await until(api, lambda: api.confirmed.count(11) == 2)
    assert logged(store) == BOTH


class Unwritable:
    """A log that cannot be written the first times."""

    def __init__(self, api: BotApi, receive: Receive, failures: int) -> None:
        self.api = api
        self.receive = receive
        self.failures = failures
        self.confirmed_before: list[int] = []

    async def __call__(self, group: Sequence[Inbound]) -> list[Recorded]:
        self.confirmed_before += self.api.confirmed
        if self.failures:
            self.failures -= 1
            raise NotRecorded("disk full")
        return await self.receive(group)


async def test_an_update_is_confirmed_only_when_it_is_in_the_log(
    api: BotApi, telegram: Telegram, store: Store, receive: Receive
) -> None:
    api.put(written(11, "Buenas tardes"))
    unwritable = Unwritable(api, receive, failures=2)
    async with listening(telegram, unwritable):
        await until(api, lambda: api.confirmed == [11])
    assert (unwritable.failures, unwritable.confirmed_before) == (0, [])
    assert logged(store) == BOTH[:1]


@pytest.mark.parametrize("committed", [False, True])
async def test_a_stop_around_the_commit_loses_nothing_and_doubles_nothing(
    api: BotApi, store: Store, receive: Receive, *, committed: bool
) -> None:
    stopped = asyncio.Event()

    async def stop(group: Sequence[Inbound]) -> list[Recorded]:
        if committed:
            await receive(group)
        stopped.set()
        never: asyncio.Future[list[Recorded]] = asyncio.get_running_loop().create_future()
        return await never

    api.put(written(11, "Buenas tardes"), written(12, "No hay agua"))
    async with Telegram(TOKEN, api.url, AT_ONCE) as telegram, listening(telegram, stop):
        async with asyncio.timeout(PATIENCE):
            await stopped.wait()
    assert api.confirmed == []
    async with Telegram(TOKEN, api.url, AT_ONCE) as telegram, listening(telegram, receive):
        await until(api, lambda: api.confirmed == [11, 12])
    assert logged(store) == BOTH


async def test_trouble_on_the_way_is_waited_out(
    api: BotApi, telegram: Telegram, store: Store, receive: Receive
) -> None:
    slow_down = Fail(429, "Too Many Requests: retry after 0", {"retry_after": 0})
    api.fail("getUpdates", slow_down, Page(429), Fail(500, "Internal Server Error"), Page(502))
    api.put(written(11, "Buenas tardes"))
    assert telegram.state == "starting"
    async with listening(telegram, receive):
        await until(api, lambda: api.confirmed == [11])
        assert (telegram.state, telegram.last_ok) == ("ok", NOW)
    assert logged(store) == BOTH[:1]


async def test_a_poll_that_is_never_answered_is_given_up(
    api: BotApi, store: Store, receive: Receive
) -> None:
    waits = Waits(poll=0, answer=0.3, first_retry=0, longest_retry=0)
    api.fail("getUpdates", Silence())
    api.put(written(11, "Buenas tardes"))
    async with Telegram(TOKEN, api.url, waits) as telegram, listening(telegram, receive):
        await until(api, lambda: api.confirmed == [11])
    assert logged(store) == BOTH[:1]


async def test_another_poller_is_told_once(
    api: BotApi,
    telegram: Telegram,
    receive: Receive,
    caplog: pytest.LogCaptureFixture,
) -> None:
    conflict = Fail(409, "Conflict: terminated by other getUpdates request")
    api.fail("getUpdates", *[conflict] * 5)
    api.put(written(11, "Buenas tardes"))
    async with listening(telegram, receive):
        await until(api, lambda: api.confirmed == [11])
    assert [record.getMessage() for record in caplog.records if record.levelno > logging.INFO] == [
        "cannot receive: another program polls this bot, or a webhook is set; trying again"
    ]


async def test_an_unreadable_update_holds_nothing_back(
    api: BotApi, telegram: Telegram, store: Store, receive: Receive
) -> None:
    api.put({"update_id": 10, "poll": {"id": "1"}}, written(11, "Buenas tardes"))
    async with listening(telegram, receive):
        await until(api, lambda: api.confirmed == [10, 11])
    assert logged(store) == BOTH[:1]


async def test_after_a_quiet_week_lower_numbers_are_heard(
    api: BotApi, store: Store, receive: Receive
) -> None:
    waits = Waits(poll=0, answer=5)
    api.put(written(12, "No hay agua"))
    async with Telegram(TOKEN, api.url, waits) as telegram, listening(telegram, receive):
        await until(api, lambda: api.confirmed == [12])
        asked = len(api.calls) + 2
        await until(api, lambda: len(api.calls) >= asked)
        api.put(written(11, "Buenas tardes"))
        await until(api, lambda: api.confirmed == [12, 11])
    assert logged(store) == BOTH[::-1]


async def test_a_pressed_button_is_acknowledged_once_it_is_in_the_log(
    api: BotApi, telegram: Telegram, store: Store, receive: Receive
) -> None:
    api.fail("answerCallbackQuery", Fail(400, "Bad Request: query is too old"))
    api.put(clicked(11), clicked(12))
    logged_before: list[int] = []

    def acknowledged() -> bool:
        if answers := api.called("answerCallbackQuery"):
            logged_before.append(len(logged(store)))
        return len(answers) == 1

    async with listening(telegram, receive):
        await until(api, acknowledged)
        await until(api, lambda: api.confirmed == [11, 12])
    assert logged_before[0] == 2


async def test_a_wrong_token_is_said_without_showing_it(api: BotApi, receive: Receive) -> None:
    token = f"{TOKEN}-mistyped"
    async with Telegram(token, api.url, AT_ONCE) as telegram:
        with pytest.raises(TelegramRejected, match="VENTANILLA_TELEGRAM_TOKEN") as raised:
            await telegram.listen(receive)
        assert telegram.state == "token rejected"
    assert token not in "".join(traceback.format_exception(raised.value))


async def test_the_logs_show_neither_the_token_nor_what_was_said(
    api: BotApi, telegram: Telegram, receive: Receive, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.fail("getUpdates", Page(200), Page(500))
    api.put(written(11, "Buenas tardes"))
    async with listening(telegram, receive):
        await until(api, lambda: api.confirmed == [11])
    await telegram.send(Outbound(1, 1, "telegram", "42", Author.bot, None, "Hola, Rosa", (), 0))
    assert caplog.records
    for secret in (TOKEN, "Buenas tardes", "Hola, Rosa", "Rosa", "<html>"):
        assert secret not in caplog.text


async def test_polling_after_a_webhook(
    api: BotApi, telegram: Telegram, store: Store, receive: Receive
) -> None:
    await telegram.set_webhook("https://ventanilla.example.org/telegram", "s3cret")
    assert api.called("setWebhook") == [
        {
            "url": "https://ventanilla.example.org/telegram",
            "secret_token": "s3cret",
            "allowed_updates": [
                "message",
                "edited_message",
                "callback_query",
                "my_chat_member",
            ],
        }
    ]
    api.fail("deleteWebhook", Page(502))
    await telegram.delete_webhook()
    assert telegram.state == "ok"
    api.put(written(11, "Buenas tardes"))
    async with listening(telegram, receive):
        await until(api, lambda: api.confirmed == [11])
    assert logged(store) == BOTH[:1]


async def test_an_address_that_telegram_cannot_call(api: BotApi, telegram: Telegram) -> None:
    api.fail("setWebhook", Fail(400, "Bad Request: bad webhook: HTTPS URL must be provided"))
    with pytest.raises(TelegramRejected, match="https url must be provided"):
        await telegram.set_webhook("http://ventanilla.example.org/telegram", "s3cret")


@asynccontextmanager
async def calling(telegram: Telegram, receive: Receive) -> AsyncIterator[httpx.AsyncClient]:
    """Telegram's side of the webhook."""
    hook = Route("/telegram", telegram.webhook(receive, "s3cret"), methods=["POST"])
    transport = httpx.ASGITransport(Starlette(routes=[hook]))
    async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
        yield client


async def called(client: httpx.AsyncClient, secret: str | None = "s3cret", **sent: Any) -> int:
    headers = {} if secret is None else {b"X-Telegram-Bot-Api-Secret-Token": secret.encode()}
    return (await client.post("/telegram", headers=headers, **sent)).status_code


async def test_the_webhook_answers_once_the_update_is_in_the_log(
    telegram: Telegram, api: BotApi, store: Store, receive: Receive
) -> None:
    unwritable = Unwritable(api, receive, failures=1)
    async with calling(telegram, unwritable) as client:
        assert await called(client, json=written(11, "Buenas tardes")) == 503
        assert (logged(store), telegram.state) == ([], "not recorded")
        assert await called(client, json=written(11, "Buenas tardes")) == 200
        assert await called(client, json=written(12, "No hay agua")) == 200
        assert await called(client, json=written(11, "Buenas tardes")) == 200
        assert (logged(store), telegram.state) == (BOTH, "ok")
        assert await called(client, json=clicked(13)) == 200
        await until(api, lambda: api.called("answerCallbackQuery") != [])


@pytest.mark.parametrize("secret", [None, "", "S3CRET", "s3cret2", "ñ"])
async def test_the_webhook_takes_nothing_without_the_secret(
    telegram: Telegram, store: Store, receive: Receive, secret: str | None
) -> None:
    async with calling(telegram, receive) as client:
        assert await called(client, secret, json=written(11, "Buenas tardes")) == 401
    assert logged(store) == []


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[]", b'{"message": {}}'])
async def test_the_webhook_says_that_it_was_sent_no_update(
    telegram: Telegram, receive: Receive, body: bytes
) -> None:
    async with calling(telegram, receive) as client:
        assert await called(client, content=body) == 400


async def test_a_webhook_must_have_a_secret(telegram: Telegram, receive: Receive) -> None:
    with pytest.raises(ValueError, match="secret"):
        telegram.webhook(receive, "")
