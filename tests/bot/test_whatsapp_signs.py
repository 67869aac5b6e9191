"""Citizens of WhatsApp see that they are read, and that an answer is being written."""

import asyncio

import pytest

from bot.channels.whatsapp import WhatsApp
from handoff.exchanges import Heard, Outbound
from handoff.store.models import Author
from tests.bot.cloud_api import ACCOUNT, ADDRESS, CloudApi, Fail
from tests.conftest import MORNING

pytestmark = pytest.mark.anyio


def channel(cloud: CloudApi) -> WhatsApp:
    return WhatsApp(ACCOUNT, cloud.url, with_an_id, lambda: MORNING, answer=5)


def with_an_id(_address: str) -> Heard:
    return Heard(7, MORNING, {"message_id": "wamid.in7"})


async def test_a_citizen_sees_that_they_are_read_and_answered(cloud: CloudApi) -> None:
    async with channel(cloud) as whatsapp:
        whatsapp.show_busy(ADDRESS, asyncio.get_running_loop().time())
        await asyncio.to_thread(cloud.wait_until, lambda: bool(cloud.marked))
    assert cloud.marked == [
        {
            "messaging_product": "whatsapp",
            "status": "read",
            "message_id": "wamid.in7",
            "typing_indicator": {"type": "text"},
        }
    ]
    assert cloud.sent == []


async def test_nothing_shows_after_the_answer(cloud: CloudApi) -> None:
    owed = Outbound(31, 1, "whatsapp", ADDRESS, Author.bot, None, "Con gusto", (), 0)
    async with channel(cloud) as whatsapp:
        moment = asyncio.get_running_loop().time()
        await whatsapp.send(owed)
        whatsapp.show_busy(ADDRESS, moment)
        whatsapp.show_busy("5216620000000", moment)
        await asyncio.to_thread(cloud.wait_until, lambda: bool(cloud.marked))
    assert len(cloud.marked) == 1


async def test_a_sign_that_fails_is_left(cloud: CloudApi) -> None:
    cloud.fail("marks", Fail(131000, 500), None)
    async with channel(cloud) as whatsapp:
        whatsapp.show_busy(ADDRESS, asyncio.get_running_loop().time())
        await asyncio.to_thread(cloud.wait_until, lambda: cloud.left("marks") == 1)
        whatsapp.show_busy(ADDRESS, asyncio.get_running_loop().time())
        await asyncio.to_thread(cloud.wait_until, lambda: bool(cloud.marked))
    assert whatsapp.state == "starting"
