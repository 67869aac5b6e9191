"""What the tests of the channels share: a server of each, asyncio to run on, and a citizen's
browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.bot import cloud_api
from tests.bot.bot_api import BotApi, running
from tests.bot.cloud_api import CloudApi
from tests.patience import PATIENCE


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


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A citizen's browser, with nothing remembered."""
    context = browser.new_context(locale="es-MX")
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
