"""The small parts of speech: names, days, hours, articles."""

from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

import yaml

from handoff.rules import catalogue, directory
from handoff.rules.desk import Desk

WORDS: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("es.yml").read_text(encoding="utf-8")
)
DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
MASCULINE = ("Ayuntamiento", "organismo", "Instituto", "Registro")
FEMININE = (
    "Secretaría", "Comisión", "Fiscalía", "Procuraduría", "Coordinación", "Unidad", "Jefatura",
    "Defensoría", "Línea", "Denuncia",
)  # fmt: skip
LONGEST_QUOTE = 280  # characters of the citizen's own words in the summary

Buttons = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What words depend on besides what is said."""

    desk: Desk
    now: datetime


def category(key: str) -> str:
    """Its name without the examples in brackets."""
    return catalogue.load().name(key).split(" (")[0]


def agency(key: str, context: Context) -> directory.Agency:
    return directory.today(key, context.now.astimezone(context.desk.zone).date())


def day(moment: datetime, context: Context) -> str:
    """«martes 24 de noviembre», with the year when it is another one."""
    local = moment.astimezone(context.desk.zone)
    said = f"{DAYS[local.weekday()]} {local.day} de {MONTHS[local.month - 1]}"
    same_year = local.year == context.now.astimezone(context.desk.zone).year
    return said if same_year else f"{said} de {local.year}"


def hour(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def quote(text: str) -> str:
    plain = " / ".join(line for line in text.splitlines() if line.strip())
    return plain if len(plain) <= LONGEST_QUOTE else f"{plain[:LONGEST_QUOTE].rstrip()}…"


def greeting(context: Context) -> str:
    hour = context.now.astimezone(context.desk.zone).hour
    moment = "morning" if 5 <= hour < 12 else "afternoon" if 12 <= hour < 19 else "night"
    return str(WORDS["greeting"][moment])


def with_article(name: str, level: str) -> str:
    """«Ayuntamiento de Cajeme» is «el Ayuntamiento de Cajeme» inside a sentence."""
    if name.startswith(MASCULINE):
        return f"el {name}"
    return f"la {name}" if name.startswith(FEMININE) else name
