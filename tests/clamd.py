"""What speaks clamd's INSTREAM for the tests: it finds whatever holds the test signature."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# The standard harmless test file (eicar.org), put together so that this file does not hold it.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        server: Any = self.server
        server.seen.append(content)
        verdict = b"Eicar-Test-Signature FOUND" if EICAR in content else b"OK"
        self.wfile.write(server.answer or b"stream: " + verdict + b"\0")


class Clamd:
    """`address` is how it is reached; `answer` is said instead of a verdict, if it is set."""

    def __init__(self, server: Any, address: str) -> None:
        self._server = server
        self.address = address

    @property
    def seen(self) -> list[bytes]:
        """What it was asked about."""
        found: list[bytes] = self._server.seen
        return found

    def say(self, answer: bytes) -> None:
        self._server.answer = answer


@contextmanager
def running(path: Path | None = None) -> Iterator[Clamd]:
    """On a unix socket at this path, or on a free port."""
    server: Any
    if path is None:
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk)
        address = f"127.0.0.1:{server.server_address[1]}"
    else:
        server, address = socketserver.ThreadingUnixStreamServer(str(path), _Talk), str(path)
    server.seen, server.answer = [], b""
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Clamd(server, address)
        finally:
            server.shutdown()
            thread.join()
