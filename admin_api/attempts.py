"""Slows down whoever guesses passwords: by name, known or not, and by network address."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=15)
MOST_BY_NAME = 5  # as many as lock an account, so that unknown names look the same
MOST_BY_ADDRESS = 50  # a whole office may share one
MOST_REMEMBERED = 10_000


class TooManyAttempts(ValueError):  # noqa: N818
    """`seconds` until the next try."""

    def __init__(self, seconds: int) -> None:
        super().__init__("Demasiados intentos; espere unos minutos y vuelva a intentar.")
        self.seconds = seconds


@dataclass(slots=True)
class _Count:
    failures: int
    until: datetime


class Attempts:
    """Wrong logins of the last minutes, of this process."""

    def __init__(self) -> None:
        self._counts: OrderedDict[str, _Count] = OrderedDict()

    def check(self, name: str, address: str, now: datetime) -> None:
        """Raises TooManyAttempts."""
        for key, most in _limits(name, address):
            count = self._counts.get(key)
            if count is not None and now < count.until and count.failures >= most:
                raise TooManyAttempts(int((count.until - now).total_seconds()) + 1)

    def failed(self, name: str, address: str, now: datetime) -> None:
        for key, _ in _limits(name, address):
            count = self._counts.pop(key, None)
            if count is None or count.until <= now:
                count = _Count(0, now + WINDOW)
            count.failures += 1
            self._counts[key] = count
        while len(self._counts) > MOST_REMEMBERED:
            self._counts.popitem(last=False)

    def succeeded(self, name: str, address: str) -> None:
        by_name, _ = _limits(name, address)
        self._counts.pop(by_name[0], None)


def _limits(name: str, address: str) -> tuple[tuple[str, int], ...]:
    return (
        (f"name {name.strip().lower()}", MOST_BY_NAME),
        (f"address {address}", MOST_BY_ADDRESS),
    )
