"""What is done beside the conversation, and may fail: nothing waits for it."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.channels.telegram.words import WORDS

REMEMBERED = 10  # seconds for which it is known that something was sent to an address


class Courtesies:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._tasks: set[asyncio.Task[None]] = set()
        self._typing: dict[str, asyncio.Task[None]] = {}
        self._sent_at: dict[str, float] = {}

    async def end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def stop_spinner(self, click: str) -> None:
        """Of a pressed button; it stops by itself in the end."""
        self._begin(self._bot.answer_callback_query(click))

    def leave(self, group: int) -> None:
        """The bot is for private chats: in a group everybody would read what one person tells."""
        self._begin(self._say_and_leave(group))

    def show_busy(self, address: str, moment: float) -> None:
        """«Escribiendo…», unless something was sent there since `moment`."""
        self._typing = {who: task for who, task in self._typing.items() if not task.done()}
        if self._sent_at.get(address, moment - 1) < moment:
            action = self._bot.send_chat_action(address, ChatAction.TYPING)
            self._typing[address] = self._begin(action)

    def answer_comes(self, address: str) -> None:
        """From here on nothing may show that it is being written."""
        moment = asyncio.get_running_loop().time()
        recent = {who: at for who, at in self._sent_at.items() if moment - at < REMEMBERED}
        self._sent_at = {**recent, address: moment}
        if typing := self._typing.pop(address, None):
            typing.cancel()

    async def _say_and_leave(self, group: int) -> None:
        with suppress(TelegramError):  # in a channel it may not write
            await self._bot.send_message(group, WORDS["private_only"])
        await self._bot.leave_chat(group)

    def _begin(self, courtesy: Coroutine[Any, Any, object]) -> asyncio.Task[None]:
        task = asyncio.create_task(_unless_it_fails(courtesy))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


async def _unless_it_fails(courtesy: Coroutine[Any, Any, object]) -> None:
    with suppress(TelegramError):
        await courtesy
