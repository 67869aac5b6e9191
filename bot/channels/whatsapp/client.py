"""Calls of the Cloud API over HTTP, and what becomes of them."""

import logging
from typing import Any, NoReturn, Self

import httpx
import msgspec

from bot.channels import NotNow, Unknown
from bot.channels.unsent import NOT_SENT
from bot.channels.whatsapp.failures import failure

AT_ONCE = 32  # connections


class _Message(msgspec.Struct):
    id: str


class _Sent(msgspec.Struct):
    messages: list[_Message]


class Client:
    """Use it in `async with`. `answer`: seconds to wait for an answer."""

    def __init__(self, api_url: str, token: str, answer: float) -> None:
        # httpx logs every address, and those of files are as good as the files.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self.root = httpx.URL(api_url.rstrip("/"))
        self.http = httpx.AsyncClient(
            headers={"Authorization": f"Bearer {token}"},
            timeout=answer,
            limits=httpx.Limits(max_connections=AT_ONCE),
        )

    async def __aenter__(self) -> Self:
        await self.http.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self.http.__aexit__(*error)

    def url(self, path: str) -> httpx.URL:
        return httpx.URL(f"{self.root}/{path}")

    async def send(self, phone_id: str, message: dict[str, Any]) -> str:
        """Its id. Raises NotNow, Unknown, Refused, WindowClosed."""
        content = await self._post(phone_id, message)
        try:
            return msgspec.json.decode(content, type=_Sent).messages[0].id
        except (msgspec.DecodeError, IndexError):
            raise Unknown("no answer of the API") from None

    async def mark(self, phone_id: str, status: dict[str, Any]) -> None:
        """Show how a message of the citizen stands. Raises like `send`."""
        await self._post(phone_id, status)

    async def _post(self, phone_id: str, given: dict[str, Any]) -> bytes:
        try:
            answer = await self.http.post(self.url(f"{phone_id}/messages"), json=given)
        except httpx.HTTPError as error:
            fail(error)
        if not answer.is_success:
            raise failure(answer.status_code, answer.content) from None
        return answer.content

    async def get(self, path: str) -> bytes:
        """What is there. Raises like `send`."""
        try:
            answer = await self.http.get(self.url(path))
        except httpx.HTTPError as error:
            fail(error)
        if not answer.is_success:
            raise failure(answer.status_code, answer.content) from None
        return answer.content


def fail(error: httpx.HTTPError) -> NoReturn:
    """Raises NotNow where nothing was sent, Unknown where nobody knows."""
    if isinstance(error, NOT_SENT):
        raise NotNow("unreachable") from None
    is_late = isinstance(error, httpx.TimeoutException)
    raise Unknown("time-out" if is_late else "connection lost") from None
