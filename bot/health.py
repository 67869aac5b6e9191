"""Is it alive, is it ready, how is it going: /healthz, /readyz, /metrics."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.clockwork import Clockwork
from handoff import clock, exchanges, queue
from handoff.files import owing
from handoff.files.taking import Files
from handoff.rules import calendar, desk, vacations
from handoff.store import Store
from handoff.store.models import FileState
from nlu.interpretation import Assisted, Interpreter

if TYPE_CHECKING:
    from bot.channels.telegram import Telegram
    from bot.channels.whatsapp import WhatsApp

CLOCK_IS_LATE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Health:
    """`clockwork` is None in a process that has no clock."""

    store: Store
    interpreter: Interpreter
    clockwork: Clockwork | None
    telegram: "Telegram | None"
    whatsapp: "WhatsApp | None" = None
    files: Files | None = None
    now: Callable[[], datetime] = clock.now


def routes(health: Health) -> list[Route]:
    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok")

    async def ready(_request: Request) -> Response:
        states = await asyncio.to_thread(_states, health)
        is_ready = states["database"] == "ok"
        return JSONResponse(states, 200 if is_ready else 503)

    async def metrics(_request: Request) -> Response:
        body = await asyncio.to_thread(_metrics, health)
        return Response(body, media_type="text/plain; version=0.0.4; charset=utf-8")

    return [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]


def _states(health: Health) -> dict[str, str]:
    """Each part and how it is: "ok", or what is wrong."""
    return {
        "database": _database(health.store),
        "model": _model(health.interpreter),
        "clock": _clock(health.clockwork, health.now()),
        "calendar": _calendar(health.now()),
        "webchat": "ok",
        "antivirus": _antivirus(health.files),
        "telegram": health.telegram.state if health.telegram else "off",
        "whatsapp": health.whatsapp.state if health.whatsapp else "off",
    }


def _database(store: Store) -> str:
    try:
        with store.reading() as session:
            session.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        return type(error).__name__
    return "ok"


def _clock(clockwork: Clockwork | None, now: datetime) -> str:
    if clockwork is None:
        return "elsewhere"
    if clockwork.last_tick is None or now - clockwork.last_tick > CLOCK_IS_LATE:
        return "late"
    return "ok"


def _calendar(now: datetime) -> str:
    years = vacations.missing(calendar.listed(), now.astimezone(desk.load().zone).date())
    return f"no vacations of {', '.join(map(str, years))}" if years else "ok"


def _antivirus(files: Files | None) -> str:
    return files.scanner.state if files and files.scanner else "off"


def _model(interpreter: Interpreter) -> str:
    return interpreter.state if isinstance(interpreter, Assisted) else "ok"


def _metrics(health: Health) -> bytes:
    registry = CollectorRegistry()
    _count_fallbacks(health.interpreter, registry)
    with health.store.reading() as session:
        for name, help_text, value in _measured(session):
            Gauge(f"ventanilla_{name}", help_text, registry=registry).set(value)
    return generate_latest(registry)


def _count_fallbacks(interpreter: Interpreter, registry: CollectorRegistry) -> None:
    if not isinstance(interpreter, Assisted):
        return
    help_text = "Messages that the embedded engine understood for the one that was asked"
    counter = Counter("ventanilla_nlu_fallbacks", help_text, ["reason"], registry=registry)
    for reason, count in interpreter.fallbacks.items():
        counter.labels(reason).inc(count)


def _measured(session: Session) -> list[tuple[str, str, float]]:
    waiting = queue.waiting(session)
    unanswered = sum(1 for handoff in waiting if handoff.alarmed_at is not None)
    return [
        ("exchanges_total", "Messages in the log", exchanges.last_id(session)),
        (
            "unhandled",
            "Received messages that wait for the desk",
            exchanges.count_unhandled(session),
        ),
        ("owed", "Messages that are owed to citizens", exchanges.count_owed(session)),
        (
            "files_owed",
            "Files that are to be fetched from their channels",
            owing.count(session, FileState.owed),
        ),
        (
            "files_unchecked",
            "Files that wait for the virus scanner",
            owing.count(session, FileState.unchecked),
        ),
        ("queue", "Conversations that wait for a person", len(waiting)),
        ("queue_late", "Of those, the ones that nobody took in time", unanswered),
    ]
