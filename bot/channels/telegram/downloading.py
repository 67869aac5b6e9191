"""Fetching a citizen's file from Telegram: first where it is, then its bytes."""

from collections.abc import Mapping
from typing import Any, BinaryIO

import httpx
from telegram import Bot
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.channels import NotNow, Refused
from bot.channels.telegram.client import TooManyRequests

# What Telegram's descriptions say about a file that it will not give, and our word for it.
REFUSALS = (("too big", "too large"), ("wrong file identifier", "gone"), ("invalid file", "gone"))


async def download(
    bot: Bot, client: httpx.AsyncClient, file: Mapping[str, Any], into: BinaryIO, most: int
) -> None:
    """See `HasFiles.download`."""
    if int(file.get("size") or 0) > most:
        raise Refused("too large")
    await _copy(client, await _address(bot, str(file["id"])), into, most)


async def _address(bot: Bot, file_id: str) -> str:
    """Good for an hour (core.telegram.org/bots/api#getfile)."""
    try:
        found = await bot.get_file(file_id)
    except TooManyRequests as error:
        raise NotNow("too many requests", error.after) from None
    except BadRequest as error:
        said = error.message.lower()
        known = (reason for words, reason in REFUSALS if words in said)
        if reason := next(known, None):
            raise Refused(reason) from None
        raise NotNow("bad request") from None  # «temporarily unavailable», for one
    except Forbidden:
        raise Refused("forbidden") from None
    except TelegramError:
        raise NotNow("unreachable") from None
    if not (found.file_path or "").startswith("http"):
        raise Refused("gone")
    return str(found.file_path)


async def _copy(client: httpx.AsyncClient, address: str, into: BinaryIO, most: int) -> None:
    # Errors are told without their cause: the address has the token in it.
    try:
        async with client.stream("GET", address) as answer:
            _check(answer)
            async for piece in answer.aiter_bytes():
                most -= len(piece)
                if most < 0:
                    raise Refused("too large")
                into.write(piece)
    except httpx.HTTPError:
        raise NotNow("unreachable") from None


def _check(answer: httpx.Response) -> None:
    """Raises NotNow, Refused."""
    if answer.is_success:
        return
    if answer.status_code in (400, 403, 404, 410):
        raise Refused("gone")
    wait = answer.headers.get("retry-after", "")
    raise NotNow(f"status {answer.status_code}", float(wait) if wait.isdigit() else None)
