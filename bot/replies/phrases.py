"""The small parts of speech: names, days, hours, articles."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from handoff.rules import catalogue, directory
from handoff.rules.desk import Desk
from handoff.rules.jurisdiction import taken_by
from nlu import yml

LANGUAGES = ("es", "en")
_ALL: dict[str, dict[str, Any]] = {
    language: yml.load(Path(__file__).with_name(f"{language}.yml").read_text(encoding="utf-8"))
    for language in LANGUAGES
}
_spoken: ContextVar[str] = ContextVar("spoken", default=LANGUAGES[0])


class _Words(Mapping[str, Any]):
    """The words of the language that is being spoken, by their name."""

    def __getitem__(self, name: str) -> Any:
        return _ALL[_spoken.get()][name]

    def __iter__(self) -> Iterator[str]:
        return iter(_ALL[_spoken.get()])

    def __len__(self) -> int:
        return len(_ALL[_spoken.get()])


WORDS = _Words()
FOR_STAFF: dict[str, str] = _ALL[LANGUAGES[0]].pop("for_staff")  # notes, always in Spanish


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Inside, WORDS are those of this language, as with gettext; None is the first one."""
    before = _spoken.set(language or LANGUAGES[0])
    try:
        yield
    finally:
        _spoken.reset(before)


LONGEST_QUOTE = 320  # characters of the citizen's own words in the summary

_CUT_AT_ITS_END, _CUT_AT_ITS_BEGINNING = re.compile(r"\s+\S*$"), re.compile(r"^\S*\s+")
Buttons = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What words depend on besides what is said. `channel` is empty where it is not known."""

    desk: Desk
    now: datetime
    language: str = LANGUAGES[0]
    channel: str = ""


def of_date(ahead: str, passed: str, date: datetime, context: Context) -> str:
    """Which of two texts is true of a date."""
    return ahead if context.now <= date else passed


def on_channel(words: dict[str, str], context: Context) -> str:
    return words.get(context.channel, words["anywhere"])


def category(key: str) -> str:
    """Its name without the examples in brackets."""
    own: str | None = WORDS.get("categories", {}).get(key)
    return own or catalogue.load().name(key).split(" (")[0]


def agency(key: str, context: Context) -> directory.Agency:
    return directory.today(key, context.now.astimezone(context.desk.zone).date())


def responsible(
    category_key: str, municipality: str | None, context: Context, named: str | None = None
) -> list[str]:
    """Who may take the matter, as they are called inside a sentence: «el Ayuntamiento de Cajeme».
    Where several governments may be meant, the federal ones say so. `named`: the only one."""
    category = catalogue.load().categories[category_key]
    is_mixed = category.level == "mixto" and named is None
    keys = (named,) if named else taken_by(category) if is_mixed else taken_by(category)[:1]
    found = [agency(key, context) for key in keys]
    return [with_article(_marked(each, municipality, mixed=is_mixed)) for each in found]


def named(agency: directory.Agency, municipality: str | None) -> str:
    """As people of this municipality know it; of one that is not known, in words of ours. In
    another language also what it is."""
    if municipality is None and agency.key in directory.OF_THE_MUNICIPALITY:
        return str(WORDS["of_municipality"][agency.key])
    what_it_is: str = WORDS.get("agencies", {}).get(agency.key, "{name}")
    return what_it_is.format(name=agency.name_in(municipality))


def _marked(agency: directory.Agency, municipality: str | None, *, mixed: bool) -> str:
    name = named(agency, municipality)
    if not mixed or agency.level != "federal" or "federal" in name:
        return name
    return str(WORDS["federal_mark"].format(name=name))


def with_article(name: str) -> str:
    first = name.split()[0]
    article = next((each for each, words in WORDS["articles"].items() if first in words), None)
    return f"{article} {name}" if article else name


def to(names: list[str]) -> str:
    """«al Ayuntamiento de Cajeme o a la Secretaría de Salud»."""
    return either([_to(name) for name in names])


def _to(name: str) -> str:
    if name.startswith("el "):
        return str(WORDS["to_masculine"].format(name=name[3:]))
    return str(WORDS["to"].format(name=name))


def either(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {WORDS['or']} {names[-1]}"


def day(moment: datetime, context: Context) -> str:
    """«martes 24 de noviembre», with the year when it is another one."""
    local = moment.astimezone(context.desk.zone)
    same_year = local.year == context.now.astimezone(context.desk.zone).year
    said: str = WORDS["date" if same_year else "date_of_year"].format(
        weekday=WORDS["weekdays"][local.weekday()],
        day=local.day,
        month=WORDS["months"][local.month - 1],
        year=local.year,
    )
    return said


def on(which: date, context: Context) -> str:
    """The same, of a whole day."""
    return day(datetime.combine(which, context.desk.opens, context.desk.zone), context)


def when(moment: datetime, context: Context) -> str:
    """«hoy jueves 26 de noviembre», «mañana viernes 27 de…», «el lunes 30 de noviembre»."""
    zone = context.desk.zone
    ahead = (moment.astimezone(zone).date() - context.now.astimezone(zone).date()).days
    near = {0: "today", 1: "tomorrow"}.get(ahead, "later")
    return str(WORDS["when"][near].format(date=day(moment, context)))


def hour(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def quote(text: str) -> str:
    """Both ends of a long story, in whole words: what is asked for often stands at its end."""
    plain = " / ".join(line for line in text.splitlines() if line.strip())
    if len(plain) <= LONGEST_QUOTE:
        return plain
    begins, ends = plain[: LONGEST_QUOTE // 2], plain[-LONGEST_QUOTE // 2 :]
    return f"{_CUT_AT_ITS_END.sub('', begins)} … {_CUT_AT_ITS_BEGINNING.sub('', ends)}"


def greeting(context: Context) -> str:
    hour = context.now.astimezone(context.desk.zone).hour
    moment = "morning" if 5 <= hour < 12 else "afternoon" if 12 <= hour < 19 else "night"
    return str(WORDS["greeting"][moment])
