"""Telegram, by long polling or webhook. python-telegram-bot is its client and its types, no more.

The library's own polling confirms an update before anybody has handled it, and so loses it in a
crash. Here an update is confirmed after it is in the log.
"""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, BinaryIO, Self
from urllib.parse import urlencode

import httpx
from starlette.requests import Request
from starlette.responses import Response
from telegram import Bot, LinkPreviewOptions
from telegram.error import TelegramError

from bot.channels import Door, NotNow, Receive, Refused, Tell, Unknown
from bot.channels.telegram import profile
from bot.channels.telegram.client import Client, keep_secrets_out_of_logs
from bot.channels.telegram.courtesies import Courtesies
from bot.channels.telegram.downloading import download
from bot.channels.telegram.patience import Patience, TelegramRejected, Waits
from bot.channels.telegram.sending import Part, failure, marked, messages
from bot.channels.telegram.updates import CHANNEL, KINDS, Received, inbound_from, received
from bot.intake import NotRecorded
from handoff import clock
from handoff.exchanges import Outbound
from handoff.rules.desk import Desk

__all__ = ["Telegram", "TelegramRejected", "Waits", "inbound_from"]

log = logging.getLogger(__name__)
WAITS = Waits()
MORE_TRIES = 4  # of the next part of a message that has begun
LONGEST_PAUSE = 20  # seconds that are waited between two parts


async def _nobody(_door: Door) -> None:
    pass


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
        tell: Tell = _nobody,
    ) -> None:
        keep_secrets_out_of_logs()
        root = api_url.rstrip("/")
        self._waits = waits
        self._now = now
        self._tell = tell
        self._patience = Patience(waits, now)
        self._calls = Client(32, read_timeout=waits.answer, connect_timeout=waits.answer)
        self._polls = Client(
            1, read_timeout=waits.poll + waits.answer, connect_timeout=waits.answer
        )
        self._files = httpx.AsyncClient(timeout=waits.answer)
        self._bot = Bot(token, f"{root}/bot", f"{root}/file/bot", self._calls, self._polls)
        self._courtesies = Courtesies(self._bot)

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
        await self._courtesies.end()
        await self._calls.shutdown()
        await self._polls.shutdown()
        await self._files.aclose()

    async def send(self, outbound: Outbound) -> str | None:
        """Send the text, in parts if it is long, with the buttons on the last; the id of the last.
        Raises NotNow, Unknown, Refused."""
        self._courtesies.answer_comes(outbound.address)
        first, *rest = messages(outbound)
        last = await self._send_part(outbound.address, first)
        for done, part in enumerate(rest, start=1):
            last = await self._send_rest(outbound.address, part, done)
        return last

    async def _send_rest(self, address: str, part: Part, done: int) -> str:
        """With parts of it there, sending the whole again would repeat them: what certainly did
        not go out is tried again here, and not for long."""
        for _ in range(MORE_TRIES):
            try:
                return await self._send_part(address, part)
            except NotNow as error:
                if (error.after or 0) > LONGEST_PAUSE:
                    break
                await asyncio.sleep(self._waits.next_part if error.after is None else error.after)
            except (Unknown, Refused):
                break
        raise Unknown(f"cut after part {done}") from None

    async def _send_part(self, address: str, part: Part) -> str:
        text, markup = part
        no_preview = LinkPreviewOptions(is_disabled=True)
        try:
            message = await self._bot.send_message(
                address, text, link_preview_options=no_preview, reply_markup=markup
            )
        except TelegramError as error:
            raise failure(error) from None
        return str(message.message_id)

    async def take_buttons_away(
        self, outbound: Outbound, message_id: str, chosen: str | None
    ) -> None:
        """See Editor. The text stays as it is where there is no room for the label."""
        text = marked(messages(outbound)[-1][0], chosen)
        where: dict[str, Any] = {"chat_id": outbound.address, "message_id": int(message_id)}
        no_preview = LinkPreviewOptions(is_disabled=True)
        try:
            if text is None:
                await self._bot.edit_message_reply_markup(**where)
            else:
                await self._bot.edit_message_text(text, **where, link_preview_options=no_preview)
        except TelegramError as error:
            raise failure(error) from None

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
        for door, run in groupby(group, lambda each: each.door):
            if door is not None:
                await self._tell(door)
            elif written := [each.inbound for each in run if each.inbound is not None]:
                await receive(written)
        self._patience.well()
        for each in group:
            if each.click is not None:
                self._courtesies.stop_spinner(each.click)
            if each.group is not None:
                self._courtesies.leave(each.group)

    def show_busy(self, address: str, moment: float) -> None:
        """See Busy."""
        self._courtesies.show_busy(address, moment)

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

    async def present(self, desk: Desk) -> None:
        """Have Telegram show who the bot is and its commands, unless it does. Trouble is waited
        out; what Telegram does not accept is told once and left as it was."""
        patience = Patience(self._waits, self._now)  # its own: messages come in all the same
        for fact in profile.facts(desk):
            try:
                await patience.insist(fact.settle, self._bot)
            except TelegramRejected as error:
                log.warning("%s of the profile: %s", fact.name, error)

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
