"""The people of the desk: accounts and passwords."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import select
from sqlalchemy.orm import Session

from handoff.store.models import Person, Role

SHORTEST_PASSWORD = 10
_hasher = PasswordHasher()


class PersonNotFound(LookupError):  # noqa: N818
    def __init__(self, username: str) -> None:
        super().__init__(f"No hay una persona con el usuario {username}.")


class UsernameTaken(ValueError):  # noqa: N818
    def __init__(self, username: str) -> None:
        super().__init__(f"Ya hay una persona con el usuario {username}.")


class WeakPassword(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__(f"La contraseña necesita al menos {SHORTEST_PASSWORD} caracteres.")


class WrongPassword(ValueError):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("La contraseña actual no es correcta.")


class PersonDisabled(ValueError):  # noqa: N818
    def __init__(self, username: str) -> None:
        super().__init__(f"La cuenta {username} está deshabilitada.")


class LastAdmin(ValueError):  # noqa: N818
    """Without an administrator nobody could make accounts any more."""

    def __init__(self) -> None:
        super().__init__("Es la única cuenta de administración: nombre antes a otra persona.")


@dataclass(frozen=True, slots=True)
class Edit:
    """What changes of an account; None leaves it as it is."""

    name: str | None = None
    role: Role | None = None
    is_disabled: bool | None = None


def add(session: Session, person: Person, password: str, now: datetime) -> Person:
    """Add an account. Raises UsernameTaken, WeakPassword."""
    person.username = person.username.strip().lower()
    if session.scalar(select(Person.id).where(Person.username == person.username)):
        raise UsernameTaken(person.username)
    person.created_at = now
    set_password(person, password)
    session.add(person)
    session.flush()
    return person


def set_password(person: Person, password: str) -> None:
    """Raises WeakPassword."""
    if len(password) < SHORTEST_PASSWORD:
        raise WeakPassword
    person.password_hash = _hasher.hash(password)
    person.failed_logins, person.locked_until = 0, None


def change(session: Session, person: Person, edit: Edit, now: datetime) -> None:
    """The account must be locked (`lock`). Raises LastAdmin."""
    person.name = edit.name or person.name
    person.role = edit.role or person.role
    if edit.is_disabled is not None:
        person.disabled_at = (person.disabled_at or now) if edit.is_disabled else None
    session.flush()
    if not session.scalar(select(Person.id).where(*_ADMINISTERS).limit(1)):
        raise LastAdmin


def has_password(person: Person | None, password: str) -> bool:
    """Compare in the same time whether or not the account exists."""
    try:
        return _hasher.verify(person.password_hash if person else _nobody(), password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def named(session: Session, username: str) -> Person:
    """Raises PersonNotFound."""
    person = session.scalar(select(Person).where(Person.username == username.strip().lower()))
    if person is None:
        raise PersonNotFound(username)
    return person


def active(session: Session, username: str) -> Person:
    """Somebody who may be given work. Raises PersonNotFound, PersonDisabled."""
    person = named(session, username)
    if person.disabled_at is not None:
        raise PersonDisabled(person.username)
    return person


def lock(session: Session, username: str) -> Person:
    """This account and those of the administrators, locked until the end of the transaction: of
    two that resign at once the second sees that it is the last. Raises PersonNotFound."""
    rows = select(Person).where((Person.username == username.strip().lower()) | _IS_ADMIN)
    rows = rows.order_by(Person.id).with_for_update()
    session.scalars(rows.execution_options(populate_existing=True)).all()
    return named(session, username)


def everybody(session: Session) -> Sequence[Person]:
    return session.scalars(select(Person).order_by(Person.name, Person.id)).all()


def is_nobody(session: Session) -> bool:
    """True before the first account is made."""
    return session.scalar(select(Person.id).limit(1)) is None


def first_admin(session: Session, password: str, now: datetime) -> Person:
    person = Person(username="admin", name="Administración", role=Role.admin)
    return add(session, person, password, now)


_IS_ADMIN = Person.role == Role.admin
_ADMINISTERS = (_IS_ADMIN, Person.disabled_at.is_(None))


@cache
def _nobody() -> str:
    return _hasher.hash("nobody has this password")
