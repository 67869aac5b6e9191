"""The composition root: puts edges, desk, delivery and clock together, and runs them."""

import asyncio
import contextlib
import itertools
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.routing import Mount, Route

from admin_api.access import Staff
from admin_api.app import create_app
from bot import delivery, health, idle, notices, opening, waking, webserver
from bot.busy import Attention
from bot.channels import webchat
from bot.clockwork import Clockwork
from bot.delivery import Delivery
from bot.desk import Desk
from bot.doors import Doors
from bot.fetching import Fetching
from bot.health import Health
from bot.intake import Intake
from bot.keyboards import Keyboards
from bot.receipts import Receipts
from bot.roles import Role
from bot.webserver import Express
from handoff import clock, schedule
from handoff.files.taking import Files
from handoff.schedule import Job
from handoff.settings import Settings
from handoff.signals import Signals
from handoff.store import Store
from nlu.interpretation import Interpreter

if TYPE_CHECKING:  # a start without a channel does not load its library
    from bot.channels.telegram import Telegram
    from bot.channels.whatsapp import WhatsApp

PAUSES = (1, 1, 2, 5, 10, 30, 60)  # seconds before a task that failed begins again

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the tasks of a process share."""

    settings: Settings
    store: Store
    signals: Signals
    intake: Intake
    desk: Desk
    delivery: Delivery
    keyboards: Keyboards
    fetching: Fetching
    files: Files
    clockwork: Clockwork
    telegram: "Telegram | None"
    whatsapp: "WhatsApp | None"
    role: Role


async def serve(
    settings: Settings,
    store: Store,
    interpreter: Interpreter,
    role: Role,
    ready: Callable[[str], None],
) -> None:
    """Run until told to stop. `ready` is called with the address once messages are taken."""
    async with _parts(settings, store, interpreter, role) as parts:
        stop = asyncio.Event()
        tasks = [
            asyncio.create_task(_keep(work), name=name) for name, work in _works(parts).items()
        ]
        try:
            if role.does(Role.web):
                await webserver.serve(_app(parts), settings, ready)
            else:
                webserver.on_signal(stop.set)
                ready("")
                await stop.wait()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


@contextlib.asynccontextmanager
async def _parts(
    settings: Settings, store: Store, interpreter: Interpreter, role: Role
) -> AsyncIterator[Parts]:
    token = settings.telegram_token
    async with contextlib.AsyncExitStack() as stack:
        telegram = None
        if token is not None:
            from bot.channels.telegram import Telegram

            telegram = Telegram(
                token.get_secret_value(),
                settings.telegram_api_url,
                tell=Doors(store, clock.now).note,
            )
            await stack.enter_async_context(telegram)
        whatsapp = opening.whatsapp(settings, store)
        if whatsapp:
            await stack.enter_async_context(whatsapp)
        senders = {each.name: each for each in (telegram, whatsapp) if each}
        editors = {telegram.name: telegram} if telegram else {}
        files = opening.files(settings)
        yield Parts(
            settings=settings,
            store=store,
            signals=stack.enter_context(Signals(store)),
            intake=Intake(store, clock.now),
            desk=Desk(
                store,
                interpreter,
                opening.rules(settings.public_url),
                clock.now,
                timedelta(seconds=settings.answer_after),
            ),
            delivery=Delivery(store, senders, clock.now),
            keyboards=Keyboards(store, editors, clock.now),
            fetching=Fetching(store, files, senders, clock.now),
            files=files,
            clockwork=Clockwork(store, [*schedule.JOBS, *JOBS], clock.now),
            telegram=telegram,
            whatsapp=whatsapp,
            role=role,
        )


# What runs by the clock and needs the bot's words.
JOBS = (
    Job(
        "attend who fell silent",
        lambda session, now: idle.attend(session, opening.rules(), now),
        every=timedelta(seconds=15),
    ),
    Job("end what was cut short", delivery.end_cut_short, every=timedelta(minutes=1)),
    Job("end what was held too long", delivery.end_held, every=timedelta(minutes=10)),
)


def _works(parts: Parts) -> dict[str, Callable[[], Awaitable[None]]]:
    works: dict[str, Callable[[], Awaitable[None]]] = {}
    if parts.role.does(Role.worker):
        works["desk"] = partial(waking.run, parts.desk, parts.signals, clock.now)
        works["delivery"] = partial(_deliver, parts)
        works["files"] = partial(_fetch, parts)
        if parts.telegram:
            works["keyboards"] = partial(parts.keyboards.run, parts.signals)
            works["telegram"] = partial(_listen, parts.settings, parts.telegram, parts.intake)
            works["telegram profile"] = partial(_present, parts.telegram)
        if parts.whatsapp:
            works["whatsapp"] = parts.whatsapp.watch
        if channels := [each for each in (parts.telegram, parts.whatsapp) if each]:
            busy = Attention(parts.store, {each.name: each for each in channels})
            works["busy"] = partial(busy.run, parts.signals)
    if parts.role.does(Role.clock):
        works["clock"] = parts.clockwork.run
    return works


async def _keep(work: Callable[[], Awaitable[None]]) -> None:
    """A supervisor: what fails is logged and begun again, less and less eagerly."""
    for pause in itertools.chain(PAUSES, itertools.repeat(PAUSES[-1])):
        try:
            await work()
        except Exception:
            log.exception("a task failed and begins again in %s s", pause)
            await asyncio.sleep(pause)


async def _deliver(parts: Parts) -> None:
    await asyncio.to_thread(parts.delivery.leave_unknown, all_of_them=parts.store.is_sqlite)
    await parts.delivery.run(parts.signals)


async def _fetch(parts: Parts) -> None:
    await asyncio.to_thread(parts.fetching.start, alone=parts.store.is_sqlite)
    await parts.fetching.run(parts.signals)


async def _listen(settings: Settings, telegram: "Telegram", intake: Intake) -> None:
    """Poll, or tell Telegram where to call us: then its messages come in as requests."""
    if settings.telegram_webhook_url:
        await telegram.set_webhook(settings.telegram_webhook_url, opening.telegram_secret(settings))
        await asyncio.Event().wait()
    await telegram.delete_webhook()
    await telegram.listen(intake.receive)


async def _present(telegram: "Telegram") -> None:
    await telegram.present(opening.rules())
    await asyncio.Event().wait()


def _health(parts: Parts) -> Health:
    channels = (parts.telegram, parts.whatsapp)
    return Health(
        parts.store, parts.desk.interpreter, parts.clockwork, *channels, files=parts.files
    )


def _app(parts: Parts) -> Express:
    settings, store = parts.settings, parts.store
    chat = webchat.WebChat(
        store,
        parts.intake,
        parts.signals,
        clock.now,
        parts.files,
        public_url=settings.public_url,
        embed_origins=opening.embed_origins(settings),
    )
    desk = opening.rules(settings.public_url)
    staff = Staff(
        store,
        clock.now,
        desk,
        parts.signals,
        settings.public_url,
        shelf=parts.files.shelf,
        tell=lambda session, case, now: notices.tell(session, case, desk, now),
        tell_withheld=lambda session, chat, now: notices.tell_withheld(session, chat, desk, now),
        ask_rating=lambda session, chat, now: notices.ask_rating(session, chat, desk, now),
    )
    # The chat first: routes are tried in order, and its messages are most of the work.
    routes = [*webchat.routes(chat), *health.routes(_health(parts))]
    if parts.telegram and settings.telegram_webhook_url:
        path = urlsplit(settings.telegram_webhook_url).path
        called = parts.telegram.webhook(parts.intake.receive, opening.telegram_secret(settings))
        routes.append(Route(path, called, methods=["POST"]))
    if parts.whatsapp:
        receipts = Receipts(store, clock.now).acknowledge
        routes += parts.whatsapp.routes(parts.intake.receive, receipts)
    app = Starlette(routes=[*routes, Mount("/", create_app(staff))])
    return Express(app, [webchat.message_route(chat)])
