"""Lists that staff look through: conversations, cases and the audit, newest first.

`before` is the id of the last row of the page before: rows that come meanwhile disturb no page.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from handoff import queue, search, sight
from handoff.rules import folio
from handoff.rules.case_states import FINAL
from handoff.store.models import (
    Audit,
    Case,
    CaseState,
    Conversation,
    Event,
    Exchange,
    Handoff,
    Owner,
    Person,
)


@dataclass(frozen=True, slots=True)
class Conversations:
    """Which conversations are looked for. `state` is who speaks with the citizen; `owner` is the
    username of the analyst; `since` and `until` bound the opening."""

    channel: str | None = None
    state: Owner | None = None
    owner: str | None = None
    category: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    folio: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Cases:
    """Which cases are looked for. `overdue_at`: open and past their term at that moment."""

    state: CaseState | None = None
    channel: str | None = None
    category: str | None = None
    destination: str | None = None
    municipality: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    overdue_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Audits:
    """Which entries of the audit are looked for. `person` is a username."""

    person: str | None = None
    action: str | None = None
    subject: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def conversations(
    session: Session, reader: Person, wanted: Conversations, before: int | None, limit: int
) -> Sequence[Conversation]:
    """With their analyst loaded."""
    rows = select(Conversation).options(joinedload(Conversation.analyst))
    rows = rows.where(
        sight.of_conversations(reader),
        *_equal(Conversation.channel, wanted.channel),
        *_equal(Conversation.owner, wanted.state),
        *_equal(Conversation.category, wanted.category),
        *_between(Conversation.opened_at, wanted.since, wanted.until),
    )
    if wanted.owner is not None:
        rows = rows.where(Conversation.analyst_id.in_(_ids_of(wanted.owner)))
    if wanted.folio is not None:
        number = folio.parse(wanted.folio) or ""
        cases = select(Case.conversation_id).where(Case.folio == number)
        cases = cases.where(sight.of_cases(reader))
        rows = rows.where(Conversation.id.in_(cases))
    if wanted.text is not None:
        said = search.matching(session, wanted.text)
        found = select(Exchange.conversation_id)
        found = found.where(Exchange.id.in_(said), sight.of_exchanges(reader))
        rows = rows.where(Conversation.id.in_(found))
    return session.scalars(_newest(rows, Conversation.id, before, limit)).all()


def cases(
    session: Session, reader: Person, wanted: Cases, before: int | None, limit: int
) -> Sequence[Case]:
    """With their conversation loaded."""
    rows = select(Case).options(joinedload(Case.conversation))
    rows = rows.where(
        sight.of_cases(reader),
        *_equal(Case.state, wanted.state),
        *_equal(Case.channel, wanted.channel),
        *_equal(Case.category, wanted.category),
        *_equal(Case.destination, wanted.destination),
        *_equal(Case.municipality, wanted.municipality),
        *_between(Case.opened_at, wanted.since, wanted.until),
    )
    if wanted.overdue_at is not None:
        rows = rows.where(Case.due_at < wanted.overdue_at, Case.state.not_in(FINAL))
    return session.scalars(_newest(rows, Case.id, before, limit)).all()


def audited(
    session: Session, reader: Person, wanted: Audits, before: int | None, limit: int
) -> Sequence[tuple[Audit, str | None]]:
    """Entries, each with the username of who did it."""
    rows = select(Audit, Person.username).outerjoin(Person, Person.id == Audit.person_id)
    rows = rows.where(
        sight.of_audits(reader),
        *_equal(Person.username, wanted.person),
        *_equal(Audit.action, wanted.action),
        *_equal(Audit.subject, wanted.subject),
        *_between(Audit.at, wanted.since, wanted.until),
    )
    found = session.execute(_newest(rows, Audit.id, before, limit))
    return [(entry, person) for entry, person in found]


def found(
    session: Session, reader: Person, query: str, before: int | None, limit: int
) -> Sequence[Exchange]:
    """Messages with all these words, with their conversation and files loaded."""
    rows = select(Exchange).options(joinedload(Exchange.conversation), selectinload(Exchange.files))
    rows = rows.where(Exchange.id.in_(search.matching(session, query)), sight.of_exchanges(reader))
    return session.scalars(_newest(rows, Exchange.id, before, limit)).all()


def said(
    session: Session, reader: Person, query: str, conversation_ids: Collection[int]
) -> dict[int, Exchange]:
    """The newest message with all these words in each of these conversations."""
    newest = select(func.max(Exchange.id)).where(
        Exchange.id.in_(search.matching(session, query)),
        Exchange.conversation_id.in_(conversation_ids),
        sight.of_exchanges(reader),
    )
    rows = select(Exchange).where(Exchange.id.in_(newest.group_by(Exchange.conversation_id)))
    return {row.conversation_id: row for row in session.scalars(rows)}


def folios(
    session: Session, reader: Person, conversation_ids: Collection[int]
) -> dict[int, list[str]]:
    """The folios that were opened in each of these conversations, or that it is about."""
    spoken_of = select(Event.conversation_id, Case.id, Case.folio)
    spoken_of = spoken_of.join(Case, Case.id == Event.case_id)
    spoken_of = spoken_of.where(
        Event.conversation_id.in_(conversation_ids), sight.of_cases(reader)
    ).distinct()
    found: dict[int, list[str]] = {}
    for conversation_id, _, number in session.execute(spoken_of.order_by(Case.id)):
        if conversation_id is not None:
            found.setdefault(conversation_id, []).append(number)
    return found


@dataclass(frozen=True, slots=True)
class Links:
    """By case: the folio that it repeats, and how many repeat it."""

    first: dict[int, str]
    count: dict[int, int]


def links(session: Session, reader: Person, rows: Collection[Case]) -> Links:
    """How these cases are linked to others of the same matter."""
    repeated = {row.id: row.same_as_id for row in rows if row.same_as_id is not None}
    named = select(Case.id, Case.folio).where(
        Case.id.in_(repeated.values()), sight.of_cases(reader)
    )
    numbers = {row.id: row.folio for row in session.execute(named)}
    repeats = select(Case.same_as_id, func.count()).where(
        Case.same_as_id.in_([row.id for row in rows]), sight.of_cases(reader)
    )
    counted = session.execute(repeats.group_by(Case.same_as_id))
    return Links(
        {key: numbers[first] for key, first in repeated.items() if first in numbers},
        {first: count for first, count in counted if first is not None},
    )


def handoffs(session: Session, conversation_ids: Collection[int]) -> dict[int, Handoff]:
    """The handoff that is open in each of these conversations."""
    rows = select(Handoff).where(
        Handoff.conversation_id.in_(conversation_ids), Handoff.ended_at.is_(None)
    )
    return {handoff.conversation_id: handoff for handoff in session.scalars(rows)}


def waiting(session: Session, reader: Person) -> Sequence[Handoff]:
    """Who waits, in the order in which they are to be taken, with the conversation loaded."""
    return queue.waiting(session, sight.of_handoffs(reader))


def attended(session: Session, reader: Person) -> Sequence[Row[*tuple[Any, ...]]]:
    """By the key of each conversation that waits or is attended: who speaks there, the analyst,
    priority, alarm and category."""
    rows = select(
        Conversation.key,
        Conversation.owner,
        Conversation.analyst_id,
        Handoff.priority,
        Handoff.alarmed_at,
        Conversation.category,
    ).join(Handoff.conversation)
    rows = rows.where(Handoff.ended_at.is_(None), sight.of_conversations(reader))
    return session.execute(rows).all()


def events(session: Session, reader: Person, case: Case, after: int, limit: int) -> Sequence[Event]:
    """What happened to a case after an event, oldest first."""
    rows = select(Event).where(Event.case_id == case.id, Event.id > after)
    rows = rows.where(sight.of_events(reader))
    return session.scalars(rows.order_by(Event.id).limit(limit)).all()


def _equal(column: Any, wanted: Any) -> list[ColumnElement[bool]]:
    return [] if wanted is None else [column == wanted]


def _between(
    column: Any, since: datetime | None, until: datetime | None
) -> list[ColumnElement[bool]]:
    return ([column >= since] if since else []) + ([column < until] if until else [])


def _ids_of(username: str) -> Select[int]:
    return select(Person.id).where(Person.username == username.strip().lower())


def _newest(rows: Select[*tuple[Any, ...]], key: Any, before: int | None, limit: int) -> Any:
    if before is not None:
        rows = rows.where(key < before)
    return rows.order_by(key.desc()).limit(limit)
