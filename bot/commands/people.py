"""ventanilla people: the accounts of the desk."""

import getpass
import secrets
import sys
from typing import Annotated

import typer

from bot import opening
from bot.opening import CannotStart
from handoff import clock, logins, people
from handoff.store.models import Person, Role

app = typer.Typer(help="Las personas del equipo.", no_args_is_help=True)

Username = Annotated[str, typer.Argument(help="Usuario con el que entra.")]
RoleName = Annotated[Role, typer.Argument(help="analyst, supervisor o admin.")]


@app.command()
def add(username: Username, name: str, role: RoleName = Role.analyst) -> None:
    """Agrega a una persona; la contraseña se lee de la entrada, o se hace una."""
    password = _password()
    with opening.store(opening.settings()) as store, store.transaction() as session:
        try:
            people.add(
                session, Person(username=username, name=name, role=role), password, clock.now()
            )
        except ValueError as error:
            raise CannotStart(str(error)) from None
    print(f"{username} puede entrar como {role.value}.")


@app.command()
def password(username: Username) -> None:
    """Cambia la contraseña y cierra las sesiones abiertas."""
    chosen = _password()
    with opening.store(opening.settings()) as store, store.transaction() as session:
        try:
            person = people.named(session, username)
            people.set_password(person, chosen)
        except (LookupError, ValueError) as error:
            raise CannotStart(str(error)) from None
        logins.end_all(session, person, clock.now())
    print(f"La contraseña de {username} cambió; sus sesiones se cerraron.")


@app.command()
def roles(username: Username, role: RoleName) -> None:
    """Cambia el rol."""
    with opening.store(opening.settings()) as store, store.transaction() as session:
        try:
            people.named(session, username).role = role
        except LookupError as error:
            raise CannotStart(str(error)) from None
    print(f"{username} es ahora {role.value}.")


@app.command("list")
def everybody() -> None:
    """Quiénes son y qué pueden hacer."""
    with opening.store(opening.settings()) as store, store.reading() as session:
        for person in people.everybody(session):
            state = "" if person.disabled_at is None else " (sin acceso)"
            print(f"{person.username}  {person.role.value}  {person.name}{state}")


def _password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Contraseña: ")
    given = sys.stdin.readline().rstrip("\n")
    if given:
        return given
    made = secrets.token_urlsafe(12)
    print(f"Contraseña (se muestra solo esta vez): {made}")
    return made
