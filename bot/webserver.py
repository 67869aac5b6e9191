"""The web server: a free port or one clear line, ready when it says so, and an orderly end."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from bot.opening import CannotStart
from handoff.settings import Settings

PROXIES = "127.0.0.1"  # whose word we take for the address of a caller
STOPS_WITHIN = 5  # seconds that open connections have to end


class Express:
    """Calls of the express routes go straight to their endpoints, which are plain ASGI: routers and
    middlewares cost more than all the rest of the busiest calls. The others go to `app`."""

    def __init__(self, app: Starlette, express: Iterable[Route]) -> None:
        behind_proxies: Any = ProxyHeadersMiddleware  # its types are not Starlette's
        self._others: ASGIApp = behind_proxies(app, PROXIES)
        self._express: dict[tuple[str, str], ASGIApp] = {
            (method, route.path): route.app for route in express for method in route.methods or ()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._others
        if scope["type"] == "http":
            app = self._express.get((scope["method"], scope["path"]), app)
        await app(scope, receive, send)


async def serve(app: ASGIApp, settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve until told to stop; `ready` is called with the address. Raises CannotStart."""
    listener = _listener(settings.host, settings.port)
    host, port = listener.getsockname()[:2]
    address = settings.public_url or f"http://{host}:{port}"
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=STOPS_WITHIN,
        ws_max_size=64 * 1024,
    )
    await _Server(config, lambda: ready(address)).serve([listener])


class _Server(uvicorn.Server):
    """Tells when it takes requests, and ends at a signal without raising it anew: what comes after
    it (delivery, the database) ends in good order too."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        on_signal(lambda: self.handle_exit(signal.SIGTERM, None))
        yield


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise CannotStart(
            f"No se puede abrir {host}:{port} ({error.strerror}); "
            "detenga el otro programa o elija otro puerto con VENTANILLA_PORT."
        ) from None
    return listener


def on_signal(stop: Callable[[], None]) -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(each, stop)
