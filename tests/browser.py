"""A real browser, and our applications served to it on a free port of this machine."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, expect, sync_playwright

from tests.patience import PATIENCE

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once for all tests. Give each test a context of its own."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no chromium in PATH")
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield started
        started.close()


@contextmanager
def serve(app: Any) -> Iterator[str]:
    """Run an ASGI application, lifespan included, while the block lasts; its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = _Server(app)
        thread = threading.Thread(target=server.serve_on, args=(listening,), name="serve")
        thread.start()
        try:
            server.ready.wait()
            assert server.started, "the application did not start; see the log"
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


class _Server(uvicorn.Server):
    def __init__(self, app: Any) -> None:
        # What is left waiting when a test ends (a long poll, for one) is cut short.
        super().__init__(
            uvicorn.Config(app, lifespan="on", log_config=None, timeout_graceful_shutdown=1)
        )
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    def serve_on(self, listening: socket.socket) -> None:
        try:
            self.run([listening])
        finally:
            self.ready.set()
