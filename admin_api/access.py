"""Who calls, what they may do, and the session that each call works in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import Depends, Response
from sqlalchemy.orm import Session
from starlette.requests import HTTPConnection

from admin_api import repeats
from admin_api.attempts import Attempts
from admin_api.repeats import Attempt
from handoff import logins
from handoff.files.shelf import Shelf
from handoff.rules.desk import Desk
from handoff.signals import Signals
from handoff.store import Store
from handoff.store.models import Case, Conversation, Person, Role, StaffSession

COOKIE = "ventanilla_staff"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
UNATTENDED = "x-unattended"  # on what a page asks by itself while nobody touches it
RANKS = tuple(Role)  # each can do what the one before it can

# A dependency runs in pieces, each of which needs a thread of the pool (40). Whoever waits for the
# database must never hold all of them: the one who has it could not finish.
MOST_WRITERS = 8
MOST_READERS = 16
MOST_RECOGNISED = 8


@dataclass(frozen=True, slots=True)
class Staff:
    """What the staff's edge is made with. `public_url` is how browsers reach it; «» when that is
    the address of the request itself. `signals` wakes the live screens. `shelf` has the citizens'
    files. `tell` tells a citizen the state that their case came to, `ask_rating` asks how an
    analyst attended them, `tell_withheld` tells what was not told meanwhile: the words are the
    bot's, which this side does not know."""

    store: Store
    now: Callable[[], datetime]
    desk: Desk
    signals: Signals | None = None
    public_url: str = ""
    shelf: Shelf | None = None
    tell: Callable[[Session, Case, datetime], None] = lambda _session, _case, _now: None
    ask_rating: Callable[[Session, Conversation, datetime], None] = (
        lambda _session, _conversation, _now: None
    )
    tell_withheld: Callable[[Session, Conversation, datetime], None] = (
        lambda _session, _conversation, _now: None
    )
    attempts: Attempts = field(default_factory=Attempts)


@dataclass(frozen=True, slots=True)
class Work:
    """One call of a person of the desk, in its own transaction."""

    session: Session
    person: Person
    now: datetime
    staff: Staff


class NotLoggedIn(Exception):  # noqa: N818
    def __init__(self) -> None:
        super().__init__("Inicie sesión para continuar.")


class NotAllowed(Exception):  # noqa: N818
    def __init__(self, role: Role) -> None:
        super().__init__(f"Se necesita el rol {role.value}.")


class FromAnotherSite(Exception):  # noqa: N818
    """A browser sent the cookie along with a request that our own pages did not make."""

    def __init__(self) -> None:
        super().__init__("La petición no viene de las páginas de este sistema.")


def here(connection: HTTPConnection) -> Staff:
    staff: Staff = connection.app.state.staff
    return staff


Here = Annotated[Staff, Depends(here)]


def token_of(connection: HTTPConnection) -> str | None:
    """The token that came as a bearer or, failing that, in the cookie."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else connection.cookies.get(COOKIE)


def recognise(connection: HTTPConnection, staff: Staff) -> StaffSession | None:
    """The login that this connection carries, its person loaded; None without a valid one. What
    comes UNATTENDED is no use of it."""
    token = token_of(connection)
    if not token:
        return None
    with staff.store.reading() as session:
        login = logins.who(session, token, staff.now())
    is_use = UNATTENDED not in connection.headers
    if login is not None and is_use and logins.seen(login, staff.now()):
        with staff.store.transaction() as session:
            logins.touch(session, token, staff.now())
    return login


def current_login(connection: HTTPConnection, staff: Here) -> StaffSession:
    """Raises NotLoggedIn; FromAnotherSite if only a cookie vouches for an unsafe method."""
    login = recognise(connection, staff)
    if login is None:
        raise NotLoggedIn
    is_unsafe = connection.scope.get("method", "GET") not in SAFE_METHODS
    if is_unsafe and "authorization" not in connection.headers and not own_page(connection, staff):
        raise FromAnotherSite
    return login


CurrentLogin = Annotated[StaffSession, Depends(current_login, max_concurrency=MOST_RECOGNISED)]


def own_page(connection: HTTPConnection, staff: Staff) -> bool:
    """Whether a page of ours made this request, as the browser itself tells."""
    site = connection.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = connection.headers.get("origin", "")
    if staff.public_url and _origin(origin) == _origin(staff.public_url):
        return True
    return bool(origin) and urlsplit(origin).netloc == connection.headers.get("host")


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def at_least(role: Role) -> Any:
    """A dependency that lets only this role and those above it pass. Raises NotAllowed."""

    def check(login: CurrentLogin) -> None:
        if not may(login.person, role):
            raise NotAllowed(role)

    return Depends(check)


def may(person: Person, role: Role) -> bool:
    return RANKS.index(person.role) >= RANKS.index(role)


supervisors = at_least(Role.supervisor)
admins = at_least(Role.admin)


def _reading(login: CurrentLogin, staff: Here) -> Iterator[Work]:
    with staff.store.reading() as session:
        yield Work(session, login.person, staff.now(), staff)


def _writing(
    login: CurrentLogin, staff: Here, attempt: Annotated[Attempt | None, Depends(repeats.attempt)]
) -> Iterator[Work]:
    with staff.store.transaction() as session:
        person = session.get_one(Person, login.person_id)
        if attempt is not None:
            repeats.reserve(session, person, attempt, staff.now())
        yield Work(session, person, staff.now(), staff)


# The commit must happen before the answer leaves, hence scope="function".
Reading = Annotated[Work, Depends(_reading, scope="function", max_concurrency=MOST_READERS)]
Writing = Annotated[Work, Depends(_writing, scope="function", max_concurrency=MOST_WRITERS)]


def set_cookie(response: Response, token: str, staff: Staff) -> None:
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(logins.LASTS.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=staff.public_url.startswith("https:"),
    )


def clear_cookie(response: Response, staff: Staff) -> None:
    response.delete_cookie(
        COOKIE,
        httponly=True,
        samesite="strict",
        secure=staff.public_url.startswith("https:"),
    )
