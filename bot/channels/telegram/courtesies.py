"""What is done beside the conversation, and may fail: nothing waits for it."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from functools import partial
from typing import Any

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.channels.signs import Signs
from bot.replies import LANGUAGES, WORDS, speaking


class Courtesies:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._tasks: set[asyncio.Task[None]] = set()
        self._signs = Signs(TelegramError)

    async def end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._signs.end()

    def stop_spinner(self, click: str) -> None:
        """Of a pressed button; it stops by itself in the end."""
        self._begin(self._bot.answer_callback_query(click))

    def leave(self, group: int) -> None:
        """The bot is for private chats: in a group everybody would read what one person tells."""
        self._begin(self._say_and_leave(group))

    def show_busy(self, address: str, moment: float) -> None:
        """«Escribiendo…», unless something was sent there since `moment`."""
        typing = partial(self._bot.send_chat_action, address, ChatAction.TYPING)
        self._signs.show(address, moment, typing)

    def answer_comes(self, address: str) -> None:
        self._signs.answer_comes(address)

    async def _say_and_leave(self, group: int) -> None:
        with suppress(TelegramError):  # in a channel it may not write
            await self._bot.send_message(group, "\n\n".join(map(_private_only, LANGUAGES)))
        await self._bot.leave_chat(group)

    def _begin(self, courtesy: Coroutine[Any, Any, object]) -> None:
        task = asyncio.create_task(_unless_it_fails(courtesy))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _private_only(language: str) -> str:
    with speaking(language):
        return str(WORDS["telegram"]["private_only"])


async def _unless_it_fails(courtesy: Coroutine[Any, Any, object]) -> None:
    with suppress(TelegramError):
        await courtesy
