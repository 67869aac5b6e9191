"""Telegram's files, fetched through the real client from a Bot API server."""

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels import NotNow, Refused
from bot.channels.telegram import Telegram, Waits
from tests.bot.bot_api import TOKEN, BotApi, Fail, Failure, Page

pytestmark = pytest.mark.anyio
MOST = 20 * 1024 * 1024
PHOTO = {"kind": "photo", "id": "abc", "size": 5}


@pytest.fixture
async def telegram(api: BotApi) -> AsyncIterator[Telegram]:
    async with Telegram(TOKEN, api.url, Waits(answer=5)) as telegram:
        yield telegram


async def test_a_file_comes_whole(api: BotApi, telegram: Telegram) -> None:
    api.files["abc"] = bytes(range(256)) * 4000
    into = io.BytesIO()
    await telegram.download(PHOTO, into, MOST)
    assert into.getvalue() == api.files["abc"]
    assert api.called("getFile") == [{"file_id": "abc"}]


@pytest.mark.parametrize("told", [{}, {"size": 11}, {"size": 3}])
async def test_what_is_too_large_is_refused(
    api: BotApi, telegram: Telegram, told: dict[str, Any]
) -> None:
    api.files["abc"] = bytes(11)
    with pytest.raises(Refused, match="too large"):
        await telegram.download({"id": "abc", **told}, io.BytesIO(), 10)
    assert bool(api.called("getFile")) is (told.get("size") != 11)


@pytest.mark.parametrize(
    ("failure", "error", "reason"),
    [
        (Fail(400, "Bad Request: file is too big"), Refused, "too large"),
        (Fail(400, "Bad Request: wrong file_id or the file is temporarily unavailable"),
         NotNow, "bad request"),
        (Fail(400, "Bad Request: wrong file identifier/HTTP URL specified"), Refused, "gone"),
        (Fail(400, "Bad Request: invalid file_id"), Refused, "gone"),
        (Fail(403, "Forbidden: bot was blocked"), Refused, "forbidden"),
        (Fail(429, "Too Many Requests", {"retry_after": 7}), NotNow, "too many requests"),
        (Fail(401, "Unauthorized"), NotNow, "unreachable"),
        (Page(502), NotNow, "unreachable"),
    ],
)  # fmt: skip
async def test_where_it_is_may_not_be_told(
    api: BotApi, telegram: Telegram, failure: Failure, error: type[NotNow | Refused], reason: str
) -> None:
    api.fail("getFile", failure)
    with pytest.raises(error, match=reason) as caught:
        await telegram.download(PHOTO, io.BytesIO(), MOST)
    assert getattr(caught.value, "after", None) == (7 if "many" in reason else None)


@pytest.mark.parametrize(
    ("failure", "error", "reason"),
    [(Page(404), Refused, "gone"), (Page(500), NotNow, "status 500"), (Page(429), NotNow, "429")],
)
async def test_its_bytes_may_not_come(
    api: BotApi, telegram: Telegram, failure: Failure, error: type[NotNow | Refused], reason: str
) -> None:
    api.files["abc"] = b"bytes"
    api.fail("file", failure)
    with pytest.raises(error, match=reason) as caught:
        await telegram.download(PHOTO, io.BytesIO(), MOST)
    assert TOKEN not in str(caught.value)


async def test_a_server_that_is_down_is_tried_later() -> None:
    async with Telegram(TOKEN, "http://127.0.0.1:1", Waits(answer=5)) as telegram:
        with pytest.raises(NotNow, match="unreachable"):
            await telegram.download(PHOTO, io.BytesIO(), MOST)
