"""Telegram, by long polling or webhook. python-telegram-bot is its client and its types, no more.

The library's own polling confirms an update before anybody has handled it, and so loses it in a
crash. Here an update is confirmed after it is in the log.
"""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, BinaryIO, Self
from urllib.parse import urlencode

import httpx
from starlette.requests import Request
from starlette.responses import Response
from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import TelegramError

from bot.channels import Receive, Unknown
from bot.channels.telegram.client import Client, keep_secrets_out_of_logs
from bot.channels.telegram.downloading import download
from bot.channels.telegram.patience import Patience, TelegramRejected, Waits
from bot.channels.telegram.sending import failure, keyboard, parts
from bot.channels.telegram.updates import CHANNEL, KINDS, Received, inbound_from, received
from bot.intake import NotRecorded
from handoff import clock
from handoff.exchanges import Outbound

__all__ = ["Telegram", "TelegramRejected", "Waits", "inbound_from"]

WAITS = Waits()


class Telegram:
    """One bot; use it in `async with`. Either poll (`delete_webhook`, then `listen`) or be called
    (mount `webhook`, then `set_webhook`)."""

    name = CHANNEL
    per_second = 30.0
    per_address = 1.0

    def __init__(
        self,
        token: str,
        api_url: str = "https://api.telegram.org",
        waits: Waits = WAITS,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        keep_secrets_out_of_logs()
        root = api_url.rstrip("/")
        self._waits = waits
        self._now = now
        self._patience = Patience(waits, now)
        self._calls = Client(32, read_timeout=waits.answer, connect_timeout=waits.answer)
        self._polls = Client(
            1, read_timeout=waits.poll + waits.answer, connect_timeout=waits.answer
        )
        self._files = httpx.AsyncClient(timeout=waits.answer)
        self._bot = Bot(token, f"{root}/bot", f"{root}/file/bot", self._calls, self._polls)
        self._clicks: set[asyncio.Task[None]] = set()

    @property
    def state(self) -> str:
        """Whether messages come in: "ok", "starting", or why the last attempt failed."""
        return self._patience.state

    @property
    def last_ok(self) -> datetime | None:
        """When Telegram last answered, or last called us with something we could record."""
        return self._patience.last_ok

    async def __aenter__(self) -> Self:
        # Not `Bot.initialize`: it calls Telegram, which may be out of reach when we start.
        await self._calls.initialize()
        await self._polls.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        for click in self._clicks:
            click.cancel()
        await asyncio.gather(*self._clicks, return_exceptions=True)
        await self._calls.shutdown()
        await self._polls.shutdown()
        await self._files.aclose()

    async def send(self, outbound: Outbound) -> str | None:
        """Send the text, in parts if it is long, with the buttons on the last; the id of the last.
        Raises NotNow, Unknown, Refused."""
        buttons = keyboard(outbound.buttons)
        *texts, last = parts(outbound.text)
        for done, text in enumerate(texts):
            await self._send_part(done, outbound.address, text, None)
        return await self._send_part(len(texts), outbound.address, last, buttons)

    async def _send_part(
        self, done: int, address: str, text: str, buttons: InlineKeyboardMarkup | None
    ) -> str:
        no_preview = LinkPreviewOptions(is_disabled=True)
        try:
            message = await self._bot.send_message(
                address, text, link_preview_options=no_preview, reply_markup=buttons
            )
        except TelegramError as error:
            # With parts of it there, sending the whole again would repeat them.
            raise (Unknown(f"cut after part {done}") if done else failure(error)) from None
        return str(message.message_id)

    async def download(self, file: Mapping[str, Any], into: BinaryIO, most: int) -> None:
        """See `HasFiles.download`; Telegram gives at most 20 MB."""
        await download(self._bot, self._files, file, into, most)

    async def listen(self, receive: Receive) -> None:
        """Poll until cancelled. Raises TelegramRejected; other troubles are waited out."""
        offset: int | None = None
        while True:
            offset = await self._patience.insist(self._take, receive, offset)

    async def _take(self, receive: Receive, offset: int | None) -> int | None:
        """Record one group of updates; the offset that confirms it, none if nothing came."""
        group = [received(raw, self._now()) for raw in await self._updates(offset)]
        group.sort(key=lambda each: each.update_id)
        await self._record(group, receive)
        # After a quiet week Telegram may go on from a lower id: a confirmed offset is forgotten.
        return group[-1].update_id + 1 if group else None

    async def _updates(self, offset: int | None) -> Sequence[Any]:
        # Not `Bot.get_updates`: there, one update it cannot read holds back all the others.
        asked = {"timeout": self._waits.poll, "allowed_updates": json.dumps(KINDS)}
        query = urlencode(asked if offset is None else {**asked, "offset": offset})
        updates = await self._polls.post(f"{self._bot.base_url}/getUpdates?{query}")
        return updates if isinstance(updates, list) else []

    async def _record(self, group: Sequence[Received], receive: Receive) -> None:
        if messages := [each.inbound for each in group if each.inbound is not None]:
            await receive(messages)
        self._patience.well()
        for each in group:
            if each.click is not None:
                self._stop_spinner(each.click)

    def _stop_spinner(self, click: str) -> None:
        answer = asyncio.create_task(self._answer(click))
        self._clicks.add(answer)
        answer.add_done_callback(self._clicks.discard)

    async def _answer(self, click: str) -> None:
        with suppress(TelegramError):  # it is only a spinner, and stops by itself in the end
            await self._bot.answer_callback_query(click)

    def webhook(self, receive: Receive, secret: str) -> Callable[[Request], Awaitable[Response]]:
        """The endpoint that Telegram calls by POST. It takes only calls that carry `secret`."""
        if not secret:
            raise ValueError("a webhook without a secret would take updates from anybody")

        async def endpoint(request: Request) -> Response:
            given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
            if not hmac.compare_digest(given.encode(), secret.encode()):
                return Response(status_code=401)
            try:
                update = received(json.loads(await request.body()), self._now())
            except ValueError:
                return Response(status_code=400)
            return await self._recorded(update, receive)

        return endpoint

    async def _recorded(self, update: Received, receive: Receive) -> Response:
        try:
            await self._record([update], receive)
        except NotRecorded:
            self._patience.troubled("not recorded")
            return Response(status_code=503)  # Telegram brings it again
        return Response()

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates brought to `url`. Raises TelegramRejected; other troubles are waited out."""
        await self._patience.insist(
            self._bot.set_webhook, url, secret_token=secret, allowed_updates=KINDS
        )
        self._patience.well()

    async def delete_webhook(self) -> None:
        """Have updates wait to be polled, those that waited included. Raises like `set_webhook`."""
        await self._patience.insist(self._bot.delete_webhook)
        self._patience.well()
