"""What the database says, for a transcript to compare."""

import re
from typing import Any

from sqlalchemy import select

from handoff import corrections
from handoff.store import Store
from handoff.store.models import Case, Conversation, Direction, Exchange, Survey

OPENED = re.compile(r"Folio: (\S+)\n(?:Clave de consulta|Query key): (\S+)")


def opened(said: str) -> dict[str, str]:
    """The folio and the key of a case that the bot has just opened; nothing where it has not."""
    found = OPENED.search(said)
    return {"folio": found[1], "key": found[2]} if found else {}


def conversation(store: Store, channel: str, address: str) -> Conversation:
    """The last one of this citizen."""
    with store.reading() as session:
        theirs = select(Conversation).filter_by(channel=channel, address=address)
        return session.scalars(theirs.order_by(Conversation.id.desc()).limit(1)).one()


def case(store: Store) -> Case | None:
    """The last one that was opened."""
    with store.reading() as session:
        return session.scalars(select(Case).order_by(Case.id.desc())).first()


def note(store: Store) -> str | None:
    """The last one for the staff."""
    with store.reading() as session:
        rows = select(Exchange).filter_by(direction=Direction.note)
        last = session.scalars(rows.order_by(Exchange.id.desc())).first()
    return last.text if last else None


def survey(store: Store) -> list[Any] | None:
    """Score and words of the last one."""
    with store.reading() as session:
        last = session.scalars(select(Survey).order_by(Survey.id.desc())).first()
    return [last.score, last.words] if last else None


def corrected(store: Store) -> list[list[str | None]]:
    """What was misunderstood, oldest first: text, believed, meant."""
    with store.reading() as session:
        rows = reversed(corrections.listed(session))
        return [[each.exchange.text, each.believed, each.meant] for each in rows]
