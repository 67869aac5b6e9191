"""What the tests of the channels share: a server of each, and asyncio to run on."""

from collections.abc import Iterator

import pytest

from tests.bot import cloud_api
from tests.bot.bot_api import BotApi, running
from tests.bot.cloud_api import CloudApi


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def api() -> Iterator[BotApi]:
    with running() as api:
        yield api


@pytest.fixture
def cloud() -> Iterator[CloudApi]:
    with cloud_api.running() as cloud:
        yield cloud
