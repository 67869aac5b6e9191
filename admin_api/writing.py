"""«Escribiendo…»: between the screens of the staff and the citizen whom they look at."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session
from starlette.websockets import WebSocket, WebSocketDisconnect

from admin_api.access import Staff
from handoff import logins, typing_now
from handoff.store.models import Conversation, Person

FOR_EVER = 3600.0  # seconds; only a hint ends the wait


async def until_gone(socket: WebSocket, staff: Staff, token: str) -> None:
    """Hear what the screen says until it goes: unread, a stop would hang."""
    looking: asyncio.Task[None] | None = None
    clock, told = asyncio.get_running_loop().time, -typing_now.EVERY
    try:
        while (frame := await socket.receive())["type"] != "websocket.disconnect":
            said = _said(frame.get("text"))
            if "looking" in said:
                if looking is not None:
                    looking.cancel()
                looking = asyncio.create_task(_look(socket, staff, token, said["looking"]))
            if "typing" in said and clock() - told >= typing_now.EVERY:
                told = clock()
                await asyncio.to_thread(_tell_citizen, staff, token, said["typing"])
    finally:
        if looking is not None:
            looking.cancel()


def _said(text: str | None) -> dict[str, Any]:
    """{} of what means nothing."""
    try:
        said = json.loads(text or "")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


async def _look(socket: WebSocket, staff: Staff, token: str, key: object) -> None:
    """Tell when the citizen of this conversation writes, as long as it may be seen."""
    citizen = await asyncio.to_thread(_seen, staff, token, key)
    if citizen is None or staff.signals is None:
        return
    with staff.signals.follow_hint(typing_now.of_citizen(*citizen)) as hint:
        while True:
            if not await hint.wait(FOR_EVER):
                continue
            if await asyncio.to_thread(_seen, staff, token, key) is None:
                return
            try:
                await socket.send_json({"typing": key})
            except (WebSocketDisconnect, RuntimeError):  # it went meanwhile
                return


def _seen(staff: Staff, token: str, key: object) -> tuple[str, str] | None:
    """Channel and address of who writes there; None of what is closed or out of sight."""
    with staff.store.reading() as session:
        found = _find(session, staff, token, key, typing_now.seen)
        return (found.channel, found.address) if found else None


def _tell_citizen(staff: Staff, token: str, key: object) -> None:
    with staff.store.reading() as session:
        found = _find(session, staff, token, key, typing_now.attended)
        citizen = (found.channel, found.address) if found else None
    if citizen is not None and staff.signals is not None:
        staff.signals.hint(typing_now.of_analyst(*citizen))


def _find(
    session: Session, staff: Staff, token: str, key: object, find: "_Find"
) -> Conversation | None:
    login = logins.who(session, token, staff.now())
    return find(session, key, login.person) if login and isinstance(key, str) else None


_Find = Callable[[Session, str, Person], Conversation | None]
