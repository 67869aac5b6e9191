"""Telegram and everything behind it, in this process: a Bot API server, the log, the desk with the
product's own model, delivery. Only the pace of one message a second to a chat is left out."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from bot import waking
from bot.busy import Attention
from bot.channels.telegram import Telegram, Waits
from bot.delivery import Delivery
from bot.desk import Desk
from bot.doors import Doors
from bot.intake import Intake
from bot.keyboards import Keyboards
from bot.transcripts import staff
from handoff.rules import desk as rules
from handoff.signals import Signals
from handoff.store import Store
from nlu.interpretation import Interpreter
from tests.bot.bot_api import TOKEN, BotApi, Update
from tests.conftest import Clock

CITIZEN = {"id": 42, "is_bot": False, "first_name": "Rosa"}
CHAT = {"id": 42, "type": "private", "first_name": "Rosa"}
MORE = {"kicked": {"until_date": 0}}  # what Telegram says of such a member besides
AT_ONCE = Waits(poll=20, answer=5, first_retry=0, longest_retry=0, next_part=0)


class Unhurried(Telegram):
    per_address = 1000.0


@dataclass
class TelegramDesk:
    api: BotApi
    store: Store
    interpreter: Interpreter
    rules: rules.Desk
    clock: Clock
    answer_after: timedelta = timedelta()

    def __post_init__(self) -> None:
        self.numbers = count(1000)
        with self.store.transaction() as session:
            staff.arrive(session, self.clock.now())

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[Telegram]:
        """Everything runs for the length of the block, like one process of the product."""
        now = self.clock.now
        with Signals(self.store) as signals:
            tell = Doors(self.store, now).note
            async with Unhurried(TOKEN, self.api.url, AT_ONCE, now, tell) as telegram:
                channels = {telegram.name: telegram}
                works = (
                    telegram.listen(Intake(self.store, now).receive),
                    Delivery(self.store, channels, now).run(signals),
                    Keyboards(self.store, channels, now).run(signals),
                    Attention(self.store, channels).run(signals),
                    waking.run(self._desk(), signals, now),
                )
                tasks = [asyncio.create_task(work) for work in works]
                try:
                    yield telegram
                finally:
                    for task in tasks:
                        task.cancel()
                    await asyncio.gather(*tasks, return_exceptions=True)

    def _desk(self) -> Desk:
        return Desk(self.store, self.interpreter, self.rules, self.clock.now, self.answer_after)

    async def until(self, came: Callable[[], bool]) -> None:
        await asyncio.to_thread(self.api.wait_until, came)

    async def hears(self, part: str) -> dict[str, Any]:
        """The first message to the citizen that contains `part`, once it is there."""
        await self.until(lambda: any(part in each["text"] for each in self.api.sent))
        return next(each for each in self.api.sent if part in each["text"])

    def writes(self, text: str = "", **said: Any) -> int:
        """The id of the message."""
        number = next(self.numbers)
        self.api.put(written(number, **({"text": text} if text else {}), **said))
        return number

    def edits(self, message_id: int, **said: Any) -> None:
        message = written(message_id, edit_date=1795539700, **said)["message"]
        self.api.put({"update_id": next(self.numbers), "edited_message": message})

    def moves(self, before: str, after: str, **where: Any) -> None:
        """The bot's own membership changes: of the private chat, unless `where` says another."""
        bot = {"id": 110201543, "is_bot": True, "first_name": "Ventanilla"}
        old, new = ({**MORE.get(each, {}), "user": bot, "status": each} for each in (before, after))
        moved = {"chat": CHAT, "from": CITIZEN, "date": 1795539600, **where}
        change = {**moved, "old_chat_member": old, "new_chat_member": new}
        self.api.put({"update_id": next(self.numbers), "my_chat_member": change})

    def presses(self, part: str, label: str) -> int:
        """A button of the message that contains `part`; the id of that message."""
        sent = [each for each in self.api.sent if part in each["text"]][-1]
        number = self.api.sent.index(sent) + 1
        buttons = [each for row in sent["reply_markup"]["inline_keyboard"] for each in row]
        [payload] = [each["callback_data"] for each in buttons if each["text"] == label]
        self.press(number, payload, text=sent["text"], reply_markup=sent["reply_markup"])
        return number

    def press(self, message_id: int, payload: str, **shown: Any) -> None:
        message = {"message_id": message_id, "chat": CHAT, "date": 1795539600, **shown}
        number = next(self.numbers)
        click = {"id": f"C{number}", "from": CITIZEN, "chat_instance": "1", "data": payload}
        self.api.put({"update_id": number, "callback_query": {**click, "message": message}})


def written(number: int, **said: Any) -> Update:
    message = {"message_id": number, "from": CITIZEN, "chat": CHAT, "date": 1795539600, **said}
    return {"update_id": number, "message": message}
