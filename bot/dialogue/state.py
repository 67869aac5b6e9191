"""What the bot remembers of a conversation between two messages. It is stored as JSON."""

import enum
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

import msgspec

PERSONAL = ("nombre", "contacto")  # facts about the citizen, good for their next matter too
OF_PEOPLE = (*PERSONAL, "beneficiario")


class Stage(enum.StrEnum):
    """What the bot waits for."""

    idle = "idle"
    choosing = "choosing"  # one of two categories
    way = "way"  # the contact of who attends it, or to be sent
    told = "told"  # nothing: the contact was given, and it may still be sent
    collecting = "collecting"  # the fact in `asking`
    confirming = "confirming"  # yes, or what is wrong
    correcting = "correcting"  # which fact to change
    folio = "folio"
    key = "key"
    second = "second"  # whether to register the matter in `apart` too
    notified = "notified"  # that they read the answer, or what is missing
    resolving = "resolving"  # whether it is solved
    reopening = "reopening"  # what is not solved
    completing = "completing"  # what is missing
    renewing = "renewing"  # whether a new case is wanted
    about = "about"  # anything more about the case whose state was told
    which_case = "which_case"  # one of `options`
    adding = "adding"  # what is to be added to the case
    same = "same"  # whether the matter at hand is the one of an open case
    offering = "offering"  # whether `request` is about the case
    rating = "rating"  # 1 to 5
    commenting = "commenting"  # words, if they like


PUT_ASIDE = "put_aside"  # the aside of a state in `given_up` that goes on by itself
NO_ANSWER = "noted"  # the aside: a yes, thanks, or more words, and the same is asked again
# Nothing is left half done if the citizen says no more, or talks of something else.
AT_EASE = (
    Stage.idle, Stage.told, Stage.notified, Stage.resolving, Stage.about, Stage.rating,
    Stage.commenting,
)  # fmt: skip
_AT_WORK = (
    Stage.choosing, Stage.way, Stage.collecting, Stage.confirming, Stage.correcting, Stage.same,
    Stage.second,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Earlier:
    """An open case: its category, and where it is, if that is remembered."""

    about: str
    there: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """`apart`: other matters, each told by itself: they are offered once this one has its folio.
    `request` is what the citizen asks for, in their own words. `misses` counts messages in a row
    that were not understood. `told_in` is the message that the matter was understood from, 0
    without one; `denials` counts how often it was not that, and `denied` is what it was not.
    `waits_for_person`: in the queue because a person was asked for (not just because a case was
    opened), so the bot leaves the talking to that person. `danger`: its kind, once danger to life
    was told; `placed`: where, too; `no_call`: that they would not phone; `called`: that they have,
    or will; `calm`: of the messages
    since, how many were harmless (below 0 once we have asked); `guessed`: it was by likeness
    alone; `doubtful`: in the words of an ordinary matter, too.
    `asks_how`: they ask how the matter is done at an office, and what it takes.
    `with_folio`: the question in `apart` is to be registered, and not only told to a person.
    `added` counts the messages since they were told how the line stands.
    `read` is a folio whose answer they read in the middle of another matter: whether it is solved
    is asked after it. `lately` is the folio registered last in this conversation, or talked of
    last, and `lately_about` its category; `earlier`: other open cases, by their folios.
    `matters`: the categories of the folios in `options`, «» for a confidential one.
    `consoled`: a kind word was said. `language`: "en" for who writes English, None for Spanish;
    `noticed`: in which languages the privacy notice was given, «» for Spanish; `no_person`: one was
    offered, and refused. `shared_phone`: of
    somebody else, while we ask whether the answer is to go there. `album` was answered last.
    `answered` is the channel's id of the message that was used last, and `before` this state as it
    was then, in case it is edited. `asides` counts how often in a row the same `aside` was said
    between two questions, `times` how often the fact in `asking` was asked. `elsewhere`: the places
    of matters in `apart` that are not where the one at hand is; `there`: where that of `lately` is.
    `lately_told`: what was asked for with it, if that may be read by others. `given_up`: the state
    that was cancelled. `rather`: the matters that were offered before one of
    them was taken unasked. `fruitless` counts the messages in a row that told nothing of the matter
    at hand. `held` is the beginning of a sentence, which waits for its rest, and `holds` counts how
    often in a row one was held. `pieces` is what they have told in a few words at a time, `first`
    the state before the first of them, and `piece_at` when the last of them came."""

    stage: Stage = Stage.idle
    category: str | None = None
    also: str | None = None
    apart: tuple[str, ...] = ()
    request: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    asking: str | None = None
    options: tuple[str, ...] = ()
    misses: int = 0
    told_in: int = 0
    denials: int = 0
    denied: str | None = None
    folio: str | None = None
    read: str | None = None
    lately: str | None = None
    lately_about: str | None = None
    earlier: dict[str, Earlier] = field(default_factory=dict)
    matters: tuple[str, ...] = ()
    survey: int = 0
    waits_for_person: bool = False
    asks_how: bool = False
    with_folio: bool = False
    added: int = 0
    told_wait_at: datetime | None = None
    danger: str | None = None
    danger_at: datetime | None = None
    placed: bool = False
    no_call: bool = False
    called: bool = False
    calm: int = 0
    doubtful: bool = False
    guessed: bool = False
    refused_notice: bool = False
    consoled: bool = False
    shared_phone: str | None = None
    album: str | None = None
    answered: str | None = None
    before: dict[str, Any] | None = None
    language: str | None = None
    aside: str | None = None
    asides: int = 0
    times: int = 0
    elsewhere: dict[str, dict[str, str]] = field(default_factory=dict)
    there: dict[str, str] = field(default_factory=dict)
    lately_told: str = ""
    given_up: dict[str, Any] | None = None
    rather: tuple[str, ...] = ()
    fruitless: int = 0
    noticed: tuple[str, ...] = ()
    no_person: bool = False
    held: str = ""
    holds: int = 0
    pieces: str = ""
    first: dict[str, Any] | None = None
    piece_at: datetime | None = None

    @property
    def is_at_work(self) -> bool:
        """A matter is being told: nothing may be put in its place."""
        return self.stage in _AT_WORK

    @property
    def is_busy(self) -> bool:
        return self.is_at_work or self.waits_for_person

    def with_cases_of(self, other: "State") -> "State":
        about = replace(self, lately=other.lately, lately_about=other.lately_about)
        return replace(about, earlier=other.earlier)

    def afresh(self, *, waits_for_person: bool = False) -> "State":
        """Done with this matter. What was said about the person holds for the next one."""
        return State(
            facts={name: value for name, value in self.facts.items() if name in PERSONAL},
            skipped=tuple(fact for fact in self.skipped if fact in PERSONAL),
            danger=self.danger,
            danger_at=self.danger_at,
            refused_notice=self.refused_notice,
            consoled=self.consoled,
            album=self.album,
            read=self.read,
            lately=self.lately,
            lately_about=self.lately_about,
            earlier=self.earlier,
            there=self.there,
            lately_told=self.lately_told,
            language=self.language,
            waits_for_person=waits_for_person,
        )

    def unregistered(self) -> "State":
        """What is kept for who may still accept the notice: nothing about people."""
        return State(
            category=self.category,
            also=self.also,
            apart=self.apart,
            request=self.request,
            facts={name: value for name, value in self.facts.items() if name not in OF_PEOPLE},
            skipped=tuple(each for each in self.skipped if each not in OF_PEOPLE),
            told_in=self.told_in,
            danger=self.danger,
            danger_at=self.danger_at,
            refused_notice=True,
            consoled=self.consoled,
        )

    def as_json(self) -> dict[str, Any]:
        plain = msgspec.to_builtins(asdict(self))
        return {name: value for name, value in plain.items() if value not in (None, "", [], {}, 0)}


def from_json(stored: dict[str, Any] | None) -> State:
    return msgspec.convert(stored or {}, State)
