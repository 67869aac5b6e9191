"""What WhatsApp shows around our words is in the language of the conversation, too."""

from dataclasses import replace

import pytest

from bot.channels import Held
from tests.bot.cloud_api import CloudApi
from tests.bot.test_whatsapp_sending import WITH_TEMPLATE, channel, owed, yesterday

pytestmark = pytest.mark.anyio


async def test_the_list_opens_in_the_language_of_the_conversation(
    cloud: CloudApi,
) -> None:
    street, holes = ("Street lights", "a"), ("Potholes and paved streets", "b")
    async with channel(cloud.url) as whatsapp:
        await whatsapp.send(replace(owed("Which one?", street, holes), language="en"))
    assert cloud.sent[0]["interactive"]["action"]["button"] == "See options"


async def test_the_template_brings_words_in_the_language_of_the_conversation(
    cloud: CloudApi,
) -> None:
    async with channel(cloud.url, WITH_TEMPLATE, yesterday) as whatsapp:
        with pytest.raises(Held):
            await whatsapp.send(replace(owed("Your case has an answer."), language="en"))
    [body] = cloud.sent[0]["template"]["components"]
    assert body["parameters"][0]["text"].startswith("We have a message for you.")
