"""Whether anybody of the desk is at work."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from handoff import logins, people
from handoff.store import Store
from handoff.store.models import Person, Role
from tests.conftest import MORNING as NOW


def somebody(session: Session, username: str = "eruiz") -> Person:
    person = Person(username=username, name="Elena Ruiz", role=Role.analyst)
    return people.add(session, person, "una clave larga", NOW)


def test_an_account_alone_is_nobody(store: Store) -> None:
    with store.transaction() as session:
        assert not logins.is_anybody_here(session, NOW)
        somebody(session)
        assert not logins.is_anybody_here(session, NOW)


@pytest.mark.parametrize(("minutes", "is_here"), [(0, True), (29, True), (30, False)])
def test_who_logged_in_is_here_for_half_an_hour(
    store: Store, minutes: int, *, is_here: bool
) -> None:
    with store.transaction() as session:
        logins.start(session, somebody(session), NOW)
    with store.reading() as session:
        later = NOW + timedelta(minutes=minutes)
        assert logins.is_anybody_here(session, later) is is_here


@pytest.mark.parametrize(("minutes", "is_here"), [(2, True), (3, False)])
def test_who_has_a_screen_open_is_here(store: Store, minutes: int, *, is_here: bool) -> None:
    with store.transaction() as session:
        token = logins.start(session, somebody(session), NOW)
        later = NOW + logins.IDLE - timedelta(minutes=5)
        logins.show(session, token, later)
        assert logins.is_anybody_here(session, later + timedelta(minutes=minutes)) is is_here


def test_a_screen_left_alone_is_nobody(store: Store) -> None:
    with store.transaction() as session:
        token = logins.start(session, somebody(session), NOW)
        logins.show(session, token, NOW + logins.IDLE)
        assert not logins.is_anybody_here(session, NOW + logins.IDLE)


def test_who_does_something_stays_until_the_login_ends(store: Store) -> None:
    with store.transaction() as session:
        token = logins.start(session, somebody(session), NOW)
        end = NOW + logins.LASTS
        logins.touch(session, token, end - timedelta(minutes=1))
        assert logins.is_anybody_here(session, end - timedelta(seconds=1))
        assert not logins.is_anybody_here(session, end)


def test_who_logs_out_is_gone(store: Store) -> None:
    with store.transaction() as session:
        token = logins.start(session, somebody(session), NOW)
        logins.start(session, somebody(session, "mvega"), NOW)
        logins.end(session, token, NOW)
        assert logins.is_anybody_here(session, NOW)
        logins.end_all(session, people.named(session, "mvega"), NOW)
        assert not logins.is_anybody_here(session, NOW)


def test_whose_account_is_disabled_is_gone(store: Store) -> None:
    with store.transaction() as session:
        person = somebody(session)
        logins.start(session, person, NOW)
        person.disabled_at = NOW
        session.flush()
        assert not logins.is_anybody_here(session, NOW)
