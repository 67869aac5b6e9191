"""The virus check: ClamAV's daemon, asked over its socket (INSTREAM of clamd(8))."""

import logging
import socket
import struct
from typing import BinaryIO

CONNECT_WITHIN = 3.0  # seconds
ANSWER_WITHIN = 60.0
PIECE = 128 * 1024
LONGEST_ANSWER = 4096

log = logging.getLogger(__name__)


class OutOfReach(Exception):  # noqa: N818
    """The scanner gave no verdict: it is down, or will not look at this."""


class Scanner:
    """`address`: the path of a unix socket, or `host:port`. `state` is "ok", or what was wrong when
    it was asked last."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.state = "ok"

    def is_infected(self, file: BinaryIO) -> bool:
        """What the scanner says of all that follows in the file. Raises OutOfReach."""
        try:
            with self._connect() as line:
                answer = _ask(line, file)
        except OSError as error:
            raise self._out_of_reach("unreachable") from error
        if answer.endswith(b" FOUND"):
            self.state = "ok"
            return True
        if not answer.endswith(b": OK"):
            raise self._out_of_reach("no verdict")
        self.state = "ok"
        return False

    def _connect(self) -> socket.socket:
        host, colon, port = self._address.rpartition(":")
        if colon and port.isdigit():
            line = socket.create_connection((host.strip("[]"), int(port)), CONNECT_WITHIN)
        else:
            line = socket.socket(socket.AF_UNIX)
            line.settimeout(CONNECT_WITHIN)
            try:
                line.connect(self._address)
            except OSError:
                line.close()
                raise
        line.settimeout(ANSWER_WITHIN)
        return line

    def _out_of_reach(self, state: str) -> OutOfReach:
        if self.state != state:
            log.warning("the virus scanner: %s; files stand apart until it answers", state)
        self.state = state
        return OutOfReach(state)


def _ask(line: socket.socket, file: BinaryIO) -> bytes:
    line.sendall(b"zINSTREAM\0")
    while piece := file.read(PIECE):
        line.sendall(struct.pack(">I", len(piece)) + piece)
    line.sendall(struct.pack(">I", 0))
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        piece = line.recv(LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0\n")
