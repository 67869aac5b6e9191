"""How often the same caller may ask, held in memory."""

from datetime import datetime

MOST_CALLERS = 10_000


class Buckets:
    """A bucket for each caller: it holds `size` calls and gains `per_second` of them."""

    def __init__(self, size: int, per_second: float) -> None:
        self._size = size
        self._per_second = per_second
        self._left: dict[str, tuple[float, datetime]] = {}

    def take(self, caller: str, now: datetime) -> float:
        """Take one call. 0 if it may go on, else the seconds to wait."""
        left = self._at(caller, now)
        if left < 1:
            return (1 - left) / self._per_second
        if len(self._left) >= MOST_CALLERS:
            self._forget_the_quiet(now)
        self._left[caller] = left - 1, now
        return 0

    def _at(self, caller: str, now: datetime) -> float:
        left, since = self._left.get(caller, (self._size, now))
        return min(self._size, left + (now - since).total_seconds() * self._per_second)

    def _forget_the_quiet(self, now: datetime) -> None:
        full = [caller for caller in self._left if self._at(caller, now) >= self._size]
        for caller in full:
            del self._left[caller]
