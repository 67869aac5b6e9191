"""Signs that somebody is writing: shown beside the conversation, and never after the answer."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

REMEMBERED = 10  # seconds for which it is known that something was sent to an address


class Signs:
    """`failures` of a channel that are left: a sign may fail, and nothing waits for it."""

    def __init__(self, *failures: type[Exception]) -> None:
        self._failures = failures
        self._shown: dict[str, asyncio.Task[None]] = {}
        self._sent_at: dict[str, float] = {}

    def show(
        self, address: str, moment: float, sign: Callable[[], Coroutine[Any, Any, object]]
    ) -> None:
        """Unless something was sent there since `moment` (of the loop's clock). Returns at once."""
        self._shown = {who: task for who, task in self._shown.items() if not task.done()}
        if self._sent_at.get(address, moment - 1) < moment:
            self._shown[address] = asyncio.create_task(self._show(sign()))

    def answer_comes(self, address: str) -> None:
        """From here on nothing may show that it is being written."""
        moment = asyncio.get_running_loop().time()
        recent = {who: at for who, at in self._sent_at.items() if moment - at < REMEMBERED}
        self._sent_at = {**recent, address: moment}
        if shown := self._shown.pop(address, None):
            shown.cancel()

    async def end(self) -> None:
        tasks = list(self._shown.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _show(self, sign: Awaitable[object]) -> None:
        with suppress(*self._failures):
            await sign
