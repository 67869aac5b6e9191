"""A small HTTP server that answers like Rasa, or as badly as a test wants."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GOOD: dict[str, Any] = {
    "text": "",
    "intent": {"name": "bacheo", "confidence": 0.9},
    "intent_ranking": [
        {"name": "bacheo", "confidence": 0.9},
        {"name": "alumbrado", "confidence": 0.1},
    ],
    "entities": [],
}


class RasaLike:
    """`says` is the body of the next answers; without `is_quick` none comes before `release`."""

    def __init__(self) -> None:
        self.says: str | bytes = json.dumps(GOOD)
        self.status = 200
        self.model = "light-0123456789ab.tar.gz"
        self.is_quick = True
        self.asked: list[str] = []
        self.addresses: list[str] = []
        self.tokens: list[str | None] = []
        self.connections: set[Any] = set()
        self.url = ""
        self._released = threading.Event()

    def answer(self, path: str, body: bytes) -> tuple[int, bytes]:
        if path.startswith("/status"):
            return 200, json.dumps({"model_file": self.model}).encode()
        self.asked.append(json.loads(body)["text"])
        if not self.is_quick:
            self._released.wait(10)
        return self.status, self.says if isinstance(self.says, bytes) else self.says.encode()

    def release(self) -> None:
        self._released.set()


@contextmanager
def serving(port: int = 0) -> Iterator[RasaLike]:
    rasa = RasaLike()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        do_POST = do_GET  # noqa: N815

        def _answer(self) -> None:
            rasa.addresses.append(self.path)
            rasa.tokens.append(self.headers["Authorization"])
            rasa.connections.add(self.client_address)
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            status, said = rasa.answer(self.path, body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            pass

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionError:  # who asked did not wait
                self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    rasa.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield rasa
    finally:
        rasa.release()
        server.shutdown()
        server.server_close()
        thread.join()
