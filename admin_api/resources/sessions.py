"""Logging in and out of the API, and who one is."""

from collections.abc import Iterator

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field, SecretStr

from admin_api import access, entry, errors
from admin_api.access import CurrentLogin, FromAnotherSite, Here
from admin_api.resources.people import PersonView
from admin_api.resources.wording import Form, View

router = APIRouter(prefix="/sessions", tags=["Sesiones"])


class Credentials(Form):
    username: str = Field(max_length=200, examples=["eruiz"])
    password: SecretStr = Field(max_length=200)


class LoggedIn(View):
    token: str = Field(description="Va en «Authorization: Bearer …»; dura 12 horas.")
    person: PersonView


def _turn() -> Iterator[None]:
    """Comparing a password takes 64 MB and much work: two at a time, the others wait."""
    yield


def _own_form(request: Request, staff: Here) -> None:
    """Nobody else's page may log a browser in. Raises FromAnotherSite."""
    site = request.headers.get("sec-fetch-site", request.headers.get("origin"))
    if site is not None and not access.own_page(request, staff):
        raise FromAnotherSite


@router.post(
    "",
    status_code=201,
    summary="Iniciar sesión",
    description="También deja una cookie para la consola. Tras cinco contraseñas equivocadas la "
    "cuenta espera 15 minutos.",
    dependencies=[Depends(_own_form), Depends(_turn, scope="function", max_concurrency=2)],
    responses=errors.documented(429),
)
def log_in(body: Credentials, request: Request, response: Response, staff: Here) -> LoggedIn:
    password = body.password.get_secret_value()
    token, person = entry.log_in(staff, body.username, password, request)
    access.set_cookie(response, token, staff)
    return LoggedIn(token=token, person=PersonView.model_validate(person))


@router.get("/current", summary="Quién soy", responses=errors.documented())
def current_session(login: CurrentLogin) -> PersonView:
    return PersonView.model_validate(login.person)


@router.delete(
    "/current", status_code=204, summary="Cerrar la sesión", responses=errors.documented()
)
def log_out(request: Request, response: Response, login: CurrentLogin, staff: Here) -> None:
    entry.log_out(staff, access.token_of(request) or "", login.person)
    access.clear_cookie(response, staff)
