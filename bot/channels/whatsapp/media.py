"""Fetching a file that a citizen sent: its id gives an address that is good for five minutes.

See developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media:
an id from a webhook is good for seven days.
"""

from typing import BinaryIO
from urllib.parse import quote

import httpx
import msgspec

from bot.channels import NotNow, Refused, Unknown
from bot.channels.whatsapp.client import Client
from bot.channels.whatsapp.failures import WindowClosed, failure

HOSTS = ("lookaside.fbsbx.com", "lookaside.facebook.com")  # where Meta keeps files
GONE = (404, 410)


class _Media(msgspec.Struct):
    url: str
    file_size: int | None = None


async def fetch(client: Client, media_id: str, into: BinaryIO, most: int) -> None:
    """Write the file into `into`. Raises NotNow, Refused; «too large» past `most` bytes."""
    media = await _find(client, media_id)
    if media.file_size is not None and media.file_size > most:
        raise Refused("too large")
    url = _trusted(client, media.url)
    try:
        async with client.http.stream("GET", url) as answer:
            if not answer.is_success:
                raise _lost(answer.status_code, await answer.aread())
            await _write(answer, into, most)
    except httpx.HTTPError:
        raise NotNow("unreachable") from None


async def _find(client: Client, media_id: str) -> _Media:
    try:
        return msgspec.json.decode(await client.get(quote(media_id, safe="")), type=_Media)
    except Unknown as error:  # to ask again does no harm
        raise NotNow(str(error)) from None
    except WindowClosed:
        raise Refused("bad request") from None
    except Refused as error:
        # For an id that is no more, the API says that it is none.
        raise Refused("gone" if str(error) == "bad request" else str(error)) from None
    except msgspec.DecodeError:
        raise NotNow("no answer of the API") from None


def _trusted(client: Client, address: str) -> httpx.URL:
    """The token goes along: only to the API itself and to where Meta keeps files."""
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL:
        raise Refused("bad address") from None
    is_api = (url.scheme, url.host, url.port) == (
        client.root.scheme,
        client.root.host,
        client.root.port,
    )
    if is_api or (url.scheme == "https" and url.host in HOSTS and url.port is None):
        return url
    raise Refused("bad address")


def _lost(status: int, body: bytes) -> NotNow | Refused:
    if status in GONE:
        return Refused("gone")
    error = failure(status, body)
    return error if isinstance(error, NotNow | Refused) else NotNow("unreachable")


async def _write(answer: httpx.Response, into: BinaryIO, most: int) -> None:
    written = 0
    async for piece in answer.aiter_bytes():
        written += len(piece)
        if written > most:
            raise Refused("too large")
        into.write(piece)
