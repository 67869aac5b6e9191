"""The acts inside a form: what is said of it between two questions; some of it afterwards, too."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Registered:
    """What holds once there is a folio. `due`: None where no term of this State runs."""

    folio: str
    due: datetime | None
    has_contact: bool


@dataclass(frozen=True, slots=True)
class Explain:
    """Answers a question about a matter. `topic` is one of `questions`; `fact` is the one that it
    is asked about. `category`: None where no matter is known, which only what comes of it needs.
    `agency`: the one of several that the words name."""

    topic: str
    category: str | None
    municipality: str | None
    fact: str = ""
    case: Registered | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """What is meant by the fact that was asked for."""

    fact: str


@dataclass(frozen=True, slots=True)
class Met:
    """Who writes has said their name, and not yet what is needed."""

    name: str


@dataclass(frozen=True, slots=True)
class Noted:
    """Another matter was told meanwhile; it goes with this one."""

    category: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What the matter was understood as, where nothing else says so before the first question."""

    category: str


@dataclass(frozen=True, slots=True)
class OfferAlso:
    """Another matter was told too: is it to be registered? `is_told`: more was told of it than a
    question."""

    category: str
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """A question about another matter: it is kept, and offered once this one has its folio."""

    category: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """These facts were known otherwise; this is what holds now."""

    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Without:
    """These facts are no longer in it, as the citizen wishes."""

    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The citizen says that they have told it already, and so they have."""

    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class AskIfRight:
    """Whether the summary holds, without showing it again."""


@dataclass(frozen=True, slots=True)
class OfferHere:
    """Who waits in the line may have this registered meanwhile, and keep their place. `category`:
    None for the form that lies open."""

    category: str | None = None


Within = (
    OfferHere | Explain | Meant | Met | Noted | Taken | OfferAlso | Later | Corrected | Without
    | Known | AskIfRight
)  # fmt: skip
