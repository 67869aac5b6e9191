"""What the desk decides about itself, from data/desk.yml."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from handoff.rules import DATA
from nlu import yml


@dataclass(frozen=True, slots=True)
class Line:
    """A telephone line that the bot may name. `number` is dialled, `shown` is read."""

    number: str
    shown: str
    verified_on: date | None


NOTICE = "/aviso"  # where the chat shows the whole notice


@dataclass(frozen=True, slots=True)
class Notice:
    """The simplified privacy notice (LGPDPPSO 2025 art. 22). `full_text` is the address of the
    whole one where the department publishes it itself, or empty."""

    version: str
    responsible: str
    address: str
    full_text: str
    verified_on: date | None


@dataclass(frozen=True, slots=True)
class Inactivity:
    remind: timedelta
    pause: timedelta
    end: timedelta
    abandon: timedelta


@dataclass(frozen=True, slots=True)
class Aftercare:
    """Working days: to say that it is not solved, and to say nothing."""

    reopen_within: int
    confirm_within: int
    verified_on: date | None


@dataclass(frozen=True, slots=True)
class MassEvent:
    """So many cases of one category and place within so many hours."""

    cases: int
    hours: int
    verified_on: date | None

    @property
    def within(self) -> timedelta:
        return timedelta(hours=self.hours)


@dataclass(frozen=True, slots=True)
class Desk:
    name: str
    government: str
    folio_prefix: str
    zone: ZoneInfo
    opens: time
    closes: time
    answer_within: int  # working days
    answer_within_by_category: dict[str, int]
    aftercare: Aftercare
    mass_event: MassEvent
    notice: Notice
    alarm_after: tuple[timedelta, ...]  # by priority, 0 to 3
    inactivity: Inactivity
    emergency: Line
    life: Line
    anonymous: Line
    women: Line

    def working_days_to_answer(self, category: str) -> int:
        return self.answer_within_by_category.get(category, self.answer_within)


@cache
def load() -> Desk:
    data = yml.load((DATA / "desk.yml").read_text(encoding="utf-8"))
    return Desk(
        name=data["name"],
        government=data["government"],
        folio_prefix=data["folio_prefix"],
        zone=ZoneInfo(data["zone"]),
        opens=time.fromisoformat(data["office_hours"]["opens"]),
        closes=time.fromisoformat(data["office_hours"]["closes"]),
        answer_within=data["answer_within_working_days"],
        answer_within_by_category=data["answer_within_by_category"],
        aftercare=Aftercare(**data["aftercare"]),
        mass_event=MassEvent(**data["mass_event"]),
        notice=Notice(**data["notice"]),
        alarm_after=tuple(timedelta(minutes=each) for each in data["alarm_minutes"]),
        inactivity=Inactivity(**{k: timedelta(minutes=v) for k, v in data["inactivity"].items()}),
        **{name: Line(**line) for name, line in data["lines"].items()},
    )
