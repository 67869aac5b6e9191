"""«Escribiendo…»: from the citizen's socket to the screens of the staff, and back."""

import asyncio
import json

import msgspec
from starlette.websockets import WebSocket

from bot.channels.webchat.chat import CHANNEL, WebChat
from bot.channels.webchat.reading import News, state_of
from handoff import typing_now

FOR_EVER = 3600.0  # seconds; only a hint ends the wait


async def hear(chat: WebChat, websocket: WebSocket, address: str) -> None:
    """Until the client has gone. It may say {"typing": true}; all else means nothing."""
    clock, told = asyncio.get_running_loop().time, -typing_now.EVERY
    while (frame := await websocket.receive())["type"] != "websocket.disconnect":
        if clock() - told < typing_now.EVERY or not _says_so(frame.get("text")):
            continue
        told = clock()
        if await asyncio.to_thread(_is_open, chat, address):
            chat.signals.hint(typing_now.of_citizen(CHANNEL, address))


async def tell(chat: WebChat, websocket: WebSocket, address: str) -> None:
    """News without messages, and with `typing`, each time that the analyst is said to write."""
    with chat.signals.follow_hint(typing_now.of_analyst(CHANNEL, address)) as hint:
        while True:
            if await hint.wait(FOR_EVER):
                state = await asyncio.to_thread(state_of, chat, address)
                if state.owner == "analyst":
                    news = News([], state, typing=True)
                    await websocket.send_text(msgspec.json.encode(news).decode())


def _says_so(text: str | None) -> bool:
    try:
        said = json.loads(text or "")
    except ValueError:
        return False
    return isinstance(said, dict) and said.get("typing") is True


def _is_open(chat: WebChat, address: str) -> bool:
    with chat.store.reading() as session:
        return typing_now.is_open(session, CHANNEL, address)
