"""A clock that stands still."""

from datetime import UTC, datetime, timedelta

# Tuesday 24 November 2026, 10:00 in Sonora: a working day in office hours.
MORNING = datetime(2026, 11, 24, 17, tzinfo=UTC)


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self, moment: datetime = MORNING) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def forward(self, **step: float) -> None:
        self.moment += timedelta(**step)

    def reach(self, moment: datetime) -> None:
        self.moment = max(self.moment, moment)
