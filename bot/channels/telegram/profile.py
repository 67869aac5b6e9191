"""What Telegram shows of the bot before anybody writes: who it is, and a menu of commands, in
Spanish and in English. In groups, where the bot does not work, no commands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)

from bot.channels.telegram.words import WORDS
from handoff.rules.desk import Desk

# Telegram writes "" for whoever has none of the other languages.
LANGUAGES = {"es": "", "en": "en"}
# Scopes that a chat of several people falls back on.
NOT_SERVED: tuple[BotCommandScope, ...] = (
    BotCommandScopeDefault(),
    BotCommandScopeAllGroupChats(),
    BotCommandScopeAllChatAdministrators(),
)


class Fact(Protocol):
    """One thing that Telegram shows; settling it changes nothing if it stands already."""

    @property
    def name(self) -> str: ...

    async def settle(self, bot: Bot) -> None: ...


@dataclass(frozen=True, slots=True)
class Commands:
    scope: BotCommandScope
    language: str
    commands: tuple[BotCommand, ...]
    name: str = "commands"

    async def settle(self, bot: Bot) -> None:
        shown = await bot.get_my_commands(self.scope, self.language)
        if shown == self.commands:
            return
        if self.commands:
            await bot.set_my_commands(self.commands, self.scope, self.language)
        else:
            await bot.delete_my_commands(self.scope, self.language)


@dataclass(frozen=True, slots=True)
class Description:
    """Shown where a conversation begins."""

    language: str
    text: str
    name: str = "description"

    async def settle(self, bot: Bot) -> None:
        shown = await bot.get_my_description(self.language)
        if shown.description != self.text:
            await bot.set_my_description(self.text, self.language)


@dataclass(frozen=True, slots=True)
class ShortDescription:
    """Shown beside the bot's name and in links to it."""

    language: str
    text: str
    name: str = "short description"

    async def settle(self, bot: Bot) -> None:
        shown = await bot.get_my_short_description(self.language)
        if shown.short_description != self.text:
            await bot.set_my_short_description(self.text, self.language)


def facts(desk: Desk) -> Iterator[Fact]:
    names = {
        "desk": desk.name,
        "government": desk.government,
        "emergency": desk.emergency.shown,
    }
    for language, code in LANGUAGES.items():
        words = WORDS["profile"][language]
        menu = tuple(BotCommand(*each) for each in words["commands"].items())
        yield Commands(BotCommandScopeAllPrivateChats(), code, menu)
        yield Description(code, words["description"].format(**names))
        yield ShortDescription(code, words["short_description"].format(**names))
        for scope in NOT_SERVED:
            yield Commands(scope, code, ())
