"""Opens what every command needs: the settings, the database, the model. Fails with one line."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from bot.channels import NotNow
from handoff import clock, exchanges, people
from handoff.exchanges import Heard
from handoff.files.scanning import Scanner
from handoff.files.taking import Files
from handoff.rules import desk
from handoff.settings import InvalidSettings, Settings, read
from handoff.store import Store, schema
from nlu import catalogue, embedded, train, training_data
from nlu.catalogue import Catalogue
from nlu.interpretation import Interpreter

if TYPE_CHECKING:
    from bot.channels.whatsapp import Account, WhatsApp


class CannotStart(RuntimeError):  # noqa: N818
    """One line for the operator: what is wrong and what to do."""


def settings(**given: object) -> Settings:
    try:
        return read(**given)
    except InvalidSettings as error:
        raise CannotStart(str(error)) from None


@contextlib.contextmanager
def store(settings: Settings) -> Iterator[Store]:
    """The database, migrated to this version. Raises CannotStart."""
    make_data_dir(settings)
    try:
        opened = Store(settings.store_url)
    except (ArgumentError, ModuleNotFoundError):
        raise CannotStart("VENTANILLA_DATABASE_URL no es una dirección de base de datos.") from None
    with contextlib.closing(opened):
        try:
            schema.migrate(opened)
        except schema.NewerDatabase as error:
            raise CannotStart(str(error)) from None
        except (OperationalError, DBAPIError) as error:
            where = opened.url.render_as_string(hide_password=True)
            reason = str(error.orig).splitlines()[0]
            raise CannotStart(f"No se pudo abrir la base de datos {where}: {reason}") from None
        yield opened


@contextlib.contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Only one process may serve the same SQLite database. The lock dies with the process."""
    if not settings.store_url.startswith("sqlite"):
        yield
        return
    make_data_dir(settings)
    lock = sqlite3.connect(settings.data_dir / "serving.lock", timeout=0, isolation_level=None)
    with contextlib.closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise CannotStart(
                f"Otro proceso ya atiende los datos de {settings.data_dir.resolve()}; "
                "deténgalo, o use otra carpeta con VENTANILLA_DATA_DIR."
            ) from None
        yield


def interpreter(settings: Settings, tell: Callable[[str], None]) -> Interpreter:
    """The engine of the settings; Rasa's has the embedded one at its side.

    Trains the embedded model first, and tells so, if there is none that fits.
    """
    make_data_dir(settings)
    try:
        if not train.is_current(settings.model_path, learnt=settings.learnt_path):
            tell("Entrenando el modelo con los mensajes de nlu/rasa/data/nlu (uno o dos minutos)…")
            train.train(training_data.FOLDER, settings.model_path, settings.learnt_path)
    except training_data.BrokenTrainingData as error:
        raise CannotStart(str(error)) from None
    own = embedded.load(settings.model_path, catalogue_of(settings))
    if settings.nlu_engine == "embedded":
        return own
    from nlu.rasa_server import RasaInterpreter  # who does not use it need not load its library

    token = settings.rasa_token.get_secret_value() if settings.rasa_token else None
    return RasaInterpreter(own, str(settings.rasa_url), token, clock.now)


def catalogue_of(settings: Settings) -> Catalogue:
    """The colonias and postal codes that were imported, if any."""
    try:
        return catalogue.read(settings.catalogue_path)
    except catalogue.BrokenCatalogue as error:
        raise CannotStart(str(error)) from None


def first_password(store: Store, settings: Settings, made: str) -> str | None:
    """On the very first start, make the administrator's account. Returns the password if it was
    made here and must be shown."""
    given = settings.admin_password
    with store.transaction() as session:
        if not people.is_nobody(session):
            return None
        password = given.get_secret_value() if given else made
        try:
            people.first_admin(session, password, clock.now())
        except people.WeakPassword as error:
            raise CannotStart(f"VENTANILLA_ADMIN_PASSWORD: {error}") from None
    return None if given else made


def telegram_secret(settings: Settings) -> str:
    secret = settings.telegram_webhook_secret
    if secret is None or not secret.get_secret_value():
        raise CannotStart(
            "VENTANILLA_TELEGRAM_WEBHOOK_URL necesita VENTANILLA_TELEGRAM_WEBHOOK_SECRET."
        )
    return secret.get_secret_value()


def whatsapp(settings: Settings, store: Store) -> "WhatsApp | None":
    """The channel, if it is configured. Raises CannotStart where something lacks."""
    account = _whatsapp_account(settings)
    if account is None:
        return None
    from bot.channels.whatsapp import WhatsApp  # who does not use it need not load it

    def heard(address: str) -> Heard | None:
        try:
            with store.reading() as session:
                return exchanges.last_heard(session, WhatsApp.name, address)
        except OperationalError:
            raise NotNow("database") from None

    return WhatsApp(account, settings.whatsapp_api_url, heard)


def _whatsapp_account(settings: Settings) -> "Account | None":
    """The number to serve; None if there is none."""
    given = {
        "TOKEN": _shown(settings.whatsapp_token),
        "PHONE_ID": settings.whatsapp_phone_id,
        "APP_SECRET": _shown(settings.whatsapp_app_secret),
        "VERIFY_TOKEN": _shown(settings.whatsapp_verify_token),
    }
    if not any(given.values()) and not settings.whatsapp_template:
        return None
    if missing := [f"VENTANILLA_WHATSAPP_{name}" for name, value in given.items() if not value]:
        raise CannotStart(f"Para WhatsApp falta {', '.join(missing)}.")
    from bot.channels.whatsapp import Account

    return Account(
        phone_id=given["PHONE_ID"],
        token=given["TOKEN"],
        app_secret=given["APP_SECRET"],
        verify_token=given["VERIFY_TOKEN"],
        template=settings.whatsapp_template,
        template_language=settings.whatsapp_template_language,
    )


def _shown(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def files(settings: Settings) -> Files:
    scanner = Scanner(settings.clamav_socket) if settings.clamav_socket else None
    return Files(settings.attachments_path, scanner)


def embed_origins(settings: Settings) -> tuple[str, ...]:
    """The sites that may show the chat. Raises CannotStart."""
    from bot.channels.webchat.pages import origin_of  # only who serves needs it

    given = (each.strip().rstrip("/") for each in settings.embed_origins.split(","))
    try:
        return tuple(origin_of(each) for each in given if each)
    except ValueError as error:
        raise CannotStart(f"VENTANILLA_EMBED_ORIGINS: {error}") from None


def rules(public_url: str = "") -> desk.Desk:
    """What the desk decided; until it publishes its privacy notice elsewhere, the chat's page is
    where the whole of it is read."""
    known = desk.load()
    if known.notice.full_text or not public_url:
        return known
    return replace(
        known, notice=replace(known.notice, full_text=public_url.rstrip("/") + desk.NOTICE)
    )


def make_data_dir(settings: Settings) -> None:
    """Raises CannotStart where nothing can be written."""
    try:
        Path(settings.data_dir).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotStart(
            f"No se puede escribir en {settings.data_dir} ({error.strerror}); "
            "elija otra carpeta con VENTANILLA_DATA_DIR."
        ) from None
