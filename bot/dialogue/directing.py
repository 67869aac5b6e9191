"""The acts about who attends a matter: who it is, how to reach them, and what we can do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Who is responsible, said honestly, when it is not this State, or not it alone; `reached`:
    with their contact. `agency`: the one of several that the words name."""

    category: str
    municipality: str | None
    reached: bool = False
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Orient:
    """Who attends this matter, without registering anything: the notice was `refused`, or they
    only wanted to know. `asked`: how it is done, which we do not know: a person is offered."""

    category: str
    municipality: str | None
    refused: bool = True
    asked: bool = False
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class AskWay:
    """Their contact, or shall we send it? `again`: whose matter it is was said."""

    category: str
    municipality: str | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class TellContact:
    """How to reach who takes this matter. `offers` to send it as well."""

    category: str
    municipality: str | None
    offers: bool = False


@dataclass(frozen=True, slots=True)
class TellOffice:
    """What is asked about an office by its key in the directory: one of `asked`. `alone`
    when its contact is told next; `offers` a person, where we do not know it."""

    agency: str
    municipality: str | None
    asked: str
    alone: bool = False
    offers: bool = True


@dataclass(frozen=True, slots=True)
class TellWhose:
    """An office attends this, and no category of ours is for it. `asked`: how it is done."""

    agency: str
    municipality: str | None
    asked: bool = False


Directing = Jurisdiction | Orient | AskWay | TellContact | TellOffice | TellWhose
