"""Everything an operator can configure, read once when a process starts."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "VENTANILLA_"
ANSWER_AFTER = 1.5  # seconds


class InvalidSettings(ValueError):  # noqa: N818
    """A setting is unknown or its value cannot be used; the text is one line for the operator."""


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")

    data_dir: Path = Path("var")
    database_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    public_url: str = Field(default="", pattern=r"^(https?://[^/\s]+.*)?$")
    embed_origins: str = ""  # addresses of the sites that may show the chat, divided by commas
    admin_password: SecretStr | None = None
    telegram_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_url: str = ""
    telegram_webhook_secret: SecretStr | None = None
    whatsapp_token: SecretStr | None = None
    whatsapp_phone_id: str = ""
    whatsapp_app_secret: SecretStr | None = None
    whatsapp_verify_token: SecretStr | None = None
    whatsapp_api_url: str = "https://graph.facebook.com/v23.0"
    whatsapp_template: str = ""
    whatsapp_template_language: str = "es_MX"
    # Seconds without another word of the citizen; 0 answers each message by itself.
    answer_after: float = Field(default=ANSWER_AFTER, ge=0, le=5)
    clamav_socket: str = Field(default="", pattern=r"^(/.+|[^/\s]+:\d{1,5})?$")
    nlu_engine: Literal["embedded", "rasa"] = "embedded"
    rasa_url: HttpUrl = HttpUrl("http://127.0.0.1:5005")
    rasa_token: SecretStr | None = None

    @field_validator("public_url")
    @classmethod
    def _without_slash(cls, given: str) -> str:
        """Paths are written behind it."""
        return given.rstrip("/")

    @property
    def store_url(self) -> str:
        """The SQLAlchemy address of the database: the one given, or SQLite in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'ventanilla.db'}"

    @property
    def attachments_path(self) -> Path:
        """What citizens send; several machines must share it."""
        return self.data_dir / "attachments"

    @property
    def model_path(self) -> Path:
        return self.data_dir / "model.npz"

    @property
    def catalogue_path(self) -> Path:
        """The colonias and postal codes that an operator has imported, if any."""
        return self.data_dir / "colonias.json"

    @property
    def learnt_path(self) -> Path:
        """Messages that people corrected and approved: training data of this installation."""
        return self.data_dir / "learnt.yml"


def read(**given: object) -> Settings:
    """Read the environment and `.env`. Raises InvalidSettings naming the first bad setting."""
    for name in _unknown_names():
        raise InvalidSettings(f"{name} no es un ajuste de Ventanilla; corríjalo o quítelo.")
    try:
        return Settings.model_validate(given) if given else Settings()
    except ValidationError as error:
        raise InvalidSettings(_one_line(error)) from None


def _unknown_names() -> list[str]:
    known = {f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    ours = {name.upper() for name in _names_in_use() if name.upper().startswith(PREFIX)}
    return sorted(ours - known)


def _names_in_use() -> list[str]:
    file = Path(".env")
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    assigned = [line.split("=", 1)[0].removeprefix("export ").strip() for line in lines]
    return [*os.environ, *assigned]


def _one_line(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    name = f"{PREFIX}{'_'.join(str(part) for part in first['loc'])}".upper()
    return f"{name} no es válido: {first['msg']}"
