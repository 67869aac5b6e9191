"""«Something was written»: wakes whoever follows the log, in this process and in the others.

A hint says that something goes on of which nothing is written. It wakes only who follows that very
hint; whether it came is all that it says, and lost ones are not missed.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType

import psycopg

from handoff.store import Store

EVERYTHING = "*"
HINT = "~"
CHANNEL = "ventanilla"
LONGEST_PAYLOAD = 7000  # PostgreSQL takes less than 8000 bytes


class Subscription:
    """Wakes when its topic rings. A ring between two waits is not missed."""

    def __init__(self) -> None:
        self._rang = asyncio.Event()

    def wake(self) -> None:
        self._rang.set()

    async def wait(self, seconds: float) -> bool:
        """True if it rang, False if the time passed."""
        try:
            async with asyncio.timeout(seconds):
                await self._rang.wait()
        except TimeoutError:
            return False
        self._rang.clear()
        return True


class Signals:
    """Topics are `handoff.store.topic(channel, address)`, or EVERYTHING. Use as a context."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._loop = asyncio.get_running_loop()
        self._lock = threading.Lock()
        self._rung: set[str] = set()
        self._followers: dict[str, set[Subscription]] = {}
        self._wires = [] if store.is_sqlite else [_Wire(store, self)]

    def __enter__(self) -> "Signals":
        self._store.rings.append(self.ring)
        for wire in self._wires:
            wire.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._store.rings.remove(self.ring)
        for wire in self._wires:
            wire.stop()

    def ring(self, topics: Iterable[str]) -> None:
        """Something was written and committed. From any thread."""
        topics = set(topics)
        self.ring_here(topics)
        for wire in self._wires:
            wire.tell(topics)

    def hint(self, topic: str) -> None:
        """From any thread."""
        self.ring([HINT + topic])

    def ring_here(self, topics: Iterable[str]) -> None:
        with self._lock:
            is_first = not self._rung
            self._rung.update(topics)
        if is_first:
            with contextlib.suppress(RuntimeError):  # the loop has ended: nobody follows any more
                self._loop.call_soon_threadsafe(self._wake)

    def follow_hint(self, topic: str) -> AbstractContextManager[Subscription]:
        return self.follow(HINT + topic)

    @contextlib.contextmanager
    def follow(self, topic: str = EVERYTHING) -> Iterator[Subscription]:
        subscription = Subscription()
        self._followers.setdefault(topic, set()).add(subscription)
        try:
            yield subscription
        finally:
            self._followers[topic].discard(subscription)
            if not self._followers[topic]:
                del self._followers[topic]

    def _wake(self) -> None:
        with self._lock:
            rung, self._rung = self._rung, set()
        for topic in list(self._awake(rung)):
            for subscription in self._followers.get(topic, ()):
                subscription.wake()

    def _awake(self, rung: set[str]) -> set[str]:
        hints = {topic for topic in rung if topic.startswith(HINT)}
        if hints == rung:
            return hints
        if EVERYTHING in rung:
            return hints | {topic for topic in self._followers if not topic.startswith(HINT)}
        return {*rung, EVERYTHING}


class _Wire:
    """PostgreSQL LISTEN and NOTIFY, one doorbell for many commits, after the commit.

    A lost connection loses rings, not messages: every follower also looks by itself now and then.
    """

    def __init__(self, store: Store, signals: Signals) -> None:
        self._address = store.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._signals = signals
        self._stopped = threading.Event()
        self._pending: set[str] = set()
        self._something = threading.Condition()
        self._threads = [
            threading.Thread(target=self._keep, args=(work,), name=work.__name__, daemon=True)
            for work in (self._listen, self._notify)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stopped.set()
        with self._something:
            self._something.notify_all()
        for thread in self._threads:
            thread.join(timeout=5)

    def tell(self, topics: set[str]) -> None:
        with self._something:
            self._pending |= topics
            self._something.notify()

    def _keep(self, work: Callable[[psycopg.Connection], None]) -> None:
        while not self._stopped.is_set():
            try:
                with psycopg.connect(self._address, autocommit=True) as connection:
                    work(connection)
            except psycopg.OperationalError:
                self._stopped.wait(1)

    def _listen(self, connection: psycopg.Connection) -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        self._signals.ring_here({EVERYTHING})
        while not self._stopped.is_set():
            for told in connection.notifies(timeout=0.5):
                self._signals.ring_here(told.payload.split("\n"))

    def _notify(self, connection: psycopg.Connection) -> None:
        while not self._stopped.is_set():
            with self._something:
                if not self._pending:
                    self._something.wait(1)
                topics, self._pending = self._pending, set()
            if topics:
                connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, _payload(topics)))


def _payload(topics: set[str]) -> str:
    joined = "\n".join(sorted(topics))
    return joined if len(joined) < LONGEST_PAYLOAD else EVERYTHING
