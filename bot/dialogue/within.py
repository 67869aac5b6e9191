"""The acts inside a form: what is said of it between two questions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explain:
    """Answers a question about what is being registered. `topic` is one of `questions`; `fact` is
    the one that it is asked about."""

    topic: str
    category: str
    municipality: str | None
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """Another matter was told meanwhile; it goes with this one."""

    category: str


@dataclass(frozen=True, slots=True)
class Later:
    """A question about another matter: it is kept, and offered once this one has its folio."""

    category: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """These facts were known otherwise; this is what holds now."""

    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """The citizen says that they have told it already, and so they have."""

    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class AskIfRight:
    """Whether the summary holds, without showing it again."""


Within = Explain | Noted | Later | Corrected | Known | AskIfRight
