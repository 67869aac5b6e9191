"""The small parts of speech: names, days, hours, articles."""

from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

import yaml

from handoff.rules import catalogue, directory
from handoff.rules.desk import Desk
from handoff.rules.jurisdiction import taken_by

WORDS: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("es.yml").read_text(encoding="utf-8")
)
DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
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


def responsible(category_key: str, municipality: str | None, context: Context) -> list[str]:
    """Who may take the matter, as they are called inside a sentence: «el Ayuntamiento de Cajeme».
    Where several governments may be meant, the federal ones say so."""
    category = catalogue.load().categories[category_key]
    is_mixed = category.level == "mixto"
    keys = taken_by(category) if is_mixed else taken_by(category)[:1]
    found = [agency(key, context) for key in keys]
    return [with_article(_marked(each, municipality, mixed=is_mixed)) for each in found]


def _marked(agency: directory.Agency, municipality: str | None, *, mixed: bool) -> str:
    name = agency.name_in(municipality)
    if not mixed or agency.level != "federal" or "(federal)" in name:
        return name
    return str(WORDS["federal_mark"].format(name=name))


def with_article(name: str) -> str:
    first = name.split()[0]
    article = next((each for each, words in WORDS["articles"].items() if first in words), None)
    return f"{article} {name}" if article else name


def to(names: list[str]) -> str:
    """«al Ayuntamiento de Cajeme o a la Secretaría de Salud»."""
    return either([f"al {name[3:]}" if name.startswith("el ") else f"a {name}" for name in names])


def either(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {WORDS['or']} {names[-1]}"


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
