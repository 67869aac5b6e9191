"""The acts after the folio: the answer is read, solved or not, and how it was."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ShowAnswer:
    """What was answered about a case, or is missing; «» is the last one with something to read."""

    folio: str


@dataclass(frozen=True, slots=True)
class AskIfRead:
    """The matter in whose middle an answer was read has ended: is that one solved?"""

    folio: str


@dataclass(frozen=True, slots=True)
class Confirm:
    """It is solved."""

    folio: str


@dataclass(frozen=True, slots=True)
class Deny:
    """It is not solved; `words` if they say what is left."""

    folio: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    folio: str
    words: str


@dataclass(frozen=True, slots=True)
class Complete:
    """What was missing."""

    folio: str
    words: str


@dataclass(frozen=True, slots=True)
class Renew:
    """A new case about what a folio was, too late to reopen it."""

    folio: str


@dataclass(frozen=True, slots=True)
class TellCases:
    """How do my cases stand? `likely` are the categories that the words may mean. `words` go with
    the one that is chosen. `has_other`: a number was told that is no folio."""

    likely: tuple[str, ...] = ()
    words: str = ""
    has_other: bool = False


@dataclass(frozen=True, slots=True)
class TellState:
    """`goes_on`: what is being asked is asked after it."""

    folio: str
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class ExplainCase:
    """Answers a question about the last case: see `within.Explain`."""

    topic: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Add:
    """More about an open case; «» asks for the words, unless it is a file. `is_met`: what becomes
    of it is said. `asks`: it is a question, which who attends the case answers."""

    folio: str
    words: str = ""
    is_met: bool = False
    has_file: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """`words` if more was written than the score."""

    survey: int
    score: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    survey: int
    words: str


@dataclass(frozen=True, slots=True)
class AskResolved:
    """`by`: the day after which silence means yes, where it is told."""

    folio: str
    by: datetime | None = None


@dataclass(frozen=True, slots=True)
class AskWhatRemains:
    folio: str


@dataclass(frozen=True, slots=True)
class AskWhatIsMissing:
    folio: str


@dataclass(frozen=True, slots=True)
class OfferRenewal:
    folio: str


@dataclass(frozen=True, slots=True)
class OfferMore:
    """What else can be done with a case whose state was told."""

    folio: str


@dataclass(frozen=True, slots=True)
class AskWhatToAdd:
    folio: str


@dataclass(frozen=True, slots=True)
class OfferToAdd:
    """Whether what was just written is about this case."""

    folio: str


@dataclass(frozen=True, slots=True)
class AskSame:
    """Whether the matter at hand is the one of an open case of theirs."""

    folio: str


@dataclass(frozen=True, slots=True)
class NeededBy:
    """On this day something happens to them, before an answer has to come."""

    day: date


@dataclass(frozen=True, slots=True)
class HelloAgain:
    """To who comes back and only greets: the case that they may write about."""

    folio: str


@dataclass(frozen=True, slots=True)
class AskRating:
    """`of_person`: about the analyst who attended, not about a case."""

    survey: int
    of_person: bool = False


# Carried out: only the store knows how the case stands.
Aftercare = (
    ShowAnswer | AskIfRead | Confirm | Deny | Reopen | Complete | Renew | Rate | Comment
    | TellCases | TellState | ExplainCase | Add
)  # fmt: skip
# Put into words.
AskedAfter = (
    AskResolved | AskWhatRemains | AskWhatIsMissing | OfferRenewal | AskRating
    | OfferMore | AskWhatToAdd | OfferToAdd | AskSame | HelloAgain | NeededBy
)  # fmt: skip
