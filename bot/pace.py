"""A channel's limits: messages per second over all, and per address. Times are a monotonic clock's
seconds."""


class Pace:
    """A bucket of one second's messages, and a distance between two messages to one address."""

    def __init__(self, per_second: float, per_address: float) -> None:
        self._per_second = per_second
        self._distance = 1 / per_address
        self._tokens = per_second
        self._filled_at = 0.0
        self._stopped_until = 0.0
        self._last: dict[str, float] = {}

    def take(self, address: str, moment: float) -> bool:
        """Whether a message to this address may go now; if so it counts as gone."""
        if self.wait(address, moment) > 0:
            return False
        self._tokens -= 1
        self._last[address] = moment
        if len(self._last) > 10_000:
            self._forget(moment)
        return True

    def wait(self, address: str, moment: float) -> float:
        """Seconds until a message to this address may go."""
        self._fill(moment)
        until = [
            self._stopped_until - moment,
            self._last.get(address, moment - self._distance) + self._distance - moment,
            (1 - self._tokens) / self._per_second,
        ]
        return max(0.0, *until)

    def stop(self, until: float) -> None:
        """The channel asked for a pause: nothing goes before."""
        self._stopped_until = max(self._stopped_until, until)

    def _fill(self, moment: float) -> None:
        filled = self._tokens + (moment - self._filled_at) * self._per_second
        self._tokens = min(self._per_second, filled)
        self._filled_at = moment

    def _forget(self, moment: float) -> None:
        self._last = {
            address: last for address, last in self._last.items() if moment - last < self._distance
        }
