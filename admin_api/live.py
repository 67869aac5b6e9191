"""`WS /api/v1/live`: what is written, as it is written, for the screens of the staff."""

import asyncio
import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter
from sqlalchemy import select, text
from sqlalchemy.orm import Session, joinedload, selectinload
from starlette.websockets import WebSocket, WebSocketDisconnect

from admin_api import access, writing
from admin_api.access import Staff
from admin_api.resources import transcripts
from handoff import audit, exchanges, listing, logins, sight
from handoff.signals import Subscription
from handoff.store.models import Attachment, Exchange, Owner, Person

LOOKS_EVERY = 2.0  # seconds, when nothing rings: deliveries and other processes' losses
BREATH = 0.1  # seconds between two looks, however often it rings
LOGIN_WITHIN = 10.0  # seconds
PAGE = 200
MOST_UNSETTLED = 500
NOT_LOGGED_IN = 4401
BAD_CURSOR = 4400
_CURSOR = re.compile(r"[0-9]{1,18}")  # fits in 64 bits

router = APIRouter()


class BadFrame(ValueError):  # noqa: N818
    """The first frame is not {"token": …}."""


@router.websocket("/live")
async def live(socket: WebSocket) -> None:
    """Frames of {"cursor", "exchanges", "queue": {"waiting", "alarms"}, "changed"}.

    `exchanges` are rows after the cursor and, again, rows whose understanding, delivery or files
    became known; `changed` are the conversations that somebody took, left, gave or closed. Without
    `after`, from now on.

    The screen may say {"looking": conversation or null} and {"typing": conversation}. Of what it
    looks at, {"typing": conversation} is told while the citizen writes; who attends is told to the
    citizen to write.
    """
    staff = access.here(socket)
    await socket.accept()
    after = socket.query_params.get("after")
    if after is not None and not _CURSOR.fullmatch(after):
        return await socket.close(BAD_CURSOR)
    screen = Screen(None if after is None else int(after))
    token = await _token(socket, staff)
    if token is None or not await asyncio.to_thread(_enter, staff, token):
        return await socket.close(NOT_LOGGED_IN)
    async with asyncio.TaskGroup() as tasks:
        sending = tasks.create_task(_send(socket, staff, token, screen))
        await writing.until_gone(socket, staff, token)
        sending.cancel()
    return None


@dataclass(slots=True)
class Screen:
    """How far one screen has read, and what it was told that may still change."""

    cursor: int | None
    unsettled: set[tuple[str, int]] = field(default_factory=set)
    withheld: set[int] = field(default_factory=set)  # until they are understood
    attended: dict[str, tuple[Any, ...]] | None = None
    has_more: bool = False

    @property
    def told(self) -> str:
        """From where another line goes on, and misses nothing."""
        return str(min(self.withheld) - 1 if self.withheld else self.cursor)


async def _token(socket: WebSocket, staff: Staff) -> str | None:
    """The token of the header, of our own page's cookie, or of the first frame."""
    if "authorization" in socket.headers or access.own_page(socket, staff):
        token = access.token_of(socket)
        if token:
            return token
    try:
        async with asyncio.timeout(LOGIN_WITHIN):
            return _given(await socket.receive_text())
    except (TimeoutError, BadFrame, WebSocketDisconnect, KeyError):
        return None


def _given(frame: str) -> str:
    try:
        token = json.loads(frame)["token"]
    except (ValueError, TypeError, KeyError) as error:
        raise BadFrame from error
    if not isinstance(token, str):
        raise BadFrame
    return token


def _enter(staff: Staff, token: str) -> bool:
    """Whether the token opens the log; that somebody follows it is written down."""
    with staff.store.transaction() as session:
        login = logins.who(session, token, staff.now())
        if login is not None:
            audit.write(session, login.person, "follow", "log", staff.now())
        return login is not None


async def _send(socket: WebSocket, staff: Staff, token: str, screen: Screen) -> None:
    if staff.signals is None:
        return await _send_all(socket, staff, token, screen, Subscription())
    with staff.signals.follow() as bell:
        return await _send_all(socket, staff, token, screen, bell)


async def _send_all(
    socket: WebSocket, staff: Staff, token: str, screen: Screen, bell: Subscription
) -> None:
    try:
        while True:
            frame = await asyncio.to_thread(_look, staff, token, screen)
            if frame is None:
                return await socket.close(NOT_LOGGED_IN)
            if frame:
                await socket.send_json(frame)
            if not screen.has_more:
                await asyncio.sleep(BREATH)
                await bell.wait(LOOKS_EVERY)
    except WebSocketDisconnect:
        return None


def _look(staff: Staff, token: str, screen: Screen) -> dict[str, Any] | None:
    """The next frame, empty if there is nothing to tell; None if the login has ended."""
    with staff.store.reading() as session:
        login = logins.who(session, token, staff.now())
        if login is None:
            return None
        if not logins.is_to_be_shown(login, staff.now()):
            return _frame(session, login.person, screen)
    with staff.store.transaction() as session:
        logins.show(session, token, staff.now())
    return _look(staff, token, screen)


def _frame(session: Session, reader: Person, screen: Screen) -> dict[str, Any]:
    is_first = screen.attended is None
    told = _attended(session, reader, screen)
    rows = _rows(session, reader, screen)
    if not (is_first or told["changed"] or rows):
        return {}
    return {"cursor": screen.told, "exchanges": [_shown(row) for row in rows], **told}


def _rows(session: Session, reader: Person, screen: Screen) -> Sequence[Exchange]:
    """New rows in the order of the log, then known ones of which more is known now. What may not
    be seen until it is understood comes with the latter."""
    if screen.cursor is None:
        screen.cursor = exchanges.last_id(session)
    new = exchanges.after_anywhere(session, screen.cursor, PAGE)
    screen.has_more = len(new) == PAGE
    before = screen.unsettled
    screen.unsettled = _unsettled(session)
    screen.cursor = new[-1].id if new else screen.cursor
    settled = {row_id for _, row_id in before - screen.unsettled if row_id <= screen.cursor}
    known = (settled | screen.withheld) - {row.id for row in new}
    found = [*new, *_again(session, known)]
    shown = sight.rows(session, found, reader)
    told = {row.id for row in shown}
    screen.withheld = {row.id for row in found if row.waits_for_the_desk} - told
    return shown


def _again(session: Session, ids: Collection[int]) -> Sequence[Exchange]:
    rows = select(Exchange).options(joinedload(Exchange.conversation), selectinload(Exchange.files))
    rows = rows.where(Exchange.id.in_(ids)).order_by(Exchange.id)
    return session.scalars(rows).all() if ids else []


# Written out, so that SQLite sees that its partial indexes fit.
_TO_HANDLE = text("direction = 'in' AND handled_at IS NULL")
_TO_DELIVER = text("delivery IN ('owed', 'sending')")
_TO_FETCH = text("state IN ('owed', 'unchecked') AND exchange_id IS NOT NULL")


def _unsettled(session: Session) -> set[tuple[str, int]]:
    """The latest rows that are still to be understood, to be delivered, or to get a file: which of
    these, and the row."""
    found: set[tuple[str, int]] = set()
    for what, of, waiting in (
        ("handle", Exchange.id, _TO_HANDLE),
        ("deliver", Exchange.id, _TO_DELIVER),
        ("fetch", Attachment.exchange_id, _TO_FETCH),
    ):
        rows = select(of).where(waiting).order_by(of.desc()).limit(MOST_UNSETTLED)
        found.update((what, row_id) for row_id in session.scalars(rows) if row_id is not None)
    return found


def _attended(session: Session, reader: Person, screen: Screen) -> dict[str, Any]:
    """Who waits and who is attended by whom, about what, as it differs from what was told."""
    before = screen.attended
    rows = listing.attended(session, reader)
    now = screen.attended = {row.key: tuple(row)[1:] for row in rows}
    waiting = [each for each in now.values() if each[0] is Owner.queue]
    before = now if before is None else before
    return {
        "queue": {
            "waiting": len(waiting),
            "alarms": sum(1 for each in waiting if each[3] is not None),
        },
        "changed": sorted(key for key in now.keys() | before if now.get(key) != before.get(key)),
    }


def _shown(row: Exchange) -> dict[str, Any]:
    return transcripts.show(row).model_dump(mode="json") | {"conversation": row.conversation.key}
