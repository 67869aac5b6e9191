"""What Telegram shows of the bot: set when it differs, and never in the way of messages."""

import logging

import pytest

from bot.channels.telegram import Telegram, Waits, profile
from bot.channels.telegram.words import WORDS
from bot.dialogue.reading import typed
from handoff.rules import desk as rules
from tests.bot.bot_api import TOKEN, BotApi, Fail, Page

pytestmark = pytest.mark.anyio
AT_ONCE = Waits(answer=5, first_retry=0, longest_retry=0)
IN_PRIVATE = ("Commands:all_private_chats:", "Commands:all_private_chats:en")


async def present(api: BotApi, desk: rules.Desk) -> None:
    async with Telegram(TOKEN, api.url, AT_ONCE) as telegram:
        await telegram.present(desk)


def changed(api: BotApi) -> list[str]:
    return [each.method for each in api.calls if not each.method.startswith("get")]


async def test_it_is_set_once_in_both_languages(api: BotApi, desk_rules: rules.Desk) -> None:
    await present(api, desk_rules)
    assert sorted(api.profile) == [
        *IN_PRIVATE,
        "Description::",
        "Description::en",
        "ShortDescription::",
        "ShortDescription::en",
    ]
    spanish, english = (api.profile[key] for key in IN_PRIVATE)
    assert {"command": "persona", "description": "Hablar con una persona"} in spanish
    assert {"command": "person", "description": "Talk to a person"} in english
    assert "9-1-1" in api.profile["Description::"]
    before = changed(api)
    await present(api, desk_rules)
    assert changed(api) == before


async def test_what_somebody_else_set_is_replaced_and_taken_from_groups(
    api: BotApi, desk_rules: rules.Desk
) -> None:
    old = [{"command": "old", "description": "Of another program"}]
    wrong = ("Commands:default:", "Commands:all_group_chats:en", *IN_PRIVATE)
    api.profile.update(dict.fromkeys(wrong, old))
    await present(api, desk_rules)
    assert [key for key in api.profile if key.startswith("Commands")] == list(IN_PRIVATE)
    assert old not in api.profile.values()


async def test_trouble_is_waited_out(api: BotApi, desk_rules: rules.Desk) -> None:
    slow_down = Fail(429, "Too Many Requests: retry after 0", {"retry_after": 0})
    api.fail("getMyCommands", Page(502), slow_down)
    api.fail("setMyDescription", Fail(500, "Internal Server Error"))
    await present(api, desk_rules)
    assert "Description::" in api.profile
    assert IN_PRIVATE[0] in api.profile


async def test_what_telegram_does_not_accept_is_told_and_left(
    api: BotApi, desk_rules: rules.Desk, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("setMyCommands", Fail(400, "Bad Request: BOT_COMMAND_INVALID"))
    await present(api, desk_rules)
    assert IN_PRIVATE[0] not in api.profile
    assert IN_PRIVATE[1] in api.profile
    [told] = [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING]
    assert told.startswith("commands of the profile:")


@pytest.mark.parametrize("language", ["es", "en"])
async def test_every_command_of_the_menu_is_understood(language: str) -> None:
    commands = WORDS["profile"][language]["commands"]
    understood = [typed.command_in(f"/{each}@some_bot") for each in commands]
    assert not {None, typed.UNKNOWN} & set(understood)
    assert len(set(understood)) == len(understood)


async def test_all_fits_in_what_telegram_takes(desk_rules: rules.Desk) -> None:
    facts = list(profile.facts(desk_rules))
    longest = {
        kind: max(len(each.text) for each in facts if isinstance(each, kind))
        for kind in (profile.Description, profile.ShortDescription)
    }
    assert longest[profile.Description] <= 512
    assert longest[profile.ShortDescription] <= 120
    menus = [each.commands for each in facts if isinstance(each, profile.Commands)]
    assert all(3 <= len(each.description) <= 256 for menu in menus for each in menu)
