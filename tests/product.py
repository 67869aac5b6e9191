"""The product as an operator runs it: a process of its own, on a free port, with its own data."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import patience

ROOT = Path(__file__).parent.parent
STOPS_WITHIN = 20  # seconds
PASSWORD = "una clave larga"  # of the administrator


class Product:
    """One running process. `address` is where it answers."""

    def __init__(self, data_dir: Path, *arguments: str, **settings: object) -> None:
        with (data_dir / "log.jsonl").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", *arguments],
                cwd=ROOT,
                env=environment(data_dir, **settings),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self.said = self._read_until_ready()
        self.address = next(
            (line.split()[1].rstrip("/") for line in self.said if line.startswith("Chat:")), ""
        )

    def _read_until_ready(self) -> list[str]:
        """What a start prints, up to the line that closes it or the end of the process."""
        assert self.process.stdout is not None
        said: list[str] = []
        for line in self.process.stdout:
            said.append(line.rstrip("\n"))
            if line.startswith("Listo"):
                break
        return said

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self._ended()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self._ended()

    def _ended(self) -> int:
        code = self.process.wait(STOPS_WITHIN)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


def cpu_seconds(pid: int) -> float:
    """User and system time of a process so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def running(data_dir: Path, *arguments: str, **settings: object) -> Iterator[Product]:
    product = Product(data_dir, *arguments, **settings)
    try:
        yield product
    finally:
        if product.process.poll() is None:
            product.stop()


def environment(data_dir: Path, **settings: object) -> dict[str, str]:
    """The environment of a product process: nothing of the caller's own settings. It waits for no
    more words, unless it is told to."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("VENTANILLA_")}
    usual = {"port": 0, "admin_password": PASSWORD, "answer_after": 0}
    ours = {"data_dir": data_dir, **usual, **settings}
    return inherited | {f"VENTANILLA_{name.upper()}": str(value) for name, value in ours.items()}


def furnish(data_dir: Path, model_path: Path) -> None:
    """A data folder that has its model already, so that a start need not train."""
    data_dir.mkdir(parents=True, exist_ok=True)
    shutil.copy(model_path, data_dir / "model.npz")


class Citizen:
    """Somebody at the web chat."""

    def __init__(self, product: Product) -> None:
        self.client = patience.client(base_url=product.address)
        session = self.client.post("/chat/sessions", json={}).json()
        self.conversation = session["conversation"]
        self.client.headers["Authorization"] = f"Bearer {session['token']}"
        self.cursor, self.count = "0", 0

    def __enter__(self) -> "Citizen":
        return self

    def __exit__(self, *_error: object) -> None:
        self.client.close()

    def says(self, words: str) -> None:
        self.count += 1
        answer = self.client.post("/chat/messages", json={"id": str(self.count), "text": words})
        assert answer.status_code == 202

    def hears(self, part: str) -> dict[str, Any]:
        """Read until a message contains `part`."""
        for _ in range(10):
            asked = {"after": self.cursor, "wait": "10"}
            for message in self.client.get("/chat/messages", params=asked).json()["messages"]:
                self.cursor = message["cursor"]
                if message["from"] != "citizen" and part in message["text"]:
                    return dict(message)
        raise AssertionError(f"nobody said {part!r}")
