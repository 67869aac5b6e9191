"""What came of an act that only the store could answer; put into words by the replies."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.dialogue.acts import Act
from handoff.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class Opened:
    """A case was opened. `key` is shown this once. `agency`: the one of several that was named.
    `needed_by`: the day on which something happens to them, if they told it. `has_point`: where
    it is was shared, whatever town that is. `left_none`: no contact, where one was asked for."""

    folio: str
    key: str
    category: str
    municipality: str | None
    due: datetime
    can_be_reached: bool
    agency: str | None = None
    needed_by: date | None = None
    has_point: bool = False
    left_none: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Where the citizen stands: how many before them, the wait if known, and when the office
    opens if it is closed now. `nobody_here`: no person of the desk is at work, though they should;
    then a place in the line says nothing."""

    ahead: int | None
    wait: timedelta | None
    opens_at: datetime | None
    nobody_here: bool = False


@dataclass(frozen=True, slots=True)
class Queued:
    """`folio` and `matter` as in `HandOver`."""

    reason: Reason
    line: Line
    folio: str = ""
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """`asked`: they want to know it; else it is told along with what was added."""

    line: Line
    again: bool
    asked: bool = False


@dataclass(frozen=True, slots=True)
class StatusFound:
    """`agency` is the key of who has it now. `due`: None where no term of this State runs.
    `answer` is what was answered, or why it does not proceed; `missing`, what the citizen is asked
    to add."""

    folio: str
    state: str
    category: str
    agency: str
    opened: datetime
    due: datetime | None
    is_closed: bool
    municipality: str | None = None
    answer: str | None = None
    missing: str | None = None


@dataclass(frozen=True, slots=True)
class StateOnly:
    """How a case stands, for who has not told its key. `due`: while an answer has to come."""

    folio: str
    state: str
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class OwnCase:
    """A case among several of one citizen. `category`: None where it is confidential."""

    folio: str
    category: str | None
    opened: datetime


@dataclass(frozen=True, slots=True)
class OwnCases:
    """Which one is meant? `has_more`: there are older ones."""

    cases: tuple[OwnCase, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """Others of the same colonia (or only of the municipality) have told the same. `words`: what
    the desk says of it."""

    in_colonia: bool
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Noticed:
    """What is told unasked when a case changes. `state`: None for a confidential matter, of which
    nothing is told. `due`: when this State has to answer. `has_answer`: still to be read."""

    folio: str
    state: str | None
    due: datetime | None = None
    has_answer: bool = False


@dataclass(frozen=True, slots=True)
class StatusUnknown:
    """Folio and key do not belong together; nothing more is said."""


Said = (
    Act | Opened | Queued | Waiting | StatusFound | StatusUnknown | StateOnly | OwnCases | Noticed
    | KnownEvent
)  # fmt: skip
