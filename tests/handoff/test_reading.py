"""Who reads sees one moment, on every database."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from handoff import people
from handoff.store import Store
from handoff.store.models import Person, Role
from tests.conftest import MORNING


def test_what_is_committed_while_one_reads_is_not_half_seen(store: Store) -> None:
    with store.reading() as session:
        assert count(session) == 0
        with store.transaction() as another:
            hire(another)
        assert count(session) == 0
    with store.reading() as session:
        assert count(session) == 1


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_server_refuses_who_reads_and_writes(store: Store) -> None:
    with pytest.raises(SQLAlchemyError, match="read-only"), store.reading() as session:
        hire(session)


def hire(session: Session) -> None:
    ana = Person(username="ana", name="Ana", role=Role.analyst)
    people.add(session, ana, "una clave larga", MORNING)


def count(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(Person)).one()
