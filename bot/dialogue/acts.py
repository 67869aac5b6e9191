"""What the bot can do in a turn: decided here, carried out by the desk, worded by the replies."""

from dataclasses import dataclass, field

from bot.dialogue.after import Aftercare, AskedAfter
from bot.dialogue.consent import Consent
from bot.dialogue.directing import Directing
from bot.dialogue.within import Within
from handoff.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class Welcome:
    """Who we are (not a person) and the privacy notice; `opens` when nothing was asked yet."""

    opens: bool


@dataclass(frozen=True, slots=True)
class Safety:
    """The 9-1-1 line; `again` if it was told a moment ago, `in_other_words` if that was as well."""

    again: bool = False
    in_other_words: bool = False


@dataclass(frozen=True, slots=True)
class AskIfSafe:
    """After the 9-1-1 line. `kind` is one of `perils`. `nobody_here`: only the store knows."""

    kind: str
    nobody_here: bool = False


@dataclass(frozen=True, slots=True)
class Accompany:
    """Somebody in danger goes on writing. `denied`: there is none now, they say. `about`: it has an
    answer of its own. `times`: how often, so that the words vary. `placed`: where was told.
    `no_call`: they have said that they would not phone; `called`: that they have, or will."""

    kind: str
    denied: bool = False
    about: str | None = None
    times: int = 0
    placed: bool = False
    no_call: bool = False
    called: bool = False


@dataclass(frozen=True, slots=True)
class AskIfDanger:
    """Whether there is danger now, of who has gone on with what is none."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A missing fact. `again`: the last answer was of no use. `placed`: where it is was shared.
    `whose`: of whom the name is, «su mamá»."""

    fact: str
    category: str
    again: bool = False
    placed: bool = False
    whose: str = ""


@dataclass(frozen=True, slots=True)
class AskWhichPlace:
    """One alone is where their last matter was; `there`: in which street and colonia of it."""

    municipalities: tuple[str, ...]
    there: str = ""


@dataclass(frozen=True, slots=True)
class AskWhich:
    """Did you mean A or B? `unlikely`: maybe neither."""

    categories: tuple[str, ...]
    unlikely: bool = False


@dataclass(frozen=True, slots=True)
class Rephrase:
    """Not understood, the first time."""


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """Written in a language that we do not know."""


@dataclass(frozen=True, slots=True)
class Guide:
    """What helps at once with this matter (a line to call, a right), before anything else. `of`:
    past, sexual, harassed, threatened, lured, mourning or own (told by the child), where that is
    told otherwise."""

    category: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """`files`: how many were sent of each kind (see `files` in the words); only the store knows.
    `agency`: the one of several that the words name."""

    category: str
    also: tuple[str, ...]
    request: str
    facts: dict[str, str] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class AskIfTheirs:
    """The telephone of somebody else was shared: is the answer to go there?"""

    phone: str


@dataclass(frozen=True, slots=True)
class AskCorrection:
    """Which of these facts is wrong."""

    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """The citizen says that this message of theirs meant something else: `meant`, or they have not
    said what. If it is what was believed, there is nothing to it."""

    exchange_id: int
    meant: str | None = None


@dataclass(frozen=True, slots=True)
class OpenCase:
    category: str
    also: str | None
    request: str
    facts: dict[str, str] = field(default_factory=dict)
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """Queue for a person. `priority`: 0 danger to life now .. 3 low. `is_told`: that it is so.
    `folio`: what something was added to; `matter`: its category, where they have others."""

    reason: Reason
    priority: int
    is_told: bool = False
    folio: str = ""
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class StillWaiting:
    """The citizen writes while they wait for a person; `again` if told a moment ago; `asked` how
    the line stands."""

    again: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class LeaveQueue:
    pass


@dataclass(frozen=True, slots=True)
class AskFolio:
    """`misspelt`: what was written has the shape of a folio, and its check digit is wrong. `other`:
    it is a number of another shape."""

    again: bool = False
    misspelt: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class AskKey:
    """`wrong`: the last one did not belong to the folio, which may be mistaken as well."""

    folio: str
    again: bool = False
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class TellStatus:
    """Only the store knows whether folio and key belong together, and whose a folio alone is.
    `is_key_lost`: they have said that they have none."""

    folio: str
    key: str = ""
    is_key_lost: bool = False


@dataclass(frozen=True, slots=True)
class ForeignFolio:
    """A folio of the Plataforma Nacional de Transparencia, which is not ours."""


@dataclass(frozen=True, slots=True)
class GotFile:
    """A file, or a kind of message that we cannot read; a person will see it. `kind` is voice,
    sticker or file."""

    kind: str = "file"


@dataclass(frozen=True, slots=True)
class TellHours:
    """When a person attends here. `day`: on this one, as it was said (see nlu.dates)."""

    day: str | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """Plain words by their name, under `say` in the words of the replies."""

    what: str


Act = (
    Welcome | Safety | AskIfSafe | AskIfDanger | Accompany | Ask | AskWhichPlace | AskWhich
    | Rephrase | OtherLanguage | Guide | Summary | AskIfTheirs | AskCorrection | Misunderstood
    | OpenCase | HandOver | StillWaiting | LeaveQueue | AskFolio | AskKey | TellStatus
    | ForeignFolio | GotFile | Consent | Directing | Aftercare | AskedAfter | Within
    | TellHours | Say
)  # fmt: skip
