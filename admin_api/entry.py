"""Logging in: for the API and for the console's page."""

from fastapi import Request

from admin_api.access import Staff
from handoff import audit, logins
from handoff.logins import WrongLogin
from handoff.store.models import Person


def log_in(staff: Staff, username: str, password: str, request: Request) -> tuple[str, Person]:
    """The token of a new login and its person. Raises WrongLogin, LockedOut, TooManyAttempts."""
    address = request.client.host if request.client else ""
    staff.attempts.check(username, address, staff.now())
    with staff.store.reading() as session:
        is_right = logins.guess(session, username, password)
    entered = _enter(staff, username, is_right=is_right)
    # Raised only now: the count of wrong passwords must be committed.
    if entered is None:
        staff.attempts.failed(username, address, staff.now())
        raise WrongLogin
    staff.attempts.succeeded(username, address)
    return entered


def log_out(staff: Staff, token: str, person: Person) -> None:
    with staff.store.transaction() as session:
        logins.end(session, token, staff.now())
        audit.write(session, person, "log out", f"person:{person.username}", staff.now())


def _enter(staff: Staff, username: str, *, is_right: bool) -> tuple[str, Person] | None:
    now = staff.now()
    with staff.store.transaction() as session:
        person = logins.settle(session, username, now, is_right=is_right)
        if person is None:
            return None
        audit.write(session, person, "log in", f"person:{person.username}", now)
        return logins.start(session, person, now), person
