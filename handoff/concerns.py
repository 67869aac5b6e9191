"""Whom of the desk a case concerns: a complaint is kept from who is complained about.

Whoever may be meant counts: that a colleague reads it instead harms nobody.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, or_, select
from sqlalchemy.orm import Session, aliased

from handoff import audit, conversations, people, queue
from handoff.rules import catalogue
from handoff.store import touch
from handoff.store.models import (
    Case,
    Concern,
    Conversation,
    Direction,
    Event,
    Exchange,
    Handoff,
    Person,
    Role,
)
from nlu import text as spelling

RECENTLY = timedelta(days=30)  # since when who attended a citizen may be who is complained about
OWN = "propio"  # the level of what this desk itself is to answer for
SHORTEST_NAME = 3  # letters
PARTICLES = {"del", "las", "los"}


class NotForThem(ValueError):  # noqa: N818
    """Nobody is given what is kept from them."""

    def __init__(self, person: Person) -> None:
        super().__init__(f"{person.name} no puede atender este asunto: elija a otra persona.")


class AttendsIt(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("Pase antes la conversación a otra persona: usted la atiende.")


def note(session: Session, case: Case, now: datetime, besides: Person | None = None) -> None:
    """Write down whom a reserved case may concern: who is named in it, and in a complaint about
    this desk also who attended its citizen last. Not `besides`, who has read it."""
    keys = [key for key in (case.category, case.also) if key and catalogue.is_reserved(key)]
    if not keys:
        return
    is_of_desk = any(catalogue.category(key).level == OWN for key in keys)
    told = {word.folded for text in _told(session, case) for word in spelling.words(text)}
    least = 1 if is_of_desk else 2
    found = {each.id for each in people.everybody(session) if len(_names(each) & told) >= least}
    if is_of_desk:
        found |= _attended_last(session, case, now)
    found -= {besides.id} if besides else set()
    found -= set(session.scalars(select(Concern.person_id).filter_by(case_id=case.id)))
    session.add_all(Concern(case_id=case.id, person_id=each) for each in sorted(found))


def change(
    session: Session, case: Case, usernames: Iterable[str], by: Person, now: datetime
) -> None:
    """The case, locked after its conversations, concerns these accounts and no other. Raises
    PersonNotFound, AttendsIt."""
    found = {people.named(session, each).id for each in usernames}
    session.execute(delete(Concern).where(Concern.case_id == case.id))
    session.add_all(Concern(case_id=case.id, person_id=each) for each in sorted(found))
    session.flush()
    audit.write(session, by, "concern", f"case:{case.folio}", now)
    take_over(session, case, by, now)


def take_over(session: Session, case: Case, by: Person, now: datetime) -> None:
    """Nobody goes on attending what concerns them: who says that it does takes their place. But
    danger to life waits for nobody. Raises AttendsIt if that is who says it."""
    concerned = set(session.scalars(select(Concern.person_id).filter_by(case_id=case.id)))
    told = select(Event.conversation_id).where(Event.case_id == case.id)
    for each in session.scalars(select(Conversation).where(Conversation.id.in_(told))):
        touch(session, each.channel, each.address)
        if each.analyst_id not in concerned or queue.is_danger(session, each):
            continue
        if by.id in concerned:
            raise AttendsIt
        here = conversations.lock(session, each.key)
        conversations.transfer(session, here, by, by, now)


def known_to(session: Session, reader: Person, cases: Collection[Case]) -> dict[int, list[Person]]:
    """By case, whom it concerns: for who supervises and is not one of them."""
    found: dict[int, list[Person]] = {}
    if not reader.supervises:
        return found
    rows = select(Concern.case_id, Person).join(Person, Person.id == Concern.person_id)
    rows = rows.where(Concern.case_id.in_([each.id for each in cases])).order_by(Person.name)
    for case_id, person in session.execute(rows):
        found.setdefault(case_id, []).append(person)
    return {key: those for key, those in found.items() if reader.id not in {p.id for p in those}}


def is_about(session: Session, case: Case, person: Person) -> bool:
    return session.get(Concern, (case.id, person.id)) is not None


def conversations_about(reader: Person) -> Select[Any]:
    """The ids of the conversations that a case is told in which concerns this person. Not from
    administrators where nobody else who supervises could see it."""
    about, told = aliased(Concern), aliased(Event)
    ids = select(told.conversation_id).join(about, about.case_id == told.case_id)
    ids = ids.where(about.person_id == reader.id, told.conversation_id.is_not(None))
    return ids.where(_others_supervise(told)) if reader.role is Role.admin else ids


def _others_supervise(told: Any) -> ColumnElement[bool]:
    """Whether somebody supervises whom nothing in the conversation of this event concerns."""
    other, about, said = aliased(Person), aliased(Concern), aliased(Event)
    concerned = select(about.person_id).join(said, said.case_id == about.case_id)
    concerned = concerned.where(said.conversation_id == told.conversation_id)
    row = select(other.id).where(
        other.disabled_at.is_(None),
        other.role != Role.analyst,
        other.id.not_in(concerned.correlate_except(about, said)),
    )
    return row.correlate_except(other).exists()


def _told(session: Session, case: Case) -> Iterator[str]:
    """The citizen's words: of the case, and of the conversation that it was opened in."""
    yield case.request
    yield from (value for value in case.facts.values() if isinstance(value, str))
    yield from session.scalars(
        select(Exchange.text).where(
            Exchange.conversation_id == case.conversation_id,
            Exchange.direction == Direction.inbound,
        )
    )


def _names(person: Person) -> set[str]:
    words = {word.folded for word in spelling.words(person.name)}
    return {each for each in words - PARTICLES if len(each) >= SHORTEST_NAME}


def _attended_last(session: Session, case: Case, now: datetime) -> set[int]:
    """Who had this citizen last, if that is not long ago."""
    here = session.get_one(Conversation, case.conversation_id)
    last = (
        select(Handoff.claimed_by)
        .join(Handoff.conversation)
        .where(
            Conversation.channel == here.channel,
            Conversation.address == here.address,
            Handoff.claimed_by.is_not(None),
            or_(Handoff.ended_at.is_(None), Handoff.ended_at > now - RECENTLY),
        )
    )
    found = session.scalar(last.order_by(Handoff.id.desc()).limit(1))
    return set() if found is None else {found}
