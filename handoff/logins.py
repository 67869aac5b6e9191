"""Logins: opaque sessions that can be revoked, and a lock after too many wrong passwords."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session, joinedload

from handoff import people
from handoff.store.models import Person, StaffSession

LASTS = timedelta(hours=12)  # a shift and its overtime
IDLE = timedelta(hours=2)
MOST_FAILURES = 5
LOCKED_FOR = timedelta(minutes=15)
SEEN_EVERY = timedelta(minutes=1)
STAYS = timedelta(minutes=30)  # who did something since then is held to be at the desk
OPEN = timedelta(minutes=3)  # so is who has a screen open, as told since then


class WrongLogin(ValueError):  # noqa: N818
    """The same words for an unknown name, a wrong password, and a disabled account."""

    def __init__(self) -> None:
        super().__init__("El usuario o la contraseña no son correctos.")


class LockedOut(ValueError):  # noqa: N818
    """Too many wrong passwords; `seconds` until the next try."""

    def __init__(self, seconds: int) -> None:
        super().__init__("Demasiados intentos; espere unos minutos y vuelva a intentar.")
        self.seconds = seconds


def guess(session: Session, username: str, password: str) -> bool:
    """Whether the password is right. It takes a while on purpose: ask outside the transaction in
    which `settle` writes down how it went, so that nobody waits for it."""
    return people.has_password(_account(session, username), password)


def settle(session: Session, username: str, now: datetime, *, is_right: bool) -> Person | None:
    """The person, or None after a wrong password, whose count must be committed by the caller. The
    password was compared before (`guess`), outside the transaction. Raises LockedOut."""
    person = _account(session, username, for_update=True)
    _refuse_if_locked(person, now)
    return _settle(person, is_right=is_right, now=now)


def _account(session: Session, username: str, *, for_update: bool = False) -> Person | None:
    account = select(Person).where(Person.username == username.strip().lower())
    return session.scalar(account.with_for_update() if for_update else account)


def _refuse_if_locked(person: Person | None, now: datetime) -> None:
    if person is not None and person.locked_until is not None and person.locked_until > now:
        raise LockedOut(int((person.locked_until - now).total_seconds()) + 1)


def _settle(person: Person | None, *, is_right: bool, now: datetime) -> Person | None:
    if person is None or person.disabled_at is not None:
        return None
    if is_right:
        person.failed_logins, person.locked_until = 0, None
        return person
    person.failed_logins += 1
    if person.failed_logins >= MOST_FAILURES:
        person.failed_logins, person.locked_until = 0, now + LOCKED_FOR
    return None


def start(session: Session, person: Person, now: datetime) -> str:
    """A new login; its token, which is kept nowhere."""
    token = secrets.token_urlsafe(32)
    session.add(
        StaffSession(
            token_digest=_digest(token),
            person_id=person.id,
            created_at=now,
            seen_at=now,
            expires_at=now + LASTS,
        )
    )
    return token


def who(session: Session, token: str, now: datetime) -> StaffSession | None:
    """The login of this token with its person loaded, if it still holds."""
    login = session.get(StaffSession, _digest(token), options=[joinedload(StaffSession.person)])
    if login is None or login.revoked_at is not None or login.person.disabled_at is not None:
        return None
    return login if now < login.expires_at and now < login.seen_at + IDLE else None


def seen(login: StaffSession, now: datetime) -> bool:
    """Whether it is time to write down that the login is in use (seldom, so that reading stays
    reading). Call `touch` then, in a transaction."""
    return now - login.seen_at > SEEN_EVERY


def touch(session: Session, token: str, now: datetime) -> None:
    session.execute(
        update(StaffSession).where(StaffSession.token_digest == _digest(token)).values(seen_at=now)
    )


def is_to_be_shown(login: StaffSession, now: datetime) -> bool:
    """Whether it is time to write down that a screen of the login is open (`show`, in a
    transaction)."""
    return login.open_at is None or now - login.open_at > SEEN_EVERY


def show(session: Session, token: str, now: datetime) -> None:
    session.execute(
        update(StaffSession).where(StaffSession.token_digest == _digest(token)).values(open_at=now)
    )


def is_anybody_here(session: Session, now: datetime) -> bool:
    """Whether a person of the desk did something of late, or has a screen open that was not left
    alone for as long as a login lasts without use."""
    is_open = and_(StaffSession.open_at > now - OPEN, StaffSession.seen_at > now - IDLE)
    here = (
        select(StaffSession.person_id)
        .join(StaffSession.person)
        .where(
            or_(StaffSession.seen_at > now - STAYS, is_open),
            StaffSession.expires_at > now,
            StaffSession.revoked_at.is_(None),
            Person.disabled_at.is_(None),
        )
    )
    return session.scalar(here.limit(1)) is not None


def end(session: Session, token: str, now: datetime) -> None:
    session.execute(
        update(StaffSession)
        .where(StaffSession.token_digest == _digest(token), StaffSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def end_all(session: Session, person: Person, now: datetime) -> None:
    """Revoke every login of a person (password changed, account disabled)."""
    session.execute(
        update(StaffSession)
        .where(StaffSession.person_id == person.id, StaffSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
