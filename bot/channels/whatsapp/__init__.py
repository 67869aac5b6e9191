"""WhatsApp, by Meta's Cloud API: a webhook brings messages and receipts, HTTP takes ours.

Free text goes only within 24 hours of the citizen's last message. After that an approved template,
if there is one, asks them to write; what was to be said waits for it (`Held`).
"""

import asyncio
import hmac
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, BinaryIO, NoReturn, Self

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels import Accepted, Held, NotNow, Receive, Refused, Unknown
from bot.channels.signs import Signs
from bot.channels.whatsapp import media, sending
from bot.channels.whatsapp.client import Client
from bot.channels.whatsapp.failures import TO_ONE, WindowClosed
from bot.channels.whatsapp.messages import CHANNEL
from bot.channels.whatsapp.webhook import LARGEST, NotOurs, Received, is_signed, received, tracker
from bot.intake import NotRecorded
from bot.receipts import Acknowledge
from handoff import clock
from handoff.exchanges import WINDOW_CLOSED, Heard, Outbound, Receipt

__all__ = ["PATH", "Account", "WhatsApp"]

PATH = "/whatsapp"  # of the webhook
# .../whatsapp/messages/send-messages, «Customer service windows»; less, for clocks that differ.
WINDOW = timedelta(hours=24) - timedelta(minutes=2)
# A receipt may overtake the answer to our own request; one as old as this is of somebody else.
OVERTAKES = timedelta(minutes=1)
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Account:
    """One number of a WhatsApp business account, and what Meta and we know each other by."""

    phone_id: str
    token: str
    app_secret: str
    verify_token: str
    template: str = ""
    template_language: str = "es_MX"


class WhatsApp:
    """One number; use it in `async with`, and mount `routes`. `heard` says when a citizen wrote
    last; it is called in a thread."""

    name = CHANNEL
    # .../whatsapp/throughput: 80 messages a second over all. To one citizen one every 6 seconds,
    # but up to 45 at once on credit: a turn has one to three, and the citizen's answers set the
    # pace, so that a second between them is enough; beyond that Meta says so (131056).
    per_second = 80.0
    per_address = 1.0

    def __init__(
        self,
        account: Account,
        api_url: str,
        heard: Callable[[str], Heard | None],
        now: Callable[[], datetime] = clock.now,
        answer: float = 20.0,
    ) -> None:
        self._account = account
        self._heard = heard
        self._now = now
        self._client = Client(api_url, account.token, answer)
        self._signs = Signs(NotNow, Unknown, Refused, WindowClosed)
        self.state = "starting"
        self.last_ok: datetime | None = None

    async def __aenter__(self) -> Self:
        await self._client.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self._signs.end()
        await self._client.__aexit__(*error)

    async def send(self, outbound: Outbound) -> str | None:
        """Send the text, in parts if it is long, with the choices on the last; the id of the last.
        Raises NotNow, Unknown, Refused, Held."""
        self._signs.answer_comes(outbound.address)
        heard = await asyncio.to_thread(self._heard, outbound.address)
        if heard is None or self._now() - heard.at > WINDOW:
            await self._ask_to_write(outbound, heard)
        try:
            return await self._send_parts(outbound, _number(outbound, heard))
        except WindowClosed:
            await self._ask_to_write(outbound, heard)

    async def _send_parts(self, outbound: Outbound, to: str) -> Accepted:
        *first, last = sending.messages(outbound)
        for done, message in enumerate(first):
            await self._send_part(done, to, message, tracker(outbound.exchange_id, "part"))
        return await self._send_part(len(first), to, last, tracker(outbound.exchange_id))

    async def _send_part(self, done: int, to: str, message: sending.Message, of: str) -> Accepted:
        try:
            return await self._send(sending.envelope(to, message, of))
        except (NotNow, Refused, Unknown, WindowClosed):
            if done:  # with parts of it there, sending the whole again would repeat them
                raise Unknown(f"cut after part {done}") from None
            raise

    async def _ask_to_write(self, outbound: Outbound, heard: Heard | None) -> NoReturn:
        if not self._account.template:
            raise Refused(WINDOW_CLOSED)
        account, spoken = self._account, outbound.language
        message = sending.template(account.template, account.template_language, spoken)
        of = tracker(outbound.exchange_id, "template")
        try:
            asked = await self._send(sending.envelope(_number(outbound, heard), message, of))
        except WindowClosed:
            raise Refused(WINDOW_CLOSED) from None
        raise Held(heard.exchange_id if heard else 0, asked)

    async def _send(self, message: sending.Message) -> Accepted:
        try:
            message_id = await self._client.send(self._account.phone_id, message)
        except NotNow as error:
            if str(error) != TO_ONE:  # which says nothing about all the others
                self._troubled(str(error))
            raise
        self._well()
        return Accepted(message_id)

    def show_busy(self, address: str, moment: float) -> None:
        """See Busy: the citizen's last message is marked as read, and «escribiendo…» is shown until
        the answer comes, for 25 seconds at most."""
        self._signs.show(address, moment, partial(self._show_busy, address))

    async def _show_busy(self, address: str) -> None:
        heard = await asyncio.to_thread(self._heard, address)
        message_id = (heard.content or {}).get("message_id") if heard else None
        if message_id is not None:
            await self._client.mark(self._account.phone_id, sending.typing(message_id))

    async def download(self, file: Mapping[str, Any], into: BinaryIO, most: int) -> None:
        """Write a citizen's file, as an attachment of the log names it, into `into`. Raises NotNow;
        Refused if it is gone or «too large», past `most` bytes."""
        await media.fetch(self._client, str(file["id"]), into, most)

    async def watch(self, pause: float = FIRST_PAUSE) -> None:
        """Ask whether token and number are accepted, until they are: what is wrong then shows in
        `state` before a citizen finds out. `pause`: seconds to the second question."""
        while not await self._is_accepted():
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)

    async def _is_accepted(self) -> bool:
        try:
            await self._client.get(f"{self._account.phone_id}?fields=id")
        except (NotNow, Unknown, WindowClosed) as error:
            self._troubled(str(error))
        except Refused:
            self._troubled("number rejected")
        else:
            self._well()
            return True
        return False

    def routes(self, receive: Receive, acknowledge: Acknowledge) -> list[Route]:
        """The endpoints that Meta calls: GET once to verify them, POST with what there is."""

        async def endpoint(request: Request) -> Response:
            body = await _body(request)
            if body is None:
                return Response(status_code=413)
            signature = request.headers.get("X-Hub-Signature-256", "")
            if not is_signed(body, signature, self._account.app_secret):
                return Response(status_code=401)
            try:
                brought = received(body, self._account.phone_id, self._now())
            except NotOurs:
                return Response(status_code=400)
            return await self._taken(brought, receive, acknowledge)

        return [
            Route(PATH, self._verify, methods=["GET"]),
            Route(PATH, endpoint, methods=["POST"]),
        ]

    async def _verify(self, request: Request) -> Response:
        asked = request.query_params
        given = asked.get("hub.verify_token", "").encode()
        is_known = hmac.compare_digest(given, self._account.verify_token.encode())
        if asked.get("hub.mode") != "subscribe" or not is_known:
            return Response(status_code=403)
        return PlainTextResponse(asked.get("hub.challenge", ""))

    async def _taken(
        self, brought: Received, receive: Receive, acknowledge: Acknowledge
    ) -> Response:
        if brought.others:
            log.warning("%s messages were to another number of the account", brought.others)
        try:
            if brought.messages:
                await receive(brought.messages)
            strange = await acknowledge(brought.receipts) if brought.receipts else []
        except NotRecorded:
            self._troubled("not recorded")
            return Response(status_code=503)  # Meta brings it again
        self._well()
        return Response(status_code=503 if self._may_be_early(strange) else 200)

    def _may_be_early(self, strange: list[Receipt]) -> bool:
        """Whether a receipt is of a message whose id we may not know yet."""
        now = self._now()
        return any(each.exchange_id is None and now - each.at < OVERTAKES for each in strange)

    def _well(self) -> None:
        if self.state not in ("ok", "starting"):
            log.info("WhatsApp works again")
        self.state, self.last_ok = "ok", self._now()

    def _troubled(self, state: str) -> None:
        if self.state != state:
            log.warning("WhatsApp: %s", state)
        self.state = state


def _number(outbound: Outbound, heard: Heard | None) -> str:
    """The id that WhatsApp gave us last for this citizen, where it is not the address itself."""
    given = (heard.content or {}).get("wa_id") if heard else None
    return str(given or outbound.address)


async def _body(request: Request) -> bytes | None:
    """None if it is larger than any of Meta's: nobody has shown yet who calls."""
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                return None
    except ClientDisconnect:
        return None
    return bytes(body)
