"""The people of the desk and their accounts."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import Field, SecretStr, StringConstraints

from admin_api import access, editions, errors, paging
from admin_api.access import NotAllowed, Reading, Work, Writing
from admin_api.editions import IfMatch
from admin_api.paging import Page
from admin_api.repeats import RepeatableRoute
from admin_api.resources.wording import Form, Short, View
from handoff import audit, logins, people
from handoff.people import Edit, WrongPassword
from handoff.store.models import Person, Role

router = APIRouter(prefix="/people", tags=["Personas"], route_class=RepeatableRoute)

FROM_WITHIN = "within"  # where such attempts come from: not a network address

Username = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{1,39}$")]
Password = Annotated[SecretStr, Field(min_length=people.SHORTEST_PASSWORD, max_length=200)]


class PersonView(View):
    username: str = Field(examples=["eruiz"])
    name: str = Field(examples=["Elena Ruiz"])
    role: Role
    created_at: datetime
    disabled_at: datetime | None


class NewPerson(Form):
    username: Username = Field(examples=["eruiz"])
    name: Short = Field(examples=["Elena Ruiz"])
    role: Role = Role.analyst
    password: Password


class PersonEdit(Form):
    name: Short | None = None
    role: Role | None = None
    disabled: bool | None = None


class NewPassword(Form):
    password: Password
    current: SecretStr | None = Field(
        None, max_length=200, description="La contraseña actual, si cambia la propia."
    )


@router.get("", summary="Personas de la mesa", responses=errors.documented())
def list_people(work: Reading) -> Page[PersonView]:
    return paging.whole(PersonView.model_validate(each) for each in people.everybody(work.session))


@router.post(
    "",
    status_code=201,
    summary="Dar de alta a una persona",
    dependencies=[access.admins],
    responses=errors.documented(409),
)
def add_person(body: NewPerson, work: Writing) -> PersonView:
    person = Person(username=body.username, name=body.name, role=body.role)
    people.add(work.session, person, body.password.get_secret_value(), work.now)
    _audit(work, "add", person)
    return PersonView.model_validate(person)


@router.get("/{username}", summary="Una persona", responses=errors.documented(404))
def get_person(username: str, work: Reading, response: Response) -> PersonView:
    view = PersonView.model_validate(people.named(work.session, username))
    editions.mark(response, view)
    return view


@router.patch(
    "/{username}",
    summary="Cambiar nombre, rol o acceso de una persona",
    description="Deshabilitar una cuenta cierra todas sus sesiones.",
    dependencies=[access.admins],
    responses=errors.documented(404, 409, 412),
)
def edit_person(
    username: str, body: PersonEdit, work: Writing, response: Response, if_match: IfMatch = None
) -> PersonView:
    person = people.lock(work.session, username)
    editions.must_be(PersonView.model_validate(person), if_match)
    people.change(work.session, person, Edit(body.name, body.role, body.disabled), work.now)
    if person.disabled_at is not None:
        logins.end_all(work.session, person, work.now)
    _audit(work, "edit", person)
    view = PersonView.model_validate(person)
    editions.mark(response, view)
    return view


@router.post(
    "/{username}/password",
    status_code=204,
    summary="Cambiar una contraseña",
    description="Cada quien la suya, con la actual; administración, la de cualquiera. Cierra "
    "todas las sesiones de esa persona.",
    responses=errors.documented(404, 429),
)
def change_password(username: str, body: NewPassword, work: Writing) -> None:
    person = people.named(work.session, username)
    _may_change_password(work, person, body)
    people.set_password(person, body.password.get_secret_value())
    logins.end_all(work.session, person, work.now)
    _audit(work, "change password", person)


def _may_change_password(work: Work, person: Person, body: NewPassword) -> None:
    if work.person.id != person.id:
        if not access.may(work.person, Role.admin):
            raise NotAllowed(Role.admin)
        return
    # A stolen login must not serve to guess the password.
    work.staff.attempts.check(person.username, FROM_WITHIN, work.now)
    if not people.has_password(person, body.current.get_secret_value() if body.current else ""):
        work.staff.attempts.failed(person.username, FROM_WITHIN, work.now)
        raise WrongPassword


def _audit(work: Work, action: str, person: Person) -> None:
    audit.write(work.session, work.person, action, f"person:{person.username}", work.now)
