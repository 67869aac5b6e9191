"""What the tests of Telegram share: a Bot API server, and asyncio to run on."""

from collections.abc import Iterator

import pytest

from tests.bot.bot_api import BotApi, running


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def api() -> Iterator[BotApi]:
    with running() as api:
        yield api
