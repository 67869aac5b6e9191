"""The pages that the staff works with: the desk, search, people, the log, reports, accounts."""

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from admin_api import access, errors, menu, templates
from handoff import people, proceedings
from handoff.rules import calendar, catalogue, directory, jurisdiction, vacations
from handoff.rules.catalogue import Category
from handoff.rules.desk import Desk
from handoff.rules.directory import Agency
from handoff.store.models import CaseState, Person, Role
from nlu import text as spelling
from nlu.gazetteer import municipalities

ROOT = menu.CONSOLE
HERE = Path(__file__).parent
ROLES = {
    Role.analyst: "Analista",
    Role.supervisor: "Supervisión",
    Role.admin: "Administración",
}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
Words = Mapping[str, Any]


def pages() -> list[BaseRoute]:
    """The pages and what they are made of; their scripts talk to the JSON API."""
    return [
        Route(f"{ROOT}/login", _login),
        Route(ROOT, _page("desk.html", "")),
        Route(f"{ROOT}/conversations", _page("conversations.html", "/conversations")),
        Route(f"{ROOT}/conversations/{{key}}", _page("desk.html", "")),
        Route(f"{ROOT}/search", _page("search.html", "/search")),
        Route(f"{ROOT}/reports", _page("reports.html", "/reports", Role.supervisor)),
        Route(f"{ROOT}/events", _page("events.html", "/events", Role.supervisor)),
        Route(f"{ROOT}/learning", _page("learning.html", "/learning", Role.supervisor)),
        Route(f"{ROOT}/log", _page("log.html", "/log", Role.supervisor)),
        Route(f"{ROOT}/people", _page("people.html", "/people", Role.admin)),
        Route(f"{ROOT}/account", _page("account.html", "/account")),
        Mount(_static(), _Static(directory=HERE / "static")),
    ]


def astray(request: Request, error: Exception) -> Response:
    """For an address where nothing is: people are shown the way, programs are told."""
    path = request.url.path
    if path.startswith("/api/") or "text/html" not in request.headers.get("accept", ""):
        return errors.http(request, error)
    words = {"desk": access.here(request).desk, "data": {}, "is_staff": path.startswith(ROOT)}
    return _render("missing.html", words, 404)


def _login(request: Request) -> Response:
    staff = access.here(request)
    return _render("login.html", {"desk": staff.desk, "data": {}})


def _page(template: str, here: str, least: Role = Role.analyst) -> Callable[[Request], Response]:
    """A page for who has logged in with this role or above; others are shown the way."""

    def show(request: Request) -> Response:
        staff = access.here(request)
        login = access.recognise(request, staff)
        if login is None:
            return RedirectResponse(f"{ROOT}/login?next={quote(request.url.path)}", 303)
        if not access.may(login.person, least):
            return RedirectResponse(ROOT, 303)
        today = staff.now().astimezone(staff.desk.zone).date()
        words = {
            "desk": staff.desk,
            "person": login.person,
            "here": here,
            "menu": menu.of(login.person),
            "data": _data(staff.desk, login.person),
            "without_vacations": vacations.missing(calendar.listed(), today),
        }
        return _render(template, words)

    return show


def _render(template: str, words: Words, status: int = 200) -> Response:
    page = _templates().get_template(template)
    content = page.render(root=ROOT, static=_static(), **words)
    return HTMLResponse(content, status, headers=HEADERS)


def _data(desk: Desk, person: Person) -> dict[str, Any]:
    """What the scripts of a page need to know before they ask the API."""
    known = catalogue.load()
    return {
        "zone": desk.zone.key,
        "days_off": [day.isoformat() for day in sorted(calendar.days_off())],
        "me": person.username,
        "supervises": person.supervises,
        "names": {each.key: each.name for each in known.categories.values()} | known.conversation,
        "agencies": {key: _agency(each) for key, each in directory.load().items()},
    }


def _agency(agency: Agency) -> dict[str, Any]:
    is_local = agency.key in directory.OF_THE_MUNICIPALITY
    return {
        "name": agency.name,
        "local": is_local,
        "in": agency.by_municipality,
        "refers": _way_to(agency),
    }


def _way_to(agency: Agency) -> str | None:
    """The state of a case that goes to this agency; None if none can."""
    if agency.key in jurisdiction.LINES or agency.valid_until is not None:
        return None
    is_inside = agency.level in proceedings.INSIDE
    return (CaseState.turnado if is_inside else CaseState.canalizado).value


@cache
def _templates() -> Environment:
    made = templates.of(HERE / "templates")
    made.globals.update(
        roles=ROLES,
        categories=sorted(catalogue.load().categories.values(), key=_in_order),
        municipalities=sorted(municipalities(), key=spelling.fold),
        case_states=[state.value for state in CaseState],
        shortest=people.SHORTEST_PASSWORD,
    )
    return made


def _in_order(category: Category) -> str:
    return spelling.fold(category.name)


@cache
def _static() -> str:
    """The address of scripts and styles changes with their content, so browsers may keep them."""
    content = sha256()
    for path in sorted((HERE / "static").iterdir()):
        content.update(path.read_bytes())
    return f"{ROOT}/static/{content.hexdigest()[:12]}"


class _Static(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


router = APIRouter()
router.routes.extend(pages())
