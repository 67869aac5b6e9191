"""Live screens: readers of the log that a signal wakes. Nothing after the cursor is skipped."""

import asyncio
import math
from collections.abc import Mapping
from contextlib import suppress

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.channels.webchat import writing
from bot.channels.webchat.chat import CHANNEL, WebChat
from bot.channels.webchat.problems import Problem
from bot.channels.webchat.reading import Seen, has_uncollected, read
from handoff.signals import Subscription
from handoff.store import topic

LONGEST_WAIT = 30.0
HEARTBEAT = 25.0  # a client that hears nothing for longer knows that its connection is dead
PATIENCE = 10.0  # for the first frame, which says who it is
WRONG_TOKEN = 4401
BAD_CURSOR = 4400


class Hello(Struct):
    token: str


_hello = msgspec.json.Decoder(Hello).decode


async def get_messages(chat: WebChat, request: Request) -> Response:
    """What is after the cursor; with `wait`, as soon as there is something or the state changes
    from the one that its ETag names, which may have happened since the caller last asked."""
    address = chat.bearer(request.headers.get("authorization", ""))
    cursor, wait = _cursor(request.query_params), _wait(request.query_params)
    await _confirm(chat, address, cursor)
    with chat.signals.follow(topic(CHANNEL, address)) as signal:
        seen = await asyncio.to_thread(read, chat, address, cursor)
        is_known = request.headers.get("if-none-match", seen.etag) == seen.etag
        if wait and is_known and not seen.news.messages:
            seen = await _next(chat, address, seen, signal, wait)
    return Response(
        seen.json(),
        headers={"cache-control": "no-store", "etag": seen.etag},
        media_type="application/json",
    )


async def live(chat: WebChat, websocket: WebSocket) -> None:
    """The same, pushed. It hears the client too, or it would not notice that it has gone."""
    await websocket.accept()
    try:
        address, cursor = await _who(chat, websocket), _cursor(websocket.query_params)
    except WebSocketDisconnect:
        return
    except Problem as problem:
        code = WRONG_TOKEN if problem.status == 401 else BAD_CURSOR
        await websocket.close(code, problem.detail)
        return
    await _confirm(chat, address, cursor)
    tasks = [
        asyncio.create_task(each)
        for each in (
            _tell(chat, websocket, address, cursor),
            writing.tell(chat, websocket, address),
            writing.hear(chat, websocket, address),
        )
    ]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in tasks:
            each.cancel()
    for each in tasks:
        with suppress(asyncio.CancelledError, WebSocketDisconnect):
            await each


async def _who(chat: WebChat, websocket: WebSocket) -> str:
    try:
        async with asyncio.timeout(PATIENCE):
            hello = _hello(await websocket.receive_text())
        address = chat.address_of(hello.token)
    except (TimeoutError, msgspec.DecodeError, UnicodeError, KeyError):
        address = None
    if address is None:
        raise Problem(401, "Su sesión no es válida.")
    return address


async def _tell(chat: WebChat, websocket: WebSocket, address: str, cursor: int) -> None:
    with chat.signals.follow(topic(CHANNEL, address)) as signal:
        seen = await asyncio.to_thread(read, chat, address, cursor)
        while True:
            await websocket.send_text(seen.json().decode())
            if seen.owed_until is not None:
                chat.collecting.mark(address, seen.owed_until)
            wait = 0 if seen.has_more else HEARTBEAT
            seen = await _next(chat, address, seen, signal, wait)


async def _next(chat: WebChat, address: str, last: Seen, signal: Subscription, wait: float) -> Seen:
    """The next news: messages or another state; after `wait` seconds, whatever there is."""
    clock = asyncio.get_running_loop().time
    until, state = clock() + wait, last.news.state
    while True:
        left = max(until - clock(), 0)
        # The place in the queue moves without a ring: nobody wrote in this conversation.
        await signal.wait(min(left, chat.look_again) if state.owner == "queue" else left)
        seen = await asyncio.to_thread(read, chat, address, last.cursor)
        if seen.news.messages or seen.news.state != state or clock() >= until:
            return seen


async def _confirm(chat: WebChat, address: str, cursor: int) -> None:
    """Who asks for what is after a message has that message."""
    if cursor and await asyncio.to_thread(has_uncollected, chat, address, cursor):
        chat.collecting.mark(address, cursor)


def _cursor(query: Mapping[str, str]) -> int:
    given = query.get("after") or "0"
    if not (given.isascii() and given.isdigit() and len(given) < 19):
        raise Problem(400, "El cursor no es válido.")
    return int(given)


def _wait(query: Mapping[str, str]) -> float:
    try:
        wait = float(query.get("wait") or 0)
    except ValueError:
        wait = math.nan
    if not math.isfinite(wait):
        raise Problem(400, "La espera no es un número de segundos.")
    return min(max(wait, 0.0), LONGEST_WAIT)
